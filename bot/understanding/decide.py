"""text -> Decision. Synchronous, and pure once loaded: the same text and hint always give the same decision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from bot.understanding.calibration import Calibration, read_calibration
from bot.understanding.decision import Candidate, Decision, Escalation
from bot.understanding.examples import NOTHING, SMALLTALK, is_entry
from bot.understanding.index import Index, Progress, load_index, silent
from bot.understanding.language import RARE_HERE, UNKNOWN, LanguageFinder
from bot.understanding.meaning import Embedder
from bot.understanding.model import Weights, weighed
from bot.understanding.normalise import has_words, normalised
from bot.understanding.sensitive import (
    Matched,
    Matter,
    Recogniser,
    SensitiveThresholds,
    SensitiveWeights,
    material_of,
)
from bot.understanding.spelling import Floats
from knowledge.content import Knowledge, SensitiveCategory

EMERGENCY, EMERGENCY_NUMBER = "emergency", "112"
NUMBER = re.compile(r"\d+")
SURE_SMALLTALK = 0.8
"""From here on small talk is small talk, unless danger is certain."""
URGENT_SHARE = 0.1
"""From which share of urgent categories on a sensitive matter counts as urgent, whatever its likeliest category: rather
the numbers to call once too often than once too seldom."""
LEAST_OFFERED, LISTED = 2, 3
"""Buttons when asking back, at least and at most; as many candidates as that are in a decision."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """Decides what messages mean."""

    index: Index
    embedder: Embedder | None
    recogniser: Recogniser
    categories: Mapping[str, SensitiveCategory]
    calibration: Calibration
    finder: LanguageFinder = field(repr=False)

    @classmethod
    def load(
        cls, knowledge: Knowledge, embedder: Embedder | None, cache: Path, progress: Progress = silent
    ) -> Understanding:
        """Ready to decide; builds the index where the content has changed since the last time."""
        index = load_index(material_of(knowledge), embedder, cache, progress)
        recogniser = Recogniser.of(index.sensitive, knowledge)
        return cls(index, embedder, recogniser, knowledge.sensitive, read_calibration(), LanguageFinder(index.words))

    def decide(self, text: str, hint: str | None = None) -> Decision:
        """What `text` means; `hint` is the language it is likely to be in. Never raises on any text."""
        language = self.finder.find(text, hint)
        if not has_words(text):
            return self._wordless(text, language)
        words = normalised(text)
        vector = self.embedder.embed([words])[0] if self.embedder else None
        chances = weighed(self.index.model.views(words, vector), self._weights(language))
        decision = self._decision(chances, language)
        matched = Matched.of(chances, self.index.model.labels)
        views = self.recogniser.views(words, vector, language, matched)
        weights, thresholds = self._for_matters(language)
        return self._with_matter(decision, self.recogniser.matter(views, weights), thresholds)

    def _wordless(self, text: str, language: str) -> Decision:
        """Digits and signs say nothing, unless they are the number to call when somebody is in danger."""
        nothing = Decision("no_match", None, 0.0, (), language)
        if EMERGENCY_NUMBER not in NUMBER.findall(text) or EMERGENCY not in self.categories:
            return nothing
        return replace(nothing, outcome="escalate", escalation=Escalation(EMERGENCY, urgent=True, mode="ask"))

    def _with_matter(self, decision: Decision, matter: Matter | None, thresholds: SensitiveThresholds) -> Decision:
        """A sensitive matter goes before everything but an answer or a question back, which then come with the offer
        of a person. Where danger is only likely, the numbers to call come and a person is offered; no case is opened.
        """
        if matter is None:
            return decision
        certain = matter.urgent_chance >= thresholds.urgent
        if not certain and (matter.chance < thresholds.sensitive or _is_sure_smalltalk(decision)):
            return decision
        category = self.categories[matter.urgent_category if certain else matter.category]
        urgent = category.urgent or matter.urgent_chance >= URGENT_SHARE * matter.chance
        escalation = Escalation(category.id, urgent, category.mode if certain else "ask")
        gives_way = certain or matter.chance >= thresholds.take_over
        if not gives_way and (decision.outcome == "answer" or (decision.outcome == "clarify" and not urgent)):
            return replace(decision, escalation=escalation)
        return replace(
            decision, outcome="escalate", entry=None, confidence=matter.chance, escalation=escalation, smalltalk=None
        )

    def _weights(self, language: str) -> Weights:
        if self.embedder is None:
            return self.calibration.spelling_only
        return self.calibration.weights if self._has_examples(language) else self.calibration.foreign

    def _for_matters(self, language: str) -> tuple[SensitiveWeights, SensitiveThresholds]:
        if self._has_examples(language):
            return self.calibration.sensitive, self.calibration.sensitive_thresholds
        return self.calibration.sensitive_foreign, self.calibration.sensitive_foreign_thresholds

    def _has_examples(self, language: str) -> bool:
        """A language nobody could tell, or nobody here writes, is taken for one of those with examples, misspelt."""
        return language == UNKNOWN or language in RARE_HERE or language in self.index.words.languages

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
        likely = sum(each.score >= thresholds.candidate for each in candidates)
        # A single likely one is not sure enough to be the answer: it is offered beside the next.
        offered = candidates[: max(likely, LEAST_OFFERED)]
        together = sum(each.score for each in offered)
        if together >= thresholds.clarify:
            return Decision("clarify", None, together, offered, language)
        return Decision("no_match", None, 1 - best.score, candidates, language)


def _is_sure_smalltalk(decision: Decision) -> bool:
    return decision.outcome == "smalltalk" and decision.confidence >= SURE_SMALLTALK
