from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report.monthly import Due, Posted, State, due, first_working_day

ZONE = ZoneInfo("Europe/Copenhagen")
OPEN: frozenset[dt.date] = frozenset()
NOVEMBER = Posted("2026-11", State.DONE)


def at(day: int, hour: int = 10, month: int = 12) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2026, 12, 1),
        (2026, 11, 2),  # after a weekend
        (2027, 1, 4),  # New Year's Day is a Friday
        (2026, 6, 1),
        (2027, 5, 3),
    ],
)
def test_it_is_the_first_day_that_is_no_weekend_and_no_holiday(year: int, month: int, day: int) -> None:
    assert first_working_day(year, month, OPEN, ZONE) == dt.date(year, month, day)


def test_a_closed_day_is_no_working_day() -> None:
    assert first_working_day(2026, 12, frozenset({dt.date(2026, 12, 1)}), ZONE) == dt.date(2026, 12, 2)


def test_it_is_due_in_the_morning_of_that_day() -> None:
    assert due(NOVEMBER, at(1, 8), OPEN, ZONE) is None
    assert due(NOVEMBER, at(1, 9), OPEN, ZONE) == Due("2026-12", post=True)


def test_a_month_that_is_done_is_not_due_again() -> None:
    assert due(Posted("2026-12", State.DONE), at(1, 11), OPEN, ZONE) is None


def test_one_that_was_being_sent_when_the_program_ended_is_sent_again_and_says_so() -> None:
    assert due(Posted("2026-12", State.SENDING), at(1, 11), OPEN, ZONE) == Due("2026-12", post=True, again=True)


def test_one_missed_while_nothing_ran_is_made_up_for() -> None:
    assert due(NOVEMBER, at(17), OPEN, ZONE) == Due("2026-12", post=True)


def test_a_chat_set_in_the_middle_of_a_month_gets_its_first_report_in_the_next() -> None:
    assert due(None, at(17), OPEN, ZONE) == Due("2026-12", post=False)
    assert due(None, at(1), OPEN, ZONE) == Due("2026-12", post=True)


def test_the_note_is_read_as_it_is_written() -> None:
    assert Posted.read(str(NOVEMBER)) == NOVEMBER
    assert Posted.read(None) is None


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60))
def test_however_the_program_runs_a_month_is_posted_once_at_most(hours: list[int]) -> None:
    last, posted = None, []
    for hour in sorted(hours):
        found = due(last, at(1) + dt.timedelta(hours=6 * hour), OPEN, ZONE)
        if found:
            last = Posted(found.month, State.DONE)
            posted += [found.month] if found.post else []
    assert len(posted) == len(set(posted))
