"""What the stories share: the server, and Nabo running against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.delivery.limits import SendLimit
from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.office import Office
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
    assert program.office is None or program.office.unheard == []


@pytest_asyncio.fixture
async def nabo(program: Program) -> Program:
    """Nabo, running."""
    await program.start()
    return program


@pytest_asyncio.fixture
async def office(program: Program, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The staff in their forum, and Nabo running, which may send as fast as it likes."""
    for limit in ("OVERALL", "CHAT", "GROUP"):
        monkeypatch.setattr(SendLimit, limit, (1_000_000, 1.0))
    office = await program.has_staff(program.server.forum(), burst=1000)
    await program.start()
    return office
