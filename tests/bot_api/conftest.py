"""What the server's own tests share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from tests.bot_api.client_aiogram import Aiogram, aiogram_bot
from tests.bot_api.client_ptb import Ptb, ptb_bot
from tests.bot_api.clients import Client
from tests.bot_api.server import BotApiServer


@asynccontextmanager
async def client(library: str, server: BotApiServer, token: str | None = None) -> AsyncIterator[Client]:
    """A client of the named library."""
    if library == "ptb":
        async with ptb_bot(server, token) as bot:
            yield Ptb(bot)
    else:
        async with aiogram_bot(server, token) as other:
            yield Aiogram(other)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = 1_800_000_000.0

    def __call__(self) -> float:
        return self.time

    def moves(self, seconds: float) -> None:
        """Let time pass."""
        self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def server(clock: Clock) -> AsyncIterator[BotApiServer]:
    async with BotApiServer(now=clock) as running:
        yield running


@pytest_asyncio.fixture(params=["ptb", "aiogram"])
async def bot(request: pytest.FixtureRequest, server: BotApiServer) -> AsyncIterator[Client]:
    async with client(request.param, server) as connected:
        yield connected
