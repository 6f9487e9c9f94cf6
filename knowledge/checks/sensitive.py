"""Rules for the examples of sensitive matters: enough of each, and none that stands for two things."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.reading import Reading
from knowledge.content import Place
from knowledge.load_sensitive import FILE
from knowledge.problems import Problem

EXAMPLES = 12
URGENT_EXAMPLES = 18
HARMLESS = 40
CUES = 5
CUE_LETTERS = 3
"""A shorter stem stands in too many harmless words."""


def check_sensitive(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    yield from _too_few(reading)
    yield from _too_few_cues(reading)
    yield from _doubled(reading)
    yield from _short_cues(reading)


def _at(reading: Reading, *path: str | int) -> Place:
    return reading.lines.find(reading.folder / FILE, *path)


def _too_few(reading: Reading) -> Iterator[Problem]:
    own = reading.language.sensitive
    for category in reading.knowledge.sensitive.values():
        count, least = len(own.examples.get(category.id, ())), URGENT_EXAMPLES if category.urgent else EXAMPLES
        if count < least:
            what = f"sensitive matter {category.id} has {count} examples"
            remedy = f"Write at least {least} messages as residents would send them"
            yield Problem(_at(reading, "examples", category.id), what, remedy)
    if len(own.harmless) < HARMLESS:
        what = f"harmless has {len(own.harmless)} messages"
        remedy = f"Write at least {HARMLESS} plain messages with hard words in them"
        yield Problem(_at(reading, "harmless"), what, remedy)


def _too_few_cues(reading: Reading) -> Iterator[Problem]:
    for category in reading.knowledge.sensitive.values():
        count = len(reading.language.sensitive.cues.get(category.id, ()))
        if category.urgent and count < CUES:
            what = f"urgent matter {category.id} has {count} cues"
            yield Problem(
                _at(reading, "cues", category.id), what, f"Write at least {CUES} words that nearly always mean it"
            )


def _doubled(reading: Reading) -> Iterator[Problem]:
    first: dict[str, Place] = {
        _folded(phrasing): reading.lines.phrasing(wording, number)
        for wording in reading.wordings()
        for number, phrasing in enumerate(wording.phrasings)
    }
    own = reading.language.sensitive
    lists = [(("examples", name), texts) for name, texts in own.examples.items()]
    for path, texts in (*lists, (("harmless",), own.harmless)):
        for number, text in enumerate(texts):
            place = _at(reading, *path, number)
            there = first.setdefault(_folded(text), place)
            if there != place:
                yield Problem(place, f"{text!r} stands at {there} too", "Keep it in one place")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _short_cues(reading: Reading) -> Iterator[Problem]:
    for name, words in reading.language.sensitive.cues.items():
        for number, word in enumerate(words):
            if len(word.replace("*", "").replace(" ", "")) < CUE_LETTERS:
                remedy = f"Write {CUE_LETTERS} letters at least, or remove it"
                yield Problem(_at(reading, "cues", name, number), f"the cue {word!r} is too short", remedy)
