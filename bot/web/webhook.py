"""Telegram's webhook: an update is written down before Telegram is told that it has arrived."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.store.interface import Update

log = logging.getLogger(__name__)

PATH = "/telegram/updates"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
ACCEPT_SECONDS = 15.0
"""Telegram offers an update again that was not taken; nobody is helped by a connection that hangs."""

Accept = Callable[[Sequence[Update]], Awaitable[None]]
Read = Callable[[dict[str, Any]], Update]


def secret_of(token: str) -> str:
    """What Telegram is to send along, the same for every worker of a token, and no way back to the token."""
    return hmac.new(token.encode(), b"nabo webhook", hashlib.sha256).hexdigest()


class Webhook:
    """Takes updates from Telegram, and from nobody else."""

    def __init__(self, accept: Accept, read: Read, secret: str) -> None:
        """`accept` returns when updates are written down; `read` raises ValueError, KeyError or TypeError."""
        self._accept = accept
        self._read = read
        self._secret = secret.encode()

    def __repr__(self) -> str:
        return "Webhook(***)"

    def routes(self) -> list[BaseRoute]:
        """The one address that Telegram is told."""
        return [Route(PATH, self._take, methods=["POST"])]

    async def _take(self, request: Request) -> Response:
        sent = request.headers.getlist(SECRET_HEADER)
        if len(sent) != 1 or not hmac.compare_digest(sent[0].encode("latin-1", "replace"), self._secret):
            return PlainTextResponse("Forbidden", 403)
        try:
            update = self._read(json.loads(await request.body()))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            return PlainTextResponse("Bad Request", 400)
        try:
            async with asyncio.timeout(ACCEPT_SECONDS):
                await self._accept([update])
        except Exception as error:
            log.error("an update could not be written down: %s", type(error).__name__)  # noqa: TRY400 - see inbox
            return PlainTextResponse("Service Unavailable", 503)
        return PlainTextResponse("taken")
