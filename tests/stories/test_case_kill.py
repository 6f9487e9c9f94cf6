"""`kill -9` at any moment under the traffic of cases: every word arrives, in its own topic, and a copy says so."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.process import process
from tests.stories.siege import CRY, RESIDENTS, Siege

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

SEED = 20261124
KILLS = 60
"""More of them: `python -m tests.benchmarks.kills`."""


async def test_every_word_arrives_in_its_own_topic_however_often_nabo_is_killed(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    decision = understanding.decide(CRY, "da")
    assert decision.escalation
    assert decision.escalation.mode == "automatic"

    siege = Siege(server, knowledge, random.Random(SEED))  # noqa: S311 - not for secrets
    async with process(server, tmp_path, cache, **siege.settings) as nabo:
        toll = await siege.lasts(KILLS, nabo)

    print(toll)
    assert (toll.lost, toll.elsewhere, toll.unmarked) == (0, 0, 0)
    assert [len(each.topics) for each in siege.writers] == [1] * RESIDENTS
    assert toll.messages > KILLS
