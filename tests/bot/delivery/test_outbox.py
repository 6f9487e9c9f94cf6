"""The outbox: in order, never lost, at worst once more and marked; what cannot arrive is told to the staff."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography.fernet import Fernet

from bot.cases.case import Case, Status
from bot.delivery import outbox as module
from bot.delivery.channel import Blocked, Busy, Refused, TopicGone, Unseen
from bot.delivery.limits import SendLimit
from bot.delivery.outbox import Outbox
from bot.effects import STAFF, Outgoing, Sending
from bot.messages import Address, Written
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from knowledge.content import Knowledge
from tests.bot.desk import Desk, danger, plain

PATIENCE = 10.0


class NoLimit(SendLimit):
    """Telegram in a good mood."""

    OVERALL = CHAT = GROUP = (1_000_000, 1.0)


class Post:
    """A channel that takes everything, but for what it is told to refuse."""

    def __init__(self) -> None:
        self.arrived: list[Outgoing] = []
        self.marks: list[tuple[Address, int, bool]] = []
        self.faults: list[tuple[Callable[[Outgoing], bool], Exception]] = []
        self._number = 5000

    def fails_once(self, error: Exception, when: Callable[[Outgoing], bool] = lambda _: True) -> None:
        self.faults.append((when, error))

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:  # noqa: ARG002
        await asyncio.sleep(0)
        for fault in self.faults:
            if fault[0](outgoing):
                self.faults.remove(fault)
                if isinstance(fault[1], Unseen):
                    self.arrived.append(outgoing)  # it did arrive, only nobody saw it
                raise fault[1]
        self.arrived.append(outgoing)
        self._number += 1
        return self._number

    async def mark(self, address: Address, message: int, *, delivered: bool) -> None:
        self.marks.append((address, message, delivered))

    def texts(self, to: Address) -> list[str]:
        return [plain(each.text) for each in self.arrived if each.to == to]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRST_PAUSE", "LONGEST_PAUSE", "SHORTEST_SLEEP"):
        monkeypatch.setattr(module, name, 0.01)


@pytest.fixture
def desk(knowledge: Knowledge, tmp_path: Path) -> Iterator[Desk]:
    store = SqliteStore(tmp_path / "nabo.db", Seal(Fernet.generate_key().decode()))
    desk = Desk(knowledge, store)
    yield desk
    desk.store.close()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest_asyncio.fixture
async def outbox(desk: Desk, post: Post) -> AsyncIterator[Outbox]:
    outbox = Outbox(desk.store, post, desk.casework, desk.clock, NoLimit())
    task = asyncio.create_task(outbox.run())
    yield outbox
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def emptied(desk: Desk, outbox: Outbox) -> None:
    outbox.wake()
    async with asyncio.timeout(PATIENCE):
        while desk.store.outgoing(being_sent=True):
            desk.passes(seconds=0.02)
            outbox.wake()
            await asyncio.sleep(0.005)


def to_staff(outgoing: Outgoing) -> bool:
    return outgoing.to == STAFF


def to_resident(outgoing: Outgoing) -> bool:
    return outgoing.to != STAFF


pytestmark = pytest.mark.asyncio


async def test_a_case_arrives_in_order_and_its_topic_is_kept(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.writes("he hits me", danger())
    await emptied(desk, outbox)
    assert [each.kind for each in post.arrived if to_staff(each)] == [Sending.OPEN_TOPIC, *[Sending.SAY] * 3]
    assert desk.case().topic == 5001 or desk.case().topic is not None
    assert len(desk.store.links_of(1)) == 1


async def test_what_telegram_holds_back_comes_later_in_the_same_order(desk: Desk, post: Post, outbox: Outbox) -> None:
    post.fails_once(Busy(0.05), to_staff)
    desk.writes("he hits me", danger())
    await emptied(desk, outbox)
    assert [each.kind for each in post.arrived if to_staff(each)] == [Sending.OPEN_TOPIC, *[Sending.SAY] * 3]


async def test_words_whose_arrival_was_not_seen_come_again_and_say_so(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Unseen(), to_staff)
    desk.writes("hello?")
    await emptied(desk, outbox)
    first, second = [text for text in post.texts(STAFF) if "hello?" in text]
    assert second == f"{first}\n(måske sendt to gange)"


async def test_an_answer_whose_arrival_was_not_seen_says_so_in_the_residents_language(
    desk: Desk, post: Post, outbox: Outbox
) -> None:
    case = desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Unseen(), to_resident)
    desk.staff_in(case.number, Written("Kom forbi"))
    await emptied(desk, outbox)
    again = desk.knowledge.languages["en"].texts("case-from-staff-again")
    assert [again in text for text in post.texts("1001")[-2:]] == [False, True]


async def test_a_restart_in_the_middle_loses_nothing(desk: Desk, post: Post) -> None:
    desk.agrees("i cannot pay")
    desk.store.sending([each.id for each in desk.store.outgoing()])
    assert desk.store.outgoing() == []
    outbox = Outbox(desk.store, post, desk.casework, desk.clock, NoLimit())
    task = asyncio.create_task(outbox.run())
    await emptied(desk, outbox)
    task.cancel()
    assert any("i cannot pay" in text and "måske sendt to gange" in text for text in post.texts(STAFF))


async def test_lines_that_wait_together_go_as_one_message(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Busy(0.1), to_staff)
    for line in ("one", "two", "three"):
        desk.writes(line)
    await emptied(desk, outbox)
    assert post.texts(STAFF)[-1] == "Birk 10 skriver:\none\ntwo\nthree"
    assert len({link.staff_message for link in desk.store.links_of(1)}) == 2
    assert len(desk.store.links_of(1)) == 4


async def test_what_has_waited_long_says_so(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.agrees("i cannot pay")
    desk.passes(minutes=7)
    await emptied(desk, outbox)
    assert any("ventede 7 min. i køen" in text for text in post.texts(STAFF))


async def test_a_resident_who_blocked_nabo_parks_the_case_and_the_staff_are_told(
    desk: Desk, post: Post, outbox: Outbox
) -> None:
    case = desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Blocked(), to_resident)
    message = desk.staff_in(case.number, Written("Kom forbi"))
    await emptied(desk, outbox)
    assert desk.case().status is Status.PARKED
    assert (STAFF, message, False) in post.marks
    assert any("blokeret" in text for text in post.texts(STAFF))


async def test_a_delivered_answer_is_marked_as_that(desk: Desk, post: Post, outbox: Outbox) -> None:
    case = desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    message = desk.staff_in(case.number, Written("Kom forbi"))
    async with asyncio.timeout(PATIENCE):
        while (STAFF, message, True) not in post.marks:
            await asyncio.sleep(0.005)


async def test_a_deleted_topic_is_made_again_with_its_head(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    before = desk.case().topic
    post.fails_once(TopicGone(), to_staff)
    post.arrived.clear()
    desk.writes("hello?")
    desk.writes("is anybody there")
    await emptied(desk, outbox)
    assert desk.case().topic != before
    kinds = [each.kind for each in post.arrived if to_staff(each)]
    assert kinds[0] is Sending.OPEN_TOPIC
    assert "hello?\nis anybody there" in post.texts(STAFF)[-1]


async def test_a_group_that_takes_nothing_calls_out_the_colleagues_once_for_an_urgent_case(
    desk: Desk, post: Post, outbox: Outbox
) -> None:
    for _ in range(3):
        post.fails_once(Blocked(), to_staff)
    desk.writes("he hits me", danger())
    await emptied(desk, outbox)
    assert len(post.texts("4711")) == 1
    assert "he hits me" not in post.texts("4711")[0]
    assert any("he hits me" in text for text in post.texts(STAFF)), "it still arrives once the group takes it"


async def test_what_telegram_will_never_take_is_dropped_and_told(desk: Desk, post: Post, outbox: Outbox) -> None:
    case = desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Refused("message to copy not found"), to_resident)
    desk.staff_in(case.number, Written("Kom forbi"))
    await emptied(desk, outbox)
    assert any("kunne ikke leveres" in text for text in post.texts(STAFF))


async def test_one_chat_that_is_held_back_holds_back_no_other(desk: Desk, post: Post, outbox: Outbox) -> None:
    desk.agrees("i cannot pay")
    await emptied(desk, outbox)
    post.fails_once(Busy(0.3), to_staff)
    desk.writes("hello?")
    desk.staff_in(1, Written("Kom forbi"))
    outbox.wake()
    async with asyncio.timeout(PATIENCE):
        while not any("Kom forbi" in text for text in post.texts("1001")):
            await asyncio.sleep(0.005)
    assert not any("hello?" in text for text in post.texts(STAFF))
