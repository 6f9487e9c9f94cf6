"""Labelled messages by another hand than the phrasings' -> weights and thresholds (`nabo calibrate`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot.evaluation import Labelled
from bot.understanding.calibration import (
    BY_MEANING,
    Calibration,
    Judged,
    Point,
    Thresholds,
    choose_threshold,
    curve_of,
    fit_weights,
    likeliest_weights,
)
from bot.understanding.decide import Understanding
from bot.understanding.examples import NOTHING, Example, is_entry
from bot.understanding.index import Progress, silent
from bot.understanding.language import UNKNOWN
from bot.understanding.meaning import Embedder, Vectors
from bot.understanding.model import Model, Weights, weighed
from bot.understanding.normalise import normalised
from bot.understanding.sensitive import (
    PLAIN,
    Matched,
    Recogniser,
    SensitiveThresholds,
    SensitiveWeights,
    sensitive_chances,
)
from bot.understanding.spelling import Floats
from knowledge.content import Knowledge

FOLDS = 5
LANGUAGE_FOLDS = 4
"""Languages are left out several at a time: a fit for each alone would take long and tell little more."""
CLARIFY, CANDIDATE, SMALLTALK_FROM = 0.1, 0.015, 0.5
"""Asking back costs a tap, so it begins early; what it offers must have some chance."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What a model is fitted to."""

    examples: Sequence[Example]
    vectors: Vectors
    """A row for each example."""

    def without(self, languages: Collection[str]) -> Taught:
        """The examples in other languages."""
        others = np.array([example.language not in languages for example in self.examples])
        return Taught(
            [example for example, other in zip(self.examples, others, strict=True) if other], self.vectors[others]
        )

    def fitted(self) -> Model:
        """The model of which entry is asked for."""
        from bot.understanding.learning import fit  # noqa: PLC0415 - brings in scikit-learn

        return fit(self.examples, self.vectors)

    def fitted_to_matters(self) -> Model:
        """The model of whether a person must answer."""
        from bot.understanding.learning import KEPT_OF_SENSITIVE, fit  # noqa: PLC0415 - brings in scikit-learn

        return fit(self.examples, self.vectors, KEPT_OF_SENSITIVE)


def out_of_fold(examples: Sequence[Example], vectors: Vectors, progress: Progress = silent) -> list[Judged]:
    """Each example as a model sees it that was fitted without it (and without its twins in spelling)."""
    from bot.understanding.learning import fit  # noqa: PLC0415 - brings in scikit-learn

    texts = sorted({example.text for example in examples})
    fold_of = dict(zip(texts, np.random.default_rng(7).permutation(len(texts)) % FOLDS, strict=True))
    folds = np.array([fold_of[example.text] for example in examples])
    judged: dict[int, Judged] = {}
    for fold in range(FOLDS):
        progress("cross-validating", fold, FOLDS)
        model = fit(
            [example for example, own in zip(examples, folds, strict=True) if own != fold],
            vectors[folds != fold],
        )
        for index in np.flatnonzero(folds == fold).tolist():
            judged[index] = _judged(model, examples[index].text, vectors[index], {examples[index].label})
    progress("cross-validating", FOLDS, FOLDS)
    return [judged[index] for index in range(len(examples))]


def _judged(model: Model, text: str, vector: Any, accept: Iterable[str]) -> Judged:
    return Judged(model.views(text, vector), frozenset(accept))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What calibration found."""

    calibration: Calibration
    curve: list[Point]
    held_out: float
    """Share of questions whose right entry comes first, each judged with weights fitted without it."""


def calibrated(
    messages: Sequence[Labelled],
    understanding: Understanding,
    taught: Taught,
    progress: Progress = silent,
) -> Chosen:
    """Weights and thresholds from messages by another hand than the phrasings'.

    Phrasings held out of the fit would not do: nobody put typos into them, so that likeness of spelling looks useless.
    """
    labels = understanding.index.model.labels
    seen = []
    for number, message in enumerate(messages):
        progress("reading", number, len(messages))
        seen.append(as_seen(message, understanding.index.model, understanding.embedder))
    asked = [each for each in seen if NOTHING not in each.accept]
    others = [each for each in seen if NOTHING in each.accept]
    right = []
    for fold in range(FOLDS):
        progress("cross-validating", fold, FOLDS)
        weights = fit_weights([each for number, each in enumerate(seen) if number % FOLDS != fold], labels)
        own = (each for each in seen[fold::FOLDS] if NOTHING not in each.accept)
        right += [is_own(each, weights, labels) for each in own]
    weights = fit_weights(seen, labels)
    progress("cross-validating", FOLDS, FOLDS)
    curve = curve_of(asked, others, weights, labels)
    thresholds = Thresholds(choose_threshold(curve), CLARIFY, CANDIDATE, SMALLTALK_FROM)
    foreign = fit_weights(_as_foreign(messages, understanding, taught, progress), labels)
    kept = understanding.calibration
    calibration = replace(
        kept,
        weights=weights,
        foreign=foreign,
        spelling_only=fit_weights(seen, labels, without=BY_MEANING),
        thresholds=thresholds,
    )
    return Chosen(calibration, curve, float(np.mean(right)))


def _as_foreign(
    messages: Sequence[Labelled], understanding: Understanding, taught: Taught, progress: Progress
) -> list[Judged]:
    """Each message as a model sees it that has no example in its language."""
    found = []
    for left_out, own in _language_folds(messages, progress):
        model = taught.without(left_out).fitted()
        found += [as_seen(message, model, understanding.embedder) for message in own]
    return found


def _language_folds(
    messages: Sequence[Labelled], progress: Progress
) -> Iterator[tuple[frozenset[str], list[Labelled]]]:
    """Languages to leave out, with the messages in them."""
    languages = sorted({message.language for message in messages})
    for fold in range(LANGUAGE_FOLDS):
        progress("leaving out languages", fold, LANGUAGE_FOLDS)
        left_out = frozenset(languages[fold::LANGUAGE_FOLDS])
        if left_out and len(languages) > len(left_out):
            yield left_out, [message for message in messages if message.language in left_out]
    progress("leaving out languages", LANGUAGE_FOLDS, LANGUAGE_FOLDS)


def as_seen(message: Labelled, model: Model, embedder: Embedder | None) -> Judged:
    """A labelled message as a model sees it; one that no entry answers may be any kind of nothing."""
    text = normalised(message.text)
    vector = embedder.embed([text])[0] if embedder else None
    accept = set(message.accept) or {NOTHING, *(label for label in model.labels if not is_entry(label))}
    return _judged(model, text, vector, accept)


def is_own(judged: Judged, weights: Weights, labels: Sequence[str]) -> bool:
    """Whether the best entry is a right one."""
    chances = np.where([is_entry(label) for label in labels], weighed(judged.views, weights), 0)
    return labels[int(chances.argmax())] in judged.accept


# Sensitive matters

EVERY_OFF_TOPIC = 3
"""Of messages off topic only every third is learnt from: to offer a person for one of them too many costs little."""
MOST_AUTOMATIC, MOST_OFFERED, MOST_TAKEN_OVER = 0.002, 0.05, 0.004
"""Shares of plain questions for which a case may be opened at once, a person be offered beside or before the answer."""
MOST_OFFERED_FOREIGN = 0.1
"""In a language without examples cries for help are hard to tell from questions: a person is offered sooner."""


@dataclass(frozen=True, slots=True)
class Weighable:
    """A message as the recogniser of sensitive matters sees it, before weighing."""

    views: tuple[Floats, ...]
    right: frozenset[str]
    is_question: bool


def calibrated_sensitive(
    messages: Sequence[Labelled],
    understanding: Understanding,
    entries: Taught,
    matters: Taught,
    knowledge: Knowledge,
    progress: Progress = silent,
) -> Calibration:
    """The calibration with new weights and thresholds of the recogniser, for languages with and without examples.

    Needs sensitive messages, questions and others; `understanding` must have the weights of the entries already.
    """
    learnt_from = [
        message
        for number, message in enumerate(messages)
        if number % EVERY_OFF_TOPIC == 0 or message.kind in (None, "smalltalk")
    ]
    seen = []
    for number, message in enumerate(learnt_from):
        progress("reading sensitive matters", number, len(learnt_from))
        language = understanding.finder.find(message.text)
        seen.append(_weighable(message, understanding, language, understanding.calibration.weights))
    progress("reading sensitive matters", len(learnt_from), len(learnt_from))
    foreign = []
    for left_out, own in _language_folds(learnt_from, progress):
        without = _without(left_out, understanding, entries, matters, knowledge)
        foreign += [_weighable(message, without, UNKNOWN, without.calibration.foreign) for message in own]
    labels, urgent = understanding.recogniser.model.labels, understanding.recogniser.urgent
    weights, foreign_weights = fit_sensitive(seen, labels), fit_sensitive(foreign, labels)
    return replace(
        understanding.calibration,
        sensitive=weights,
        sensitive_thresholds=_sensitive_thresholds(seen, labels, weights, urgent, MOST_OFFERED),
        sensitive_foreign=foreign_weights,
        sensitive_foreign_thresholds=_sensitive_thresholds(
            foreign, labels, foreign_weights, urgent, MOST_OFFERED_FOREIGN
        ),
    )


def _without(
    languages: frozenset[str], understanding: Understanding, entries: Taught, matters: Taught, knowledge: Knowledge
) -> Understanding:
    """As it would be had nobody written anything in `languages`, neither examples nor cues."""
    others = {code: content for code, content in knowledge.languages.items() if code not in languages}
    index = replace(
        understanding.index,
        model=entries.without(languages).fitted(),
        sensitive=matters.without(languages).fitted_to_matters(),
    )
    recogniser = Recogniser.of(index.sensitive, replace(knowledge, languages=others))
    return replace(understanding, index=index, recogniser=recogniser)


def _weighable(message: Labelled, understanding: Understanding, language: str, weights: Weights) -> Weighable:
    text = normalised(message.text)
    vector = understanding.embedder.embed([text])[0] if understanding.embedder else None
    model = understanding.index.model
    matched = Matched.of(weighed(model.views(text, vector), weights), model.labels)
    right = frozenset({message.category, *message.also}) if message.category else frozenset({PLAIN})
    views = understanding.recogniser.views(text, vector, language, matched)
    return Weighable(views, frozenset(filter(None, right)), message.is_question)


def fit_sensitive(seen: Sequence[Weighable], labels: Sequence[str]) -> SensitiveWeights:
    """The weights under which the right categories are likeliest."""
    stacked = [np.stack([each.views[view] for each in seen]) for view in range(len(seen[0].views))]
    right = np.array([[label in each.right for label in labels] for each in seen])
    return SensitiveWeights(*likeliest_weights(stacked, right, [0.7, 0.5, 4.0, 3.0, 0.7, 0.3, 0.0], signed=1))


def _sensitive_thresholds(
    seen: Sequence[Weighable],
    labels: Sequence[str],
    weights: SensitiveWeights,
    urgent: frozenset[str],
    most_offered: float,
) -> SensitiveThresholds:
    is_urgent = np.array([label in urgent for label in labels])
    is_any = np.array([label != PLAIN for label in labels])
    plain = [sensitive_chances(each.views, weights) for each in seen if each.is_question]
    return SensitiveThresholds(
        urgent=_share_above([float(each[is_urgent].sum()) for each in plain], MOST_AUTOMATIC),
        sensitive=_share_above([float(each[is_any].sum()) for each in plain], most_offered),
        take_over=_share_above([float(each[is_any].sum()) for each in plain], MOST_TAKEN_OVER),
    )


def _share_above(chances: Sequence[float], most: float) -> float:
    """The lowest threshold that at most a share of `most` reaches, between 0.05 and 0.99."""
    ordered = sorted(chances, reverse=True)
    last = ordered[min(int(most * len(ordered)), len(ordered) - 1)]
    return round(float(np.clip(last + 0.005, 0.05, 0.99)), 4)
