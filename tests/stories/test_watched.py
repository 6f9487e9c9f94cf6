"""Nabo seen from outside while residents write: health, figures and logs, and nobody in any of them."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import httpx
import pytest

from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.office import Office
from tests.stories.process import process
from tests.stories.program import Program
from tests.stories.test_privacy import MARKERS, does_everything, found, somebody

pytestmark = pytest.mark.asyncio


def free_address() -> str:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{trial.getsockname()[1]}"


async def test_it_says_why_it_is_not_ready_and_when_it_is(program: Program) -> None:
    address = free_address()
    program.more_settings = {"watch": address}
    await program.start()
    async with httpx.AsyncClient(base_url=f"http://{address}") as client:
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).json() == {"ready": True, "reasons": []}


@pytest.mark.usefixtures("understanding")
async def test_a_whole_dialogue_leaves_nobody_in_logs_and_figures(
    server: BotApiServer, knowledge: Knowledge, cache: Path, tmp_path: Path
) -> None:
    address = free_address()
    settings = {"NABO_LISTEN": address, "NABO_LOG_FORMAT": "json", "NABO_LOG_LEVEL": "DEBUG", "NABO_BURST": "100"}
    async with process(server, tmp_path, cache, **settings) as nabo:
        await nabo.start_and_poll()
        await does_everything(somebody(server, knowledge), server)
        async with httpx.AsyncClient(base_url=f"http://{address}") as client:
            figures = (await client.get("/metrics")).text
            ready = (await client.get("/readyz")).text
        assert await nabo.stop() == 0
    assert 'nabo_decisions_total{outcome="answer"}' in figures
    assert [marker for marker in MARKERS if marker in figures + ready] == []
    lines = [json.loads(line) for line in nabo.said().splitlines() if line.startswith("{")]
    assert {"Nabo has stopped"} <= {line["message"] for line in lines}
    assert all(line.keys() >= {"at", "level", "where", "message"} for line in lines)
    assert found(tmp_path) == []


async def test_a_staff_group_without_rights_makes_it_not_ready(program: Program, office: Office) -> None:
    await program.stop()
    await office.group.sets_bot(office.mette, "administrator", can_manage_topics=False)
    address = free_address()
    program.more_settings["watch"] = address
    await program.start()
    await program.until(lambda: program.server.calls("getChatMember"), "a look at the rights")
    async with httpx.AsyncClient(base_url=f"http://{address}") as client:
        for _ in range(100):
            answer = await client.get("/readyz")
            if answer.status_code == 503:
                break
    assert answer.json()["reasons"] == ["missing: bot can manage topics"]


async def test_an_address_in_use_stops_it_at_once_with_a_remedy(
    server: BotApiServer, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        async with process(server, tmp_path, cache, NABO_LISTEN=address) as nabo:
            await nabo.start()
            assert await nabo.ends() == 1
            assert f"Nabo cannot listen at {address}" in nabo.said()
            assert "Choose another address" in nabo.said()
