"""How fast one resident is answered: a burst at once, then steadily; what is over waits and is never dropped."""

from __future__ import annotations

from dataclasses import dataclass

MANY_CHATS = 1000
"""From here on, chats that have been quiet are dropped from memory."""


@dataclass(frozen=True, slots=True)
class Wait:
    """How long a message has to wait for its turn."""

    seconds: float
    warn: bool
    """The first of a row that has to wait: the resident is told."""


class ResidentLimit:
    """A token bucket for each chat. Times are seconds of any steady clock."""

    def __init__(self, burst: int, refill_seconds: float) -> None:
        self._burst = burst
        self._refill = refill_seconds
        self._full_at: dict[str, float] = {}
        self._told: set[str] = set()

    def admit(self, chat: str, now: float) -> Wait:
        """Takes a place for one message of `chat`."""
        full_at = max(self._full_at.get(chat, now), now) + self._refill
        self._full_at[chat] = full_at
        if len(self._full_at) > MANY_CHATS:
            self._full_at = {each: at for each, at in self._full_at.items() if at > now}
            self._told &= self._full_at.keys()
        over = full_at - now - self._burst * self._refill
        if over <= 0:
            self._told.discard(chat)
            return Wait(0.0, warn=False)
        first = chat not in self._told
        self._told.add(chat)
        return Wait(over, warn=first)
