"""Faults that a test orders in advance, each for the next call it fits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

from tests.bot_api.answers import Answer
from tests.bot_api.calls import Call
from tests.bot_api.errors import ApiError, conflict, forbidden, too_many_requests, unauthorized


@dataclass(frozen=True)
class Fault:
    """What goes wrong with a call: whether it is carried out, the waits around that, and what comes back."""

    name: str
    acts: bool = False
    answer: Answer | None = None
    before: float = 0.0
    after: float = 0.0
    drops: bool = False

    async def happen(self, call: Call, act: Callable[[], Awaitable[Answer]]) -> Answer:
        """Let it happen to a call that `act` would carry out; what comes back unless the connection drops."""
        await asyncio.sleep(self.before)
        answer = self.answer or Answer(500, b"")
        if self.acts:
            answer = await act()
            call.carried_out = answer.status == HTTPStatus.OK
        await asyncio.sleep(self.after)
        return answer


def refuse(error: ApiError) -> Fault:
    """Not carried out, refused with this error."""
    return Fault(error.description, answer=Answer.refusal(error))


def too_many(retry_after: int) -> Fault:
    """429: be quiet for so many seconds."""
    return refuse(too_many_requests(retry_after))


def blocked() -> Fault:
    """403 as for a user who has blocked the bot."""
    return refuse(forbidden("bot was blocked by the user"))


def bad_token() -> Fault:
    """401 as for a token that was withdrawn."""
    return refuse(unauthorized())


def other_poller() -> Fault:
    """409 as when a second instance polls with the same token."""
    return refuse(conflict("terminated by other getUpdates request; make sure that only one bot instance is running"))


def error(code: int, description: str) -> Fault:
    """Any refusal in Telegram's form."""
    return refuse(ApiError(code, description))


def bad_gateway() -> Fault:
    """502 from a front end: a page of HTML, nothing carried out."""
    page = b"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"
    return Fault("bad gateway", answer=Answer(502, page, "text/html", "502 Bad Gateway"))


def garbage() -> Fault:
    """200 with a body that breaks off: not JSON."""
    return Fault("garbage", answer=Answer(200, b'{"ok": true, "resu', description="garbage"))


def drop() -> Fault:
    """The connection breaks before anything was carried out."""
    return Fault("connection dropped", drops=True)


def lose_reply() -> Fault:
    """Carried out, but the connection breaks before the answer: to the bot the same as `drop`."""
    return Fault("reply lost", acts=True, drops=True)


def delay(seconds: float) -> Fault:
    """Carried out and answered, but only after a wait."""
    return Fault("delayed", acts=True, before=seconds)


def slow_reply(seconds: float) -> Fault:
    """Carried out at once, answered after a wait."""
    return Fault("slow reply", acts=True, after=seconds)


@dataclass
class _Order:
    method: str | None
    fault: Fault
    left: int | None
    when: Callable[[Call], bool] | None

    def fits(self, call: Call) -> bool:
        if self.left == 0:
            return False
        if self.method is not None and self.method.lower() != call.method.lower():
            return False
        return self.when is None or self.when(call)


class Faults:
    """The queue of ordered faults, and switches for what goes wrong with updates."""

    def __init__(self) -> None:
        self._orders: list[_Order] = []
        self.duplicate_updates = False
        self.reorder_updates = False

    def next(
        self,
        method: str | None,
        fault: Fault,
        *,
        times: int = 1,
        when: Callable[[Call], bool] | None = None,
    ) -> None:
        """The next `times` calls of a method (None: any; "download": fetching a file) that `when` accepts."""
        self._orders.append(_Order(method, fault, times, when))

    def always(self, method: str | None, fault: Fault, *, when: Callable[[Call], bool] | None = None) -> None:
        """Every such call from now on, until `clear`."""
        self._orders.append(_Order(method, fault, None, when))

    def clear(self) -> None:
        """Everything works again."""
        self._orders.clear()
        self.duplicate_updates = False
        self.reorder_updates = False

    @property
    def pending(self) -> int:
        """How many ordered faults have not happened yet (those of `always` aside)."""
        return sum(order.left or 0 for order in self._orders)

    def take(self, call: Call) -> Fault | None:
        """The fault for this call, the earliest order first."""
        for order in self._orders:
            if order.fits(call):
                if order.left is not None:
                    order.left -= 1
                return order.fault
        return None
