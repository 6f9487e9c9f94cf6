"""`kill -9` at any moment under the traffic of cases: every word arrives, in its own topic, and a copy says so."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, Reply, Topic
from tests.stories.dialogue import Dialogue, plain
from tests.stories.office import Office
from tests.stories.process import process
from tests.stories.test_kill import lives_and_dies

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

SEED = 20261124
KILLS = 60
RESIDENTS = 6
PAUSE = (2.0, 8.0)
"""Seconds between two messages of one resident, and between two answers of the staff to one."""
BEGIN_WITHIN = 60.0
"""Seconds in which all cases are opened, while the program lives and dies."""
ALL_ARRIVED = 300.0
"""Seconds; Telegram takes 20 messages a minute in a group."""
AGAIN = "(måske sendt to gange)"


@dataclass
class Writer:
    """A resident with a case, and Mette who answers in its topic."""

    dialogue: Dialogue
    office: Office
    said: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    @property
    def cry(self) -> str:
        """What opens the case."""
        return f"Min mand slår mig, {self.dialogue.resident.id}"

    @property
    def topics(self) -> list[Topic]:
        """Those in which there is anything of theirs."""
        mine = {self.cry, *self.said}
        return [topic for topic in self.office.group.topics if mine & {line for line, _ in lines(topic.sent, AGAIN)}]

    async def writes_on(self, enough: asyncio.Event, chance: random.Random) -> None:
        """Writes at chance moments until it is enough; the first words open the case."""
        await asyncio.sleep(chance.uniform(0, BEGIN_WITHIN))
        words = self.cry
        while not enough.is_set():
            self.said.append(words)
            await self.dialogue.resident.says(words)
            await asyncio.sleep(chance.uniform(*PAUSE))
            words = f"Vaskemaskinen er i stykker, {self.dialogue.resident.id}-{len(self.said)}"

    async def is_answered_on(self, enough: asyncio.Event, chance: random.Random) -> None:
        """Mette answers at chance moments until it is enough."""
        while not enough.is_set():
            await asyncio.sleep(chance.uniform(*PAUSE))
            for topic in self.topics:
                self.answered.append(f"Svar til {self.dialogue.resident.id}-{len(self.answered)}")
                await topic.says(self.office.mette, self.answered[-1])

    @property
    def arrived(self) -> Counter[tuple[str, bool]]:
        """How often each line is in a topic of theirs, by whether it is marked as a possible copy."""
        return Counter(line for topic in self.topics for line in lines(topic.sent, AGAIN))

    @property
    def heard(self) -> Counter[tuple[str, bool]]:
        """The same for the answers that came to the resident."""
        again = self.dialogue.language.texts("case-from-staff-again")
        return Counter(lines(self.dialogue.resident.sent, again))

    @property
    def is_done(self) -> bool:
        return there(self.said, self.arrived) and there(self.answered, self.heard)


def lines(shown: Sequence[Reply], again: str) -> Iterator[tuple[str, bool]]:
    """Every line, and whether its message says that it may be a copy."""
    for reply in shown:
        text = plain(reply.text)
        yield from ((line, plain(again) in text) for line in text.split("\n"))


def there(words: Sequence[str], found: Counter[tuple[str, bool]]) -> bool:
    """Whether all of these have arrived."""
    return {*words} <= {line for line, _ in found}


def copies(words: Sequence[str], found: Counter[tuple[str, bool]]) -> int:
    """How many came more than once; every copy says that it may be one."""
    assert [each for each in words if found[each, False] > 1] == []
    return sum(found[each, False] + found[each, True] - 1 for each in words)


async def test_every_word_arrives_in_its_own_topic_however_often_nabo_is_killed(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    danish = knowledge.languages["da"]
    office = Office(server, server.forum(), knowledge.staff["da"])
    await office.opens()
    people = [server.user(1000 + number, language_code="da") for number in range(RESIDENTS)]
    writers = [Writer(Dialogue(person, danish), office) for person in people]
    for each in writers:
        decision = understanding.decide(each.cry, "da")
        assert decision.escalation
        assert decision.escalation.mode == "automatic"

    settings = {"NABO_BURST": "1000", "NABO_STAFF_CHAT": str(office.group.id)}
    async with process(server, tmp_path, cache, **settings) as nabo:
        await nabo.start_and_poll()
        for each in writers:
            await each.dialogue.starts()
            await each.dialogue.chooses(danish)
        enough = asyncio.Event()
        ways = [way for each in writers for way in (each.writes_on, each.is_answered_on)]
        traffic = [asyncio.create_task(way(enough, chance)) for way in ways]
        assert await nabo.stop() == 0
        for _ in range(KILLS):
            await lives_and_dies(nabo, chance)
        enough.set()
        await asyncio.gather(*traffic)

        await nabo.start_and_poll()
        await server.world.changes.until(
            lambda: all(each.is_done for each in writers) or None, ALL_ARRIVED, f"every word; {nabo.said()[-2000:]}"
        )
        assert await nabo.stop() == 0

    again = sum(copies(each.said, each.arrived) + copies(each.answered, each.heard) for each in writers)
    said, answered = sum(len(each.said) for each in writers), sum(len(each.answered) for each in writers)
    empty = len(office.group.topics) - RESIDENTS
    print(f"{KILLS} kills, {said} messages, {answered} answers, {again} again and marked, {empty} topics made twice")
    assert [len(each.topics) for each in writers] == [1] * RESIDENTS
    assert len({each.topics[0].thread for each in writers}) == RESIDENTS
    assert not office.group.general.sent
    for each in writers:
        answers = {line for line, _ in each.heard if line.startswith("Svar til")}
        assert answers == {*each.answered}
        words = {line for line, _ in each.arrived if line.startswith(("Min mand", "Vaske"))}
        assert words == {*each.said}
    assert said > KILLS
