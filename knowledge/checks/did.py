"""Rules for `did.yaml`, and for the same sentences where the board or the staff write them: the rules of answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from knowledge.checks.agreement import differences
from knowledge.checks.markup import BIDI, BRACE, faults_of
from knowledge.checks.neutral import TOPIC, loaded_words, words_file
from knowledge.checks.reading import Reading
from knowledge.content import MASTER_LANGUAGE, Knowledge
from knowledge.problems import Problem

MOST_WORDS = 40

Fault = Literal["unknown", "empty", "long", "markup", "advice"]
"""What a sentence may do wrong; the board's texts say each in words."""


def faults_of_said(entry: str, text: str, knowledge: Knowledge, code: str = MASTER_LANGUAGE) -> Iterator[Fault]:
    """Everything that is wrong with one sentence, in whichever way it came."""
    if entry not in knowledge.entries:
        yield "unknown"
    if not text.strip():
        yield "empty"
    if len(text.split()) > MOST_WORDS:
        yield "long"
    if any(faults_of(text)) or BRACE.search(text) or BIDI.search(text) or "<" in text or "\n" in text.strip():
        yield "markup"
    if entry.startswith(f"{TOPIC}.") and _advises(text, code, words_file(knowledge.root)):
        yield "advice"


def _advises(text: str, code: str, words: Path) -> bool:
    pattern = loaded_words(words).get(code)
    return pattern is not None and pattern.search(text.casefold()) is not None


REMEDIES: dict[Fault, tuple[str, str]] = {
    "unknown": ("the catalogue knows no such entry", "Correct the id"),
    "empty": ("the text is empty", "Write what has been done"),
    "long": ("the text is too long", f"Shorten it to {MOST_WORDS} words"),
    "markup": ("the text has markup, braces, several lines or invisible characters", "Write one plain line"),
    "advice": ("the text advises or judges", "Say only what has happened; the vote is the residents' own"),
}


def check_did(reading: Reading) -> Iterator[Problem]:
    """Every rule for one language's file: each sentence by itself, and beside the Danish."""
    danish = reading.danish.did
    for entry, said in reading.language.did.items():
        for fault in faults_of_said(entry, said.text, reading.knowledge, reading.language.code):
            yield Problem(said.place, *REMEDIES[fault], entry)
        if reading.is_danish:
            continue
        if entry not in danish:
            yield Problem(said.place, "there is no Danish sentence for it", "Add it to the Danish did.yaml", entry)
        elif danish[entry].on != said.on:
            remedy = "Compare the two, then give it the date of the Danish one"
            yield Problem(said.place, "the Danish sentence is of another day", remedy, entry, "warning")
        else:
            for what, remedy in differences(said.text, danish[entry].text):
                yield Problem(said.place, f"text {what}", remedy, entry)
    if not reading.is_danish:
        for entry in danish.keys() - reading.language.did.keys():
            what = f"the Danish sentence has no {reading.language.english_name}: residents who read it see none"
            yield Problem(danish[entry].place, what, "Translate it into that language's did.yaml", entry, "warning")
