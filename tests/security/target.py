"""Every page of Nabo's, served from a thread of its own, and everything it said meanwhile."""

from __future__ import annotations

import asyncio
import http.client
import logging
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from starlette.types import ASGIApp

from bot.app import forgetful_store
from bot.store.interface import Update
from bot.web.health import Health, Seen
from bot.web.metrics import Metrics
from bot.web.server import opened, serve, web_app
from bot.web.webhook import Webhook, secret_of
from handlers.receive import update_of
from knowledge.content import Knowledge
from tests.bot.web.visit import START, House

PATIENCE = 20.0
SECRET = secret_of("110201543:a-token-for-tests-only")


class Target:
    """What is attacked."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.house = House(knowledge)
        store, metrics = forgetful_store(), Metrics()
        health = Health(Seen(telegram=0.0), store, lambda: START, lambda: 1.0)
        inside = [*health.routes(), *metrics.routes(store, lambda: START)]
        self.taken: list[Update] = []
        webhook = Webhook(self._take, update_of, SECRET)
        self.app: ASGIApp = web_app([*inside, *self.house.board().routes(), *webhook.routes()])
        self.store = store
        self.port = 0
        self.faults: list[str] = []
        """What nobody caught, and what was logged as an error."""

    async def _take(self, updates: Sequence[Update]) -> None:
        self.taken += updates

    def sends(self, data: bytes, *, then_ends: bool = True) -> bytes:
        """Bytes as they are; what comes back until the connection ends."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as connection:
            answer = b""
            try:
                connection.sendall(data)
                if then_ends:
                    connection.shutdown(socket.SHUT_WR)
                while piece := connection.recv(65536):
                    answer += piece
            except ConnectionError:
                pass  # sent away: what had come until then counts
            return answer

    def asks(
        self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET", body: bytes | None = None
    ) -> tuple[int, bytes]:
        """A request by the book; status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def is_well(self) -> bool:
        """It still serves, and nothing has gone wrong inside since it was last asked."""
        faults, self.faults = self.faults, []
        assert faults == []
        return self.asks("/healthz")[0] == 200


class _Noted(logging.Handler):
    def __init__(self, target: Target) -> None:
        super().__init__(logging.ERROR)
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        self._target.faults.append(record.getMessage())


@contextmanager
def attacked(knowledge: Knowledge) -> Iterator[Target]:
    """The target, running."""
    target, ready = Target(knowledge), threading.Event()
    loop = asyncio.new_event_loop()

    async def run() -> None:
        def fault(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            target.faults.append(f"{context.get('message')}: {context.get('exception')!r}")

        loop.set_exception_handler(fault)
        listening = opened("127.0.0.1:0")
        target.port = listening.getsockname()[1]
        ready.set()
        await serve(target.app, listening)

    task = loop.create_task(run())
    thread = threading.Thread(target=loop.run_until_complete, args=(asyncio.gather(task, return_exceptions=True),))
    noted = _Noted(target)
    logging.getLogger("bot").addHandler(noted)
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield target
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join(PATIENCE)
        loop.close()
        logging.getLogger("bot").removeHandler(noted)
        target.store.close()
