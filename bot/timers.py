"""What time brings: reminders before a promise runs out, apologies after it, quiet cases closed, a list in the morning.

Nothing is remembered here: what has been done is kept with the case, or as a note, so that a restart changes nothing.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.casework import Casework
from bot.counting import Counter
from bot.repeating import again_and_again
from bot.store.interface import Store
from bot.turn import Clock

LOOK_SECONDS = 20.0
LAST_MORNING = "day of the last list for the staff"


@dataclass(frozen=True, slots=True)
class Timers:
    """Looks again and again at what is due."""

    store: Store
    casework: Casework
    clock: Clock
    counter: Counter | None = None

    def look(self) -> bool:
        """Does what is due now; whether there was anything."""
        now = self.clock()
        with self.store.together():
            changes = self.casework.by_now(now)
            if changes.cases or changes.outgoing:
                counts = self.counter.punctuality(changes, self.store.case, now) if self.counter else ()
                self.store.finish(None, now, replace(changes, counts=counts))
        return self._morning(now) or bool(changes.outgoing)

    def _morning(self, now: dt.datetime) -> bool:
        """When the staff begin a working day; not on the first look ever, when there is nothing to tell of."""
        hours, today = self.casework.hours, self.casework.content.day_of(now)
        if not hours.is_working_day(today) or not hours.is_open(now):
            return False
        with self.store.together():
            last = self.store.note(LAST_MORNING)
            self.store.note(LAST_MORNING, today.isoformat())
            if last in (None, today.isoformat()):
                return False
            self.store.finish(None, now, self.casework.morning(now))
        return True

    def _look_if_leading(self) -> bool:
        return self.store.leads() and self.look()

    async def run(self, wake: Callable[[], None]) -> None:
        """Looks until it is cancelled; a look that fails is tried again."""

        async def look() -> None:
            if await asyncio.to_thread(self._look_if_leading):
                wake()

        await again_and_again(look, LOOK_SECONDS, "what is due could not be done")
