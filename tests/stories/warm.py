"""`nabo run` many times over without loading anew: a process that has content and index ready, and forks for each life.

What a life does, from opening its store on, is what it does in `nabo run`; it ends by a signal just the same.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot_api import BotApiServer
from tests.stories.process import Process

LOADING_SECONDS = 600.0


class WarmProcess(Process):
    """A process whose lives begin at once."""

    patience = LOADING_SECONDS

    async def start(self) -> None:
        """See Process."""
        if self._process is None:
            with self.log.open("ab") as log:
                self._process = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", __name__, cwd=Path(__file__).parents[2], env=self.environment,
                    stdin=PIPE, stdout=PIPE, stderr=log,
                )  # fmt: skip
        assert self._process.stdin
        self._process.stdin.write(b"live\n")
        await self._process.stdin.drain()
        self._pid = await self._hears()

    async def _hears(self) -> int:
        assert self._process
        assert self._process.stdout
        async with asyncio.timeout(self.patience):
            return int(await self._process.stdout.readline())

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """See Process."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, how)
        return await self._hears()

    async def close(self) -> None:
        """No more lives."""
        if self._process is not None:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def warm_process(server: BotApiServer, folder: Path, cache: Path, **settings: str) -> AsyncIterator[WarmProcess]:
    """The program, not started yet; ended in any case."""
    program = WarmProcess(server, folder, cache, **settings)
    try:
        yield program
    finally:
        await program.close()


def lives() -> None:
    """A life for each line on standard input: tells its number, and in the end its exit status."""
    from bot import app as wiring  # noqa: PLC0415 - only in the process of its own
    from bot.commands.shared import read_settings  # noqa: PLC0415
    from bot.commands.talk import run  # noqa: PLC0415
    from handlers import service  # noqa: F401, PLC0415

    settings = read_settings()
    knowledge = wiring.content(settings)
    ready = wiring.understanding(settings, knowledge, threads=1)
    wiring.content = lambda settings: knowledge  # noqa: ARG005
    wiring.understanding = lambda *_arguments, **_more: ready
    for _ in sys.stdin:
        number = os.fork()
        if number == 0:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            run()
            os._exit(0)
        print(number, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]), flush=True)


if __name__ == "__main__":
    lives()
