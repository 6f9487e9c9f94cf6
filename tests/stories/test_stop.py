"""Stopping: nothing in hand is lost, nothing is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, faults
from tests.stories.dialogue import Dialogue
from tests.stories.process import process
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_sigterm_ends_the_process_after_the_answer_in_hand(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    lene = Dialogue(server.user(95, language_code="da"), knowledge.languages["da"])
    async with process(server, tmp_path, cache) as nabo:
        await nabo.start_and_poll()
        await lene.starts()

        server.faults.next("sendMessage", faults.delay(0.5))
        await lene.resident.says("Stiger min husleje?")
        await server.world.changes.until(lambda: len(server.calls("sendMessage")) > 1 or None, 30, "an answer begun")
        assert await nabo.stop() == 0
        assert (await lene.hears()).is_about("plan.rent")
        assert "Nabo has stopped" in nabo.said()

        await nabo.start_and_poll()
        assert (await lene.says("Hvornår begynder byggeriet?")).is_about("plan.start")
        assert await nabo.stop() == 0
    assert lene.unheard == []


async def test_what_could_not_be_answered_before_the_stop_is_answered_after_the_start(program: Program) -> None:
    program.more_settings = {"stop_seconds": 0.1}
    await program.start()
    lene = program.resident(95, "da")
    await lene.starts()

    program.server.faults.next("sendMessage", faults.too_many(60))
    await lene.resident.says("Stiger min husleje?")
    await lene.resident.says("Hvornår begynder byggeriet?")
    await program.server.called("sendMessage", 2, 30)
    await program.stop()
    assert lene.unheard == []

    await program.start()
    assert (await lene.hears()).is_about("plan.rent")
    assert (await lene.hears()).is_about("plan.start")
