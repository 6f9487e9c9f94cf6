"""What rose and fell, from the figures that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.published import Period, Published, Table
from bot.report.trends import trends_of
from bot.report.values import Direction, Trend
from tests.bot.report.figures import published, weeks

HIDDEN = None
FIVE = weeks(5)


def of(figures: Mapping[str, Sequence[int | None]], periods: Sequence[Period] = FIVE) -> dict[str, Trend]:
    """The trends by topic, in their order."""
    cells = {(row, period): each for row, line in figures.items() for period, each in zip(periods, line, strict=True)}
    whole = replace(published(periods), topics=Table(tuple(figures), cells))
    return {trend.row: trend for trend in trends_of(whole)}


@pytest.mark.parametrize(
    ("line", "direction", "now", "before"),
    [
        ((20, 20, 20, 20, 45), Direction.UP, 45, 20),
        ((45, 45, 45, 45, 20), Direction.DOWN, 20, 45),
        ((30, 28, 33, 29, 34), Direction.LEVEL, 34, 30),
        ((HIDDEN, HIDDEN, HIDDEN, HIDDEN, 40), Direction.UP, 40, None),
        ((40, 42, 38, 41, HIDDEN), Direction.DOWN, None, 40),
        ((HIDDEN, HIDDEN, HIDDEN, HIDDEN, 14), Direction.FEW, 14, None),
        ((HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN), Direction.FEW, None, None),
        ((13, 14, 13, 12, HIDDEN), Direction.FEW, None, None),
    ],
)
def test_the_last_period_is_compared_with_those_before(
    line: Sequence[int | None], direction: Direction, now: int | None, before: int | None
) -> None:
    assert of({"plan": line})["plan"] == Trend("plan", direction, FIVE[-1], now, before)


def test_what_moved_most_clearly_comes_first_and_what_is_not_known_last() -> None:
    order = of(
        {
            "few": (HIDDEN,) * 5,
            "level": (30,) * 5,
            "up": (20, 20, 20, 20, 40),
            "steep": (20, 20, 20, 20, 90),
            "down": (60, 60, 60, 60, 20),
        }
    )
    assert list(order) == ["steep", "down", "up", "level", "few"]


def test_a_longer_period_is_compared_by_the_week() -> None:
    first, second, third = weeks(3)
    periods = (first, Period(second.first, third.last))
    trend = of({"plan": (30, 60)}, periods)["plan"]
    assert (trend.direction, trend.before) == (Direction.LEVEL, 60)


def test_one_period_alone_says_nothing() -> None:
    assert {trend.direction for trend in trends_of(published(weeks(1)))} == {Direction.FEW}
    none = Table(())
    assert trends_of(Published((), {}, none, none, none, none, none)) == ()


@given(st.lists(st.one_of(st.none(), st.integers(12, 300)), min_size=5, max_size=5))
def test_no_sentence_needs_a_figure_that_is_hidden(line: list[int | None]) -> None:
    trend = of({"plan": line})["plan"]
    assert trend.now == line[-1]
    if trend.direction is Direction.UP:
        assert trend.now is not None
    if trend.direction is Direction.DOWN:
        assert trend.before is not None
    if trend.direction is Direction.LEVEL:
        assert trend.now is not None
        assert trend.before is not None
