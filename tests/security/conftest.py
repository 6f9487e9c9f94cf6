"""What is attacked: all pages, in one server for all attacks of a file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.security.target import Target, attacked


@pytest.fixture(scope="module")
def target(knowledge: Knowledge) -> Iterator[Target]:
    with attacked(knowledge) as target:
        yield target


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running
