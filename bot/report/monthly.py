"""When the board's report is due: on the first working day of each month, once, however often the program restarts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from bot.cases.hours import OpeningHours

FROM = dt.time(9)
"""The hour from which on it may be posted."""
MONDAY_TO_FRIDAY = range(5)


class State(StrEnum):
    """How far a month's report has come. The values are stored."""

    SENDING = "sending"
    """If the program ended now, nobody would know whether it arrived."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Posted:
    """The last month whose report was taken in hand, as a note of the store keeps it."""

    month: str
    """Such as 2026-12."""
    state: State

    @classmethod
    def read(cls, note: str | None) -> Self | None:
        """What a note says; None where there is none."""
        month, _, state = (note or "").partition(" ")
        return cls(month, State(state)) if state else None

    def __str__(self) -> str:
        return f"{self.month} {self.state}"


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done now."""

    month: str
    post: bool
    """False: the month is only noted, since its day had passed when the board's chat was set."""
    again: bool = False
    """It may have been posted already."""


def due(last: Posted | None, now: dt.datetime, closed: frozenset[dt.date], zone: ZoneInfo) -> Due | None:
    """What is due at `now` (aware); `closed` are further days without work, beside weekends and Danish holidays."""
    local = now.astimezone(zone)
    month = f"{local:%Y-%m}"
    if last and last.month >= month:
        return Due(month, post=True, again=True) if last.state is State.SENDING and last.month == month else None
    day = first_working_day(local.year, local.month, closed, zone)
    if local < dt.datetime.combine(day, FROM, zone):
        return None
    return Due(month, post=last is not None or local.date() == day)


def first_working_day(year: int, month: int, closed: frozenset[dt.date], zone: ZoneInfo) -> dt.date:
    """The first day of a month that is neither weekend, Danish holiday nor closed."""
    whole_days = {day: ((FROM, dt.time(17)),) for day in MONDAY_TO_FRIDAY}
    hours = OpeningHours(whole_days, closed, zone)
    day = dt.date(year, month, 1)
    while not hours.is_working_day(day):
        day += dt.timedelta(days=1)
    return day
