"""What is counted: residents in the cells of a week, each cell a row of one series, never two things crossed.

Cells are not crossed (entry by language by outcome) on purpose. Nearly every crossed cell of a week would hold one
resident, and with the language and the matter of a case beside it, it could be tied to that case.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

MOST_CELLS = 12
"""A resident raises no more cells than this in one week, so that nobody paints a trend alone."""


class Series(StrEnum):
    """What a cell counts. The values are stored."""

    RESIDENTS = "residents"
    """One cell: everybody who asked anything."""
    TOPICS = "topics"
    ENTRIES = "entries"
    LANGUAGES = "languages"
    OUTCOMES = "outcomes"
    UNANSWERED = "unanswered"
    CASES = "cases"
    """Cases instead of residents: see `Met`."""


class Met(StrEnum):
    """How a case was met, decided when it is first answered or its promise runs out. The values are stored."""

    IN_TIME = "in time"
    LATE = "late"


ALL = "all"
"""The one row of the series of residents."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One row of one series."""

    series: Series
    row: str


@dataclass(frozen=True, slots=True)
class Count:
    """One more in a cell, unless the same resident has been counted there in that week."""

    week: dt.date
    """Its Monday."""
    cell: Cell
    mark: bytes | None = None
    """Keyed hash of resident and cell: counted once. None counts every time."""
    resident: bytes | None = None
    """Keyed hash of the resident: raises `MOST_CELLS` cells at most. It cannot be tied to `mark` without the key."""


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """What has been counted in a cell so far."""

    week: dt.date
    cell: Cell
    number: int


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published of a period, once and for all."""

    kind: str
    """`concerns` or `cases`: each has periods of its own."""
    first: dt.date
    """A Monday."""
    last: dt.date
    """A Sunday."""
    body: str
    """JSON; `bot.concerns.publication` knows its shape."""


def week_of(day: dt.date) -> dt.date:
    """The Monday of the ISO week."""
    return day - dt.timedelta(days=day.weekday())
