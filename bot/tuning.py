"""Labelled messages by another hand than the phrasings' -> weights and thresholds (`nabo calibrate`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from bot.understanding.meaning import Embedder, Vectors
from bot.understanding.model import Model, Weights, weighed
from bot.understanding.normalise import normalised
from bot.understanding.sensitive import (
    PLAIN,
    Matched,
    SensitiveThresholds,
    SensitiveWeights,
    sensitive_chances,
)
from bot.understanding.spelling import Floats

FOLDS = 5
LANGUAGE_FOLDS = 4
"""Languages are left out several at a time: a fit for each alone would take long and tell little more."""
CLARIFY, CANDIDATE, SMALLTALK_FROM = 0.1, 0.015, 0.5
"""Asking back costs a tap, so it begins early; what it offers must have some chance."""


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
    examples: Sequence[Example],
    vectors: Vectors,
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
    foreign = fit_weights(_as_foreign(messages, understanding, examples, vectors, progress), labels)
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
    messages: Sequence[Labelled],
    understanding: Understanding,
    examples: Sequence[Example],
    vectors: Vectors,
    progress: Progress,
) -> list[Judged]:
    """Each message as a model sees it that has no example in its language."""
    from bot.understanding.learning import fit  # noqa: PLC0415 - brings in scikit-learn

    found = []
    languages = sorted({message.language for message in messages})
    for fold in range(LANGUAGE_FOLDS):
        left_out = set(languages[fold::LANGUAGE_FOLDS])
        progress("leaving out languages", fold, LANGUAGE_FOLDS)
        others = np.array([example.language not in left_out for example in examples])
        if not left_out or not others.any():
            continue
        model = fit([example for example, other in zip(examples, others, strict=True) if other], vectors[others])
        own = (message for message in messages if message.language in left_out)
        found += [as_seen(message, model, understanding.embedder) for message in own]
    progress("leaving out languages", LANGUAGE_FOLDS, LANGUAGE_FOLDS)
    return found


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
MOST_AUTOMATIC, MOST_OFFERED, MOST_TAKEN_OVER = 0.002, 0.05, 0.006
"""Shares of plain questions for which a case may be opened at once, a person be offered beside or before the answer."""


@dataclass(frozen=True, slots=True)
class Weighable:
    """A message as the recogniser of sensitive matters sees it, before weighing."""

    views: tuple[Floats, ...]
    right: frozenset[str]
    is_question: bool


def calibrated_sensitive(
    messages: Sequence[Labelled], understanding: Understanding, progress: Progress = silent
) -> tuple[SensitiveWeights, SensitiveThresholds]:
    """Weights and thresholds of the recogniser; needs sensitive messages, questions and others."""
    seen = []
    for number, message in enumerate(messages):
        progress("reading sensitive matters", number, len(messages))
        if number % EVERY_OFF_TOPIC == 0 or message.kind in (None, "smalltalk"):
            seen.append(_weighable(message, understanding))
    progress("reading sensitive matters", len(messages), len(messages))
    labels = understanding.recogniser.model.labels
    weights = fit_sensitive(seen, labels)
    return weights, _sensitive_thresholds(seen, labels, weights, understanding.recogniser.urgent)


def _weighable(message: Labelled, understanding: Understanding) -> Weighable:
    text = normalised(message.text)
    vector = understanding.embedder.embed([text])[0] if understanding.embedder else None
    language = understanding.finder.find(message.text)
    model = understanding.index.model
    matched = Matched.of(weighed(model.views(text, vector), understanding.calibration.weights), model.labels)
    right = frozenset({message.category, *message.also}) if message.category else frozenset({PLAIN})
    views = understanding.recogniser.views(text, vector, language, matched)
    return Weighable(views, frozenset(filter(None, right)), message.is_question)


def fit_sensitive(seen: Sequence[Weighable], labels: Sequence[str]) -> SensitiveWeights:
    """The weights under which the right categories are likeliest."""
    stacked = [np.stack([each.views[view] for each in seen]) for view in range(len(seen[0].views))]
    right = np.array([[label in each.right for label in labels] for each in seen])
    return SensitiveWeights(*likeliest_weights(stacked, right, [0.7, 0.5, 4.0, 3.0, 0.7, 0.3, 0.0], signed=1))


def _sensitive_thresholds(
    seen: Sequence[Weighable], labels: Sequence[str], weights: SensitiveWeights, urgent: frozenset[str]
) -> SensitiveThresholds:
    is_urgent = np.array([label in urgent for label in labels])
    is_any = np.array([label != PLAIN for label in labels])
    plain = [sensitive_chances(each.views, weights) for each in seen if each.is_question]
    return SensitiveThresholds(
        urgent=_share_above([float(each[is_urgent].sum()) for each in plain], MOST_AUTOMATIC),
        sensitive=_share_above([float(each[is_any].sum()) for each in plain], MOST_OFFERED),
        take_over=_share_above([float(each[is_any].sum()) for each in plain], MOST_TAKEN_OVER),
    )


def _share_above(chances: Sequence[float], most: float) -> float:
    """The lowest threshold that at most a share of `most` reaches, between 0.05 and 0.99."""
    ordered = sorted(chances, reverse=True)
    last = ordered[min(int(most * len(ordered)), len(ordered) - 1)]
    return round(float(np.clip(last + 0.005, 0.05, 0.99)), 4)
