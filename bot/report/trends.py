"""What rose and what fell: the last period's figures against those of the periods before. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from bot.concerns.disclosure import Rules
from bot.concerns.published import Period, Published, Table
from bot.report.values import Direction, Trend

BEFORE = 4
"""So many periods before the last one are what it is compared with, or as many as there are."""
CLEAR = 2.0
"""A difference counts from so many standard deviations on: one in twenty without a cause."""
BLUR_VARIANCE = 4.0
"""Of a single figure; see `bot.concerns.disclosure`."""


@dataclass(frozen=True, slots=True)
class _Scored:
    trend: Trend
    clarity: float


def trends_of(published: Published, rules: Rules | None = None) -> tuple[Trend, ...]:
    """How every topic moved; what rose or fell most clearly first, what there are too few to say of last.

    Numbers of people who act on their own vary about like Poisson counts: a difference is judged against the standard
    deviation that counts of this size have anyway, and the blur. A hidden figure is taken to be as high as a hidden
    one can be, so that a rise or fall is only told where it is one in any case.
    """
    if len(published.periods) < 2:  # noqa: PLR2004 - nothing to compare with
        return tuple(Trend(row, Direction.FEW, period) for period in published.periods for row in published.topics.rows)
    hidden = (rules or Rules()).shown_from - 1
    scored = [_judged(published.topics, row, published.periods, hidden) for row in published.topics.rows]
    scored.sort(key=lambda each: (each.trend.direction is Direction.FEW, not each.trend.has_moved, -each.clarity))
    return tuple(each.trend for each in scored)


def _judged(table: Table, row: str, periods: Sequence[Period], hidden: int) -> _Scored:
    last, before = periods[-1], periods[-1 - BEFORE : -1]
    now = table.at(row, last)
    known = [(each, figure) for each in before if (figure := table.at(row, each)) is not None]
    usual = _usual([(each, table.at(row, each)) for each in before], last, hidden)
    is_known = 2 * len(known) > len(before)
    clarity = _clarity(hidden if now is None else now, usual, len(before))
    direction = _direction(clarity, has_now=now is not None, has_before=is_known)
    shown = round(usual) if is_known and direction is not Direction.FEW else None
    return _Scored(Trend(row, direction, last, now, shown), abs(clarity))


def _usual(figures: Sequence[tuple[Period, int | None]], last: Period, hidden: int) -> float:
    """The mean of the periods before, each as if it had been as long as the last one."""
    scaled = [(hidden if figure is None else figure) * _weeks(last) / _weeks(period) for period, figure in figures]
    return sum(scaled) / len(scaled)


def _clarity(now: float, usual: float, periods: int) -> float:
    deviation = sqrt(now + BLUR_VARIANCE + (usual + BLUR_VARIANCE) / periods)
    return (now - usual) / deviation


def _direction(clarity: float, *, has_now: bool, has_before: bool) -> Direction:
    if clarity >= CLEAR and has_now:
        return Direction.UP
    if clarity <= -CLEAR and has_before:
        return Direction.DOWN
    return Direction.LEVEL if has_now and has_before else Direction.FEW


def _weeks(period: Period) -> int:
    return ((period.last - period.first).days + 1) // 7
