"""Rules for `estate.yaml`: facts that contradict each other, or that nobody can use."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from knowledge.checks.reading import Lines
from knowledge.content import HELD_PHASES, Knowledge, Place
from knowledge.problems import Problem

PHONE = re.compile(r"1\d\d|\(?(?:\+|00)?\d(?:[ ()-]{0,2}\d){7,14}")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check_estate(knowledge: Knowledge, lines: Lines, today: dt.date | None) -> Iterator[Problem]:
    """Every rule of this module; the ones that need a clock only when `today` is given."""
    yield from _result(knowledge, lines)
    yield from _timezone(knowledge, lines)
    yield from _contacts(knowledge, lines)
    if today is not None:
        yield from _past_vote(knowledge, lines, today)


def _at(knowledge: Knowledge, lines: Lines, *path: str) -> Place:
    return lines.find(knowledge.root / "estate.yaml", *path)


def _result(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    result, phase = knowledge.estate.vote_result, knowledge.estate.phase
    if result is None:
        return
    fitting = {"rejected"} if result == "no" else HELD_PHASES - {"rejected"}
    place = _at(knowledge, lines, "vote", "result")
    if phase is None:
        remedy = f"Set the phase too: {', '.join(sorted(fitting))}"
        yield Problem(place, "the vote has a result, but no phase is set", remedy, severity="warning")
    elif phase not in fitting:
        what = f"the result {result!r} contradicts the phase {phase!r}"
        yield Problem(place, what, f"Set the phase to {' or '.join(sorted(fitting))}, or empty the result")


def _past_vote(knowledge: Knowledge, lines: Lines, today: dt.date) -> Iterator[Problem]:
    estate = knowledge.estate
    if estate.vote.date and estate.vote.date < today and estate.phase not in HELD_PHASES:
        what = f"the vote was on {estate.vote.date}, but the phase is {estate.phase or 'not set'}"
        remedy = "Set the phase to what holds after the vote, or the new date"
        yield Problem(_at(knowledge, lines, "vote", "date"), what, remedy, severity="warning")


def _timezone(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    name = knowledge.estate.timezone
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        place = _at(knowledge, lines, "timezone")
        yield Problem(place, f"there is no time zone {name!r}", "Write one such as Europe/Copenhagen")


def _contacts(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    for who, contact in knowledge.estate.contacts.items():
        for part, value, pattern in (("phone", contact.phone, PHONE), ("email", contact.email, EMAIL)):
            if value and not pattern.fullmatch(value.strip()):
                place = _at(knowledge, lines, "contacts", who, part)
                what = f"contacts.{who}.{part} {value!r} does not look like one"
                yield Problem(place, what, "Check it; other words belong in hours or place", severity="warning")
