"""What residents see of faults: `python -m tests.benchmarks.faults [FAULT ...] [--seconds 20] [--json]`.

Residents ask at a steady rate; after a third of the time the fault comes, after two thirds it goes; then everything may
settle. For each fault: how many questions were lost, how many answers came again, and how long somebody waited.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from tests import postgres
from tests.benchmarks.load import START_SECONDS, questions
from tests.benchmarks.traffic import Crowd, Nabo, environment, prepare, settings_of
from tests.bot_api import BotApiServer, faults
from tests.bot_api.faults import Fault
from tests.bot_api.webhook import Caller
from tests.stories.workers import free_address

RESIDENTS = 200
SETTLE_SECONDS = 120.0
SHARE_REFUSED = 0.7
HOUR = 3600


@dataclass
class Scene:
    """What a fault can get at."""

    server: BotApiServer
    folder: Path
    nabo: Nabo
    cluster: postgres.PostgresServer | None = None

    @property
    def data(self) -> Path:
        """The program's data folder."""
        return self.folder / "data"


Trouble = Callable[[Scene], AbstractAsyncContextManager[None]]


def of_telegram(fault: Fault, share: float = 1.0) -> Trouble:
    """Telegram does this to so large a share of the calls."""
    chance = random.Random(20261124)  # noqa: S311 - not for secrets

    @asynccontextmanager
    async def trouble(scene: Scene) -> AsyncIterator[None]:
        scene.server.faults.always(None, fault, when=lambda _: chance.random() < share)
        yield
        scene.server.faults.clear()

    return trouble


@asynccontextmanager
async def full_disk(scene: Scene) -> AsyncIterator[None]:
    """No file of the program may grow."""
    pid = scene.nabo.seen.pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@asynccontextmanager
async def read_only_disk(scene: Scene) -> AsyncIterator[None]:
    """Nabo is started while the data folder's file system takes nothing: it says so and ends, and is started again."""
    await scene.nabo.stop()
    remount(scene.data, "ro")
    await scene.nabo.start()
    yield
    assert "cannot be used" in (scene.folder / "log").read_text()
    remount(scene.data, "rw")
    await scene.nabo.stop()
    await scene.nabo.start()


def remount(folder: Path, how: str) -> None:
    """While no file is open for writing; the system would refuse it."""
    subprocess.run(["mount", "-o", f"remount,{how}", folder], check=True, capture_output=True)


def of_clock(seconds: float) -> Trouble:
    """The clock jumps, and back."""

    @asynccontextmanager
    async def trouble(scene: Scene) -> AsyncIterator[None]:
        (scene.folder / "clock").write_text(str(seconds))
        yield
        (scene.folder / "clock").write_text("0")

    return trouble


@asynccontextmanager
async def restarting_database(scene: Scene) -> AsyncIterator[None]:
    """PostgreSQL ends as if the power had gone, and comes again."""
    assert scene.cluster
    await asyncio.to_thread(scene.cluster.stop, "immediate")
    yield
    await asyncio.to_thread(scene.cluster.start)


@asynccontextmanager
async def second_poller(scene: Scene) -> AsyncIterator[None]:
    """Somebody starts the program a second time, with the same token and a store of its own."""
    other = scene.folder / "other"
    other.mkdir()
    await asyncio.to_thread(prepare, settings_of(scene.server, other), RESIDENTS, 0)
    second = Nabo(environment(scene.server, other), other)
    await second.start()
    yield
    await second.stop()


@asynccontextmanager
async def killing(scene: Scene) -> AsyncIterator[None]:
    """`kill -9`, and a start."""
    await scene.nabo.stop(kill=True)
    await scene.nabo.start()
    yield


TROUBLES: dict[str, Trouble] = {
    "telegram-down": of_telegram(faults.drop()),
    "429-storm": of_telegram(faults.too_many(1), SHARE_REFUSED),
    "502-storm": of_telegram(faults.bad_gateway(), SHARE_REFUSED),
    "lost-replies": of_telegram(faults.lose_reply(), 0.1),
    "slow-network": of_telegram(faults.delay(2.0)),
    "kill": killing,
    "full-disk": full_disk,
    "read-only-disk": read_only_disk,
    "clock-forward": of_clock(HOUR),
    "clock-back": of_clock(-HOUR),
    "postgres-restart": restarting_database,
    "two-pollers": second_poller,
}


@contextmanager
def own_disk(folder: Path) -> Iterator[None]:
    """A small file system for the data folder; raises CalledProcessError where none may be mounted."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "nabo", folder], check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True, capture_output=True)


async def scene_of(stack: AsyncExitStack, server: BotApiServer, folder: Path, trouble: str) -> Scene:
    """Everything, started."""
    data, database, listen, cluster = folder / "data", None, "", None
    if trouble == "read-only-disk":
        stack.enter_context(own_disk(data))
    if trouble == "postgres-restart":
        cluster = postgres.PostgresServer()
        cluster.start()
        stack.callback(cluster.remove)
        database, listen = postgres.new_database(cluster.url), free_address()
    prepare(settings_of(server, data, database), RESIDENTS, 0)
    (folder / "clock").write_text("0")
    clock = {"BENCHMARK_CLOCK": str(folder / "clock")}
    nabo = Nabo(environment(server, data, database, listen) | clock, folder)
    stack.push_async_callback(nabo.stop)
    await nabo.start()
    method = "setWebhook" if listen else "getUpdates"
    await server.world.changes.until(lambda: server.calls(method) or None, START_SECONDS, "a start")
    if listen:
        caller = asyncio.create_task(Caller(server.bot, [f"http://{listen}"]).run())
        stack.callback(caller.cancel)
    return Scene(server, folder, nabo, cluster)


async def suffered(trouble: str, rate: float, seconds: float) -> dict[str, float | str]:
    """One fault."""
    with tempfile.TemporaryDirectory() as folder:
        async with AsyncExitStack() as stack:
            server = await stack.enter_async_context(BotApiServer())
            try:
                scene = await scene_of(stack, server, Path(folder), trouble)
                crowd = Crowd(server, questions(), RESIDENTS)
                await crowd.asks(rate, seconds / 3)
                async with TROUBLES[trouble](scene):
                    await crowd.asks(rate, seconds / 3)
                await crowd.asks(rate, seconds / 3)
                await crowd.settles(SETTLE_SECONDS)
            except (subprocess.CalledProcessError, psutil.Error) as error:
                return {"fault": trouble, "note": f"could not be tried here: {type(error).__name__}"}
            figures = crowd.fate.figures()
            kept = ("asked", "lost", "again", "median s", "longest s")
            return {"fault": trouble} | {name: figures[name] for name in kept} | {"lives": str(scene.nabo.lives)}


def show(rows: Sequence[dict[str, float | str]]) -> None:
    """For a person."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = Table(*names, box=None)
    for row in rows:
        table.add_row(*(str(row.get(name, "")) for name in names))
    Console().print(table)


def main() -> None:
    """Measures and prints; status 1 if a question was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", nargs="*", choices=[[], *TROUBLES], default=[], help="all, if none is named")
    parser.add_argument("--rate", type=float, default=5.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=60.0, help="of which the fault lasts a third")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = []
    for trouble in options.faults or TROUBLES:
        rows.append(asyncio.run(suffered(trouble, options.rate, options.seconds)))
        print(json.dumps(rows[-1]), file=sys.stderr)
    if options.json:
        print(json.dumps(rows))
    else:
        show(rows)
    sys.exit(1 if any(row.get("lost") for row in rows) else 0)


if __name__ == "__main__":
    main()
