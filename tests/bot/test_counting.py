"""What a turn adds to the counts, and under which marks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.case import Case
from bot.concerns.cells import ALL, Cell, Count, Met, Series
from bot.counting import Counter, cells_of, met_by
from bot.effects import CaseChange, Changes, Memory, OpenCase, PassOn, Turn
from bot.messages import Action, Body, Commanded, Incoming, Pressed, Unreadable, Verb, Written
from bot.store.weekkeys import KeyFiles
from bot.understanding.decision import Candidate, Decision, Escalation
from knowledge.content import Knowledge

NOW = dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC)
WEEK = dt.date(2027, 3, 1)
HOUR = dt.timedelta(hours=1)
MONEY = Escalation("money", urgent=False, mode="ask")


def decision(
    outcome: str, *candidates: tuple[str, float], language: str = "ar", matter: Escalation | None = None
) -> Decision:
    entry = candidates[0][0] if outcome == "answer" else None
    return Decision(outcome, entry, 0.9, tuple(Candidate(*each) for each in candidates), language, matter)  # type: ignore[arg-type]


def turn(*effects: object, language: str | None = "ar", forgotten: bool = False) -> Turn:
    return Turn((), None if forgotten else Memory(language), effects)  # type: ignore[arg-type]


def rows(knowledge: Knowledge, body: Body, decided: Decision | None, after: Turn) -> dict[str, str]:
    """The row in each series."""
    cells = cells_of(Incoming("1001", body), decided, after, knowledge)
    assert len({cell.series for cell in cells}) == len(cells)
    return {cell.series.value: cell.row for cell in cells}


def of_words(knowledge: Knowledge, decided: Decision, after: Turn | None = None) -> dict[str, str]:
    return rows(knowledge, Written("words"), decided, after or turn())


EVERYBODY = {"residents": ALL, "languages": "ar"}


# Which cells


def test_an_answer_counts_under_its_entry_and_topic(knowledge: Knowledge) -> None:
    counted = of_words(knowledge, decision("answer", ("plan.rent", 0.9)))
    assert counted == EVERYBODY | {"outcomes": "answered", "topics": "plan", "entries": "plan.rent"}


def test_a_question_back_counts_under_the_topic_that_all_it_offers_are_in(knowledge: Knowledge) -> None:
    one = of_words(knowledge, decision("clarify", ("plan.rent", 0.4), ("plan.start", 0.3)))
    two = of_words(knowledge, decision("clarify", ("plan.rent", 0.4), ("vote.when", 0.3)))
    assert one == EVERYBODY | {"outcomes": "asked back", "topics": "plan"}
    assert two == EVERYBODY | {"outcomes": "asked back"}


def test_what_has_no_answer_counts_under_the_topic_it_is_likely_to_be_in(knowledge: Knowledge) -> None:
    near = of_words(knowledge, decision("no_match", ("plan.rent", 0.2), ("vote.when", 0.05), ("plan.start", 0.15)))
    far = of_words(knowledge, decision("no_match", ("plan.rent", 0.02)))
    assert near == EVERYBODY | {"outcomes": "not answered", "unanswered": "plan"}
    assert far == EVERYBODY | {"outcomes": "not answered", "unanswered": "other"}
    assert of_words(knowledge, decision("no_match"))["unanswered"] == "other"


def test_sensitive_matters_count_in_one_sum_and_under_no_entry(knowledge: Knowledge) -> None:
    asked = of_words(knowledge, decision("escalate", ("plan.rent", 0.4), matter=MONEY))
    answered = of_words(knowledge, decision("answer", ("plan.rent", 0.9), matter=MONEY))
    assert asked == EVERYBODY | {"outcomes": "asked back", "topics": "sensitive"}
    assert answered == EVERYBODY | {"outcomes": "answered", "topics": "sensitive"}


def test_no_category_can_be_told_from_the_cells(knowledge: Knowledge) -> None:
    cells = {
        tuple(of_words(knowledge, decision("escalate", matter=replace(MONEY, category=category))).items())
        for category in knowledge.sensitive
        if category != "human"
    }
    assert len(cells) == 1


def test_a_case_counts_as_handed_over(knowledge: Knowledge) -> None:
    opened = OpenCase("violence", True, "ar", False, "words", 7)
    for body, decided in (
        (Written("words"), decision("escalate", matter=MONEY)),
        (Pressed(Action(Verb.UNNAMED)), None),
    ):
        counted = rows(knowledge, body, decided, turn(opened))
        assert counted == EVERYBODY | {"outcomes": "handed over", "topics": "sensitive"}
    asked = rows(knowledge, Pressed(Action(Verb.UNNAMED)), None, turn(replace(opened, category="unanswered")))
    assert asked == EVERYBODY | {"outcomes": "handed over"}


def test_a_chosen_question_counts_like_a_typed_one(knowledge: Knowledge) -> None:
    chosen = rows(knowledge, Pressed(Action(Verb.ANSWER, "plan.rent")), None, turn())
    assert chosen == EVERYBODY | {"outcomes": "answered", "topics": "plan", "entries": "plan.rent"}


def test_an_answer_that_did_not_help_counts(knowledge: Knowledge) -> None:
    counted = rows(knowledge, Pressed(Action(Verb.NOT_HELPED, "plan.rent")), None, turn())
    assert counted == EVERYBODY | {"outcomes": "did not help"}


@pytest.mark.parametrize(
    "body",
    [
        Commanded("start"),
        Commanded("forget"),
        Unreadable("photo"),
        Pressed(None),
        Pressed(Action(Verb.ANSWER, "no.such")),
        Pressed(Action(Verb.HELPED, "plan.rent")),
        Pressed(Action(Verb.TOPIC, "plan")),
        Pressed(Action(Verb.DANISH, "plan.rent")),
    ],
)
def test_what_voices_no_concern_is_not_counted(knowledge: Knowledge, body: Body) -> None:
    assert rows(knowledge, body, None, turn()) == {}


def test_small_talk_is_not_counted(knowledge: Knowledge) -> None:
    assert of_words(knowledge, decision("smalltalk")) == {}


def test_words_to_the_staff_are_not_counted(knowledge: Knowledge) -> None:
    assert of_words(knowledge, decision("answer", ("plan.rent", 0.9)), turn(PassOn(1, "words", 7))) == {}


def test_nothing_is_counted_of_a_chat_that_is_forgotten(knowledge: Knowledge) -> None:
    assert of_words(knowledge, decision("answer", ("plan.rent", 0.9)), turn(forgotten=True)) == {}


@pytest.mark.parametrize(
    ("read", "written", "group"),
    [
        ("ur", "ur", "ur+fa"),
        ("fa", "fa", "ur+fa"),
        ("so", "so", "other"),
        ("en", "ta", "other"),
        ("da", "sv", "da"),
        ("tr", "und", "tr"),
        (None, "und", "other"),
    ],
)
def test_small_languages_count_together(knowledge: Knowledge, read: str | None, written: str, group: str) -> None:
    decided = decision("answer", ("plan.rent", 0.9), language=written)
    assert of_words(knowledge, decided, turn(language=read))["languages"] == group


# Under which marks


@pytest.fixture
def counter(knowledge: Knowledge, tmp_path: Path) -> Counter:
    return Counter(KeyFiles(tmp_path), knowledge)


CELLS = (Cell(Series.RESIDENTS, ALL), Cell(Series.ENTRIES, "plan.rent"))


def test_the_same_resident_has_the_same_marks_all_week(counter: Counter) -> None:
    sunday = NOW.replace(day=7, hour=22, minute=59)  # 23:59 in the estate
    assert counter.counts("1001", CELLS, NOW) == counter.counts("1001", CELLS, sunday)
    assert counter.counts("1001", CELLS, sunday)[0].week == WEEK


def test_no_two_marks_are_alike(counter: Counter) -> None:
    counts = [*counter.counts("1001", CELLS, NOW), *counter.counts("1002", CELLS, NOW)]
    counts += counter.counts("1001", CELLS, NOW + 7 * 24 * HOUR)
    assert len({each.mark for each in counts} | {each.resident for each in counts}) == 6 + 3


def test_the_week_is_that_of_the_estate(counter: Counter) -> None:
    assert counter.week(dt.datetime(2027, 3, 7, 23, 30, tzinfo=dt.UTC)) == dt.date(2027, 3, 8)


@given(address=st.integers(0, 2**52).map(str))
def test_a_mark_holds_nothing_of_the_chat(
    address: str, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory
) -> None:
    counter = Counter(KeyFiles(tmp_path_factory.getbasetemp() / "keys"), knowledge)
    for each in counter.counts(address, CELLS, NOW):
        assert each.mark is not None
        assert len(each.mark) == 16
        assert int(address).to_bytes(8, "little") not in each.mark


# How cases are met

CASE = Case(1, "Birk 42", "money", "ar", urgent=False, named=False, opened=NOW, promised=NOW + 8 * HOUR)


def test_a_case_is_met_once() -> None:
    answered = replace(CASE, answered=NOW + HOUR)
    late = replace(CASE, answered=NOW + 9 * HOUR)
    overdue = replace(CASE, overdue_told=True)
    assert met_by(CASE, CASE) is None
    assert met_by(CASE, answered) is Met.IN_TIME
    assert met_by(CASE, late) is Met.LATE
    assert met_by(CASE, overdue) is Met.LATE
    assert met_by(answered, replace(answered, overdue_told=True)) is None
    assert met_by(overdue, replace(overdue, answered=NOW + 9 * HOUR)) is None


def test_a_case_without_a_promise_is_not_judged() -> None:
    assert met_by(replace(CASE, promised=None), replace(CASE, promised=None, answered=NOW)) is None


def test_cases_count_without_a_mark_and_without_their_matter(counter: Counter) -> None:
    changes = Changes(cases=(CaseChange(replace(CASE, answered=NOW)), CaseChange(replace(CASE, number=2), "1001")))
    before = {1: CASE}.get
    assert counter.punctuality(changes, before, NOW) == (Count(WEEK, Cell(Series.CASES, "in time")),)
