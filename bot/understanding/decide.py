"""text -> Decision. Synchronous, and pure once loaded: the same text and hint always give the same decision."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bot.understanding.calibration import Calibration, read_calibration
from bot.understanding.decision import Candidate, Decision
from bot.understanding.examples import NOTHING, SMALLTALK, examples_of, is_entry
from bot.understanding.index import Index, Progress, load_index, silent
from bot.understanding.language import UNKNOWN, LanguageFinder
from bot.understanding.meaning import Embedder
from bot.understanding.model import Weights, weighed
from bot.understanding.normalise import has_words, normalised
from bot.understanding.spelling import Floats
from knowledge.content import Knowledge

LISTED = 3
"""Candidates in a decision, and buttons when asking back."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """Decides what messages mean."""

    index: Index
    embedder: Embedder | None
    calibration: Calibration
    finder: LanguageFinder = field(repr=False)

    @classmethod
    def load(
        cls, knowledge: Knowledge, embedder: Embedder | None, cache: Path, progress: Progress = silent
    ) -> Understanding:
        """Ready to decide; builds the index where the content has changed since the last time."""
        index = load_index(examples_of(knowledge), embedder, cache, progress)
        return cls(index, embedder, read_calibration(), LanguageFinder(index.words))

    def decide(self, text: str, hint: str | None = None) -> Decision:
        """What `text` means; `hint` is the language it is likely to be in. Never raises on any text."""
        language = self.finder.find(text, hint)
        if not has_words(text):
            return Decision("no_match", None, 0.0, (), language)
        return self._decision(self.chances(normalised(text), language), language)

    def chances(self, text: str, language: str) -> Floats:
        """The probability of each label of the model for a normalised text."""
        vector = self.embedder.embed([text])[0] if self.embedder else None
        return weighed(self.index.model.views(text, vector), self._weights(language))

    def _weights(self, language: str) -> Weights:
        if self.embedder is None:
            return self.calibration.spelling_only
        known = language == UNKNOWN or language in self.index.words.languages
        return self.calibration.weights if known else self.calibration.foreign

    def _decision(self, chances: Floats, language: str) -> Decision:
        labels, thresholds = self.index.model.labels, self.calibration.thresholds
        order = [int(index) for index in np.argsort(-chances)]
        first = labels[order[0]]
        entries = [Candidate(labels[index], float(chances[index])) for index in order if is_entry(labels[index])]
        candidates = tuple(entries[:LISTED])
        chance = float(chances[order[0]])
        if not is_entry(first) and first != NOTHING and chance >= thresholds.smalltalk:
            kind = first.removeprefix(SMALLTALK)
            return Decision("smalltalk", None, chance, candidates, language, smalltalk=kind)
        best = candidates[0]
        if best.score >= thresholds.answer:
            return Decision("answer", best.entry, best.score, candidates, language)
        offered = tuple(each for each in candidates if each.score >= thresholds.candidate)
        together = sum(each.score for each in offered)
        if len(offered) > 1 and together >= thresholds.clarify:
            return Decision("clarify", None, together, offered, language)
        return Decision("no_match", None, 1 - best.score, candidates, language)
