"""The report as one picture of a telephone's shape: what is new in three sentences, topics, and answers in time."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from bot.concerns.published import Punctuality
from bot.report.bars import draw_bars
from bot.report.charts import INCH, WIDTH, bar_frame, frame_of, png, topics_of
from bot.report.panels import INK, QUIET, Series, draw
from bot.report.sentences import three
from bot.report.values import BoardReport
from bot.report.voice import Voice

MARGIN = 0.35
"""Inches of white at the sides."""
INDENT = 0.22
LINE = 1.38
"""Height of a line, in sizes of its letters."""
POINTS = 72
LETTER = 0.52
"""Mean width of a letter of DejaVu Sans, in sizes; a little more than measured, so that no line is cut off."""
PANEL, BETWEEN, BARS = 1.05, 0.68, 1.5
SMALL, USUAL, HEAD, TITLE = 11.0, 13.5, 14.5, 21.0
"""Points: the picture is read on a telephone, where it is a third as wide."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `mark` stands before its first line."""

    text: str
    size: float = USUAL
    colour: str = INK
    bold: bool = False
    mark: str = ""
    before: float = 0.0
    after: float = 0.08

    def lines(self) -> list[str]:
        """Broken so that each fits the width."""
        room = (WIDTH - 2 * MARGIN - (INDENT if self.mark else 0)) * POINTS
        return textwrap.wrap(self.text, int(room / (self.size * LETTER * (1.12 if self.bold else 1))))

    @property
    def step(self) -> float:
        """Height of one line in inches."""
        return self.size * LINE / POINTS

    @property
    def height(self) -> float:
        """Height in inches, with the white below."""
        return self.before + self.step * len(self.lines()) + self.after


@dataclass(frozen=True, slots=True)
class Panels:
    """Topics, two a row."""

    series: Sequence[Series]

    @property
    def height(self) -> float:
        """Height in inches."""
        return (PANEL + BETWEEN) * math.ceil(len(self.series) / 2)


@dataclass(frozen=True, slots=True)
class Bars:
    """Cases and their answers."""

    weeks: Sequence[Punctuality]
    height: float = BARS + 0.4


Block = Words | Panels | Bars


def picture(report: BoardReport, voice: Voice) -> bytes:
    """The picture as PNG, 1080 dots wide."""
    blocks = list(_blocks(report, voice))
    height = sum(block.height for block in blocks) + 2 * MARGIN
    figure = Figure((WIDTH, height), dpi=INCH, facecolor="white")
    below = height - MARGIN
    for block in blocks:
        _put(figure, block, below, report, voice)
        below -= block.height
    return png(figure)


def _blocks(report: BoardReport, voice: Voice) -> Iterator[Block]:
    published = report.published
    yield Words(voice("report-title"), TITLE, bold=True, after=0.02)
    if not published.periods:
        yield Words(report.estate, USUAL, QUIET, after=0.2)
        yield Words(voice("report-none"))
        return
    yield Words(f"{report.estate}, {voice.span(published.periods)}", USUAL, QUIET, after=0.16)
    for sentence in three(report, voice):
        yield Words(sentence, mark="•")
    yield Words(f"{voice('heading-topics')} ({voice('unit-residents')})", HEAD, bold=True, before=0.16, after=0.1)
    yield Panels(topics_of(report, voice))
    if any(each.answered for each in published.punctuality):
        yield Words(f"{voice('heading-punctuality')} ({voice('unit-cases')})", HEAD, bold=True, after=0.03)
        yield Words(voice("note-punctuality"), SMALL, QUIET, after=0.04)
        yield Bars(published.punctuality)
    yield Words(voice("report-counted"), SMALL, QUIET, after=0.02)
    yield Words(voice("report-few"), SMALL, QUIET, after=0.0)


def _put(figure: Figure, block: Block, top: float, report: BoardReport, voice: Voice) -> None:
    """Draws a block whose upper edge is `top` inches above the picture's lower edge."""
    if isinstance(block, Words):
        _write(figure, block, top)
    elif isinstance(block, Bars):
        axes = figure.add_axes(_place(figure, MARGIN, top - BARS, WIDTH - 2 * MARGIN, BARS))
        draw_bars(axes, block.weeks, bar_frame(block.weeks, voice))
    else:
        frame = frame_of(block.series, report.published.periods, voice)
        width = (WIDTH - 2 * MARGIN - MARGIN) / 2
        for at, series in enumerate(block.series):
            row, column = divmod(at, 2)
            left, low = MARGIN + column * (width + MARGIN), top - row * (PANEL + BETWEEN) - PANEL - 0.25
            draw(figure.add_axes(_place(figure, left, low, width, PANEL)), series, frame)


def _write(figure: Figure, words: Words, top: float) -> None:
    height = figure.get_figheight()
    weight = "bold" if words.bold else "normal"
    if words.mark:
        figure.text(
            MARGIN / WIDTH, (top - words.before) / height, words.mark, fontsize=words.size, va="top", color=words.colour
        )
    left = MARGIN + (INDENT if words.mark else 0)
    for number, line in enumerate(words.lines()):
        at = top - words.before - number * words.step
        figure.text(
            left / WIDTH, at / height, line, fontsize=words.size, va="top", color=words.colour, fontweight=weight
        )


def _place(figure: Figure, left: float, low: float, width: float, height: float) -> tuple[float, float, float, float]:
    """Inches as shares of the picture."""
    whole = figure.get_figheight()
    return left / WIDTH, low / whole, width / WIDTH, height / whole
