"""How much later a case's words arrive because of translation: `python -m tests.benchmarks.translation [--json]`.

Residents write in a case, one message after another, with translation off and with the service up, hanging and
down. Store, outbox and the service's client are the real ones; the service and Telegram are stubs that answer at once
(or not at all). It ends with status 1 if a message was lost.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import datetime as dt
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median

from rich.console import Console
from rich.table import Table

from bot.app import now
from bot.cases.case import Case
from bot.delivery.limits import SendLimit
from bot.delivery.outbox import Outbox
from bot.delivery.translating import translating
from bot.effects import Outgoing
from bot.messages import Written
from bot.settings import Settings
from bot.translation.service import Translation, translation_as_set
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from tests.bot.delivery.test_outbox import Post
from tests.bot.desk import Desk
from tests.translation.server import LibreServer, libre_server

STATES = ("off", "up", "hangs", "down")
NOWHERE = "http://127.0.0.1:9"
LONGEST = 60.0
TRANSLATION_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Delays:
    """Seconds from writing to arriving."""

    service: str
    messages: int
    lost: int
    first: float
    middle: float
    longest: float


class NoLimit(SendLimit):
    """Telegram takes as many messages as come."""

    OVERALL = CHAT = GROUP = (1_000_000, 1.0)


class Watched(Post):
    """Tells when words arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.news = asyncio.Event()

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:
        """See Channel."""
        number = await super().deliver(outgoing, case)
        self.news.set()
        return number

    async def until(self, words: str) -> bool:
        """Whether the words arrived in time."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                while not any(words in each.text for each in self.arrived):
                    self.news.clear()
                    await self.news.wait()
                return True
        return False


def _translation(state: str, libre: LibreServer, knowledge: Knowledge) -> Translation | None:
    if state == "off":
        return None
    address = NOWHERE if state == "down" else libre.address
    settings = Settings(
        translation="libretranslate",
        translation_url=address,
        translation_seconds=TRANSLATION_SECONDS,
        _env_file=None,
    )
    return translation_as_set(settings, knowledge)


class LiveDesk(Desk):
    """A desk at which time passes by itself."""

    def clock(self) -> dt.datetime:
        """The time."""
        return now()


async def measured(state: str, messages: int, knowledge: Knowledge) -> Delays:
    """One state of the service."""
    desk, post = LiveDesk(knowledge), Watched()
    async with libre_server() as libre:
        translation = _translation(state, libre, knowledge)
        if translation is not None:
            desk.casework = replace(desk.casework, policy=translation.policy)
            desk.turns = replace(desk.turns, casework=desk.casework)
            if state != "down":
                await translation.service.pairs()
        if state == "hangs":
            libre.hang()
        outbox = Outbox(desk.store, post, desk.casework, desk.clock, NoLimit())
        async with translating(translation, desk.turns, outbox):
            task = asyncio.create_task(outbox.run())
            desk.agrees("the first words of a case")
            outbox.wake()
            await post.until("the first words of a case")
            found = [await _one(desk, post, outbox, number) for number in range(messages)]
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    desk.store.close()
    arrived = [each for each in found if each is not None]
    return Delays(state, messages, messages - len(arrived), arrived[0], median(arrived), max(arrived))


async def _one(desk: Desk, post: Watched, outbox: Outbox, number: int) -> float | None:
    words = f"nobody has come about the heating, message {number} of mine"
    begun = time.monotonic()
    desk.resident(Written(words))
    outbox.wake()
    return time.monotonic() - begun if await post.until(words) else None


def shown(rows: Sequence[Delays]) -> Table:
    """For a person."""
    table = Table("service", "messages", "lost", "first s", "median s", "longest s", box=None)
    for each in rows:
        seconds = (f"{value:.3f}" for value in (each.first, each.middle, each.longest))
        table.add_row(each.service, str(each.messages), str(each.lost), *seconds)
    return table


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    knowledge = load_knowledge()
    rows = []
    for state in STATES:
        print(f"measuring: {state}", file=sys.stderr)
        rows.append(asyncio.run(measured(state, options.messages, knowledge)))
    if options.json:
        print(json.dumps([asdict(each) for each in rows], indent=1))
    else:
        Console().print(shown(rows))
    sys.exit(any(each.lost for each in rows))


if __name__ == "__main__":
    main()
