"""How fast one resident is answered, and how fast Telegram takes messages; what is over waits and is never dropped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from bot.store.pace import Pace

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


class SendLimit:
    """How fast Telegram takes messages, for everything that is sent: 30 a second overall, one a second to a chat (three
    at once), and 20 a minute to the staff's group, all topics together.

    Source: Telegram's "Bots FAQ", on broadcasting. Times are seconds of any steady clock.
    """

    OVERALL = (30, 1.0)
    CHAT = (3, 3.0)
    GROUP = (20, 60.0)
    """How many within how many seconds."""

    def __init__(self) -> None:
        self._known: dict[str, Pace] = {}

    def wait(self, lane: str, now: float, *, group: bool) -> float:
        """Seconds until a message may go to `lane`; 0 takes the place at once."""
        everybody, chat = self._pace("", now), self._pace(lane, now)
        wait = max(everybody.wait(*self.OVERALL), chat.wait(*(self.GROUP if group else self.CHAT)))
        if not wait:
            everybody.sent.append(now)
            chat.sent.append(now)
        if len(self._known) > MANY_CHATS:
            recent = now - self.GROUP[1]
            self._known = {name: pace for name, pace in self._known.items() if pace.is_of_use(recent)}
        return wait

    def _pace(self, name: str, now: float) -> Pace:
        pace = self._known.setdefault(name, Pace())
        pace.now = now
        return pace

    def close(self, lane: str, now: float, seconds: float) -> None:
        """Telegram has said to wait: nothing goes to `lane` for so long."""
        self._pace(lane, now).close(seconds)


PaceOf = Callable[[str], AbstractContextManager[Pace]]
"""When something was last sent to a chat ("": to any), by any worker; nobody else gets in between."""


class SharedSendLimit(SendLimit):
    """The same for all workers together: what was sent when is kept where all of them see it.

    `wait` and `close` count a chat; `wait_for_all` counts everything that is sent, by whichever way.
    """

    def __init__(self, pace_of: PaceOf) -> None:
        super().__init__()
        self._pace_of = pace_of

    def wait(self, lane: str, now: float, *, group: bool) -> float:  # noqa: ARG002 - the database has the clock
        """See SendLimit."""
        return self._take(lane, *(self.GROUP if group else self.CHAT))

    def wait_for_all(self) -> float:
        """Seconds until a message may go to any chat; 0 takes the place at once."""
        return self._take("", *self.OVERALL)

    def _take(self, lane: str, count: int, seconds: float) -> float:
        with self._pace_of(lane) as pace:
            wait = pace.wait(count, seconds)
            if not wait:
                pace.sent.append(pace.now)
        return wait

    def close(self, lane: str, now: float, seconds: float) -> None:  # noqa: ARG002
        """See SendLimit."""
        with self._pace_of(lane) as pace:
            pace.close(seconds)
