"""Token and key: in no argument, no environment that others could read, no log, no error, whatever goes wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from tests.bot_api import BotApiServer, faults
from tests.stories.process import COMMAND, Process, process

pytestmark = pytest.mark.asyncio

KEY = Fernet.generate_key().decode()


def files(folder: Path, server: BotApiServer) -> dict[str, str]:
    """Token and key as a service manager hands them over."""
    (folder / "credentials").mkdir()
    (folder / "credentials" / "nabo_token").write_text(f"{server.token}\n", encoding="ascii")
    (folder / "credentials" / "nabo_key").write_text(f"{KEY}\n", encoding="ascii")
    return {"CREDENTIALS_DIRECTORY": str(folder / "credentials"), "NABO_LOG_LEVEL": "DEBUG"}


def without_token(nabo: Process) -> None:
    nabo.environment = {name: value for name, value in nabo.environment.items() if name != "NABO_TOKEN"}


@pytest.mark.usefixtures("understanding")
async def test_secrets_from_files_are_in_no_argument_no_environment_and_no_log(
    server: BotApiServer, cache: Path, tmp_path: Path
) -> None:
    async with process(server, tmp_path, cache, **files(tmp_path, server)) as nabo:
        without_token(nabo)
        await nabo.start_and_poll()
        assert nabo._process is not None
        of_process = Path(f"/proc/{nabo._process.pid}")
        seen = b"".join((of_process / name).read_bytes() for name in ("cmdline", "environ", "status"))
        for fault in (faults.bad_gateway(), faults.garbage(), faults.error(409, "Conflict")):
            server.faults.next("getUpdates", fault)
        await server.world.changes.until(lambda: server.faults.pending == 0 or None, 60, "the faults")
        await nabo.stop()
    everything = seen.decode("utf-8", "replace") + nabo.said()
    assert [secret for secret in (server.token, server.token.partition(":")[2], KEY) if secret in everything] == []
    assert not (tmp_path / "data" / "nabo.key").exists(), "the key that was given is used, none is made"


@pytest.mark.parametrize(
    "wrong",
    [
        {"NABO_BURST": "many"},
        {"NABO_LISTEN": "nowhere"},
        {"NABO_CONTENT": "/nonexistent"},
        {"NABO_DATA": "/proc/nonexistent"},
        {"NABO_KEY_FILE": "/nonexistent"},
        {"NABO_KEY": "almost-a-key-and-secret"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
async def test_no_error_shows_a_secret(
    server: BotApiServer, cache: Path, tmp_path: Path, wrong: dict[str, str]
) -> None:
    async with process(server, tmp_path, cache, **(files(tmp_path, server) | wrong)) as nabo:
        await nabo.start()
        assert await nabo.ends() == 1
    said = nabo.said()
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) <= 4, said
    shown = [secret for secret in (server.token.partition(":")[2], KEY, "almost-a-key") if secret in said]
    assert shown == []


async def test_two_estates_with_their_own_keys_cannot_open_each_others_store(
    server: BotApiServer, cache: Path, tmp_path: Path
) -> None:
    own = {"NABO_KEY": KEY}
    async with process(server, tmp_path, cache, **own) as nabo:
        doctor = await asyncio.create_subprocess_exec(
            COMMAND, "doctor", cwd=tmp_path, env=nabo.environment, stdout=asyncio.subprocess.DEVNULL
        )
        await doctor.wait()
    other = Fernet.generate_key().decode()
    async with process(server, tmp_path, cache, NABO_KEY=other) as neighbour:
        await neighbour.start()
        assert await neighbour.ends() == 1
        assert "another key" in neighbour.said()
