"""Starting: wrong or missing token, no network yet, what an earlier run left."""

from __future__ import annotations

import asyncio
import logging
import socket
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from handlers.service import TokenRefused
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, faults
from tests.stories.dialogue import PATIENCE
from tests.stories.process import process
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def logged(caplog: pytest.LogCaptureFixture, line: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while line not in caplog.text:
            await asyncio.sleep(0.01)


async def test_a_token_that_telegram_does_not_know(program: Program) -> None:
    program.token = "7000000001:copied-wrongly"
    program.begin()
    with pytest.raises(TokenRefused):
        await program.ended()


async def test_a_token_that_is_withdrawn_while_nabo_runs(program: Program) -> None:
    program.server.faults.next("getUpdates", faults.bad_token())
    program.begin()
    with pytest.raises(TokenRefused):
        await program.ended()


async def test_the_command_explains_a_wrong_token(
    server: BotApiServer, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    async with process(server, tmp_path, cache, NABO_TOKEN="7000000001:copied-wrongly") as nabo:
        await nabo.start()
        assert await nabo.ends() == 1
        assert "Telegram does not know this token. Copy it anew from @BotFather into NABO_TOKEN." in nabo.said()
        assert "Traceback" not in nabo.said()
        assert "copied-wrongly" not in nabo.said()


async def test_the_command_explains_a_missing_token(server: BotApiServer, cache: Path, tmp_path: Path) -> None:
    async with process(server, tmp_path, cache, NABO_TOKEN="") as nabo:
        await nabo.start()
        assert await nabo.ends() == 1
        assert "There is no token. Get one from @BotFather" in nabo.said()


async def test_nabo_starts_before_the_network_is_there(
    knowledge: Knowledge, understanding: Understanding, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = BotApiServer(port=free_port())
    program = Program(server, knowledge, understanding, tmp_path)
    with caplog.at_level(logging.WARNING):
        program.begin()
        await logged(caplog, "Telegram cannot be reached")
    async with server:
        lene = program.resident(91, "da")
        assert (await lene.starts()).says("welcome", estate="Værebro Park")
        await program.stop()


async def test_nabo_can_be_stopped_while_it_waits_for_the_network(
    knowledge: Knowledge, understanding: Understanding, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = Program(BotApiServer(port=free_port()), knowledge, understanding, tmp_path)
    with caplog.at_level(logging.WARNING):
        program.begin()
        await logged(caplog, "Telegram cannot be reached")
    await program.stop()


@pytest.mark.parametrize("fault", [faults.garbage(), faults.too_many(1)], ids=lambda each: each.name)
async def test_nabo_says_hello_until_it_is_heard(program: Program, fault: faults.Fault) -> None:
    program.server.faults.next("getMe", fault)
    await program.start()
    assert (await program.resident(91, "da").starts()).says("welcome", estate="Værebro Park")
