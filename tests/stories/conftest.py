"""What the stories share: the server, and Nabo running against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.program import Program


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


@pytest_asyncio.fixture
async def program(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, tmp_path: Path
) -> AsyncIterator[Program]:
    """Nabo, not started yet. In the end it must have said nothing that the script did not expect."""
    program = Program(server, knowledge, understanding, tmp_path / "data")
    yield program
    await program.stop()
    assert [words for dialogue in program.dialogues for words in dialogue.unheard] == []


@pytest_asyncio.fixture
async def nabo(program: Program) -> Program:
    """Nabo, running."""
    await program.start()
    return program
