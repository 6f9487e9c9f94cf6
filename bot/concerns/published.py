"""What the board gets to see: tables in which a hidden figure is None. All that is shown is cut from them alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How a concern was met. The values are stored."""

    ANSWERED = "answered"
    ASKED_BACK = "asked back"
    HANDED_OVER = "handed over"
    NOT_ANSWERED = "not answered"
    DID_NOT_HELP = "did not help"


SENSITIVE = "sensitive"
"""The one row in which all sensitive matters are summed."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One whole ISO week, or several that were too quiet to be shown apart."""

    first: dt.date
    """A Monday."""
    last: dt.date
    """A Sunday."""


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers of residents by row and period."""

    rows: tuple[str, ...]
    """Ids: topics, entries, language groups or outcomes."""
    cells: Mapping[tuple[str, Period], int | None] = field(default_factory=dict)
    """A missing cell is one that does not exist; None is hidden: too few to say."""

    def at(self, row: str, period: Period) -> int | None:
        """The published number of residents; None is hidden."""
        return self.cells.get((row, period))


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How cases were met in a period; None is hidden."""

    period: Period
    answered: int | None
    """Cases whose promised time fell into the period and that got an answer, in time or late, or none."""
    in_time: int | None


@dataclass(frozen=True, slots=True)
class Published:
    """All that has been published, oldest period first."""

    periods: tuple[Period, ...]
    residents: Mapping[Period, int | None]
    """Residents who asked anything."""
    topics: Table
    """Rows: topics of the catalogue, and SENSITIVE."""
    entries: Table
    """Rows: entries of the catalogue."""
    languages: Table
    """Rows: groups of languages."""
    outcomes: Table
    """Rows: values of Outcome."""
    unanswered: Table
    """Rows: topics in which Nabo had no answer, and "other"."""
    punctuality: tuple[Punctuality, ...] = ()
