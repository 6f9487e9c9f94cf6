"""What every store must do: inherit `StoreContract` and give it the fixture `stores`."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import pytest

from bot.effects import Changes, Memory
from bot.messages import Address
from bot.store.interface import Store, Update

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


class StoreContract:
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
        "memory", [Memory(), Memory("ar"), Memory("da", chosen=True), Memory("da", chosen=True, candidate="tr")]
    )
    def test_what_is_remembered_comes_back_whole(self, stores: Stores, memory: Memory) -> None:
        remember(stores.open(), RESIDENT, memory)
        assert stores.open().memory(RESIDENT) == memory

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
        unstorable = Memory(language=["ar"])  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"."):
            store.finish(7, NOW, Changes(chats={NEIGHBOUR: Memory("tr"), RESIDENT: unstorable}))
        assert store.waiting() == updates(7)
        assert store.memory(NEIGHBOUR) is None

    def test_the_store_works_on_after_a_failure(self, store: Store) -> None:
        store.receive(updates(7), NOW)
        with pytest.raises(Exception, match=r"."):
            store.finish(7, NOW, Changes(chats={RESIDENT: Memory(language=["ar"])}))  # type: ignore[arg-type]
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
