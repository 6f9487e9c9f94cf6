"""What a report holds before it is drawn or written: figures that are published, and what follows from them alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.concerns.published import Period, Published


class Direction(StrEnum):
    """How a row moved between the periods before and the last one."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    FEW = "few"
    """Too few to say."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How one topic moved."""

    row: str
    direction: Direction
    period: Period
    """The last one, which is compared with those before."""
    now: int | None = None
    """Residents in it; None where it is hidden."""
    before: int | None = None
    """The usual number in the periods before; None where too much of them is hidden."""

    @property
    def has_moved(self) -> bool:
        """Whether it rose or fell."""
        return self.direction in (Direction.UP, Direction.DOWN)


@dataclass(frozen=True, slots=True)
class Change:
    """An answer of the FAQ that was changed or confirmed anew."""

    entry: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class BoardReport:
    """All that the report says, in no language yet."""

    estate: str
    made: dt.date
    published: Published
    """Cut to the weeks of the report."""
    trends: tuple[Trend, ...]
    """Of all topics, what rose or fell most first."""
    changes: tuple[Change, ...] = ()
    """Newest first."""
