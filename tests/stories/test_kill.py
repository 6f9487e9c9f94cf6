"""`kill -9` at any moment under traffic: every question is answered, in order, and only the one in flight again."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.dialogue import Dialogue
from tests.stories.process import Process, process

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

SEED = 20261124
KILLS = 50
RESIDENTS = 6
KILLED_AFTER = (0.3, 1.0)
"""Seconds for which the program polls and answers before it is killed."""
KILLED_WHILE_STARTING = 10
"""One life in so many ends before it polls at all."""
ALL_ANSWERED = 120.0


@dataclass
class Curious:
    """A resident who asks one question after the other, each once."""

    dialogue: Dialogue
    questions: list[str]
    asked: list[str] = field(default_factory=list)
    heard_at_kills: list[int] = field(default_factory=list)
    """How many answers there were at each kill."""

    async def asks_on(self, enough: asyncio.Event, chance: random.Random) -> None:
        """Asks at chance moments until it is enough."""
        while not enough.is_set() and self.questions:
            self.asked.append(self.questions.pop())
            await self.dialogue.resident.says(self.asked[-1])
            await asyncio.sleep(chance.uniform(0.5, 2.5))

    @property
    def heard(self) -> list[str]:
        """The questions of the answers that came, in order."""
        titles = (reply.text.split("\n", maxsplit=1)[0] for reply in self.dialogue.resident.sent)
        return [title for title in titles if title in self.asked]

    @property
    def heard_in_each_life(self) -> list[list[str]]:
        """The same, by the life of the program in which the answer came."""
        bounds = [0, *self.heard_at_kills, len(self.heard)]
        return [self.heard[start:end] for start, end in pairwise(bounds)]

    @property
    def is_answered(self) -> bool:
        return len(set(self.heard)) == len(self.asked)


def sure_questions(knowledge: Knowledge, understanding: Understanding) -> list[str]:
    """Titles of entries, as questions: the first line of an answer is then the question itself."""
    titles = {entry: wording.title for entry, wording in knowledge.languages["da"].wordings.items()}
    decisions = {entry: understanding.decide(title, "da") for entry, title in titles.items()}
    return [
        titles[entry] for entry, decision in decisions.items() if (decision.entry, decision.language) == (entry, "da")
    ]


def once(answers: Sequence[str]) -> list[str]:
    """Without those that directly repeat the one before."""
    return [each for number, each in enumerate(answers) if number == 0 or answers[number - 1] != each]


async def lives_and_dies(nabo: Process, chance: random.Random) -> None:
    """One life, from the start to a kill at a chance moment."""
    if chance.randrange(KILLED_WHILE_STARTING) == 0:
        await nabo.start()
        await asyncio.sleep(chance.uniform(0.0, 1.0))
    else:
        await nabo.start_and_poll()
        await asyncio.sleep(chance.uniform(*KILLED_AFTER))
    assert await nabo.stop(signal.SIGKILL) == -signal.SIGKILL, nabo.said()


async def test_every_question_is_answered_however_often_nabo_is_killed(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    questions = sure_questions(knowledge, understanding)
    residents = []
    async with process(server, tmp_path, cache, NABO_BURST="1000") as nabo:
        await nabo.start_and_poll()
        for number in range(RESIDENTS):
            dialogue = Dialogue(server.user(1000 + number, language_code="da"), knowledge.languages["da"])
            await dialogue.starts()
            await dialogue.chooses(knowledge.languages["da"])
            residents.append(Curious(dialogue, chance.sample(questions, len(questions))))
        assert await nabo.stop() == 0

        enough = asyncio.Event()
        traffic = [asyncio.create_task(each.asks_on(enough, chance)) for each in residents]
        for _ in range(KILLS):
            await lives_and_dies(nabo, chance)
            for each in residents:
                each.heard_at_kills.append(len(each.heard))
        enough.set()
        await asyncio.gather(*traffic)

        await nabo.start_and_poll()
        await server.world.changes.until(
            lambda: all(each.is_answered for each in residents) or None, ALL_ANSWERED, "every answer"
        )
        assert await nabo.stop() == 0

    asked = sum(len(each.asked) for each in residents)
    heard = sum(len(each.heard) for each in residents)
    most = max(each.heard.count(question) for each in residents for question in each.asked)
    print(f"{KILLS} kills, {asked} questions, {asked} answered, {heard - asked} again, one at most {most} times")
    for each in residents:
        assert once(each.heard) == each.asked
        assert all(len(set(life)) == len(life) for life in each.heard_in_each_life)
    assert asked > KILLS
    # Twice, unless the next kill comes in the few milliseconds in which the answer is given for the second time.
    assert most <= 3
