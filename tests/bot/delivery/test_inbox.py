"""The inbox: everything written down is handled once, in order within a chat, whatever happens in between."""

from __future__ import annotations

import asyncio
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.delivery.inbox import Handle, Inbox
from bot.effects import Changes
from bot.store.interface import NOTHING, Update
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore

pytestmark = pytest.mark.asyncio

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
SHORT, PATIENCE = 0.01, 5.0


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "nabo.db", Seal(Fernet.generate_key().decode()))
    yield store
    store.close()


def update(number: int, chat: str = "a") -> Update:
    return Update(number, f"{chat} says {number}", chat)


def chat_of(one: Update) -> str:
    return one.payload.partition(" ")[0]


def inbox_of(store: SqliteStore, handle: Handle, side_by_side: int = 8) -> Inbox:
    return Inbox(store, handle, lambda: NOW, side_by_side)


class Desk:
    """A handler that notes what it handled; it keeps those chats waiting that are told to."""

    def __init__(self, *held: str) -> None:
        self.handled: list[int] = []
        self.at_once = self.most_at_once = 0
        self._open = {chat: asyncio.Event() for chat in held}
        self.failing: set[int] = set()

    def lets_go(self, chat: str) -> None:
        self._open[chat].set()

    async def __call__(self, one: Update) -> None:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            await asyncio.sleep(0.001)
            if chat_of(one) in self._open:
                await self._open[chat_of(one)].wait()
            if one.id in self.failing:
                raise ValueError(one.payload)
            self.handled.append(one.id)
        finally:
            self.at_once -= 1

    async def has_handled(self, *numbers: int) -> None:
        """Waits until it has."""
        async with asyncio.timeout(PATIENCE):
            while not set(numbers) <= set(self.handled):
                await asyncio.sleep(0.001)


async def settled(inbox: Inbox) -> None:
    async with asyncio.timeout(PATIENCE):
        await inbox.settled()


async def test_messages_of_a_chat_are_handled_in_order(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1), update(2)])
    await inbox.accept([update(3), update(4)])
    await settled(inbox)
    assert desk.handled == [1, 2, 3, 4]
    assert store.waiting() == []


async def test_one_chat_never_has_two_messages_in_hand(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk)
    await inbox.accept([update(number) for number in range(6)])
    await settled(inbox)
    assert desk.most_at_once == 1


async def test_a_chat_that_takes_long_does_not_hold_up_another(store: SqliteStore) -> None:
    desk = Desk("slow")
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1, "slow"), update(2, "quick"), update(3, "quick")])
    await desk.has_handled(2, 3)
    assert desk.handled == [2, 3]
    desk.lets_go("slow")
    await settled(inbox)
    assert desk.handled == [2, 3, 1]


async def test_no_more_chats_are_answered_at_once_than_allowed(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk, side_by_side=3)
    await inbox.accept([update(number, f"chat{number}") for number in range(12)])
    await settled(inbox)
    assert desk.most_at_once == 3
    assert sorted(desk.handled) == list(range(12))


async def test_when_accept_returns_everything_is_written_down(store: SqliteStore) -> None:
    desk = Desk("a")
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1), update(2)])
    assert store.waiting() == [update(1), update(2)]
    await inbox.stop(0)


async def test_a_message_that_cannot_be_handled_does_not_stop_the_rest(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk()
    desk.failing = {2}
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1), update(2), update(3), update(4, "other")])
    await settled(inbox)
    assert sorted(desk.handled) == [1, 3, 4]
    assert store.waiting() == []
    assert "update 2 could not be handled: ValueError" in caplog.text
    assert "says" not in caplog.text, "the log holds what a resident wrote"


class StumblingStore(SqliteStore):
    """Cannot finish the first update it is told to, as on a full disk."""

    stumbled = False

    def finish(self, update_id: int | None, now: dt.datetime, changes: Changes = NOTHING) -> None:
        if not self.stumbled:
            self.stumbled = True
            full = sqlite3.OperationalError("database or disk is full")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise full
        super().finish(update_id, now, changes)


async def test_a_store_that_stumbles_once_is_tried_again_and_nothing_is_handled_twice(tmp_path: Path) -> None:
    store = StumblingStore(tmp_path / "stumbling.db", Seal(Fernet.generate_key().decode()))
    desk = Desk()
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1)])
    await settled(inbox)
    await inbox.accept([update(2)])
    await settled(inbox)
    assert store.waiting() == []
    store.close()
    assert desk.handled == [1, 2]


async def test_a_repeated_update_is_handled_once(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1)])
    await inbox.accept([update(1), update(2)])
    await settled(inbox)
    await inbox.accept([update(1), update(2)])
    await settled(inbox)
    assert desk.handled == [1, 2]


async def test_what_a_crash_left_is_taken_up_in_order(store: SqliteStore) -> None:
    store.receive([update(1), update(2), update(3, "other")], NOW)  # written down, and then the power went
    desk = Desk()
    inbox = inbox_of(store, desk)
    inbox.wake()
    await inbox.accept([update(2), update(4)])
    await settled(inbox)
    assert [number for number in desk.handled if number != 3] == [1, 2, 4]
    assert sorted(desk.handled) == [1, 2, 3, 4]


async def test_a_clean_start_has_nothing_to_take_up(store: SqliteStore) -> None:
    inbox = inbox_of(store, Desk())
    inbox.wake()
    await settled(inbox)


async def test_stopping_lets_work_in_hand_finish(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk)
    await inbox.accept([update(1), update(2, "other")])
    await inbox.stop(PATIENCE)
    assert sorted(desk.handled) == [1, 2]
    assert store.waiting() == []


async def test_stopping_leaves_what_is_unfinished_for_the_next_start(store: SqliteStore) -> None:
    stuck = Desk("slow")
    inbox = inbox_of(store, stuck)
    await inbox.accept([update(1, "slow"), update(2, "slow"), update(3, "quick")])
    await stuck.has_handled(3)
    await inbox.stop(SHORT * 10)
    assert store.waiting() == [update(1, "slow"), update(2, "slow")]

    desk = Desk()
    store.let_go()
    again = inbox_of(store, desk)
    again.wake()
    await settled(again)
    assert desk.handled == [1, 2]


async def test_stopping_with_nothing_in_hand_is_fine(store: SqliteStore) -> None:
    await inbox_of(store, Desk()).stop(PATIENCE)


async def test_a_chat_is_answered_again_after_it_was_quiet(store: SqliteStore) -> None:
    desk = Desk()
    inbox = inbox_of(store, desk)
    for number in (1, 2, 3):
        await inbox.accept([update(number)])
        await settled(inbox)
    assert desk.handled == [1, 2, 3]


async def test_a_chat_that_is_not_admitted_yet_takes_no_place_from_others(store: SqliteStore) -> None:
    desk, door = Desk(), asyncio.Event()

    async def admit(one: Update) -> None:
        if chat_of(one) == "hasty":
            await door.wait()

    inbox = Inbox(store, desk, lambda: NOW, side_by_side=1, admit=admit)
    await inbox.accept([update(1, "hasty"), update(2, "calm")])
    await desk.has_handled(2)
    door.set()
    await settled(inbox)
    assert desk.handled == [2, 1]


async def test_an_update_is_handled_even_if_asking_for_it_fails(store: SqliteStore) -> None:
    async def admit(one: Update) -> None:
        raise ValueError(one.payload)

    desk = Desk()
    inbox = Inbox(store, desk, lambda: NOW, side_by_side=1, admit=admit)
    await inbox.accept([update(1)])
    await settled(inbox)
    assert desk.handled == [1]
