"""The HTTP edge: a list of routes behind one guard, served inside the program's own event loop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.web.guard import Guard
from bot.web.patience import PatientProtocol

log = logging.getLogger(__name__)

MOST_CONNECTIONS = 256
IDLE_SECONDS = 75
"""Longer than the reverse proxy keeps an idle connection, so that it never writes to one that is being closed here."""
STOP_SECONDS = 3
LARGEST_HEAD = 16 * 1024


class CannotListen(OSError):
    """The address is in use, or not one of this machine's; the words say which."""


def web_app(routes: Sequence[BaseRoute]) -> ASGIApp:
    """An application of these routes that refuses what is too large and sends careful headers with every answer."""
    return Starlette(routes=list(routes), middleware=[Middleware(Guard)])


def opened(address: str) -> socket.socket:
    """A listening socket for `host:port` (port 0: any that is free); raises CannotListen."""
    host, port = split(address)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(MOST_CONNECTIONS)
    except OSError as error:
        listening.close()
        raise CannotListen(f"Nabo cannot listen at {address}: {error.strerror}. Choose another address.") from None
    listening.setblocking(False)
    return listening


def split(address: str) -> tuple[str, int]:
    """Host and port of `host:port` or `[IPv6]:port`."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


class _Server(uvicorn.Server):
    """Leaves signals to the program."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Serves until it is cancelled; requests in hand may then finish for a moment."""
    server = _Server(
        uvicorn.Config(
            app,
            http=PatientProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,  # its lines would hold signed links
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
            h11_max_incomplete_event_size=LARGEST_HEAD,
        )
    )
    host, port = listening.getsockname()[:2]
    log.info("listening at %s port %d", host, port)
    serving = asyncio.create_task(server.serve([listening]))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
