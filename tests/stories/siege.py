"""Residents with cases and a member of staff who answer each other while the program is killed again and again."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields

from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, Reply, Topic
from tests.stories.dialogue import Dialogue, plain
from tests.stories.office import Office
from tests.stories.process import Process
from tests.stories.test_kill import lives_and_dies

RESIDENTS = 6
PAUSE = (2.0, 8.0)
"""Seconds between two messages of one resident, and between two answers of the staff to one."""
BEGIN_WITHIN = 60.0
"""Seconds in which all cases are opened, while the program lives and dies."""
ALL_ARRIVED = 600.0
"""Seconds; Telegram takes 20 messages a minute in a group."""
AGAIN = "(måske sendt to gange)"
CRY = "Min mand slår mig"


@dataclass(frozen=True)
class Toll:
    """What came of a siege. Everything below `answers` counts messages, in both directions."""

    kills: int = 0
    messages: int = 0
    """Words of residents to the staff."""
    answers: int = 0
    lost: int = 0
    elsewhere: int = 0
    """In the topic of another case, outside all topics, or with another resident."""
    copied: int = 0
    """Came more than once."""
    unmarked: int = 0
    """Came more than once without saying that it may be a copy."""
    most_copies: int = 0
    """How often one of them came at most."""
    spare_topics: int = 0
    """Made twice, and empty."""

    def __add__(self, other: Toll) -> Toll:
        """Both together."""
        sums = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(Toll)}
        return Toll(**sums | {"most_copies": max(self.most_copies, other.most_copies)})


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
        return f"{CRY}, {self.dialogue.resident.id}"

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


class Siege:
    """The residents, the staff, and what they have said and heard."""

    def __init__(self, server: BotApiServer, knowledge: Knowledge, chance: random.Random) -> None:
        self._server = server
        self._danish = knowledge.languages["da"]
        self._chance = chance
        self.office = Office(server, server.forum(), knowledge.staff["da"])
        people = [server.user(1000 + number, language_code="da") for number in range(RESIDENTS)]
        self.writers = [Writer(Dialogue(person, self._danish), self.office) for person in people]

    @property
    def settings(self) -> dict[str, str]:
        """What the program needs to be set to."""
        return {"NABO_BURST": "1000", "NABO_STAFF_CHAT": str(self.office.group.id)}

    async def lasts(self, kills: int, nabo: Process, told: Callable[[], None] = lambda: None) -> Toll:
        """The whole of it; `told` is called after each kill."""
        await self.office.opens()
        await nabo.start_and_poll()
        for each in self.writers:
            await each.dialogue.starts()
            await each.dialogue.chooses(self._danish)
        assert await nabo.stop() == 0
        await self._killed(nabo, kills, told)
        await nabo.start_and_poll()
        changes = self._server.world.changes
        with contextlib.suppress(TimeoutError):  # what is missing then is counted
            await changes.until(lambda: all(each.is_done for each in self.writers) or None, ALL_ARRIVED, "words")
        assert await nabo.stop() == 0
        return self.toll(kills)

    async def _killed(self, nabo: Process, kills: int, told: Callable[[], None]) -> None:
        enough = asyncio.Event()
        ways = [way for each in self.writers for way in (each.writes_on, each.is_answered_on)]
        traffic = [asyncio.create_task(way(enough, self._chance)) for way in ways]
        for _ in range(kills):
            await lives_and_dies(nabo, self._chance)
            told()
        enough.set()
        await asyncio.gather(*traffic)

    def toll(self, kills: int) -> Toll:
        """Every word looked for everywhere."""
        places = [*self.office.group.topics, self.office.group.general]
        in_group = {place.thread: Counter(line for line, _ in lines(place.sent, AGAIN)) for place in places}
        found = [pair for each in self.writers for pair in ((each.said, each.arrived), (each.answered, each.heard))]
        counts = [(words[each, False], words[each, True]) for said, words in found for each in said]
        return Toll(
            kills=kills,
            messages=sum(len(each.said) for each in self.writers),
            answers=sum(len(each.answered) for each in self.writers),
            lost=sum(plain_ones + marked == 0 for plain_ones, marked in counts),
            elsewhere=sum(self._in_other_topics(each, in_group) + self._with_others(each) for each in self.writers),
            copied=sum(plain_ones + marked > 1 for plain_ones, marked in counts),
            unmarked=sum(plain_ones > 1 for plain_ones, _ in counts),
            most_copies=max(map(sum, counts), default=0),
            spare_topics=len(self.office.group.topics) - sum(len(each.topics) for each in self.writers),
        )

    def _in_other_topics(self, writer: Writer, in_group: dict[int, Counter[str]]) -> int:
        home = next(iter(writer.topics)).thread if writer.topics else None
        return sum(words[each] for thread, words in in_group.items() if thread != home for each in writer.said)

    def _with_others(self, writer: Writer) -> int:
        others = [each for each in self.writers if each is not writer]
        return sum(each.heard[line, marked] for each in others for line in writer.answered for marked in (True, False))
