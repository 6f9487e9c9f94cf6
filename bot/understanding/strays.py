"""Phrasings that sit closer to another entry than to their own: an editor may have put them in the wrong place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.understanding.meaning import Vectors
from knowledge.checks.reading import Lines
from knowledge.content import Knowledge, Language, Wording
from knowledge.problems import Problem

MARGIN = 0.2
"""How much closer the other entry must be; below this the two are near neighbours, which is no fault."""


@dataclass(frozen=True, slots=True)
class _Phrasing:
    wording: Wording
    number: int
    text: str


def stray_phrasings(
    knowledge: Knowledge, vectors: Mapping[tuple[str, str], Vectors], lines: Lines
) -> dict[str, list[Problem]]:
    """By language, a problem for each phrasing that is closer to the middle of another entry than to that of its own.

    `vectors` holds the embedding of each (language, phrasing). Distances are cosine distances, relative to the
    language's mean, to the mean of an entry's phrasings, its own without itself. The problem names the likest phrasing.
    """
    return {code: _of_language(language, vectors, lines) for code, language in knowledge.languages.items()}


def _of_language(language: Language, vectors: Mapping[tuple[str, str], Vectors], lines: Lines) -> list[Problem]:
    phrasings = [
        _Phrasing(wording, number, text)
        for wording in language.wordings.values()
        for number, text in enumerate(wording.phrasings)
        if (language.code, text) in vectors
    ]
    if not phrasings:
        return []
    rows = np.stack([vectors[language.code, each.text] for each in phrasings])
    rows = _unit(rows - rows.mean(axis=0))
    entries = np.array([each.wording.entry for each in phrasings])
    names = sorted(set(entries.tolist()))
    sums = np.stack([rows[entries == name].sum(axis=0) for name in names])
    problems = []
    for index, phrasing in enumerate(phrasings):
        own = names.index(phrasing.wording.entry)
        others = sums.copy()
        others[own] -= rows[index]  # its own entry without itself
        likeness = _unit(others) @ rows[index]
        best = int(likeness.argmax())
        if likeness[best] > likeness[own] + MARGIN:
            of_best = np.flatnonzero(entries == names[best])
            twin = phrasings[int(of_best[int((rows[of_best] @ rows[index]).argmax())])]
            problems.append(_problem(phrasing, twin, 1 - likeness[own], 1 - likeness[best], lines))
    return problems


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _problem(stray: _Phrasing, other: _Phrasing, own_distance: float, distance: float, lines: Lines) -> Problem:
    what = (
        f"{stray.text!r} is closer to {other.wording.entry} (distance {distance:.2f}, as in {other.text!r})"
        f" than to its own entry ({own_distance:.2f})"
    )
    place = lines.phrasing(stray.wording, stray.number)
    remedy = "Move it, make it clearer, or add phrasings like it to its own entry"
    return Problem(place, what, remedy, stray.wording.entry, "note")
