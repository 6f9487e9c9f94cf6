"""The report of `nabo check`: every problem of the content, and how far each language has come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.understanding.examples import Example
from bot.understanding.index import Progress, silent, vectors_of
from bot.understanding.meaning import Embedder
from bot.understanding.normalise import normalised
from bot.understanding.strays import stray_phrasings
from knowledge.check import check_knowledge, summary
from knowledge.checks.reading import Lines
from knowledge.content import Knowledge
from knowledge.problems import Problem


@dataclass(frozen=True, slots=True)
class ContentReport:
    """What an editor is told."""

    problems: tuple[Problem, ...]
    """Errors and warnings."""
    strays: tuple[Problem, ...]
    """Notes on phrasings that sit closer to another entry."""
    languages: tuple[dict[str, Any], ...]
    """A row for each language; numbers with a fraction are shares."""

    @property
    def errors(self) -> int:
        """How many problems must be mended."""
        return sum(problem.severity == "error" for problem in self.problems)


def content_report(
    knowledge: Knowledge, today: dt.date, embedder: Embedder | None, cache: Path, progress: Progress = silent
) -> ContentReport:
    """Checks everything; without an embedder phrasings are not compared with one another."""
    problems = check_knowledge(knowledge, today)
    rows = summary(knowledge)
    strays: dict[str, list[Problem]] = {}
    if embedder:
        strays = _strays(knowledge, embedder, cache, progress)
        for row in rows:
            row["stray phrasings"] = len(strays[row["language"]]) / max(1, row["phrasings"])
    return ContentReport(tuple(problems), tuple(note for notes in strays.values() for note in notes), tuple(rows))


def _strays(knowledge: Knowledge, embedder: Embedder, cache: Path, progress: Progress) -> dict[str, list[Problem]]:
    keys = [
        (language.code, text)
        for language in knowledge.languages.values()
        for wording in language.wordings.values()
        for text in wording.phrasings
    ]
    examples = [Example(normalised(text), "", code) for code, text in keys]
    vectors = vectors_of(examples, embedder, cache.expanduser(), progress)
    return stray_phrasings(knowledge, dict(zip(keys, vectors, strict=True)), Lines())
