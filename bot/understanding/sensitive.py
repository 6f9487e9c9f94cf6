"""Whether a person must answer: the recogniser of sensitive matters, with examples, cues and thresholds of its own.

It looks at a message as the matching of entries does (meaning, spelling, nearest example), at cues (words
that nearly always mean danger), and at how surely the message is a known question or small talk. The categories
compete with one label for everything that needs no person, so that a plain question with a hard word in it is not taken
for a cry for help.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field

import numpy as np

from bot.understanding.examples import (
    NOTHING,
    Example,
    Material,
    examples_of,
    fingerprint,
    normalised_examples,
    said_in,
)
from bot.understanding.meaning import Vectors
from bot.understanding.model import Model, log_softmax
from bot.understanding.normalise import spelling_key
from bot.understanding.spelling import Floats
from knowledge.content import MASTER_LANGUAGE, Knowledge

PLAIN = "~plain"
"""The label of messages that need no person."""
LEAST_CHANCE = 1e-4


@dataclass(frozen=True, slots=True)
class SensitiveWeights:
    """How much each view counts; fitted on messages by another hand than the examples'."""

    meaning: float
    spelling: float
    nearest: float
    cue: float
    answerable: float
    """Of how sure the matching is of the message: the surer, the likelier it needs no person."""
    off_topic: float
    """Of how sure the matching is that it is no question of ours: off topic, and no cry for help either."""
    plain: float
    """Added to the label of everything that needs no person: how rare sensitive matters are held to be."""


@dataclass(frozen=True, slots=True)
class SensitiveThresholds:
    """Probabilities from which to act."""

    urgent: float
    """Of all urgent categories together: a case is opened at once."""
    sensitive: float
    """Of all categories together: a person is offered, beside the answer where there is a sure one."""
    take_over: float
    """Of all categories together: a person is offered instead of the answer."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What the matching of entries makes of a message, in probabilities."""

    answered: float
    """Of the likeliest entry or kind of small talk."""
    off_topic: float
    """That no entry answers it."""

    @classmethod
    def of(cls, chances: Floats, labels: Sequence[str]) -> Matched:
        """From the probability of each label."""
        by_label = dict(zip(labels, chances.tolist(), strict=True))
        off_topic = by_label.pop(NOTHING, 0.0)
        return cls(max(by_label.values(), default=0.0), off_topic)


@dataclass(frozen=True, slots=True)
class Matter:
    """What the recogniser makes of a message."""

    category: str
    """The likeliest one, however unlikely."""
    chance: float
    """That it needs a person at all."""
    urgent_chance: float
    """That somebody may be in danger."""
    urgent_category: str
    """The likeliest urgent one."""


def material_of(knowledge: Knowledge) -> Material:
    """All that the matching and the recogniser learn from."""

    def prepare() -> tuple[list[Example], list[Example]]:
        entries = examples_of(knowledge)
        plain = (Example(each.text, PLAIN, each.language) for each in entries)
        return entries, list(dict.fromkeys((*normalised_examples(_said_of_matters(knowledge)), *plain)))

    return Material(fingerprint([*said_in(knowledge), *_said_of_matters(knowledge)]), prepare)


def _said_of_matters(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Examples of every category, and the harmless look-alikes as plain ones."""
    for language in knowledge.languages.values():
        for label, texts in (*language.sensitive.examples.items(), (PLAIN, language.sensitive.harmless)):
            for text in texts:
                yield text, label, language.code


class Cues:
    """Finds the cue words of a language in a message."""

    def __init__(self, knowledge: Knowledge, labels: Sequence[str]) -> None:
        self._labels = labels
        self._languages = knowledge.languages
        self._patterns: dict[str, Mapping[str, re.Pattern[str]]] = {}

    def view(self, text: str, language: str) -> Floats:
        """1 for each label of which a cue is in `text`, in its language or in Danish; 0 for the others."""
        key = spelling_key(text)
        codes = {language, MASTER_LANGUAGE} if language in self._languages else set(self._languages)
        found = {label for code in codes for label, pattern in self._patterns_of(code).items() if pattern.search(key)}
        return np.array([float(label in found) for label in self._labels], dtype=np.float32)

    def _patterns_of(self, code: str) -> Mapping[str, re.Pattern[str]]:
        """Made when a language is first met: all of them together take a third of a second."""
        if code not in self._patterns:
            cues = self._languages[code].sensitive.cues
            self._patterns[code] = {label: _pattern(words) for label, words in cues.items() if words}
        return self._patterns[code]


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of `words` as whole words; a star stands for any letters."""
    parts = (" ".join(_stem(part) for part in word.split()) for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _stem(word: str) -> str:
    return r"\w*".join(re.escape(spelling_key(piece)) for piece in word.split("*"))


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Recognises sensitive matters."""

    model: Model
    """Its labels are the categories and PLAIN."""
    cues: Cues = field(repr=False)
    urgent: frozenset[str]

    @classmethod
    def of(cls, model: Model, knowledge: Knowledge) -> Recogniser:
        """With the cues of `knowledge`."""
        urgent = frozenset(category.id for category in knowledge.sensitive.values() if category.urgent)
        return cls(model, Cues(knowledge, model.labels), urgent)

    def views(self, text: str, vector: Vectors | None, language: str, matched: Matched) -> tuple[Floats, ...]:
        """What each view says of a normalised text, in the order of SensitiveWeights."""
        plain = np.array([float(label == PLAIN) for label in self.model.labels], dtype=np.float32)
        answerable = plain * np.float32(_log_odds(matched.answered))
        off_topic = plain * np.float32(_log_odds(matched.off_topic))
        # The closest view is left out: here it told nothing that the others had not.
        return (
            *self.model.views(text, vector, closest=False)[:3],
            self.cues.view(text, language),
            answerable,
            off_topic,
            plain,
        )

    def matter(self, views: Sequence[Floats], weights: SensitiveWeights) -> Matter | None:
        """The likeliest sensitive matter; None where there are no categories to tell apart."""
        chances = dict(zip(self.model.labels, sensitive_chances(views, weights).tolist(), strict=True))
        chances.pop(PLAIN, None)
        if not chances:
            return None
        urgent = {label: chances.get(label, 0.0) for label in sorted(self.urgent)}
        return Matter(_likeliest(chances), sum(chances.values()), sum(urgent.values()), _likeliest(urgent or chances))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return math.log(bounded / (1 - bounded))


def _likeliest(chances: Mapping[str, float]) -> str:
    return max(chances, key=lambda label: chances[label])


def sensitive_chances(views: Sequence[Floats], weights: SensitiveWeights) -> Floats:
    """The probability of each label."""
    parts = zip(astuple(weights), views, strict=True)
    scores = sum((weight * view for weight, view in parts), np.zeros_like(views[0]))
    return np.exp(log_softmax(scores))
