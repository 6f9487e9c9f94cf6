"""The end of a week: its marks and their key are destroyed, and what it held is published or waits for the next."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot.concerns.catalogue import rows_of, versions_of
from bot.concerns.cells import Series, Tally
from bot.concerns.disclosure import Coin, Rules
from bot.concerns.publication import CASES, CONCERNS, DAY, WEEK, Press, Ready
from bot.counting import Counter
from bot.repeating import again_and_again
from bot.store.interface import Store
from bot.turn import Clock

log = logging.getLogger(__name__)

LOOK_SECONDS = 300.0
BLURRED = "blurred residents of weeks that wait"


@dataclass(frozen=True, slots=True)
class WeekEnd:
    """Does what the end of a week asks for, whenever it looks after it: also after days in which nothing ran."""

    store: Store
    counter: Counter
    rules: Rules
    coin: Coin
    clock: Clock

    def look(self) -> int:
        """Returns how many periods have been published."""
        week = self.counter.week(self.clock())
        with self.store.together():
            keys = self.counter.keys
            keys.destroy_before(week)
            try:
                return self._publish(week)
            finally:
                # After publishing, so that what it leaves behind in the files goes too. Without their key the marks
                # of this week are of no use either.
                self.store.forget_marks(week if keys.has(week) else week + WEEK)

    def _publish(self, week: dt.date) -> int:
        tallies = self.store.tallies(week)
        done = [*self._concerns(week, tallies), *self._cases(week, tallies)]
        for each in done:
            self.store.publish(each.publication, each.spent)
        return len(done)

    def _press(self) -> Press:
        knowledge = self.counter.knowledge
        return Press(self.rules, self.coin, rows_of(knowledge), versions_of(knowledge))

    def _concerns(self, this_week: dt.date, tallies: Sequence[Tally]) -> Sequence[Ready]:
        counted = tuple(each for each in tallies if each.cell.series is not Series.CASES)
        before = self.store.publications(CONCERNS)
        if not before and not counted:
            return ()
        first = before[-1].last + DAY if before else counted[0].week
        weeks = [first + number * WEEK for number in range((this_week - first) // WEEK)]
        drawn = {dt.date.fromisoformat(day): number for day, number in self._drawn().items()}
        press = self._press()
        blurred = press.blurred_weeks(weeks, counted, drawn)
        if blurred != drawn:
            # Kept before it is used: what is drawn for a week stays, however often this begins anew.
            self.store.note(BLURRED, json.dumps({week.isoformat(): number for week, number in blurred.items()}))
        return tuple(press.concerns(blurred, counted))

    def _drawn(self) -> dict[str, int]:
        drawn: dict[str, int] = json.loads(self.store.note(BLURRED) or "{}")
        return drawn

    def _cases(self, this_week: dt.date, tallies: Sequence[Tally]) -> Sequence[Ready]:
        counted = tuple(each for each in tallies if each.cell.series is Series.CASES)
        before = self.store.publications(CASES)
        return tuple(self._press().cases(before[-1].last if before else None, this_week, counted))

    async def run(self) -> None:
        """Looks until it is cancelled; a look that fails is tried again."""
        await again_and_again(self._look_beside, LOOK_SECONDS, "the week's end could not be done")

    async def _look_beside(self) -> None:
        published = await asyncio.to_thread(self.look)
        if published:
            log.info("published: %d", published)
