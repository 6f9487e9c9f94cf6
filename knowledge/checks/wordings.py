"""Rules for the texts of an entry in one language: all there, in the right file, short, following the Danish."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.reading import Reading, distinct_texts
from knowledge.content import MASTER_LANGUAGE, Entry, Wording
from knowledge.problems import Problem
from knowledge.versions import version_of

TITLE_CHARACTERS = 30
ANSWER_WORDS = 75
ANSWER_WORDS_IN = {MASTER_LANGUAGE: 70, "vi": 110}
"""Vietnamese writes a space between syllables, so the same answer counts more words."""


def check_wordings(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    yield from _missing(reading)
    yield from _unknown(reading)
    yield from _misplaced(reading)
    yield from _stray_files(reading)
    yield from _titles(reading)
    yield from _long_answers(reading)
    yield from _phases(reading)
    yield from _follows(reading)


def _file_of(entry: Entry) -> str:
    return f"faq/{entry.topic}.yaml"


def _missing(reading: Reading) -> Iterator[Problem]:
    for entry in reading.knowledge.entries.values():
        if entry.id not in reading.language.wordings:
            place = reading.lines.find(reading.folder / _file_of(entry))
            what = f"the entry has no wording in {reading.language.english_name}"
            yield Problem(place, what, f"Add {entry.id} with title, answer and phrasings", entry.id)


def _unknown(reading: Reading) -> Iterator[Problem]:
    for entry, wording in reading.language.wordings.items():
        if entry not in reading.knowledge.entries:
            remedy = "Correct the id, or add the entry to catalogue.yaml"
            yield Problem(wording.place, "the catalogue knows no such entry", remedy, entry)


def _misplaced(reading: Reading) -> Iterator[Problem]:
    for wording in reading.wordings():
        entry = reading.knowledge.entries[wording.entry]
        if wording.place.file.stem != entry.topic:
            remedy = f"Move it to {_file_of(entry)}"
            yield Problem(wording.place, "the wording stands in the file of another topic", remedy, entry.id)


def _stray_files(reading: Reading) -> Iterator[Problem]:
    for file in sorted((reading.folder / "faq").glob("*.y*ml")):
        if file.name not in {f"{topic}.yaml" for topic in reading.knowledge.topics}:
            remedy = f"Name it after a topic ({', '.join(reading.knowledge.topics)}) or remove it"
            yield Problem(reading.lines.find(file), "the file belongs to no topic and is not read", remedy)


def _titles(reading: Reading) -> Iterator[Problem]:
    first: dict[str, Wording] = {}
    for wording in reading.wordings():
        size = len(wording.title)
        if size > TITLE_CHARACTERS:
            remedy = f"Shorten it to {TITLE_CHARACTERS}, so that it fits a button"
            yield reading.in_text(wording, "title", f"has {size} characters", remedy)
        other = first.setdefault(" ".join(wording.title.casefold().split()), wording)
        if other is not wording:
            what = f"is the same as that of {other.entry} ({other.place})"
            yield reading.in_text(wording, "title", what, "Make the two buttons tell apart")


def _long_answers(reading: Reading) -> Iterator[Problem]:
    most = ANSWER_WORDS_IN.get(reading.language.code, ANSWER_WORDS)
    for wording in reading.wordings():
        for field, text in distinct_texts(wording):
            words = len(text.split())
            if words > most:
                yield reading.in_text(wording, field, f"has {words} words", f"Shorten it to {most} words")


def _phases(reading: Reading) -> Iterator[Problem]:
    for wording, danish in reading.pairs():
        for phase in sorted(wording.phases.keys() ^ danish.phases.keys()):
            if phase in wording.phases:
                yield reading.in_text(wording, f"phases.{phase}", "is a text that is not in Danish", "Remove it")
            else:
                remedy = f"Translate it from {danish.place}"
                yield reading.in_text(wording, f"phases.{phase}", "is missing, but there in Danish", remedy)
        if bool(wording.unset) != bool(danish.unset):
            what = (
                "there is no unset text, but a Danish one" if danish.unset else "unset is a text that is not in Danish"
            )
            yield Problem(reading.lines.text(wording, "unset"), what, f"Follow {danish.place}", wording.entry)


def _follows(reading: Reading) -> Iterator[Problem]:
    for wording, danish in reading.pairs():
        version = version_of(danish)
        if wording.follows != version:
            what = (
                f"the Danish text has moved on since version {wording.follows}"
                if wording.follows
                else "the wording does not say which Danish text it follows"
            )
            remedy = f'Compare it with {danish.place}, then write: follows: "{version}"'
            yield Problem(wording.place, what, remedy, wording.entry, "warning")
