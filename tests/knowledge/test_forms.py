"""How staff write facts: what is understood, what is not, and that nothing is lost when it is stored."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.content import Happening
from knowledge.forms import (
    DATE_AHEAD,
    DATE_BEHIND,
    DATES,
    HAPPENINGS,
    SPANS,
    TIME_OF_DAY,
    WEEKDAYS,
    WORDS,
    Form,
    read_date,
)

TODAY = dt.date(2000, 12, 1)
EVE = dt.date(2000, 12, 31)
WHEN = dt.time(18, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "2000-12-31",
        "31.12.2000",
        "31/12-2000",
        "31. 12. 2000",
        "31. december 2000",
        "31 dec 2000",
        "søndag den 31. december 2000",
        "den 31.12.2000",
        "Sunday 31 December 2000",
        "søn. 31.12.2000",
    ],
)
def test_a_day_is_understood_however_it_is_written(typed: str) -> None:
    assert read_date(typed, TODAY) == EVE


def test_today_and_tomorrow_are_days_too() -> None:
    assert read_date("I dag", TODAY) == TODAY
    assert read_date("tomorrow", TODAY) == TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    "typed", ["", "31.12", "31.13.2000", "mandag den 31.12.2000", "engang til foråret", "31 x 2000"]
)
def test_what_is_no_day_or_another_weekday_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    ("form", "typed", "value"),
    [
        (TIME_OF_DAY, "kl. 18.30", WHEN),
        (TIME_OF_DAY, "18", dt.time(18)),
        (WEEKDAYS, "mandag og Fredag", (0, 4)),
        (WEEKDAYS, "Monday, fri", (0, 4)),
        (DATES, "31.12.2000, 24.12.2000", (dt.date(2000, 12, 24), EVE)),
        (SPANS, "13-15.30 og 9.00–12.00", ((dt.time(9), dt.time(12)), (dt.time(13), dt.time(15, 30)))),
        (WORDS, "  i   salen ", "i salen"),
        (HAPPENINGS, "31.12.2000 kl. 18.30, Møde, Sal 1, 2. sal", (Happening(EVE, WHEN, "Sal 1, 2. sal", "Møde"),)),
        (HAPPENINGS, "31. december 2000, Fest", (Happening(EVE, None, None, "Fest"),)),
    ],
)
def test_a_value_is_read_and_comes_back_from_what_is_stored(form: Form, typed: str, value: Any) -> None:
    assert form.read(typed, TODAY) == value
    assert form.read(form.write(value), dt.date(1, 1, 1)) == value


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        (TIME_OF_DAY, "25.00"),
        (TIME_OF_DAY, "om aftenen"),
        (WEEKDAYS, "mandag og juleaften"),
        (SPANS, "12.00-9.00"),
        (SPANS, "9-12, 11-13"),
        (SPANS, "9"),
        (WORDS, "x" * 151),
        (WORDS, "vend\u202e om"),
        (HAPPENINGS, "31.12.2000"),
        (HAPPENINGS, "Møde den 31.12.2000, Sal"),
    ],
)
def test_what_cannot_be_read_is_refused(form: Form, typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        form.read(typed, TODAY)


def test_a_day_that_makes_no_sense_today_is_refused() -> None:
    day = dt.timedelta(days=1)
    assert not DATE_AHEAD.refuses(TODAY, TODAY)
    assert DATE_AHEAD.refuses(TODAY - day, TODAY)
    assert DATE_AHEAD.refuses(dt.date(2100, 12, 31), TODAY)
    assert not DATE_BEHIND.refuses(TODAY, TODAY)
    assert DATE_BEHIND.refuses(TODAY + day, TODAY)
    assert HAPPENINGS.refuses((Happening(TODAY - day),), TODAY)


@given(st.text())
def test_words_are_stored_as_they_are_read_or_refused(typed: str) -> None:
    try:
        words = WORDS.read(typed, TODAY)
    except ValueError:
        return
    assert WORDS.read(WORDS.write(words), TODAY) == words
    assert "\n" not in words


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_day_or_a_value_error(typed: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(read_date(typed, TODAY), dt.date)
