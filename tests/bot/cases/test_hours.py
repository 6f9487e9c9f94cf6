"""Opening hours: several spans a day, holidays, closed days, and the clock that changes twice a year."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hours import OpeningHours

ZONE = ZoneInfo("Europe/Copenhagen")
MORNING, AFTERNOON = (dt.time(9), dt.time(12)), (dt.time(13), dt.time(15, 30))
HOURS = OpeningHours(
    {0: (MORNING, AFTERNOON), 1: (MORNING,), 3: (MORNING, AFTERNOON), 4: (MORNING,)},
    frozenset({dt.date(2027, 6, 1)}),
    ZONE,
)
FIRST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
FOUR = dt.timedelta(hours=4)


def at(day: str, time: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("asked", "promised"),
    [
        (at("2027-03-01", "09:00"), at("2027-03-01", "14:00")),  # Monday, over noon
        (at("2027-03-01", "02:00"), at("2027-03-01", "14:00")),  # before they come
        (at("2027-03-01", "14:30"), at("2027-03-02", "12:00")),  # an hour left, then Tuesday's three
        (at("2027-03-02", "11:00"), at("2027-03-04", "12:00")),  # closed on Wednesday
        (at("2027-03-05", "11:00"), at("2027-03-08", "12:00")),  # over the weekend
        (at("2027-12-23", "15:00"), at("2027-12-27", "13:30")),  # Christmas Eve is a Friday
        (at("2027-05-31", "14:00"), at("2027-06-03", "11:30")),  # Tuesday the first is closed
        (at("2027-03-25", "09:00"), at("2027-04-01", "10:00")),  # Maundy Thursday to Easter Monday
    ],
)
def test_a_promise_counts_open_hours_only(asked: dt.datetime, promised: dt.datetime) -> None:
    assert HOURS.later(asked, FOUR) == promised


def test_the_hour_that_is_lost_in_spring_is_no_opening_hour() -> None:
    # Clocks go forward on Sunday 28 March 2027: Friday noon to Tuesday noon (Monday is Easter Monday).
    assert HOURS.later(at("2027-03-23", "11:00"), dt.timedelta(hours=2)) == at("2027-03-30", "10:00")


def test_without_hours_nothing_is_promised() -> None:
    never = OpeningHours({}, frozenset(), ZONE)
    assert not never
    assert never.later(at("2027-03-01", "09:00"), FOUR) is None


def test_open_is_from_the_first_minute_to_the_one_before_the_last() -> None:
    assert HOURS.is_open(at("2027-03-01", "09:00"))
    assert not HOURS.is_open(at("2027-03-01", "12:00"))
    assert not HOURS.is_open(at("2027-03-03", "10:00"))


@given(
    st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: FIRST + dt.timedelta(minutes=minutes)),
    st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(hours=30)),
)
def test_a_promise_is_in_the_future_and_falls_into_an_open_hour(moment: dt.datetime, within: dt.timedelta) -> None:
    promised = HOURS.later(moment, within)
    assert promised is not None
    assert promised >= moment + within
    assert HOURS.is_open(promised - dt.timedelta(microseconds=1))
