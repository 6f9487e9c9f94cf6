from __future__ import annotations

import datetime as dt

import pytest

from bot.concerns.published import Outcome, Period
from bot.report.voice import Voice
from knowledge.content import Knowledge
from knowledge.texts import variables_by_key
from tests.bot.report.figures import weeks


@pytest.fixture(params=["da", "en"])
def voice(request: pytest.FixtureRequest, knowledge: Knowledge) -> Voice:
    return Voice(knowledge, request.param)


def test_both_languages_have_the_same_texts_with_the_same_variables(knowledge: Knowledge) -> None:
    danish, english = (variables_by_key(knowledge.board[code].source) for code in ("da", "en"))
    assert danish == english


def test_every_row_has_a_name(voice: Voice) -> None:
    rows = [*voice.knowledge.topics, "sensitive", "other"]
    assert all(voice.row(row) != row for row in rows)
    assert all(voice.outcome(row) != row for row in Outcome)
    assert all(voice.entry(row) != row for row in voice.knowledge.entries)


def test_languages_are_named_in_the_boards_language(knowledge: Knowledge) -> None:
    assert Voice(knowledge, "da").language("bs+uk") == "Bosnisk + ukrainsk"
    assert Voice(knowledge, "en").language("bs+uk") == "Bosnian + Ukrainian"
    assert Voice(knowledge, "da").language("other") == "Andre sprog"


def test_weeks_are_those_of_the_calendar(knowledge: Knowledge) -> None:
    danish = Voice(knowledge, "da")
    periods = weeks(3, dt.date(2026, 12, 21))
    assert danish.period(periods[0]) == "uge 52"
    assert danish.period(Period(periods[0].first, periods[1].last)) == "uge 52-53"
    assert danish.span(periods[:2]) == "uge 52-53, 2026"
    assert danish.span(periods) == "uge 52, 2026 til uge 1, 2027"


def test_a_week_is_named_with_its_year_where_it_comes_twice(knowledge: Knowledge) -> None:
    danish = Voice(knowledge, "da")
    assert danish.short(weeks(8))[0] == "uge 37"
    assert danish.short(weeks(60))[0] == "uge 37, 2026"


def test_a_hidden_figure_is_said_to_be_hidden(voice: Voice) -> None:
    assert voice.figure(None) in {"for få", "too few"}
    assert voice.figure(5) == "5"
