"""Several `nabo run` on one database, behind what calls them for Telegram."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.bot_api import BotApiServer
from tests.bot_api.webhook import Caller
from tests.stories.dialogue import PATIENCE
from tests.stories.process import Process, process

PUBLIC = "https://nabo.example.org"
REFUSED = 403
"""What a worker that takes updates answers to whoever does not know the secret."""


def free_address() -> str:
    """An address of this machine at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{one.getsockname()[1]}"


@dataclass
class Worker:
    """One of them."""

    process: Process
    address: str

    async def starts(self) -> None:
        """Returns when it takes updates."""
        await self.process.start()
        async with asyncio.timeout(PATIENCE * 2), aiohttp.ClientSession() as session:
            while not await self._takes_updates(session):
                await asyncio.sleep(0.1)

    async def _takes_updates(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.post(f"http://{self.address}/telegram/updates", data=b"{}") as answer:
                return answer.status == REFUSED
        except aiohttp.ClientError:
            return False


@dataclass
class Workers:
    """All of them, and the caller."""

    all: list[Worker]
    caller: Caller


@asynccontextmanager
async def workers(
    server: BotApiServer, folder: Path, cache: Path, database: str, count: int = 2, **settings: str
) -> AsyncIterator[Workers]:
    """So many workers, started; ended in any case."""
    async with AsyncExitStack() as stack:
        every = []
        for number in range(count):
            own, address = folder / str(number), free_address()
            own.mkdir()
            shared = {"NABO_DATABASE": database, "NABO_PUBLIC_ADDRESS": PUBLIC, "NABO_LISTEN": address}
            shared |= {"NABO_DATA": str(folder / "data"), "NABO_BURST": "1000"}
            one = await stack.enter_async_context(process(server, own, cache, **shared, **settings))
            every.append(Worker(one, address))
        for each in every:
            await each.starts()
        caller = Caller(server.bot, [f"http://{each.address}" for each in every])
        calling = asyncio.create_task(caller.run())
        try:
            yield Workers(every, caller)
        finally:
            calling.cancel()
            await asyncio.gather(calling, return_exceptions=True)
