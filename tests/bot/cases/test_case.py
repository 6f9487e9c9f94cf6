"""The life of a case: what can happen to it, and what it is then."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.case import LIFE, OPEN, Case, NotPossible, Status, Step, after

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=2)
CASE = Case(17, "Birk 42", "money", "tr", urgent=False, named=False, opened=NOW, promised=LATER)


def test_a_new_case_waits_for_an_answer() -> None:
    assert CASE.is_open
    assert CASE.is_awaited


def test_who_writes_first_has_taken_the_case_and_answered_it() -> None:
    answered = after(CASE, Step.STAFF_WRITE, LATER, by="Mette")
    assert (answered.status, answered.claimed_by, answered.answered) == (Status.CLAIMED, "Mette", LATER)
    assert not answered.is_awaited


def test_a_second_answer_does_not_change_when_the_first_came_nor_whose_case_it_is() -> None:
    answered = after(after(CASE, Step.STAFF_WRITE, NOW, by="Mette"), Step.STAFF_WRITE, LATER, by="Ali")
    assert (answered.claimed_by, answered.answered, answered.last_word) == ("Mette", NOW, LATER)


def test_a_case_can_be_handed_to_a_colleague_and_let_go() -> None:
    claimed = after(after(CASE, Step.CLAIM, NOW, by="Mette"), Step.CLAIM, LATER, by="Ali")
    assert claimed.claimed_by == "Ali"
    assert after(claimed, Step.RELEASE, LATER).claimed_by is None


@pytest.mark.parametrize("end", [Step.CLOSE, Step.END, Step.WITHDRAW])
def test_a_case_that_is_over_can_only_be_reopened(end: Step) -> None:
    over = after(CASE, end, NOW)
    assert over.closed == NOW
    for step in set(Step) - {Step.REOPEN}:
        with pytest.raises(NotPossible):
            after(over, step, LATER)
    again = after(over, Step.REOPEN, LATER)
    assert (again.is_open, again.closed, again.claimed_by) == (True, None, None)


def test_a_parked_case_waits_for_no_answer_and_wakes_when_the_resident_writes() -> None:
    parked = after(CASE, Step.PARK, NOW)
    assert parked.is_open
    assert not parked.is_awaited
    assert after(parked, Step.RESIDENT_WRITES, LATER).status is Status.WAITING


@given(st.lists(st.sampled_from(list(Step)), max_size=30))
def test_whatever_happens_open_and_closed_are_told_apart(steps: list[Step]) -> None:
    case = CASE
    for step in steps:
        if (case.status, step) not in LIFE:
            continue
        case = after(case, step, LATER, by="Mette")
        assert case.is_open == (case.status in OPEN) == (case.closed is None)
        assert (case.number, case.alias, case.opened) == (CASE.number, CASE.alias, CASE.opened)
