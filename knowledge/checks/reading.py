"""What every rule is given: one language beside the Danish, and a way to name the line of a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from knowledge.content import MASTER_LANGUAGE, Knowledge, Language, Place, Wording
from knowledge.problems import ContentError, Problem
from knowledge.reading import Document, read

Severity = Literal["error", "warning"]


class Lines:
    """Finds the line of a value. A file is read only once something in it has to be mended."""

    def __init__(self) -> None:
        self._documents: dict[Path, Document | None] = {}

    def find(self, file: Path, *path: str | int) -> Place:
        """Where the value at `path` stands, or the value around it; line 1 of a file that cannot be read."""
        document = self._document(file)
        return document.place(*path) if document else Place(file, 1)

    def text(self, wording: Wording, field: str) -> Place:
        """Where `field` of a wording stands: title, answer, unset, or phases.<phase>."""
        name, _, phase = field.partition(".")
        if not phase:
            return self._within(wording, name)
        document = self._document(wording.place.file)
        keys = document.data.get(wording.entry, {}).get("phases", {}) if document else {}
        key = next((key for key in keys if phase in [part.strip() for part in key.split(",")]), phase)
        return self._within(wording, name, key)

    def phrasing(self, wording: Wording, number: int) -> Place:
        """Where a phrasing stands, counted from 0."""
        return self._within(wording, "phrasings", number)

    def _within(self, wording: Wording, *path: str | int) -> Place:
        found = self.find(wording.place.file, wording.entry, *path)
        return found if found.line > wording.place.line else wording.place

    def _document(self, file: Path) -> Document | None:
        if file not in self._documents:
            try:
                self._documents[file] = read(file)
            except ContentError:
                self._documents[file] = None
        return self._documents[file]


@dataclass(frozen=True, slots=True)
class Reading:
    """One language to check."""

    knowledge: Knowledge
    language: Language
    lines: Lines

    @property
    def danish(self) -> Language:
        """The language that all others follow."""
        return self.knowledge.languages[MASTER_LANGUAGE]

    @property
    def is_danish(self) -> bool:
        """Whether the language to check is the one that all others follow."""
        return self.language.code == MASTER_LANGUAGE

    @property
    def folder(self) -> Path:
        """The language's folder."""
        return self.language.place.file.parent

    def wordings(self) -> Iterator[Wording]:
        """The wordings of entries that the catalogue knows."""
        for entry, wording in self.language.wordings.items():
            if entry in self.knowledge.entries:
                yield wording

    def pairs(self) -> Iterator[tuple[Wording, Wording]]:
        """(wording, Danish wording) for every translated entry; nothing for Danish itself."""
        if not self.is_danish:
            for wording in self.wordings():
                if wording.entry in self.danish.wordings:
                    yield wording, self.danish.wordings[wording.entry]

    def in_text(self, wording: Wording, field: str, what: str, remedy: str, severity: Severity = "error") -> Problem:
        """A problem in one text of a wording."""
        return Problem(self.lines.text(wording, field), f"{field} {what}", remedy, wording.entry, severity)


def distinct_texts(wording: Wording) -> Iterator[tuple[str, str]]:
    """(field, text) for every text of a wording; a text that several phases share comes once."""
    seen: set[str] = set()
    for field, text in wording.texts().items():
        if text not in seen:
            seen.add(text)
            yield field, text
