"""The machine is lost: on another one, with the key and last night's copy, every case goes on."""

from __future__ import annotations

import asyncio
import shutil
import signal
from pathlib import Path

import pytest

from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.dialogue import Dialogue
from tests.stories.office import Office
from tests.stories.process import COMMAND, Process, process

pytestmark = pytest.mark.asyncio

CRY = "min mand slår mig, jeg er bange"


async def done(nabo: Process, *arguments: str) -> str:
    """A command in the machine's environment; what it says."""
    command = await asyncio.create_subprocess_exec(
        *(str(COMMAND), *arguments),
        cwd=nabo.folder,
        env=nabo.environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await command.communicate()
    assert command.returncode == 0, said.decode()
    return said.decode()


@pytest.mark.usefixtures("understanding")
async def test_every_case_goes_on_where_the_copy_is_restored(
    server: BotApiServer, knowledge: Knowledge, cache: Path, tmp_path: Path
) -> None:
    office = Office(server, server.forum(), knowledge.staff["da"])
    await office.opens()
    resident = Dialogue(server.user(102, language_code="da"), knowledge.languages["da"])
    settings = {"NABO_STAFF_CHAT": str(office.group.id)}
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second / "data"):
        folder.mkdir(parents=True)

    async with process(server, first, cache, **settings) as nabo:
        await nabo.start_and_poll()
        await resident.starts()
        case = await office.takes_case(resident, CRY)
        assert "open cases" in await done(nabo, "backup", str(second / "copy"))
        await nabo.stop(signal.SIGKILL)
    shutil.copyfile(first / "data" / "nabo.key", second / "data" / "nabo.key")
    shutil.rmtree(first)

    async with process(server, second, cache, **settings) as nabo:
        assert "opens with the key" in await done(nabo, "restore", "copy")
        await nabo.start_and_poll()
        await case.writes("Vi ringer til dig nu.")
        assert (await resident.hears()).text.endswith("Vi ringer til dig nu.")
        assert await resident.resident.says("Tak") is not None
        assert (await case.hears()).text.endswith("Tak")
