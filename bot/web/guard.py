"""What every request and every answer must keep to: sizes, headers, and errors that tell nothing."""

from __future__ import annotations

import asyncio
import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.logs import place_of

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
"""Bytes. The largest update of Telegram's is a small part of that."""
MOST_SECONDS = 20.0
"""For reading a request and working on it; bot/web/patience.py ends the connection a little later."""

HEADERS = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
}
"""Sent with every answer that does not say otherwise itself."""

CLOSE = {"connection": "close"}


class TooLarge(Exception):
    """The body has more bytes than are read."""


class Guard:
    """Stands around the whole application."""

    most_seconds = MOST_SECONDS

    def __init__(self, app: ASGIApp, largest_body: int = LARGEST_BODY) -> None:
        self._app = app
        self._largest_body = largest_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            return
        answer = _Answer(send)
        if _is_ambiguous(scope):
            await PlainTextResponse("The request can be read in two ways.", 400, CLOSE)(scope, receive, answer.send)
            return
        try:
            if _announced(scope) > self._largest_body:
                raise TooLarge  # noqa: TRY301 - the answer is given in one place
            async with asyncio.timeout(self.most_seconds):
                await self._app(scope, _counted(receive, self._largest_body), answer.send)
        except TooLarge:
            await answer.instead(413, "The request is too large.", scope, receive)
        except TimeoutError:
            await answer.instead(408, "The request took too long.", scope, receive)
        except Exception as error:
            # The kind and place only: an exception's words may hold what somebody wrote.
            log.error("a request failed: %s at %s", type(error).__name__, place_of(error))  # noqa: TRY400
            await answer.instead(500, "Something went wrong.", scope, receive)


class _Answer:
    """The way back, which puts the headers in, and knows whether anything has been sent."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)

    async def instead(self, status: int, words: str, scope: Scope, receive: Receive) -> None:
        """Answers with `words` where nothing has been sent yet."""
        if not self._begun:
            await PlainTextResponse(words, status)(scope, receive, self.send)


def _is_ambiguous(scope: Scope) -> bool:
    """A proxy may take one length and we the other, and so a part of a body for a request (RFC 9112, section 6.3)."""
    return {b"content-length", b"transfer-encoding"} <= {name for name, _ in scope["headers"]}


def _announced(scope: Scope) -> int:
    """Bytes of the body as the request says; 0 where it does not say."""
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0]) if lengths else 0


def _counted(receive: Receive, largest: int) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise TooLarge
        return message

    return counted
