"""What `kill -9` costs under the traffic of cases: `python -m tests.benchmarks.kills [--kills 300] [--json]`.

The program runs against the Bot API server for tests and is killed at moments drawn by chance: while it starts, polls,
answers, hands over. After every round it runs on until all that people wrote to each other has arrived. It ends with
status 1 if a message was lost, went to somebody else, or came again without saying so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.settings import Settings
from knowledge.load import load_knowledge
from tests.bot_api import BotApiServer
from tests.stories.siege import Siege, Toll
from tests.stories.warm import warm_process

SEED = 20261124
ROUND = 50
"""Kills between two looks at what has arrived; the queue would otherwise outgrow what a group takes a minute."""


async def measured(kills: int, seed: int, told: Callable[[], None]) -> Toll:
    """All rounds together; each is told on standard error, so that nothing is lost if a later one fails."""
    knowledge, cache, total = load_knowledge(), Settings().cache.expanduser(), Toll()
    for number, start in enumerate(range(0, kills, ROUND)):
        with tempfile.TemporaryDirectory() as folder:
            async with BotApiServer() as server:
                siege = Siege(server, knowledge, random.Random(seed + number))  # noqa: S311 - not for secrets
                async with warm_process(server, Path(folder), cache, **siege.settings) as nabo:
                    total += await siege.lasts(min(ROUND, kills - start), nabo, told)
        print(total, file=sys.stderr)
    return total


def table(toll: Toll) -> Table:
    """For a person."""
    shown = Table("what", "count", box=None)
    told = {
        "kills": toll.kills,
        "messages of residents to staff": toll.messages,
        "answers of staff to residents": toll.answers,
        "lost": toll.lost,
        "sent to somebody else": toll.elsewhere,
        "sent again": toll.copied,
        "sent again without saying so": toll.unmarked,
        "one message at most so many times": toll.most_copies,
        "empty topics left over": toll.spare_topics,
    }
    for what, count in told.items():
        shown.add_row(what, str(count))
    return shown


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("killed", total=options.kills)
        toll = asyncio.run(measured(options.kills, options.seed, lambda: bars.advance(task)))
    if options.json:
        print(json.dumps(asdict(toll)))
    else:
        Console().print(table(toll))
    sys.exit(1 if toll.lost or toll.elsewhere or toll.unmarked else 0)


if __name__ == "__main__":
    main()
