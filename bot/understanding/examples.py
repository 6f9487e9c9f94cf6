"""What there is to learn from: phrasings and titles with their entries, small talk, and what no entry answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to learn from, told apart by its fingerprint: to prepare it takes a second, to name it does not."""

    fingerprint: str
    """Changes whenever anything that is learnt from does."""
    prepare: Callable[[], tuple[Sequence[Example], Sequence[Example]]]
    """Examples of entries, and of sensitive matters (which include the former as plain ones)."""


def is_entry(label: str) -> bool:
    """Whether a label is an entry's id."""
    return not label.startswith(SMALLTALK)


def examples_of(knowledge: Knowledge) -> list[Example]:
    """All examples in a fixed order, each text once for each label."""
    return normalised_examples(said_in(knowledge))


def normalised_examples(said: Iterable[tuple[str, str, str]]) -> list[Example]:
    """Texts with label and language as examples, each once."""
    found = (Example(normalised(text), label, language) for text, label, language in said)
    return list(dict.fromkeys(example for example in found if example.text))


def said_in(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Everything in the content that is learnt from as it is written there: text, label and language."""
    for language in knowledge.languages.values():
        for label, texts in _labelled(language):
            for text in texts:
                yield text, label, language.code


def _labelled(language: Language) -> Iterator[tuple[str, Sequence[str]]]:
    for wording in language.wordings.values():
        yield wording.entry, (wording.title, *wording.phrasings)
    for kind, texts in language.smalltalk.items():
        yield SMALLTALK + kind, texts
    yield NOTHING, language.out_of_scope


def fingerprint(said: Iterable[tuple[str, str, str]]) -> str:
    """Changes whenever one of these texts, its label or its language does."""
    digest = hashlib.sha256()
    for each in said:
        digest.update("\x1f".join((*each, "\x1e")).encode())
    return digest.hexdigest()[:24]
