"""Tells systemd how it goes (Type=notify, WatchdogSec=): ready, alive, stopping. Elsewhere it does nothing.

See sd_notify(3): datagrams of NAME=VALUE to the socket that the environment names.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import Mapping


class Systemd:
    """The way to the service manager."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._seconds = int(environment.get("WATCHDOG_USEC") or 0) / 1_000_000

    def tell(self, what: str) -> None:
        """Says, for example, READY=1; a manager that does not listen does not matter."""
        if self._address:
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as way:
                way.sendto(what.encode(), self._address)

    async def live(self) -> None:
        """Says again and again that the event loop and the threads it works with come round, until cancelled."""
        while True:
            await asyncio.to_thread(int)
            self.tell("WATCHDOG=1")
            await asyncio.sleep(self._seconds / 3 if self._seconds else 3600)
