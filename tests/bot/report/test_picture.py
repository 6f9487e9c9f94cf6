from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bot.report import charts
from bot.report.picture import picture
from bot.report.values import BoardReport
from bot.report.voice import Voice
from knowledge.content import Knowledge
from tests.bot.report.figures import report, weeks

MOST_BYTES = 400_000
MOST_TALL = 20
"""Telegram takes no photo that is more than twenty times as high as wide."""


@pytest.fixture
def danish(knowledge: Knowledge) -> Voice:
    return Voice(knowledge, "da")


def seen(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("L")


@pytest.mark.parametrize("count", [1, 2, 8, 104])
def test_a_picture_is_as_wide_as_a_telephone_and_small_enough_to_send(danish: Voice, count: int) -> None:
    drawn = picture(report(count), danish)
    width, height = seen(drawn).size
    assert width == 1080
    assert height < MOST_TALL * width
    assert len(drawn) < MOST_BYTES


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("count", [1, 8, 104])
def test_nothing_runs_out_of_the_picture(knowledge: Knowledge, code: str, count: int) -> None:
    dots = np.asarray(seen(picture(report(count), Voice(knowledge, code))))
    assert all(edge.min() == 255 for edge in (dots[:12], dots[-12:], dots[:, :12], dots[:, -12:]))


def test_the_same_figures_give_the_same_picture(danish: Voice) -> None:
    assert picture(report(8), danish) == picture(report(8), danish)


def test_before_the_first_week_it_says_that_there_is_nothing_yet(danish: Voice) -> None:
    whole = report(1)
    empty = replace(whole, published=replace(whole.published, periods=(), punctuality=()), trends=())
    assert seen(picture(empty, danish)).size[0] == 1080


def test_weeks_put_together_are_drawn_as_wide_as_they_are(danish: Voice) -> None:
    merged = _merged(report(8))
    assert len(charts.topics(merged, danish)) > 0
    assert danish.period(merged.published.periods[0]) == "uge 37-38"


@pytest.mark.parametrize("name", ["languages", "unanswered", "outcomes", "punctuality"])
def test_every_other_chart_is_drawn(danish: Voice, name: str) -> None:
    drawn = getattr(charts, name)(report(8).published, danish)
    assert seen(drawn).size[0] == 1080
    assert np.asarray(seen(drawn)).min() < 100


def _merged(whole: BoardReport) -> BoardReport:
    first, second, *others = weeks(8)
    both = replace(first, last=second.last)
    table = whole.published.topics
    cells = dict(table.cells) | {(row, both): table.at(row, first) for row in table.rows}
    periods = (both, *others)
    return replace(whole, published=replace(whole.published, periods=periods, topics=replace(table, cells=cells)))
