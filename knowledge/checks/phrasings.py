"""Rules for what residents may write: enough of it, and nothing that stands for two things."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.reading import Reading
from knowledge.content import MASTER_LANGUAGE, Place, Wording
from knowledge.problems import Problem

PHRASINGS = 8
DANISH_PHRASINGS = 12
SMALLTALK_MESSAGES = 5
OUT_OF_SCOPE_MESSAGES = 50


def check_phrasings(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    yield from _too_few(reading)
    yield from _doubled(reading)
    yield from _other_messages(reading)
    yield from _other_doubled(reading)


def least_phrasings(code: str) -> int:
    """How many phrasings an entry needs in a language."""
    return DANISH_PHRASINGS if code == MASTER_LANGUAGE else PHRASINGS


def _too_few(reading: Reading) -> Iterator[Problem]:
    least = least_phrasings(reading.language.code)
    for wording in reading.wordings():
        if len(wording.phrasings) < least:
            what = f"the entry has {len(wording.phrasings)} phrasings"
            remedy = f"Add ways in which residents ask this, until there are {least}"
            yield Problem(wording.place, what, remedy, wording.entry)


def _folded(phrasing: str) -> str:
    return " ".join(phrasing.casefold().split())


def _doubled(reading: Reading) -> Iterator[Problem]:
    first: dict[str, tuple[Wording, int]] = {}
    for wording in reading.wordings():
        for number, phrasing in enumerate(wording.phrasings):
            other, at = first.setdefault(_folded(phrasing), (wording, number))
            if (other, at) == (wording, number):
                continue
            place, there = reading.lines.phrasing(wording, number), reading.lines.phrasing(other, at)
            same = other is wording
            what = f"{phrasing!r} stands twice" if same else f"{phrasing!r} is a phrasing of {other.entry} too"
            remedy = f"Remove one of the two ({there})" if same else f"Keep it where it fits ({there})"
            yield Problem(place, what, remedy, wording.entry)


def _other_messages(reading: Reading) -> Iterator[Problem]:
    for kind, messages in reading.language.smalltalk.items():
        if len(messages) < SMALLTALK_MESSAGES:
            what = f"smalltalk.{kind} has {len(messages)} messages"
            yield Problem(_in_other(reading, "smalltalk", kind), what, f"Write at least {SMALLTALK_MESSAGES}")
    count = len(reading.language.out_of_scope)
    if count < OUT_OF_SCOPE_MESSAGES:
        what = f"out_of_scope has {count} messages"
        yield Problem(_in_other(reading, "out_of_scope"), what, f"Write at least {OUT_OF_SCOPE_MESSAGES}")


def _other_doubled(reading: Reading) -> Iterator[Problem]:
    entries = {_folded(phrasing): wording.entry for wording in reading.wordings() for phrasing in wording.phrasings}
    for path, messages in _other_lists(reading):
        for number, message in enumerate(messages):
            entry = entries.get(_folded(message))
            if entry:
                place = _in_other(reading, *path, number)
                yield Problem(place, f"{message!r} is a phrasing of {entry} too", "Keep it in one place", entry)


def _other_lists(reading: Reading) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for kind, messages in reading.language.smalltalk.items():
        yield ("smalltalk", kind), messages
    yield ("out_of_scope",), reading.language.out_of_scope


def _in_other(reading: Reading, *path: str | int) -> Place:
    return reading.lines.find(reading.folder / "other.yaml", *path)
