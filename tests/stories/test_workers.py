"""Two workers on one database: order and once-ness are kept, and what a dead one had in hand the other takes over."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, faults
from tests.stories.dialogue import PATIENCE, Dialogue
from tests.stories.office import Office
from tests.stories.test_kill import Curious, once, sure_questions
from tests.stories.workers import workers

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

RESIDENTS, QUESTIONS = 5, 8
TAKEN_OVER = 30.0
"""Seconds after a worker's death in which everything it had in hand is done."""


async def curious(server: BotApiServer, knowledge: Knowledge, understanding: Understanding) -> list[Curious]:
    """Residents who read Danish, have been greeted, and know what they will ask."""
    chance = random.Random(20261124)  # noqa: S311 - not for secrets
    questions = sure_questions(knowledge, understanding)
    residents = []
    for number in range(RESIDENTS):
        dialogue = Dialogue(server.user(1000 + number, language_code="da"), knowledge.languages["da"])
        await dialogue.starts()
        await dialogue.chooses(knowledge.languages["da"])
        residents.append(Curious(dialogue, chance.sample(questions, QUESTIONS)))
    return residents


async def asks_everything(each: Curious) -> None:
    """Without waiting for an answer in between."""
    while each.questions:
        each.asked.append(each.questions.pop())
        await each.dialogue.resident.says(each.asked[-1])


async def all_answered(server: BotApiServer, residents: list[Curious], patience: float) -> None:
    await server.world.changes.until(
        lambda: all(each.is_answered for each in residents) or None, patience, "every answer"
    )


async def test_two_workers_answer_each_question_once_and_in_order_though_updates_come_twice(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path, database: str
) -> None:
    async with workers(server, tmp_path, cache, database) as two:
        residents = await curious(server, knowledge, understanding)
        two.caller.twice = True
        await asyncio.gather(*(asks_everything(each) for each in residents))
        await all_answered(server, residents, PATIENCE * 2)
        assert [each.heard for each in residents] == [each.asked for each in residents]
        assert len(two.caller.taken) == len(two.all)


async def test_what_a_killed_worker_had_in_hand_is_done_by_the_other_within_half_a_minute(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path, database: str
) -> None:
    office = Office(server, server.forum(), knowledge.staff["da"])
    await office.opens()
    async with workers(server, tmp_path, cache, database, NABO_STAFF_CHAT=str(office.group.id)) as two:
        residents = await curious(server, knowledge, understanding)
        await residents[0].dialogue.resident.says("Min mand slår mig")
        room = await office.new_topic()
        server.faults.always("sendMessage", faults.delay(1))  # so that both have answers in hand at the kill
        before = len(server.calls("sendMessage"))
        await asyncio.gather(*(asks_everything(each) for each in residents[1:]))
        await server.called("sendMessage", before + len(residents), PATIENCE)
        await two.all[0].process.stop(signal.SIGKILL)
        killed = time.monotonic()
        server.faults.clear()
        await residents[0].dialogue.resident.says("Hun er i køkkenet")
        await all_answered(server, residents[1:], TAKEN_OVER)
        await server.world.changes.until(
            lambda: any("Hun er i køkkenet" in reply.text for reply in room.topic.sent) or None,
            TAKEN_OVER - (time.monotonic() - killed),
            "the words in the topic",
        )
        assert [once(each.heard) for each in residents[1:]] == [each.asked for each in residents[1:]]
        repeated = sum(len(each.heard) - len(each.asked) for each in residents[1:])
        print(f"all done {time.monotonic() - killed:.1f} s after the kill, {repeated} answers came again")
        assert repeated <= len(residents)
        assert len(office.group.topics) == 1
