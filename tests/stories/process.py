"""`nabo run` as an operator starts it: a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot_api import BotApiServer
from tests.stories.dialogue import PATIENCE

COMMAND = Path(sys.executable).with_name("nabo")


class Process:
    """One life of the program; the data folder outlives it."""

    patience = PATIENCE
    """Seconds in which it must have started, and ended."""

    def __init__(self, server: BotApiServer, folder: Path, cache: Path, **settings: str) -> None:
        self.server = server
        self.folder = folder
        self.log = folder / "log"
        own = {"NABO_TOKEN": server.token, "NABO_API": server.origin, "NABO_DATA": str(folder / "data")}
        self.environment: Mapping[str, str] = os.environ | own | {"NABO_CACHE": str(cache)} | settings
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts and returns at once."""
        assert self._process is None or self._process.returncode is not None, "one at a time"
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                COMMAND, "run", cwd=self.folder, env=self.environment, stdin=DEVNULL, stdout=log, stderr=log
            )

    async def start_and_poll(self) -> None:
        """Starts and returns when it waits for messages."""
        polls = len(self.server.calls("getUpdates"))
        await self.start()
        await self.server.world.changes.until(
            lambda: len(self.server.calls("getUpdates")) > polls or None, self.patience, f"a poll; {self.said()}"
        )

    async def ends(self) -> int:
        """Waits for its end and gives its exit status."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), self.patience)

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Sends a signal and gives the exit status."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(how)
        return await self.ends()

    def said(self) -> str:
        """Everything it wrote to standard error in all its lives."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""


@asynccontextmanager
async def process(server: BotApiServer, folder: Path, cache: Path, **settings: str) -> AsyncIterator[Process]:
    """The program, not started yet; ended in any case."""
    program = Process(server, folder, cache, **settings)
    try:
        yield program
    finally:
        if program._process is not None:
            await program.stop(signal.SIGKILL)
