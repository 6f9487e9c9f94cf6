"""The queue of updates that waits for a bot, with the confirming, limits and quarrels of getUpdates."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.bot_api.errors import ApiError, conflict
from tests.bot_api.faults import Faults

DAY = 86_400.0
ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FURTHEST_AHEAD = 10  # an offset beyond the newest update by more than this is taken for a mistake


@dataclass(frozen=True)
class _Waiting:
    update: dict[str, Any]
    expires: float

    @property
    def id(self) -> int:
        return int(self.update["update_id"])


class UpdateQueue:
    """Updates of one bot, oldest first. Each stays until an offset beyond it confirms it, or it expires."""

    def __init__(self, now: Callable[[], float], faults: Faults, first_id: int = 1001) -> None:
        self._now = now
        self._faults = faults
        self._next_id = first_id
        self._waiting: list[_Waiting] = []
        self._again: list[dict[str, Any]] = []
        self._delivered: set[int] = set()
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] | None = None

    def allow(self, names: Any) -> None:
        """Keep to these kinds from now on (an empty list: the usual ones; anything but a list: no change)."""
        if isinstance(names, list):
            self.allowed = frozenset(str(name).lower() for name in names) or None

    def accepts(self, kind: str) -> bool:
        """Whether updates of this kind are to be had."""
        return kind not in ON_REQUEST_ONLY if self.allowed is None else kind in self.allowed

    def push(self, update: dict[str, Any], lifetime: float = DAY) -> int | None:
        """Queue an update, numbering it unless it has a number; None when its kind is not wanted."""
        kind = next((name for name in update if name != "update_id"), "")
        if not self.accepts(kind):
            return None
        number = int(update.get("update_id", self._next_id))
        self._next_id = max(self._next_id, number + 1)
        self._waiting.append(_Waiting({"update_id": number} | update, self._now() + lifetime))
        self._wake()
        return number

    @property
    def pending(self) -> int:
        """How many updates wait."""
        self._expire()
        return len(self._waiting)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._waiting.clear()
        self._again.clear()

    def stop_poller(self, error: ApiError | None = None) -> None:
        """End the long poll that is under way, if there is one: with an error, or empty-handed."""
        if self._poller is not None and not self._poller.done():
            if error is None:
                self._poller.set_result(None)
            else:
                self._poller.set_exception(error)
        self._poller = None

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Confirm what is below the offset; give what waits, or wait for it."""
        self._expire()
        self._confirm(offset)
        if not seconds or self._waiting or self._again:
            return self._batch(limit)
        reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
        self.stop_poller(conflict(reason))
        poller = self._poller = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            pass
        finally:
            if self._poller is poller:
                self._poller = None
        self._expire()
        return self._batch(limit)

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _expire(self) -> None:
        now = self._now()
        self._waiting = [entry for entry in self._waiting if entry.expires > now]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        if offset <= 0 or offset > self._next_id + FURTHEST_AHEAD:
            return
        if self._faults.duplicate_updates:
            confirmed = [entry for entry in self._waiting if entry.id < offset]
            self._again += [entry.update for entry in confirmed if entry.id in self._delivered]
        self._waiting = [entry for entry in self._waiting if entry.id >= offset]

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        repeated, self._again = self._again[:limit], self._again[limit:]
        batch = repeated + [entry.update for entry in self._waiting[: limit - len(repeated)]]
        self._delivered.update(update["update_id"] for update in batch)
        return batch[::-1] if self._faults.reorder_updates else batch
