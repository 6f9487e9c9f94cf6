"""Facts that the staff can set in their group, and how what they set goes over what `estate.yaml` says.

The names are those of `estate.yaml`. Not among them: the name and time zone of the estate, within how many hours an
answer comes, and the help lines, since nobody should be able to change a number for emergencies by a slip.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from knowledge.checks.estate import EMAIL, PHONE
from knowledge.content import HELD_PHASES, Contact, Estate, Knowledge, Phase
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
    one_of,
    words_like,
)
from knowledge.load import PLACEHOLDER_CONTACTS
from knowledge.load import WEEKDAYS as DAY_NAMES

SOME_DAY = dt.date(1, 1, 1)
"""Today, for reading what has been written by the program itself, which names every day by its date."""


@dataclass(frozen=True, slots=True)
class Settable:
    """One fact."""

    form: Form
    get: Callable[[Estate], Any]
    put: Callable[[Estate, Any], Estate]

    def now(self, estate: Estate) -> str:
        """Its value as it would be stored; empty where it is not announced."""
        value = self.get(estate)
        return "" if value in (None, ()) else self.form.write(value)


def _plain(name: str, form: Form) -> Settable:
    return Settable(form, lambda estate: getattr(estate, name), lambda estate, value: replace(estate, **{name: value}))


def _part(of: str, name: str, form: Form) -> Settable:
    def put(estate: Estate, value: Any) -> Estate:
        return replace(estate, **{of: replace(getattr(estate, of), **{name: value})})

    return Settable(form, lambda estate: getattr(getattr(estate, of), name), put)


def _of_contact(who: str, part: str, form: Form) -> Settable:
    def put(estate: Estate, value: Any) -> Estate:
        known = estate.contacts.get(who, Contact())
        return replace(estate, contacts={**estate.contacts, who: replace(known, **{part: value})})

    return Settable(form, lambda estate: getattr(estate.contacts.get(who, Contact()), part), put)


def _of_day(number: int) -> Settable:
    def put(estate: Estate, value: Any) -> Estate:
        others = {day: spans for day, spans in estate.staff_hours.items() if day != number}
        return replace(estate, staff_hours=others | ({number: value} if value else {}))

    return Settable(SPANS, lambda estate: tuple(estate.staff_hours.get(number, ())), put)


CONTACT_FORMS = {
    "phone": words_like("phone", PHONE),
    "email": words_like("email", EMAIL),
    "hours": WORDS,
    "place": WORDS,
}

SETTABLE: Mapping[str, Settable] = {
    "phase": _plain("phase", one_of(*get_args(Phase))),
    "confirmed": _plain("confirmed", DATE_BEHIND),
    "vote.date": _part("vote", "date", DATE_AHEAD),
    "vote.time": _part("vote", "time", TIME_OF_DAY),
    "vote.place": _part("vote", "place", WORDS),
    "vote.result": _plain("vote_result", one_of("yes", "no")),
    "meeting.date": _part("meeting", "date", DATE_AHEAD),
    "meeting.time": _part("meeting", "time", TIME_OF_DAY),
    "meeting.place": _part("meeting", "place", WORDS),
    "events": _plain("events", HAPPENINGS),
    "activities": _plain("activities", HAPPENINGS),
    "cafe.lunch_hours": _part("cafe", "lunch_hours", WORDS),
    "cafe.dinner_days": _part("cafe", "dinner_days", WEEKDAYS),
    "cafe.dinner_hours": _part("cafe", "dinner_hours", WORDS),
    "cafe.menu": _part("cafe", "menu", WORDS),
    "cafe.menu_date": _part("cafe", "menu_date", DATE_AHEAD),
    **{
        f"contacts.{who}.{part}": _of_contact(who, part, form)
        for who in PLACEHOLDER_CONTACTS
        for part, form in CONTACT_FORMS.items()
    },
    **{f"staff_hours.{name}": _of_day(number) for number, name in enumerate(DAY_NAMES)},
    "closed": _plain("closed", DATES),
}
"""Every fact by its name."""


def overlaid(knowledge: Knowledge, values: Mapping[str, str]) -> Knowledge:
    """The content with `values` (by name, as stored; empty = not announced) over what the file says."""
    estate = knowledge.estate
    for name, text in values.items():
        fact = SETTABLE.get(name)
        if fact is None:
            continue  # set by another version of the program, as below
        try:
            estate = fact.put(estate, fact.form.read(text, SOME_DAY) if text else fact.form.empty)
        except ValueError:
            continue
    return replace(knowledge, estate=estate) if values else knowledge


def contradicts(estate: Estate) -> bool:
    """Whether the result of the vote cannot be that of the phase."""
    if estate.vote_result is None or estate.phase is None:
        return False
    return estate.phase not in ({"rejected"} if estate.vote_result == "no" else HELD_PHASES - {"rejected"})
