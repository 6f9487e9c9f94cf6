"""How Nabo answers at a steady rate, and how fast it can: `python -m tests.benchmarks.load --help`.

Figures are printed as a table, or with --json as JSON. The server that plays Telegram, and PostgreSQL where it is used,
run on the same machine: what they need of it the program does not have.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from knowledge.load import load_knowledge
from tests import postgres
from tests.benchmarks.traffic import Crowd, Fate, Nabo, environment, prepare, remembers, settings_of
from tests.bot_api import BotApiServer
from tests.bot_api.webhook import Caller
from tests.stories.workers import free_address

START_SECONDS = 120.0
SETTLE_SECONDS = 180.0
WARM_UP = 20


def questions() -> list[str]:
    """The titles of all entries, which are answered at once."""
    return [wording.title for wording in load_knowledge().languages["da"].wordings.values()]


async def started(stack: AsyncExitStack, server: BotApiServer, folder: Path, options: argparse.Namespace) -> list[Nabo]:
    """The programs, ready: one that asks Telegram, or several that are called."""
    data = folder / "data"
    if not options.postgres:
        prepare(settings_of(server, data), options.residents, options.cases)
        programs = [Nabo(environment(server, data), folder)]
        addresses = []
    else:
        cluster = postgres.PostgresServer()
        cluster.start()
        stack.callback(cluster.remove)
        database = postgres.new_database(cluster.url)
        prepare(settings_of(server, data, database), options.residents, options.cases)
        addresses = [free_address() for _ in range(options.workers)]
        programs = [Nabo(environment(server, data, database, address), folder) for address in addresses]
    for each in programs:
        stack.push_async_callback(each.stop)
        await each.start()
    method = "setWebhook" if addresses else "getUpdates"
    await server.world.changes.until(
        lambda: len({call.at for call in server.calls(method)}) >= len(programs) or None, START_SECONDS, "a start"
    )
    if addresses:
        caller = asyncio.create_task(Caller(server.bot, [f"http://{each}" for each in addresses]).run())
        stack.callback(caller.cancel)
    return programs


async def measured(options: argparse.Namespace) -> dict[str, float]:
    """One run."""
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            server = await stack.enter_async_context(BotApiServer())
            programs = await started(stack, server, Path(folder), options)
            crowd = Crowd(server, questions(), options.residents)
            for _ in range(WARM_UP):
                await crowd.ask()
            await crowd.settles(SETTLE_SECONDS)
            crowd.fate = Fate()
            watching = asyncio.create_task(remembers(crowd.fate, programs))
            start = time.monotonic()
            if options.at_once:
                for _ in range(options.at_once):
                    await crowd.ask()
            else:
                await crowd.asks(options.rate, options.seconds)
            await crowd.settles(SETTLE_SECONDS)
            watching.cancel()
            done = time.monotonic() - start
            return crowd.fate.figures() | {"answers a second": round(len(crowd.fate.waits) / done, 1)}


def main() -> None:
    """Measures and prints; status 1 if something was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=30.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--at-once", type=int, default=0, help="so many questions at once, to see how fast it can be")
    parser.add_argument("--residents", type=int, default=10_000)
    parser.add_argument("--cases", type=int, default=1_000, help="open cases beside the questions")
    parser.add_argument(
        "--postgres", action="store_true", help="PostgreSQL and a webhook instead of SQLite and polling"
    )
    parser.add_argument("--workers", type=int, default=1, help="with --postgres")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = asyncio.run(measured(options))
    if options.json:
        print(json.dumps(figures))
    else:
        table = Table("what", "figure", box=None)
        for what, figure in figures.items():
            table.add_row(what, str(figure))
        Console().print(table)
    sys.exit(1 if figures["lost"] or figures["again"] else 0)


if __name__ == "__main__":
    main()
