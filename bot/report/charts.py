"""The pictures of the report as PNG: topics, languages, what was not answered, how cases were met."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from bot.concerns.published import Period, Published, Punctuality, Table
from bot.report.bars import draw_bars
from bot.report.panels import BLUE, VERMILION, Frame, Series, draw, highest
from bot.report.values import BoardReport, Direction
from bot.report.voice import Voice

INCH = 160
"""Dots; a picture 6.75 inches wide is 1080 wide, as telephones show it."""
WIDTH = 6.75
PANEL_HEIGHT = 1.7
SIZE = 12.0
"""Points: still readable where a telephone shows the picture at a third of its width."""


def png(figure: Figure) -> bytes:
    """The picture, without the name of the program or a date in it, so that the same figures give the same bytes."""
    buffer = io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def topics(report: BoardReport, voice: Voice) -> bytes:
    """All topics side by side, on one scale."""
    return _panels(topics_of(report, voice), report.published.periods, voice)


def topics_of(report: BoardReport, voice: Voice) -> tuple[Series, ...]:
    """All topics, each with an arrow where it rose or fell."""
    directions = {trend.row: trend.direction for trend in report.trends}
    table, periods = report.published.topics, report.published.periods
    rows = zip(table.rows, series_of(table, periods, voice.row), strict=True)
    return tuple(replace(series, direction=directions.get(row, Direction.FEW)) for row, series in rows)


def languages(published: Published, voice: Voice) -> bytes:
    """Groups of languages side by side."""
    return _panels(series_of(published.languages, published.periods, voice.language), published.periods, voice)


def unanswered(published: Published, voice: Voice) -> bytes:
    """What Nabo had no answer to."""
    found = series_of(published.unanswered, published.periods, voice.row)
    return _panels(found, published.periods, voice, VERMILION)


def outcomes(published: Published, voice: Voice) -> bytes:
    """How concerns were met."""
    return _panels(series_of(published.outcomes, published.periods, voice.outcome), published.periods, voice)


def one(series: Series, periods: Sequence[Period], voice: Voice) -> bytes:
    """One row by itself, larger."""
    return _panels((series,), periods, voice)


def punctuality(published: Published, voice: Voice) -> bytes:
    """Cases by week: due an answer, and answered in time."""
    figure = Figure((WIDTH, 3.0), dpi=INCH, layout="constrained")
    axes: Axes = figure.subplots()
    draw_bars(axes, published.punctuality, bar_frame(published.punctuality, voice))
    return png(figure)


def series_of(table: Table, periods: Sequence[Period], name: Callable[[str], str]) -> tuple[Series, ...]:
    """The rows of a table, named."""
    return tuple(Series(name(row), [table.at(row, period) for period in periods]) for row in table.rows)


def frame_of(
    series: Sequence[Series], periods: Sequence[Period], voice: Voice, colour: str = BLUE, size: float = SIZE
) -> Frame:
    """What these rows share when they are drawn together."""
    return Frame(periods, voice.short(periods), voice("few"), highest(series), size, colour)


def _panels(series: Sequence[Series], periods: Sequence[Period], voice: Voice, colour: str = BLUE) -> bytes:
    columns = 1 if len(series) == 1 else 2
    rows = math.ceil(len(series) / columns)
    height = 3.0 if columns == 1 else PANEL_HEIGHT * rows + 0.2
    figure = Figure((WIDTH, height), dpi=INCH, layout=ConstrainedLayoutEngine(w_pad=0.12, h_pad=0.08))
    draw_panels(
        list(figure.subplots(rows, columns, squeeze=False).flat), series, frame_of(series, periods, voice, colour)
    )
    return png(figure)


def draw_panels(places: Sequence[Axes], series: Sequence[Series], frame: Frame) -> None:
    """A row of the table in each place; places left over stay empty."""
    for axes, each in zip(places, series, strict=False):
        draw(axes, each, frame)
    for axes in places[len(series) :]:
        axes.set_axis_off()


def bar_frame(weeks: Sequence[Punctuality], voice: Voice, size: float = SIZE) -> Frame:
    """What the bars of all weeks share."""
    periods = [each.period for each in weeks]
    most = float(max((each.answered for each in weeks if each.answered is not None), default=1))
    return Frame(periods, voice.short(periods), voice("few"), most, size)
