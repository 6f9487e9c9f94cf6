"""How the facts of an estate are written by hand: text -> value, value -> text, and what a value may not be.

What people type is taken as people type it: "4.3.2027", "torsdag den 4. marts 2027", "kl. 18.30", "mandag og fredag".
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list

from knowledge.content import Happening

LONGEST_WORDS = 150
LOCALES = ("da", "en")
"""Languages in which the staff may name weekdays and months."""
LETTERS_OF_A_MONTH = 3
TODAY, TOMORROW = ("i dag", "idag", "today"), ("i morgen", "imorgen", "tomorrow")
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
NUMBERS = re.compile(r"(?P<day>\d{1,2})\s?[./]\s?(?P<month>\d{1,2})\s?[./ -]\s?(?P<year>\d{4})")
NAMED = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[^\W\d]+)\.?,?\s+(?P<year>\d{4})")
TIME = re.compile(r"(?:(?:kl|at)\.?\s*)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?", re.IGNORECASE)
SEPARATORS = re.compile(r"[,;\n]|\s(?:og|and)\s")
DASH = re.compile(r"\s*(?:[-–]|\stil\s)\s*")
FAR_OFF = dt.timedelta(days=20 * 365)


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a fact. The staff's text `fact-form-<name>` says how."""

    name: str
    read: Callable[[str, dt.date], Any]
    """Today is needed for words such as "i dag"; raises ValueError."""
    write: Callable[[Any], str]
    """As it is stored; `read` turns it back."""
    show: Callable[[Any, str], str]
    """As a person reads it in a locale."""
    refuses: Callable[[Any, dt.date], bool] = lambda _value, _today: False
    """Whether the value makes no sense today, though it is well written."""
    empty: Any = None
    """What "not announced" is."""
    choices: tuple[str, ...] = ()
    """All values there are, where they can be counted."""


# Days and times


def read_date(text: str, today: dt.date) -> dt.date:
    """A day with its year; a weekday before it must be the right one. Raises ValueError."""
    words = text.strip().casefold()
    if words in TODAY or words in TOMORROW:
        return today + dt.timedelta(days=words in TOMORROW)
    words = f" {words} ".replace(" den ", " ", 1).strip()
    first, _, rest = words.partition(" ")
    weekday = _weekdays().get(first.strip(".,"))
    if weekday is not None:
        words = rest
    match = ISO.fullmatch(words) or NUMBERS.fullmatch(words) or NAMED.fullmatch(words)
    if match is None:
        raise ValueError("no date")
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    day = dt.date(int(parts["year"]), month, int(parts["day"]))
    if weekday not in (None, day.weekday()):
        raise ValueError("not that weekday")
    return day


def _month(name: str) -> int:
    for locale in LOCALES:
        for number, month in get_month_names("wide", locale=locale).items():
            if len(name) >= LETTERS_OF_A_MONTH and month.casefold().startswith(name):
                return int(number)
    raise ValueError("no month")


def _weekdays() -> dict[str, int]:
    return {
        name.casefold().strip("."): int(day)
        for locale in LOCALES
        for names in (get_day_names("wide", locale=locale), get_day_names("abbreviated", locale=locale))
        for day, name in names.items()
    }


def read_time(text: str, _today: dt.date) -> dt.time:
    """A time of day; raises ValueError."""
    match = TIME.fullmatch(text.strip())
    if match is None:
        raise ValueError("no time")
    return dt.time(int(match["hour"]), int(match["minute"] or 0))


def _not_ahead(day: dt.date, today: dt.date) -> bool:
    return not today <= day <= today + FAR_OFF


def _shown_date(day: dt.date, locale: str) -> str:
    return format_date(day, "full", locale=locale)


def _shown_time(time: dt.time, _locale: str) -> str:
    return f"{time:%H:%M}"


# Lists


def _parts(text: str) -> list[str]:
    return [part.strip() for part in SEPARATORS.split(text) if part and part.strip()]


def _all(read: Callable[[str, dt.date], Any]) -> Callable[[str, dt.date], tuple[Any, ...]]:
    return lambda text, today: tuple(sorted({read(part, today) for part in _parts(text)}))


def _read_weekday(text: str, _today: dt.date) -> int:
    try:
        return _weekdays()[text.casefold().strip(".")]
    except KeyError:
        raise ValueError("no weekday") from None


def _read_spans(text: str, today: dt.date) -> tuple[tuple[dt.time, dt.time], ...]:
    spans = []
    for part in _parts(text):
        start, end = (read_time(each, today) for each in DASH.split(part))
        spans.append((start, end))
    spans.sort()
    if not spans or any(start >= end for start, end in spans):
        raise ValueError("no span")
    if any(first[1] > second[0] for first, second in itertools.pairwise(spans)):
        raise ValueError("spans meet")
    return tuple(spans)


def _written_spans(spans: tuple[tuple[dt.time, dt.time], ...]) -> str:
    return ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in spans)


def _read_happenings(text: str, today: dt.date) -> tuple[Happening, ...]:
    return tuple(_happening(line, today) for line in re.split(r"[;\n]", text) if line.strip())


def _happening(line: str, today: dt.date) -> Happening:
    """Day and time, title, place: the last two of them after a comma each."""
    when, _, rest = line.partition(",")
    title, _, place = rest.partition(",")
    day, time = next(_splits(when.strip(), today), (None, None))
    if day is None:
        raise ValueError("no date")
    return Happening(day, time, read_words(place, today) if place.strip() else None, read_words(title, today))


def _splits(when: str, today: dt.date) -> Iterator[tuple[dt.date, dt.time | None]]:
    for gap in (len(when), *(match.start() for match in re.finditer(" ", when))):
        rest = when[gap:].strip()
        try:
            yield read_date(when[:gap], today), read_time(rest, today) if rest else None
        except ValueError:
            continue


def _written_happening(happening: Happening) -> str:
    time = f" {happening.time:%H:%M}" if happening.time else ""
    return ", ".join(part for part in (f"{happening.date or ''}{time}", happening.title, happening.place) if part)


# Words


def read_words(text: str, _today: dt.date) -> str:
    """A line of words without anything that cannot be seen; raises ValueError."""
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_WORDS or any(unicodedata.category(each)[0] == "C" for each in words):
        raise ValueError("no line of words")
    return words


def matching(pattern: re.Pattern[str]) -> Callable[[str, dt.date], str]:
    """Words that look like something."""

    def read(text: str, today: dt.date) -> str:
        words = read_words(text, today)
        if not pattern.fullmatch(words):
            raise ValueError("looks like something else")
        return words

    return read


def one_of(*choices: str) -> Form:
    """One of several words."""

    def read(text: str, _today: dt.date) -> str:
        if text.strip() not in choices:
            raise ValueError("none of them")
        return text.strip()

    return Form("choice", read, str, _as_it_is, choices=choices)


def _as_it_is(value: Any, _locale: str) -> str:
    return str(value)


def words_like(name: str, pattern: re.Pattern[str]) -> Form:
    """Words that look like something, under a name of their own."""
    return Form(name, matching(pattern), str, _as_it_is)


WORDS = Form("words", read_words, str, _as_it_is)
DATE_AHEAD = Form("date-ahead", read_date, str, _shown_date, _not_ahead)
DATE_BEHIND = Form("date-behind", read_date, str, _shown_date, lambda day, today: day > today)
TIME_OF_DAY = Form("time", read_time, lambda time: f"{time:%H:%M}", _shown_time)
WEEKDAYS = Form(
    "weekdays",
    _all(_read_weekday),
    lambda days: ", ".join(get_day_names("wide", locale="en")[day] for day in days),
    lambda days, locale: format_list([get_day_names("wide", locale=locale)[day] for day in days], locale=locale),
    empty=(),
)
DATES = Form(
    "dates",
    _all(read_date),
    lambda days: ", ".join(map(str, days)),
    lambda days, locale: "\n".join(_shown_date(day, locale) for day in days),
    lambda days, today: any(_not_ahead(day, today) for day in days),
    empty=(),
)
SPANS = Form("spans", _read_spans, _written_spans, lambda spans, _locale: _written_spans(spans), empty=())
HAPPENINGS = Form(
    "happenings",
    _read_happenings,
    lambda all_of_them: "\n".join(map(_written_happening, all_of_them)),
    lambda all_of_them, _locale: "\n".join(map(_written_happening, all_of_them)),
    lambda all_of_them, today: any(_not_ahead(each.date, today) for each in all_of_them),
    empty=(),
)
