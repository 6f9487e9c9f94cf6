"""One small picture: figures over weeks, with hidden weeks as visible gaps. Drawn by Matplotlib without a screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from bot.concerns.published import Period
from bot.report.values import Direction

# Okabe and Ito, Color Universal Design (2008): told apart by colour-blind readers, and by lightness in grey.
BLUE, VERMILION = "#0072B2", "#D55E00"
INK, QUIET = "#1a1a1a", "#595959"
A_WEEK = 7
ARROWS = {Direction.UP: "▲", Direction.DOWN: "▼"}
NAME_LETTERS = 26
"""A longer name takes a second line."""
MANY = 16
"""From so many periods on a line is drawn without a mark for each."""
WIDE_ENOUGH = 0.11
"""The share of a panel's width from which on there is room for words."""


@dataclass(frozen=True, slots=True)
class Series:
    """What one panel shows."""

    name: str
    values: Sequence[int | None]
    """By period; None is hidden."""
    direction: Direction = Direction.FEW
    """Shown by an arrow behind the name."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all panels of a picture share."""

    periods: Sequence[Period]
    labels: Sequence[str]
    """The names of the periods, short."""
    few: str
    """What stands in a gap."""
    top: float
    """The highest figure of all panels."""
    size: float = 12.0
    """Points of the words."""
    colour: str = BLUE


def highest(series: Sequence[Series]) -> float:
    """The highest figure that is shown in any of them, 1 if none is."""
    return float(max((value for each in series for value in each.values if value is not None), default=1))


def draw(axes: Axes, series: Series, frame: Frame) -> None:
    """One panel: name, line, the figure of the last period, gaps."""
    edges = [_edges(period) for period in frame.periods]
    _furnish(axes, frame, edges)
    name = textwrap.fill(f"{series.name} {ARROWS.get(series.direction, '')}".rstrip(), NAME_LETTERS)
    axes.set_title(name, loc="left", fontsize=frame.size, fontweight="bold", color=INK, pad=frame.size)
    for start, end in _runs(series.values, hidden=True):
        _gap(axes, frame, edges[start][0], edges[end][1])
    for start, end in _runs(series.values, hidden=False):
        _line(axes, frame, edges[start : end + 1], [float(each or 0) for each in series.values[start : end + 1]])
    _figures(axes, series, frame, edges)


def _edges(period: Period) -> tuple[float, float]:
    """Where a period begins and ends on the axis."""
    return float(period.first.toordinal()), float(period.last.toordinal() + 1)


def _furnish(axes: Axes, frame: Frame, edges: Sequence[tuple[float, float]]) -> None:
    axes.set_xlim(edges[0][0], edges[-1][1])
    axes.set_ylim(0, frame.top * 1.45)
    only_weeks(axes, frame)
    if len(edges) == 1:
        axes.set_xticks([_middle(edges[0])], frame.labels)
        return
    axes.set_xticks([edges[0][0], edges[-1][1]], [frame.labels[0], frame.labels[-1]])
    first, last = axes.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")


def only_weeks(axes: Axes, frame: Frame) -> None:
    """Neither box nor scale around what is drawn: a line below it, and under that the names of weeks."""
    axes.set_yticks([])
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    axes.tick_params("x", length=0, labelsize=frame.size * 0.85, labelcolor=QUIET)


def _middle(edges: tuple[float, float]) -> float:
    return (edges[0] + edges[1]) / 2


def _runs(values: Sequence[int | None], *, hidden: bool) -> Iterator[tuple[int, int]]:
    """First and last place of each stretch of figures that are all hidden, or all shown."""
    start: int | None = None
    for at, value in enumerate([*values, ...]):
        is_one = value is not ... and (value is None) == hidden
        if is_one and start is None:
            start = at
        if not is_one and start is not None:
            yield start, at - 1
            start = None


def _gap(axes: Axes, frame: Frame, left: float, right: float) -> None:
    axes.axvspan(left, right, ymax=0.62, facecolor="white", edgecolor="#b0b0b0", hatch="////", linewidth=0)
    low, high = axes.get_xlim()
    share = (right - left) / (high - low)
    if share >= WIDE_ENOUGH:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        where = ((left + right) / 2, frame.top * 0.4)
        axes.text(
            *where,
            frame.few,
            ha="center",
            va="center",
            fontsize=frame.size * min(0.9, 6 * share),
            color=QUIET,
            bbox=box,
        )


def _line(axes: Axes, frame: Frame, edges: Sequence[tuple[float, float]], values: Sequence[float]) -> None:
    middles = [_middle(each) for each in edges]
    axes.plot(middles, values, color=frame.colour, linewidth=2.2, solid_capstyle="round", zorder=3)
    axes.fill_between(middles, values, color=frame.colour, alpha=0.12, linewidth=0, zorder=2)
    for middle, value, (left, right) in zip(middles, values, edges, strict=True):
        if right - left > A_WEEK:
            axes.plot([left, right], [value, value], color=frame.colour, linewidth=4, solid_capstyle="butt", zorder=4)
        elif len(frame.periods) <= MANY or len(middles) == 1:
            axes.plot([middle], [value], "o", color=frame.colour, markersize=4.5, zorder=4)


def _figures(axes: Axes, series: Series, frame: Frame, edges: Sequence[tuple[float, float]]) -> None:
    """The first and the last figure that are shown, above the line."""
    shown = [at for at, value in enumerate(series.values) if value is not None]
    if not shown:
        return
    is_apart = (shown[-1] - shown[0]) / len(edges) >= WIDE_ENOUGH
    for at in (shown[0], shown[-1]) if is_apart else (shown[-1],):
        value = series.values[at] or 0
        is_last = at == shown[-1]
        sides = {0: "left", len(edges) - 1: "right"}
        axes.annotate(
            str(value),
            (_middle(edges[at]), value),
            xytext=(0, frame.size * 0.6),
            textcoords="offset points",
            ha=sides.get(at, "center") if len(edges) > 1 else "center",
            fontsize=frame.size * (1.25 if is_last else 1.0),
            fontweight="bold" if is_last else "normal",
            color=INK if is_last else QUIET,
            zorder=5,
        )
