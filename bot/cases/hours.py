"""When the staff are there, and by when they can promise an answer: opening hours, Danish holidays, closed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import holidays

LONGEST_LOOK_AHEAD = dt.timedelta(days=90)

Span = tuple[dt.time, dt.time]
"""Local clock times, from and to."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours in which cases are answered."""

    week: Mapping[int, Sequence[Span]]
    """Spans by weekday, Monday = 0; a weekday that is not there is closed."""
    closed: frozenset[dt.date]
    """Further closed days, beside Danish public holidays."""
    zone: ZoneInfo

    def __bool__(self) -> bool:
        return any(self.week.values())

    def is_working_day(self, day: dt.date) -> bool:
        """Whether the staff are there at all on `day`."""
        return bool(self.week.get(day.weekday())) and day not in self.closed and day not in _danish_holidays(day.year)

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether the staff are there at `moment` (aware)."""
        return any(start <= moment < end for start, end in self.spans_from(moment, dt.timedelta(days=1)))

    def spans_from(
        self, moment: dt.datetime, look_ahead: dt.timedelta = LONGEST_LOOK_AHEAD
    ) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """The open spans that are not over at `moment`, in order, as moments in UTC."""
        first = moment.astimezone(self.zone).date()
        for days in range(look_ahead.days + 1):
            day = first + dt.timedelta(days=days)
            if not self.is_working_day(day):
                continue
            for start, end in sorted(self.week[day.weekday()]):
                begins, ends = (self._moment(day, time) for time in (start, end))
                if ends > moment:
                    yield begins, ends

    def _moment(self, day: dt.date, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(day, time, self.zone).astimezone(dt.UTC)

    def later(self, moment: dt.datetime, open_time: dt.timedelta) -> dt.datetime | None:
        """The moment at which the staff have been there for `open_time` since `moment`; None if that is not known."""
        left = open_time
        for opens, ends in self.spans_from(moment):
            begins = max(opens, moment)
            if ends - begins >= left:
                return begins + left
            left -= ends - begins
        return None


_KNOWN_YEARS: dict[int, frozenset[dt.date]] = {}


def _danish_holidays(year: int) -> frozenset[dt.date]:
    """With the days that are no public holidays but on which offices are closed, such as Christmas Eve."""
    if year not in _KNOWN_YEARS:
        _KNOWN_YEARS[year] = frozenset(holidays.country_holidays("DK", years=year, categories=("public", "optional")))
    return _KNOWN_YEARS[year]
