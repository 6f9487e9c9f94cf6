from __future__ import annotations

import asyncio

import pytest

from bot.repeating import again_and_again

pytestmark = pytest.mark.asyncio

FAULT = "what was due could not be done"


async def test_a_look_that_fails_is_told_by_its_kind_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    looks = 0
    enough = asyncio.Event()

    async def look() -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise ValueError("what somebody wrote")
        enough.set()

    task = asyncio.create_task(again_and_again(look, 0.0, FAULT))
    await enough.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    assert [record.getMessage() for record in caplog.records] == [f"{FAULT}: ValueError"]
