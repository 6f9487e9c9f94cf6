"""What there is to learn from: phrasings and titles with their entries, small talk, and what no entry answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.normalise import normalised
from knowledge.content import Knowledge, Language

SMALLTALK = "~"
"""Labels of small talk are `~greeting` and so on; entries' labels are their ids."""
NOTHING = "~none"
"""The label of messages that no entry answers."""


@dataclass(frozen=True, slots=True)
class Example:
    """A message and what it means."""

    text: str
    """Normalised."""
    label: str
    language: str


def is_entry(label: str) -> bool:
    """Whether a label is an entry's id."""
    return not label.startswith(SMALLTALK)


def examples_of(knowledge: Knowledge) -> list[Example]:
    """All examples in a fixed order, each text once for each label."""
    found = (
        Example(normalised(text), label, language.code)
        for language in knowledge.languages.values()
        for label, texts in _labelled(language)
        for text in texts
    )
    return list(dict.fromkeys(example for example in found if example.text))


def _labelled(language: Language) -> Iterator[tuple[str, Sequence[str]]]:
    for wording in language.wordings.values():
        yield wording.entry, (wording.title, *wording.phrasings)
    for kind, texts in language.smalltalk.items():
        yield SMALLTALK + kind, texts
    yield NOTHING, language.out_of_scope


def fingerprint(examples: Iterable[Example], *names: str) -> str:
    """Changes whenever an example or one of `names` does."""
    digest = hashlib.sha256("\x1f".join(names).encode())
    for example in examples:
        digest.update(f"\x1e{example.text}\x1f{example.label}\x1f{example.language}".encode())
    return digest.hexdigest()[:24]
