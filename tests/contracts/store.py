"""What every store must do: inherit `StoreContract` and give it the fixture `stores`."""

from __future__ import annotations

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Protocol

import pytest

from bot.cases.case import Case, Status
from bot.effects import STAFF, CaseChange, Changes, FactChange, Memory, Outgoing, Sending
from bot.messages import Action, Address, Button, StaffVerb, Verb
from bot.store.interface import Link, Store, Update
from tests.contracts.counts import CountsContract

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
KEEP_DAYS = 90
RESIDENT, NEIGHBOUR = "1001", "1002"


class Stores(Protocol):
    """A place that holds one store's data."""

    def open(self) -> Store:
        """The store on that place, opened anew, as after a restart."""
        ...


def updates(*ids: int) -> list[Update]:
    return [Update(each, f'{{"words": "message {each}"}}') for each in ids]


def remember(store: Store, address: Address, memory: Memory | None, now: dt.datetime = NOW) -> None:
    """Keeps what is remembered of a chat."""
    store.finish(None, now, Changes(chats={address: memory}))


def opened(store: Store) -> Case:
    """A case of the resident's, kept."""
    number = store.new_case_number()
    case = Case(number, "Birk 42", "money", "ar", urgent=True, named=False, opened=NOW, promised=NOW + HOUR)
    store.finish(None, NOW, Changes(cases=(CaseChange(case, RESIDENT),)))
    return case


def letter(text: str, case: int | None = None) -> Outgoing:
    """Something to send to the staff."""
    return Outgoing(STAFF, Sending.SAY, text, case=case)


def set_fact(store: Store, name: str, value: str | None, now: dt.datetime = NOW) -> FactChange:
    """Keeps a fact that a member of staff has set."""
    change = FactChange(name, value, before="", by="Mette")
    store.finish(None, now, Changes(facts=(change,)))
    return change


class StoreContract(CountsContract):
    """Tests for every store."""

    @pytest.fixture
    def store(self, stores: Stores) -> Store:
        return stores.open()

    # The inbox

    def test_new_updates_are_given_back_in_order(self, store: Store) -> None:
        assert store.receive(updates(7, 8, 9), NOW) == updates(7, 8, 9)

    def test_a_repeated_update_is_not_given_twice(self, store: Store) -> None:
        store.receive(updates(7, 8), NOW)
        assert store.receive(updates(8, 9), NOW) == updates(9)

    def test_an_update_repeated_in_one_batch_is_given_once(self, store: Store) -> None:
        assert store.receive([*updates(7), *updates(7)], NOW) == updates(7)

    def test_a_handled_update_is_not_given_again(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        store.finish(7, NOW)
        assert store.receive(updates(7), NOW) == []
        assert store.waiting() == []

    def test_receiving_nothing_is_fine(self, store: Store) -> None:
        assert store.receive([], NOW) == []

    def test_what_waits_survives_reopening_oldest_first(self, stores: Stores) -> None:
        stores.open().receive(updates(9, 7, 8), NOW)
        assert stores.open().waiting() == updates(7, 8, 9)

    def test_what_was_handled_stays_handled_after_reopening(self, stores: Stores) -> None:
        store = stores.open()
        store.receive(updates(7, 8), NOW)
        store.finish(7, NOW)
        assert stores.open().waiting() == updates(8)
        assert stores.open().receive(updates(7, 8), NOW) == []

    def test_strange_payloads_come_back_as_they_were(self, store: Store) -> None:
        strange = Update(7, '{"words": "\x00 \ud83d 🏠 \u202e شو"}')
        store.receive([strange], NOW)
        assert store.waiting() == [strange]

    def test_ids_as_large_as_the_channel_allows_are_kept(self, store: Store) -> None:
        store.receive(updates(2**62), NOW)
        assert store.waiting() == updates(2**62)

    # Chats

    def test_an_unknown_chat_has_no_memory(self, store: Store) -> None:
        assert store.memory(RESIDENT) is None

    @pytest.mark.parametrize(
        "memory",
        [
            Memory(),
            Memory("ar"),
            Memory("da", chosen=True),
            Memory("da", chosen=True, candidate="tr"),
            Memory("en", asked=True, reads="ta"),
        ],
    )
    def test_what_is_remembered_comes_back_whole(self, stores: Stores, memory: Memory) -> None:
        remember(stores.open(), RESIDENT, memory)
        assert stores.open().memory(RESIDENT) == memory

    def test_a_translation_is_kept_until_it_is_old(self, store: Store) -> None:
        assert store.retold("a key") is None
        store.keep_retold("a key", "words", NOW)
        store.keep_retold("a key", "other words", NOW)
        assert store.retold("a key") == "words"
        store.forget_old(NOW + dt.timedelta(days=89), 90)
        assert store.retold("a key") == "words"
        store.forget_old(NOW + dt.timedelta(days=91), 90)
        assert store.retold("a key") is None

    def test_the_newest_memory_counts(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("da"))
        remember(store, RESIDENT, Memory("tr"))
        assert store.memory(RESIDENT) == Memory("tr")

    def test_chats_are_kept_apart(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("da"))
        remember(store, NEIGHBOUR, Memory("tr"))
        assert (store.memory(RESIDENT), store.memory(NEIGHBOUR)) == (Memory("da"), Memory("tr"))

    def test_a_forgotten_chat_is_gone_and_its_neighbour_is_not(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("da"))
        remember(store, NEIGHBOUR, Memory("tr"))
        remember(store, RESIDENT, None)
        assert (store.memory(RESIDENT), store.memory(NEIGHBOUR)) == (None, Memory("tr"))

    def test_forgetting_an_unknown_chat_is_fine(self, store: Store) -> None:
        remember(store, RESIDENT, None)
        assert store.memory(RESIDENT) is None

    # Finishing

    def test_finish_drops_the_update_and_remembers_in_one_go(self, stores: Stores) -> None:
        store = stores.open()
        store.receive(updates(7, 8), NOW)
        store.finish(7, NOW, Changes(chats={RESIDENT: Memory("ar")}))
        reopened = stores.open()
        assert reopened.waiting() == updates(8)
        assert reopened.memory(RESIDENT) == Memory("ar")

    def test_a_finish_that_fails_changes_nothing(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        unstorable = Memory(language={"no": "text"})  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"."):
            store.finish(7, NOW, Changes(chats={NEIGHBOUR: Memory("tr"), RESIDENT: unstorable}))
        assert store.waiting() == updates(7)
        assert store.memory(NEIGHBOUR) is None

    def test_the_store_works_on_after_a_failure(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        with pytest.raises(Exception, match=r"."):
            store.finish(7, NOW, Changes(chats={RESIDENT: Memory(language={"no": "text"})}))  # type: ignore[arg-type]
        store.finish(7, NOW, Changes(chats={RESIDENT: Memory("ar")}))
        assert (store.waiting(), store.memory(RESIDENT)) == ([], Memory("ar"))

    def test_finish_can_forget_a_chat(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("ar"))
        store.receive(updates(7), NOW)
        store.finish(7, NOW, Changes(chats={RESIDENT: None}))
        assert store.memory(RESIDENT) is None

    def test_finishing_twice_is_fine(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        store.finish(7, NOW, Changes(chats={RESIDENT: Memory("ar")}))
        store.finish(7, NOW)
        assert store.memory(RESIDENT) == Memory("ar")

    # Growing old

    def test_ids_are_dropped_after_two_days_and_not_before(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        store.finish(7, NOW)
        assert store.forget_old(NOW + 47 * HOUR, KEEP_DAYS)["update ids"] == 0
        assert store.receive(updates(7), NOW) == []
        assert store.forget_old(NOW + 49 * HOUR, KEEP_DAYS)["update ids"] == 1

    def test_what_still_waits_is_never_forgotten(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        store.forget_old(NOW + 400 * DAY, KEEP_DAYS)
        assert store.waiting() == updates(7)
        assert store.receive(updates(7), NOW + 400 * DAY) == []

    def test_languages_are_kept_their_days_after_the_last_use(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("ar"))
        remember(store, NEIGHBOUR, Memory("tr"), NOW + DAY)
        assert store.forget_old(NOW + KEEP_DAYS * DAY, KEEP_DAYS)["language choices"] == 0
        assert store.forget_old(NOW + (KEEP_DAYS + 1) * DAY, KEEP_DAYS)["language choices"] == 1
        assert (store.memory(RESIDENT), store.memory(NEIGHBOUR)) == (None, Memory("tr"))

    def test_use_keeps_a_language_longer(self, store: Store) -> None:
        remember(store, RESIDENT, Memory("ar"))
        store.receive(updates(7), NOW)
        store.finish(7, NOW + 80 * DAY, Changes(chats={RESIDENT: Memory("ar")}))
        store.forget_old(NOW + 120 * DAY, KEEP_DAYS)
        assert store.memory(RESIDENT) == Memory("ar")

    # Many at once

    def test_of_many_threads_receiving_the_same_update_one_gets_it(self, store: Store) -> None:
        with ThreadPoolExecutor(8) as threads:
            got = list(threads.map(lambda _: store.receive(updates(7), NOW), range(16)))
        assert sum(map(len, got)) == 1

    def test_many_threads_finish_without_getting_in_each_others_way(self, store: Store) -> None:
        store.receive(updates(*range(40)), NOW)
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda each: store.finish(each, NOW, Changes(chats={str(each): Memory("da")})), range(40)))
        assert store.waiting() == []
        assert all(store.memory(str(each)) == Memory("da") for each in range(40))

    # Cases

    def test_a_case_comes_back_as_it_was_kept(self, stores: Stores) -> None:
        case = opened(stores.open())
        again = stores.open()
        assert again.case(case.number) == case
        assert again.cases_of(RESIDENT) == (case,)
        assert again.cases_of(NEIGHBOUR) == ()
        assert again.address_of(case.number) == RESIDENT

    def test_a_case_changes_as_a_whole(self, store: Store) -> None:
        case = replace(opened(store), topic=33, claimed_by="Mette", answered=NOW, closed=NOW, status=Status.CLOSED)
        store.finish(None, NOW, Changes(cases=(CaseChange(case),)))
        assert store.case(case.number) == case
        assert store.case_in(33) == case
        assert store.cases(only_open=True) == ()
        assert store.address_of(case.number) == RESIDENT

    def test_numbers_are_never_used_again(self, stores: Stores) -> None:
        first = opened(stores.open())
        stores.open().finish(None, NOW, Changes(dropped_cases=(first.number,)))
        assert opened(stores.open()).number > first.number

    def test_a_dropped_case_takes_its_links_and_its_letters_along(self, store: Store) -> None:
        case = opened(store)
        store.sent([], [Link(case.number, 1, 2, from_staff=False)])
        store.finish(None, NOW, Changes(outgoing=(letter("bye", case.number), letter("to all"))))
        store.finish(None, NOW, Changes(dropped_cases=(case.number,)))
        assert (store.links_of(case.number), store.link_at_staff(2)) == ((), None)
        assert [each.outgoing.text for each in store.outgoing()] == ["to all"]

    def test_a_link_to_a_case_that_is_gone_is_not_kept(self, store: Store) -> None:
        store.sent([], [Link(99, 1, 2, from_staff=True)])
        assert store.link_at_staff(2) is None

    def test_in_another_group_no_number_means_anything(self, store: Store) -> None:
        case = opened(store)
        store.finish(None, NOW, Changes(cases=(CaseChange(replace(case, topic=5)),)))
        store.sent([], [Link(case.number, 1, 2, from_staff=True)])
        store.leave_group()
        assert (store.case_in(5), store.link_at_staff(2), store.case(case.number)) == (None, None, case)

    def test_the_newest_link_of_a_message_counts(self, store: Store) -> None:
        case = opened(store)
        store.sent([], [Link(case.number, number, 2, from_staff=True) for number in (1, 3)])
        assert store.link_at_staff(2) == Link(case.number, 3, 2, from_staff=True)

    def test_together_holds_back_others(self, store: Store) -> None:
        case = opened(store)

        def claim() -> None:
            with store.together():
                found = store.case(case.number)
                assert found is not None
                time.sleep(0.001)
                count = int(found.claimed_by or 0) + 1
                store.finish(None, NOW, Changes(cases=(CaseChange(replace(found, claimed_by=str(count))),)))

        with ThreadPoolExecutor(8) as pool:
            for _ in range(40):
                pool.submit(claim)
        found = store.case(case.number)
        assert found is not None
        assert found.claimed_by == "40"

    # Chats in hand

    def test_the_first_update_of_each_chat_is_taken_in_hand_and_the_next_when_it_is_finished(
        self, store: Store
    ) -> None:
        store.receive([Update(3, "b", "b"), Update(1, "a", "a"), Update(2, "a again", "a")], NOW)
        assert [each.id for each in store.claim(1)] == [1]
        assert [each.id for each in store.claim(5)] == [3]
        assert store.claim(5) == []
        store.finish(1, NOW)
        assert [each.id for each in store.claim(5)] == [2]

    def test_a_chat_with_very_many_updates_holds_up_no_other(self, store: Store) -> None:
        store.receive([*(Update(number, "a", "a") for number in range(300)), Update(300, "b", "b")], NOW)
        assert [each.id for each in store.claim(1)] == [0]
        assert [each.id for each in store.claim(1)] == [300]

    def test_what_was_in_hand_and_given_back_can_be_taken_again(self, store: Store) -> None:
        store.receive([Update(1, "a", "a")], NOW)
        assert [store.claim(5), store.claim(5)] == [[Update(1, "a")], []]
        store.let_go()
        assert store.claim(5) == [Update(1, "a")]

    def test_what_follows_from_an_update_is_kept_once(self, store: Store) -> None:
        store.receive([Update(1, "a", "a")], NOW)
        for _ in range(2):
            store.finish(1, NOW, Changes(outgoing=(letter("one"),)))
        assert len(store.outgoing()) == 1

    def test_of_each_chat_the_first_is_sent_first_and_urgent_chats_before_others(self, store: Store) -> None:
        case, other = opened(store), opened(store)
        calm = replace(letter("calm", other.number), to=NEIGHBOUR)
        urgent = replace(letter("urgent", case.number), priority=0)
        store.finish(None, NOW, Changes(outgoing=(calm, letter("to nobody's case"), urgent)))
        first, second = store.lanes(NOW, 1).taken, store.lanes(NOW, 5).taken
        assert [[each.outgoing.text for each in store.first_in(lane)] for lane in (*first, *second)] == [
            ["urgent"],
            ["calm"],
        ]
        store.release(first[0])
        assert store.lanes(NOW, 5).taken == first

    def test_what_is_not_due_is_not_taken_and_its_time_is_told(self, store: Store) -> None:
        store.finish(None, NOW, Changes(outgoing=(letter("one"),)))
        (queued,) = store.outgoing()
        store.postpone([queued.id], NOW + HOUR, unknown=False)
        found = store.lanes(NOW, 5)
        assert (found.taken, found.later) == ((), NOW + HOUR)
        assert len(store.lanes(NOW + HOUR, 5).taken) == 1

    def test_what_waits_for_the_staff_of_a_case_and_how_much_waits_in_all(self, store: Store) -> None:
        case = opened(store)
        to_resident = replace(letter("to resident", case.number), to=RESIDENT)
        store.finish(None, NOW, Changes(outgoing=(letter("of case", case.number), letter("of none"), to_resident)))
        assert [each.outgoing.text for each in store.outgoing_to_staff(case.number)] == ["of case"]
        assert store.outgoing_count() == 3

    # The outbox

    def test_what_is_to_be_sent_comes_back_urgent_first_and_whole(self, stores: Stores) -> None:
        urgent = replace(
            letter("help"),
            priority=0,
            buttons=((Button("Ja", Action(StaffVerb.CLAIM, "1")), Button("No", Action(Verb.DECLINED))),),
            source=4,
            target=5,
            copied_from="7",
            rtl=True,
            merge=True,
        )
        stores.open().finish(None, NOW, Changes(outgoing=(letter("one"), letter("two"), urgent)))
        assert [each.outgoing for each in stores.open().outgoing()] == [urgent, letter("one"), letter("two")]

    def test_what_waits_of_a_case_goes_before_what_is_urgent_in_it(self, store: Store) -> None:
        case = opened(store)
        first, second = letter("one", case.number), replace(letter("two", case.number), priority=0)
        store.finish(None, NOW, Changes(outgoing=(letter("of another"), first)))
        store.finish(None, NOW, Changes(outgoing=(second,)))
        assert [each.outgoing for each in store.outgoing()] == [first, second, letter("of another")]

    def test_what_is_being_sent_waits_no_more_until_its_end_is_unknown(self, store: Store) -> None:
        store.finish(None, NOW, Changes(outgoing=(letter("one"),)))
        (queued,) = store.outgoing()
        store.sending([queued.id])
        assert store.outgoing() == []
        assert len(store.outgoing(being_sent=True)) == 1
        lanes = store.lanes(NOW, 5)
        assert (len(lanes.taken), lanes.unseen) == (1, 1)
        (again,) = store.outgoing()
        assert (again.unknown, again.attempts, again.outgoing) == (True, 1, letter("one"))

    def test_what_is_put_off_says_until_when(self, store: Store) -> None:
        store.finish(None, NOW, Changes(outgoing=(letter("one"),)))
        (queued,) = store.outgoing()
        store.postpone([queued.id], NOW + HOUR, unknown=False)
        assert [(each.due, each.unknown) for each in store.outgoing()] == [(NOW + HOUR, False)]

    def test_what_has_arrived_is_gone_and_its_link_is_there(self, store: Store) -> None:
        case = opened(store)
        store.finish(None, NOW, Changes(outgoing=(letter("one", case.number),)))
        (queued,) = store.outgoing()
        link = Link(case.number, 1, 2, from_staff=False)
        store.sent([queued.id], [link])
        assert store.outgoing(being_sent=True) == []
        assert (store.links_of(case.number), store.link_at_staff(2)) == ((link,), link)

    def test_giving_up_and_what_follows_is_one(self, store: Store) -> None:
        store.finish(None, NOW, Changes(outgoing=(letter("one"),)))
        (queued,) = store.outgoing()
        store.drop([queued.id], NOW, Changes(outgoing=(letter("told"),)))
        assert [each.outgoing.text for each in store.outgoing()] == ["told"]

    def test_a_finish_that_fails_queues_nothing(self, store: Store) -> None:
        unstorable = Memory(language={"no": "text"})  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"."):
            store.finish(None, NOW, Changes(chats={RESIDENT: unstorable}, outgoing=(letter("one"),)))
        assert store.outgoing() == []

    def test_a_note_is_kept_under_its_name(self, stores: Stores) -> None:
        assert stores.open().note("day") is None
        stores.open().note("day", "2027-03-01")
        assert stores.open().note("day") == "2027-03-01"

    # Facts

    def test_no_fact_is_set_at_first(self, store: Store) -> None:
        assert store.facts() == store.facts(history=True) == ()

    def test_a_fact_comes_back_with_who_set_it_and_when(self, stores: Stores) -> None:
        change = set_fact(stores.open(), "vote.place", "Beboerhuset")
        (found,) = stores.open().facts()
        assert (found.change, found.at) == (change, NOW)

    def test_the_newest_value_of_a_fact_holds_and_the_others_are_remembered(self, store: Store) -> None:
        first, other = set_fact(store, "vote.place", "Skolen"), set_fact(store, "phase", "adopted")
        last = set_fact(store, "vote.place", "", NOW + HOUR)
        assert [each.change for each in store.facts()] == [other, last]
        assert [each.change for each in store.facts(history=True)] == [first, other, last]

    def test_a_fact_given_back_to_the_file_is_set_no_more(self, store: Store) -> None:
        set_fact(store, "vote.place", "Skolen")
        set_fact(store, "vote.place", None)
        assert store.facts() == ()
        assert len(store.facts(history=True)) == 2

    def test_a_former_fact_is_dropped_after_a_year_and_one_that_holds_never(self, store: Store) -> None:
        set_fact(store, "vote.place", "Skolen")
        last = set_fact(store, "vote.place", "Beboerhuset")
        assert store.forget_old(NOW + 364 * DAY, KEEP_DAYS)["former facts"] == 0
        assert store.forget_old(NOW + 366 * DAY, KEEP_DAYS)["former facts"] == 1
        assert [each.change for each in store.facts(history=True)] == [last]

    def test_a_finish_that_fails_sets_no_fact(self, store: Store) -> None:
        unstorable = Memory(language={"no": "text"})  # type: ignore[arg-type]
        change = FactChange("phase", "adopted", before="", by="Mette")
        with pytest.raises(Exception, match=r"."):
            store.finish(None, NOW, Changes(chats={RESIDENT: unstorable}, facts=(change,)))
        assert store.facts() == ()
