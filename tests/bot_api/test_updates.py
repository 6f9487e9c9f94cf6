"""The queue of updates by itself."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot_api.conftest import Clock
from tests.bot_api.errors import ApiError
from tests.bot_api.faults import Faults
from tests.bot_api.updates import UpdateQueue


def _queue(count: int, faults: Faults | None = None, clock: Clock | None = None) -> UpdateQueue:
    queue = UpdateQueue(clock or Clock(), faults or Faults(), first_id=1)
    for number in range(count):
        queue.push({"message": {"text": str(number)}})
    return queue


def _ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


@given(st.integers(0, 30), st.lists(st.tuples(st.integers(-35, 40), st.integers(1, 100)), max_size=6))
@settings(max_examples=200)
def test_offsets_confirm_and_nothing_else_does(count: int, polls: list[tuple[int, int]]) -> None:
    async def scenario() -> None:
        queue, left = _queue(count), list(range(1, count + 1))
        for offset, limit in polls:
            if offset < 0:
                left = left[offset:]
            elif 0 < offset <= count + 1 + 10:
                left = [number for number in left if number >= offset]
            assert _ids(await queue.poll(offset, limit, 0)) == left[:limit]

    asyncio.run(scenario())


@given(st.integers(1, 25), st.integers(1, 7), st.booleans(), st.booleans())
def test_a_careful_poller_gets_everything(count: int, limit: int, twice: bool, reordered: bool) -> None:
    async def scenario() -> list[int]:
        faults = Faults()
        faults.duplicate_updates, faults.reorder_updates = twice, reordered
        queue, seen, offset = _queue(count, faults), list[int](), 0
        while batch := _ids(await queue.poll(offset, limit, 0)):
            seen += batch
            offset = max(offset, *batch, 0) + 1 if max(batch) >= offset else offset
        return seen

    seen = asyncio.run(scenario())
    assert sorted(set(seen)) == list(range(1, count + 1))
    assert len(seen) == count * (2 if twice else 1)


def test_updates_live_for_a_day() -> None:
    clock = Clock()
    queue = _queue(2, clock=clock)
    clock.moves(86_399)
    assert queue.pending == 2
    clock.moves(1)
    assert queue.pending == 0


def test_kinds_stay_chosen() -> None:
    queue = _queue(0)
    queue.push({"chat_member": {}})
    assert queue.pending == 0
    queue.allow(["chat_member"])
    queue.allow(None)
    queue.push({"message": {}})
    queue.push({"chat_member": {}})
    assert queue.pending == 1
    queue.allow([])
    queue.push({"message": {}})
    queue.push({"chat_member": {}})
    assert queue.pending == 2


def test_given_numbers_are_kept() -> None:
    queue = _queue(1)
    assert queue.push({"update_id": 50, "message": {}}) == 50
    assert queue.push({"message": {}}) == 51


@pytest.mark.asyncio
async def test_a_long_poll_wakes_at_once() -> None:
    queue = _queue(0)
    poll = asyncio.create_task(queue.poll(0, 100, 30))
    await asyncio.sleep(0.01)
    assert not poll.done()
    queue.push({"message": {}})
    async with asyncio.timeout(0.5):
        assert _ids(await poll) == [1]


@pytest.mark.asyncio
async def test_the_older_of_two_polls_ends() -> None:
    queue = _queue(0)
    older = asyncio.create_task(queue.poll(0, 100, 30))
    await asyncio.sleep(0)
    newer = asyncio.create_task(queue.poll(0, 100, 30))
    with pytest.raises(ApiError, match="Conflict: terminated by other getUpdates request"):
        await older
    queue.push({"message": {}})
    assert _ids(await newer) == [1]


@pytest.mark.asyncio
async def test_a_long_poll_ends_empty() -> None:
    assert await _queue(0).poll(0, 100, 0.02) == []
