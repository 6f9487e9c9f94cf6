"""How cases were met, as bars: as high as cases were due an answer, filled as far as they got it in time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from bot.concerns.published import Punctuality
from bot.report.panels import BLUE, INK, MANY, QUIET, Frame, only_weeks

WIDTH = 0.72
GAP_HEIGHT = 0.5


def draw_bars(axes: Axes, weeks: Sequence[Punctuality], frame: Frame) -> None:
    """A bar for each period; one that is hidden is hatched, and named where there is room."""
    axes.set_xlim(-0.6, len(weeks) - 0.4)
    axes.set_ylim(0, frame.top * 1.25)
    only_weeks(axes, frame)
    step = max(1, math.ceil(len(weeks) / (8 if len(weeks) <= MANY else 4)))
    axes.set_xticks(range(0, len(weeks), step), frame.labels[::step])
    if len(weeks) > MANY:
        axes.get_xticklabels()[0].set_horizontalalignment("left")
    for at, week in enumerate(weeks):
        _bar(axes, at, week, frame, with_words=len(weeks) <= MANY)


def _bar(axes: Axes, at: int, week: Punctuality, frame: Frame, *, with_words: bool) -> None:
    if week.answered is None or week.in_time is None:
        height = frame.top * GAP_HEIGHT
        axes.bar(at, height, WIDTH, facecolor="white", edgecolor="#b0b0b0", hatch="////", linewidth=0)
        if with_words:
            _words(axes, at, height, frame.few, QUIET, frame)
        return
    line = 1.2 if with_words else 0.4
    axes.bar(at, week.answered, WIDTH, facecolor="white", edgecolor=INK, linewidth=line)
    axes.bar(at, week.in_time, WIDTH, facecolor=BLUE, edgecolor=INK, linewidth=line)
    if with_words:
        _words(axes, at, week.answered, f"{week.in_time}/{week.answered}", INK, frame)


def _words(axes: Axes, at: int, height: float, words: str, colour: str, frame: Frame) -> None:
    axes.annotate(
        words,
        (at, height),
        xytext=(0, frame.size * 0.4),
        textcoords="offset points",
        ha="center",
        fontsize=frame.size,
        color=colour,
    )
