"""Entries about the vote stay neutral: no advice, no word that praises or warns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from knowledge.checks.reading import Reading, distinct_texts
from knowledge.content import Place
from knowledge.problems import Problem
from knowledge.reading import Shape, read, shaped

FILE = Path(__file__).parent.parent / "loaded_words.yaml"
TOPIC = "vote"


class _WordsShape(Shape):
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@lru_cache(maxsize=4)
def loaded_words(file: Path = FILE) -> Mapping[str, re.Pattern[str]]:
    """By language, a pattern of the words that an entry about the vote must not use; raises ContentError."""
    shape = shaped(_WordsShape, read(file))
    return {code: _pattern(words) for code, words in shape.words.items() if words}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(_one(word.casefold()) for word in words))


def _one(word: str) -> str:
    start = r"\w*" if word.startswith("*") else r"\b"
    end = r"\w*" if word.endswith("*") else r"\b"
    return start + r"\s+".join(re.escape(part) for part in word.strip("*").split()) + end


def words_file(root: Path) -> Path:
    """The list beside the content, or the one that comes with Nabo."""
    own = root / FILE.name
    return own if own.exists() else FILE


def check_neutral(reading: Reading, words: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """Advice and loaded words in the entries about the vote."""
    pattern = words.get(reading.language.code)
    entries = [wording for wording in reading.wordings() if wording.entry.startswith(f"{TOPIC}.")]
    if pattern is None:
        if entries:
            what = f"there is no list of loaded words for {reading.language.english_name}"
            remedy = f"Add {reading.language.code} to {FILE.name}"
            yield Problem(Place(words_file(reading.knowledge.root), 1), what, remedy, severity="warning")
        return
    for wording in entries:
        for field, text in distinct_texts(wording):
            if found := pattern.search(text.casefold()):
                remedy = "Say only what is the case; the vote is the residents' own"
                yield reading.in_text(wording, field, f"advises or judges: {found[0]!r}", remedy)
