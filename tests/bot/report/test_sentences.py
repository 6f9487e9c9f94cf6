from __future__ import annotations

from dataclasses import replace

import pytest

from bot.concerns.published import Punctuality
from bot.report.sentences import everything, in_time, three, trend_sentence
from bot.report.values import BoardReport, Direction, Trend
from bot.report.voice import Voice
from knowledge.content import Knowledge
from tests.bot.report.figures import report, weeks


@pytest.fixture
def danish(knowledge: Knowledge) -> Voice:
    return Voice(knowledge, "da")


def test_what_moved_comes_first_and_answers_in_time_last(danish: Voice) -> None:
    assert three(report(8), danish) == (
        "Afstemningen: flere beboere spørger. 33 i uge 44 mod 24 før.",
        "Livet i området: færre beboere spørger. 10 i uge 44 mod 14 før.",
        "Svar til tiden: 41 af 54 sager, uden de uger, hvor der var for få.",
    )


def test_where_nothing_moved_it_says_so_and_what_was_asked_most(danish: Voice) -> None:
    calm = replace(report(8), trends=(Trend("plan", Direction.LEVEL, weeks(8)[-1], 36, 34),))
    assert three(calm, danish)[:2] == (
        "Ingen emner er steget eller faldet tydeligt.",
        "Flest spurgte om Renoveringen: 36 beboere i uge 44.",
    )


def test_where_all_is_hidden_it_says_that_too_few_asked(danish: Voice) -> None:
    assert three(_silent(report(8)), danish) == (
        "For få har spurgt til, at noget kan siges om enkelte emner.",
        "Svar til tiden: for få sager til at sige noget.",
    )


def test_a_trend_that_is_hidden_names_no_figure(danish: Voice) -> None:
    assert trend_sentence(Trend("help", Direction.FEW, weeks(8)[-1]), danish) == (
        "Hjælp og personale: for få til at sige noget."
    )


def test_cases_in_time_are_summed_over_the_weeks_that_are_shown(danish: Voice) -> None:
    first, second = weeks(2)
    both = replace(report(2).published, punctuality=(Punctuality(first, 9, 8), Punctuality(second, 6, 6)))
    assert in_time(replace(report(2), published=both), danish) == "Svar til tiden: 14 af 15 sager i perioden."


def test_everything_tells_of_every_topic_with_a_trend_and_of_changed_answers(danish: Voice) -> None:
    said = everything(report(8), danish)
    assert said[0] == "81 beboere spurgte i uge 44."
    assert said[-1] == "2 svar er rettet i perioden."
    assert len(said) == 1 + len(report(8).trends) + 4


def _silent(whole: BoardReport) -> BoardReport:
    """The same with every figure hidden."""
    old = whole.published
    tables = {
        name: replace(table, cells=dict.fromkeys(table.cells))
        for name in ("topics", "entries", "languages", "outcomes", "unanswered")
        for table in [getattr(old, name)]
    }
    hidden = replace(
        old,
        residents=dict.fromkeys(old.residents),
        punctuality=tuple(Punctuality(period, None, None) for period in old.periods),
        **tables,
    )
    trends = tuple(Trend(trend.row, Direction.FEW, trend.period) for trend in whole.trends)
    return replace(whole, published=hidden, trends=trends)
