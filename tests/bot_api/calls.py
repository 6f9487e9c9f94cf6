"""The record of every call a bot made: what was asked, when, and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Call:
    """One request to the server; `outcome` is filled in when it has ended."""

    token: str
    method: str
    parameters: dict[str, Any]
    at: float
    files: tuple[str, ...] = ()
    status: int | None = None
    result: Any = None
    outcome: str = "under way"
    carried_out: bool = field(default=False)

    @property
    def ok(self) -> bool:
        """The bot was told that the call succeeded."""
        return self.status == 200 and self.outcome == "ok"


class CallLog:
    """All calls in the order of their arrival."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._calls: list[Call] = []
        self._changed = changed
        self.on_end: Callable[[Call], None] | None = None

    def begin(self, call: Call) -> Call:
        """Note a call that has arrived."""
        self._calls.append(call)
        self._changed()
        return call

    def end(self, call: Call, status: int | None, outcome: str) -> None:
        """Note how a call ended; a status of None means that no answer reached the bot."""
        call.status = status
        call.outcome = outcome
        self._changed()
        if self.on_end is not None:
            self.on_end(call)

    def of(self, method: str | None = None) -> list[Call]:
        """Those of one method (its case does not matter), or all."""
        if method is None:
            return list(self._calls)
        return [call for call in self._calls if call.method.lower() == method.lower()]

    def clear(self) -> None:
        """Forget what has been so far."""
        self._calls.clear()
