"""Rules for the characters of a text: known placeholders, no markup, nothing invisible that does harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.checks.reading import Reading, distinct_texts
from knowledge.content import Wording
from knowledge.facts import FACTS, PLACEHOLDER, placeholders
from knowledge.problems import Problem

MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|&(?:\w+|#\d+);|\*\*|\]\(")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffd]")
BIDI = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CLOSERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
BRACE = re.compile(r"[{}]")


def check_markup(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    for wording in reading.wordings():
        yield from _placeholders(reading, wording)
        yield from _unset(reading, wording)
        for field, text in distinct_texts(wording):
            for what, remedy in faults_of(text):
                yield reading.in_text(wording, field, what, remedy)
            if BRACE.search(PLACEHOLDER.sub("", text)):
                remedy = "Write a fact as {vote.date}; use no braces otherwise"
                yield reading.in_text(wording, field, "has a stray brace", remedy)
            if BIDI.search(text):
                remedy = "Remove them: Nabo sets them around names and facts itself"
                yield reading.in_text(wording, field, "has invisible direction marks", remedy, "warning")
        yield from _phrasings(reading, wording)


def faults_of(text: str) -> Iterator[tuple[str, str]]:
    """(what, remedy) for each thing that must not stand in any text a resident reads."""
    if found := MARKUP.search(text):
        yield f"has markup: {found[0]!r}", "Write plain text; Telegram shows it as it stands"
    if found := CONTROL.search(text):
        yield f"has the invisible character U+{ord(found[0]):04X}", "Type the words around it anew"
    if not balanced(text):
        yield "has direction marks that are not closed", "Remove them, or close each with U+2069 or U+202C"


def balanced(text: str) -> bool:
    """Whether every mark that opens a direction is closed, in order."""
    waiting: list[str] = []
    for mark in BIDI.findall(text):
        if mark in CLOSERS:
            waiting.append(CLOSERS[mark])
        elif mark in CLOSERS.values() and (not waiting or waiting.pop() != mark):
            return False
    return not waiting


def _placeholders(reading: Reading, wording: Wording) -> Iterator[Problem]:
    for field, text in distinct_texts(wording):
        for name in placeholders(text):
            if name not in FACTS:
                remedy = f"Use one of: {', '.join(FACTS)}"
                yield reading.in_text(wording, field, f"has the unknown fact {{{name}}}", remedy)
    if placeholders(wording.title):
        remedy = "Ask without it; facts belong in the answer"
        yield reading.in_text(wording, "title", "has a fact, which a button cannot show", remedy)


def _unset(reading: Reading, wording: Wording) -> Iterator[Problem]:
    needing = [field for field, text in distinct_texts(wording) if field != "unset" and placeholders(text)]
    if needing and wording.unset is None:
        remedy = "Add unset: what holds while the fact is not announced"
        yield reading.in_text(wording, needing[0], "needs a fact, but there is no unset text", remedy)
    if wording.unset and placeholders(wording.unset):
        remedy = "Write it without facts: it is shown when one is not set"
        yield reading.in_text(wording, "unset", "needs a fact itself", remedy)


def _phrasings(reading: Reading, wording: Wording) -> Iterator[Problem]:
    for number, phrasing in enumerate(wording.phrasings):
        if CONTROL.search(phrasing) or BIDI.search(phrasing):
            place = reading.lines.phrasing(wording, number)
            yield Problem(place, "the phrasing has invisible characters", "Type it anew", wording.entry)
