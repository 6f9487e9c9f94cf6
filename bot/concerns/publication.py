"""From counts to what is published, once and for all. Pure; chance comes in as a coin."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.concerns.cells import ALL, Cell, Met, Publication, Series, Tally
from bot.concerns.disclosure import Coin, Rules, blur, shown, shown_as

CONCERNS, CASES = "concerns", "cases"
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
BLOCK_WEEKS = 4
"""Cases are shown for so many weeks together, always the same ones, however many cases there were."""
FIRST_BLOCK = dt.date(2024, 1, 1)
"""A Monday from which the blocks are counted."""
EVERYBODY = Cell(Series.RESIDENTS, ALL)


@dataclass(frozen=True, slots=True)
class Ready:
    """Something to publish, and the counts that go with it."""

    publication: Publication
    spent: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """Makes publications."""

    rules: Rules
    coin: Coin
    rows: Mapping[Series, Sequence[str]]
    """All rows that a series can have, so that a row's being there tells nothing."""
    versions: Mapping[str, str]
    """The version of each entry's text now, so that a report can say which have changed."""

    # Concerns, by the week, or by several where they were quiet

    def blurred_weeks(
        self, weeks: Sequence[dt.date], tallies: Sequence[Tally], drawn: Mapping[dt.date, int]
    ) -> dict[dt.date, int]:
        """The blurred number of residents of each week: as it was `drawn` before, else drawn now.

        Whether a week is put together with the next is decided on these alone, so that the decision tells no more
        than the figure itself. The first week has what was counted late in those before it.
        """
        blurred = {}
        for at, week in enumerate(weeks):
            counted = [each for each in tallies if each.week <= week and (at == 0 or each.week > weeks[at - 1])]
            blurred[week] = drawn[week] if week in drawn else total(counted, EVERYBODY) + blur(self.coin)
        return blurred

    def concerns(self, blurred: Mapping[dt.date, int], tallies: Sequence[Tally]) -> Iterator[Ready]:
        """A publication for each period with residents enough; `blurred` has all weeks since the last one, in order."""
        first, residents, left = None, 0, tuple(tallies)
        for week, number in blurred.items():
            first, residents = first or week, residents + number
            if residents >= self.rules.enough:
                spent = tuple(each for each in left if each.week <= week)
                left = left[len(spent) :]
                body = self._body(residents, spent)
                yield Ready(Publication(CONCERNS, first, week + WEEK - DAY, json.dumps(body)), spent)
                first, residents = None, 0

    def _body(self, residents: int, spent: Sequence[Tally]) -> dict[str, Any]:
        counts: dict[Cell, int] = {}
        for tally in spent:
            counts[tally.cell] = counts.get(tally.cell, 0) + tally.number
        body: dict[str, Any] = {
            series.value: {row: shown(counts.get(Cell(series, row), 0), self.rules, self.coin) for row in rows}
            for series, rows in self.rows.items()
        }
        return body | {
            Series.RESIDENTS.value: shown_as(counts.get(EVERYBODY, 0), residents, self.rules),
            "versions": dict(self.versions),
        }

    # Cases, by four weeks

    def cases(self, last: dt.date | None, this_week: dt.date, tallies: Sequence[Tally]) -> Iterator[Ready]:
        """A publication for each block of weeks that is over, after the one that ended on `last`.

        Beside the number of cases that were due stands how many of them were answered in time, however few: that is
        about the staff. It has a blur of its own, and neither a category nor a language.
        """
        if not tallies and last is None:
            return
        block = last + DAY if last else block_of(min(tally.week for tally in tallies))
        left = tuple(tallies)
        while block + BLOCK_WEEKS * WEEK <= this_week:
            end = block + BLOCK_WEEKS * WEEK
            spent = tuple(each for each in left if each.week < end)
            left = left[len(spent) :]
            in_time = total(spent, Cell(Series.CASES, Met.IN_TIME.value))
            due = shown(in_time + total(spent, Cell(Series.CASES, Met.LATE.value)), self.rules, self.coin)
            met = max(0, in_time + blur(self.coin))
            body = {"due": due, "in time": None if due is None else min(due, met)}
            yield Ready(Publication(CASES, block, end - DAY, json.dumps(body)), spent)
            block = end


def total(tallies: Sequence[Tally], cell: Cell) -> int:
    """What has been counted in a cell over all weeks of `tallies`."""
    return sum(tally.number for tally in tallies if tally.cell == cell)


def block_of(week: dt.date) -> dt.date:
    """The Monday on which the block of a week begins."""
    return week - (week - FIRST_BLOCK) % (BLOCK_WEEKS * WEEK)
