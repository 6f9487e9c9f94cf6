"""Whether Nabo lives, and whether it can do its work: for process managers, proxies and whoever watches."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.store.interface import Store
from bot.turn import Clock

TELEGRAM_SECONDS = 120.0
"""A poll that brings nothing comes back within half a minute; four missed ones are no accident."""
STORE_SECONDS = 3.0
KEPT_SECONDS = 5.0
LAST_TRIAL = "last trial of the store"
PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-real-ip")

Endpoint = Callable[[Request], Awaitable[Response]]
Monotonic = Callable[[], float]


@dataclass(slots=True)
class Seen:
    """What has been seen lately of what Nabo depends on. Edges write it."""

    telegram: float | None = None
    """When Telegram last answered, in seconds of the monotonic clock."""
    staff: tuple[str, ...] = ()
    """What is missing in the staff's group, without anybody's name or number."""
    staff_refuses: bool = False
    """The last message to the staff's group was turned away."""

    def telegram_answers(self) -> None:
        """Telegram has just answered."""
        self.telegram = time.monotonic()


def inside_only(endpoint: Endpoint) -> Endpoint:
    """Closed to what a proxy has passed on: this is for the house, not for the world."""

    async def guarded(request: Request) -> Response:
        if any(name in request.headers for name in PASSED_ON):
            return PlainTextResponse("Not Found", 404)
        return await endpoint(request)

    return guarded


class Health:
    """Answers both questions."""

    def __init__(self, seen: Seen, store: Store, clock: Clock, monotonic: Monotonic = time.monotonic) -> None:
        self._seen = seen
        self._store = store
        self._clock = clock
        self._monotonic = monotonic
        self._tried: tuple[float, str] | None = None

    def routes(self) -> list[BaseRoute]:
        """/healthz and /readyz."""
        return [Route("/healthz", self._alive), Route("/readyz", inside_only(self._ready))]

    async def _alive(self, _request: Request) -> Response:
        """That it answers is the proof: the one event loop that handles messages has come round to it."""
        return PlainTextResponse("alive\n")

    async def _ready(self, _request: Request) -> Response:
        reasons = [*await self._of_store(), *self._of_telegram(), *self._of_staff()]
        return JSONResponse({"ready": not reasons, "reasons": reasons}, 503 if reasons else 200)

    def _of_telegram(self) -> Iterator[str]:
        last = self._seen.telegram
        if last is None:
            yield "Telegram has not been reached yet"
        elif (ago := self._monotonic() - last) > TELEGRAM_SECONDS:
            yield f"Telegram has not been reached for {ago:.0f} s"

    def _of_staff(self) -> Iterator[str]:
        yield from self._seen.staff
        if self._seen.staff_refuses:
            yield "the staff group takes no messages: is the bot still in it, with its rights?"

    async def _of_store(self) -> list[str]:
        """Tries the store, but not more often than every few seconds, however many ask."""
        if self._tried is None or self._monotonic() - self._tried[0] > KEPT_SECONDS:
            self._tried = (self._monotonic(), await self._trial())
        return [self._tried[1]] if self._tried[1] else []

    async def _trial(self) -> str:
        try:
            async with asyncio.timeout(STORE_SECONDS):
                now = self._clock().isoformat(timespec="seconds")
                await asyncio.to_thread(self._store.note, LAST_TRIAL, now)
        except TimeoutError:
            return f"the store does not answer within {STORE_SECONDS:.0f} s"
        except Exception as error:
            return f"the store cannot be written ({type(error).__name__})"
        return ""
