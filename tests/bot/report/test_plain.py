"""The report for spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from bot.report.plain import csv_file, json_file
from bot.report.sentences import trend_sentence
from bot.report.values import Direction, Trend
from bot.report.voice import Voice
from knowledge.content import Knowledge
from tests.bot.report.figures import report, weeks


@pytest.fixture
def danish(knowledge: Knowledge) -> Voice:
    return Voice(knowledge, "da")


def test_a_spreadsheet_opens_it_with_danish_letters(danish: Voice) -> None:
    written = csv_file(report(4), danish)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Tabel", "Række", "Uger", "Fra", "Til", "Tal"]
    assert {len(row) for row in rows} == {6}


def test_every_published_figure_is_in_it_and_hidden_ones_are_said_to_be(danish: Voice) -> None:
    made = report(4)
    rows = list(csv.reader(io.StringIO(csv_file(made, danish).decode("utf-8-sig")), delimiter=";"))[1:]
    tables = ("topics", "entries", "languages", "outcomes", "unanswered")
    cells = [figure for name in tables for figure in getattr(made.published, name).cells.values()]
    assert len(rows) == len(cells) + 4 + 2 * len(made.published.punctuality)
    assert sum(row[-1] == "for få" for row in rows) >= sum(figure is None for figure in cells) > 0


def test_json_has_ids_and_null_for_what_is_hidden(danish: Voice) -> None:
    made = report(4)
    written = json.loads(json_file(made, danish))
    assert len(written["periods"]) == len(written["residents"]) == 4
    for name in ("topics", "entries", "languages", "outcomes", "unanswered"):
        table = getattr(made.published, name)
        assert written[name] == {row: [table.at(row, each) for each in made.published.periods] for row in table.rows}
    assert [each["row"] for each in written["trends"]] == [each.row for each in made.trends]
    assert len(written["punctuality"]) == len(made.published.punctuality)
    assert [each["entry"] for each in written["changes"]] == [each.entry for each in made.changes]


@pytest.mark.parametrize("code", ["da", "en"])
def test_a_rise_from_what_was_hidden_is_told_without_the_hidden_figure(knowledge: Knowledge, code: str) -> None:
    voice, last = Voice(knowledge, code), weeks(1)[0]
    up, down = Trend("plan", Direction.UP, last, 40, None), Trend("plan", Direction.DOWN, last, None, 38)
    for trend, figure in ((up, "40"), (down, "38")):
        sentence = trend_sentence(trend, voice)
        assert figure in sentence
        assert "None" not in sentence
        assert sentence != trend_sentence(replace(trend, direction=Direction.FEW), voice)
