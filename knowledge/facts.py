"""Facts into sentences: which text of an entry holds today, with dates as each language writes them.

A fact that is not set, or that has passed, selects the entry's "not announced yet" text: a resident never reads
an empty or raw placeholder.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list

from knowledge.content import HELD_PHASES, Contact, Entry, Estate, Happening, Language, Wording
from knowledge.texts import isolate

PLACEHOLDER = re.compile(r"\{([a-z_.]+)\}")

Fact = Callable[[Estate, Language, dt.date], str | None]


def answer_text(wording: Wording, estate: Estate, language: Language, today: dt.date) -> str:
    """The text of `wording` that is true in the estate's phase, its facts filled in."""
    filled = _fill(_of_phase(wording, estate), estate, language, today)
    if filled is None and wording.unset is not None:
        filled = _fill(wording.unset, estate, language, today)
    if filled is None:
        raise LookupError(f"{wording.place}: {wording.entry} has no text for facts that are not set")
    return filled


def tells_facts(wording: Wording, estate: Estate, language: Language, today: dt.date) -> bool:
    """Whether what holds today tells something that only the people of the estate know, such as a date."""
    text = _of_phase(wording, estate)
    return bool(placeholders(text)) and _fill(text, estate, language, today) is not None


def _of_phase(wording: Wording, estate: Estate) -> str:
    return wording.answer if estate.phase is None else wording.phases.get(estate.phase, wording.answer)


def notice_key(entry: Entry, wording: Wording, estate: Estate) -> str | None:
    """The interface text that goes before an answer whose wording does not speak of the phase we are in."""
    if estate.phase is None or estate.phase in wording.phases:
        return None
    if estate.phase == "rejected" and entry.topic in ("plan", "rehousing"):
        return "notice-rejected"
    if estate.phase in HELD_PHASES and entry.topic == "vote":
        return "notice-vote-held"
    return None


def placeholders(text: str) -> tuple[str, ...]:
    """Names of the facts that `text` needs, in order."""
    return tuple(PLACEHOLDER.findall(text))


def _fill(text: str, estate: Estate, language: Language, today: dt.date) -> str | None:
    values = {name: FACTS[name](estate, language, today) for name in placeholders(text)}
    if not all(values.values()):
        return None
    return PLACEHOLDER.sub(lambda match: values[match.group(1)] or "", text)


def long_date(day: dt.date, language: Language) -> str:
    """A day with its weekday, as the language writes it."""
    return isolate(format_date(day, format="full", locale=language.locale))


def short_date(day: dt.date, language: Language) -> str:
    """A day without its weekday, as the language writes it."""
    return isolate(format_date(day, format="long", locale=language.locale))


def time_of_day(time: dt.time, language: Language) -> str:
    """A time as the language writes it."""
    return isolate(format_time(time, format="short", locale=language.locale))


def _date_of(pick: Callable[[Estate], Happening]) -> Fact:
    def fact(estate: Estate, language: Language, today: dt.date) -> str | None:
        day = pick(estate).date
        return long_date(day, language) if day and day >= today else None

    return fact


def _time_of(pick: Callable[[Estate], Happening]) -> Fact:
    def fact(estate: Estate, language: Language, _today: dt.date) -> str | None:
        time = pick(estate).time
        return time_of_day(time, language) if time else None

    return fact


def _words_of(pick: Callable[[Estate], str | None]) -> Fact:
    def fact(estate: Estate, _language: Language, _today: dt.date) -> str | None:
        words = pick(estate)
        return isolate(words) if words else None

    return fact


def _coming(pick: Callable[[Estate], Iterable[Happening]]) -> Fact:
    def fact(estate: Estate, language: Language, today: dt.date) -> str | None:
        coming = sorted(
            (each for each in pick(estate) if each.date and each.date >= today),
            key=lambda each: (each.date or today, each.time or dt.time.min),
        )
        return "\n".join(_line(each, language) for each in coming) or None

    return fact


def _line(happening: Happening, language: Language) -> str:
    when = long_date(happening.date, language) if happening.date else ""
    time = time_of_day(happening.time, language) if happening.time else ""
    parts = (when, time, *(isolate(part) for part in (happening.title, happening.place) if part))
    return "• " + " · ".join(part for part in parts if part)


def contact_lines(contact: Contact, language: Language) -> str | None:
    """What is set of a contact, a line each; None if nothing is."""
    values = {"phone": contact.phone, "email": contact.email, "hours": contact.hours, "place": contact.place}
    lines = [language.texts(f"contact-{name}", value=value) for name, value in values.items() if value]
    return "\n".join(lines) or None


def _contact_of(who: str) -> Fact:
    def fact(estate: Estate, language: Language, _today: dt.date) -> str | None:
        return contact_lines(estate.contacts.get(who, Contact()), language)

    return fact


def _vote_result(estate: Estate, language: Language, _today: dt.date) -> str | None:
    return language.texts(f"vote-result-{estate.vote_result}") if estate.vote_result else None


def _dinner_days(estate: Estate, language: Language, _today: dt.date) -> str | None:
    names = get_day_names("wide", locale=language.locale)
    days = [names[day] for day in sorted(estate.cafe.dinner_days)]
    return isolate(format_list(days, locale=language.locale)) if days else None


def _menu(estate: Estate, _language: Language, today: dt.date) -> str | None:
    cafe = estate.cafe
    return isolate(cafe.menu) if cafe.menu and cafe.menu_date in (None, today) else None


FACTS: Mapping[str, Fact] = {
    "vote.date": _date_of(lambda estate: estate.vote),
    "vote.time": _time_of(lambda estate: estate.vote),
    "vote.place": _words_of(lambda estate: estate.vote.place),
    "vote.result": _vote_result,
    "meeting.date": _date_of(lambda estate: estate.meeting),
    "meeting.time": _time_of(lambda estate: estate.meeting),
    "meeting.place": _words_of(lambda estate: estate.meeting.place),
    "events.next": _coming(lambda estate: estate.events),
    "activities.next": _coming(lambda estate: estate.activities),
    "cafe.lunch_hours": _words_of(lambda estate: estate.cafe.lunch_hours),
    "cafe.dinner_days": _dinner_days,
    "cafe.dinner_hours": _words_of(lambda estate: estate.cafe.dinner_hours),
    "cafe.menu": _menu,
    "contact.staff": _contact_of("staff"),
    "contact.office": _contact_of("office"),
    "contact.rehousing": _contact_of("rehousing"),
    "contact.board": _contact_of("board"),
}
"""Every placeholder an answer may use."""
