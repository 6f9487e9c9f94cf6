"""What systemd is told, over a real socket."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.systemd import Systemd


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(10)
        yield listening


def environment(manager: socket.socket, **more: str) -> dict[str, str]:
    return {"NOTIFY_SOCKET": str(manager.getsockname()), **more}


def test_it_is_told_what_is_said(manager: socket.socket) -> None:
    Systemd(environment(manager)).tell("READY=1")
    assert manager.recv(100) == b"READY=1"


def test_an_abstract_socket_is_reached_too() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("")  # Linux chooses an abstract name
        listening.settimeout(10)
        name = listening.getsockname()
        Systemd({"NOTIFY_SOCKET": f"@{name[1:].decode()}"}).tell("READY=1")
        assert listening.recv(100) == b"READY=1"


def test_where_nobody_listens_nothing_happens(tmp_path: Path) -> None:
    Systemd({}).tell("READY=1")
    Systemd({"NOTIFY_SOCKET": str(tmp_path / "gone")}).tell("READY=1")


@pytest.mark.asyncio
async def test_it_lives_several_times_in_the_time_it_is_given(manager: socket.socket) -> None:
    alive = asyncio.create_task(Systemd(environment(manager, WATCHDOG_USEC="30000")).live())
    told = [await asyncio.to_thread(manager.recv, 100) for _ in range(3)]
    alive.cancel()
    assert told == [b"WATCHDOG=1"] * 3
