"""Labelled messages -> accuracy tables, in the measures of the design (section 10); and the calibration from them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bot.understanding.calibration import (
    Calibration,
    Judged,
    Point,
    Thresholds,
    choose_threshold,
    curve_of,
    fit_weights,
)
from bot.understanding.decide import Understanding
from bot.understanding.decision import Decision
from bot.understanding.examples import NOTHING, SMALLTALK, Example
from bot.understanding.index import Progress, silent
from bot.understanding.meaning import Vectors
from bot.understanding.model import Model, Weights, weighed
from bot.understanding.normalise import normalised

FOLDS = 5
CLARIFY, CANDIDATE, SMALLTALK_FROM = 0.15, 0.02, 0.5
"""Asking back costs a tap, so it begins early; what it offers must have some chance."""


class BadMessages(Exception):
    """A file of labelled messages cannot be used; the message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with what is right for it."""

    id: str
    language: str
    text: str
    accept: tuple[str, ...] = ()
    kind: str | None = None
    """smalltalk, off_topic, nonsense, abuse or injection: nothing to answer."""
    category: str | None = None
    """A sensitive category."""
    style: str = "plain"

    @property
    def is_question(self) -> bool:
        """Whether an entry answers it."""
        return bool(self.accept)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; shares are of `count`."""

    language: str
    group: str
    count: int
    right: float = 0.0
    right_or_button: float = 0.0
    wrong: float = 0.0
    not_answered: float = 0.0
    language_right: float = 0.0


def read_messages(files: Iterable[Path]) -> list[Labelled]:
    """Reads files in the format of the evaluation messages; raises BadMessages."""
    messages = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise BadMessages(f"{file}: cannot be read ({error}). Name a file of labelled messages.") from None
        messages += [_message(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return messages


def _message(file: Path, number: int, line: str) -> Labelled:
    try:
        raw: dict[str, Any] = json.loads(line)
        accept = tuple(raw.get("accept", ()))
        labelled = Labelled(
            raw["id"],
            raw["lang"],
            raw["text"],
            accept,
            raw.get("kind"),
            raw.get("category"),
            raw.get("style", "plain"),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = "Each line is a JSON object with id, lang, text and accept, kind or category."
        raise BadMessages(f"{file}:{number}: not a labelled message ({error!r}). {remedy}") from None
    if not (labelled.accept or labelled.kind or labelled.category):
        raise BadMessages(f"{file}:{number}: nothing says what is right. Add accept, kind or category.")
    return labelled


def judge(
    messages: Sequence[Labelled], decide: Callable[[str], Decision], progress: Progress = silent
) -> list[Decision]:
    """A decision for each message, as `nabo ask` would give it: without a hint."""
    decisions = []
    for number, message in enumerate(messages):
        progress("deciding", number, len(messages))
        decisions.append(decide(message.text))
    progress("deciding", len(messages), len(messages))
    return decisions


def table(messages: Sequence[Labelled], decisions: Sequence[Decision]) -> list[Row]:
    """Measures for each language and group: questions, other (out of scope), sensitive."""
    grouped: dict[tuple[str, str], list[tuple[Labelled, Decision]]] = defaultdict(list)
    for message, decision in zip(messages, decisions, strict=True):
        group = "questions" if message.is_question else "other" if message.kind else "sensitive"
        grouped[group, message.language].append((message, decision))
    return [_row(language, group, pairs) for (group, language), pairs in sorted(grouped.items())]


def _row(language: str, group: str, pairs: Sequence[tuple[Labelled, Decision]]) -> Row:
    def share(test: Callable[[Labelled, Decision], bool]) -> float:
        return sum(test(message, decision) for message, decision in pairs) / len(pairs)

    row = Row(
        language,
        group,
        len(pairs),
        not_answered=share(lambda _, decision: decision.outcome != "answer"),
        language_right=share(lambda message, decision: decision.language == message.language),
    )
    if group != "questions":
        return row
    return replace(
        row,
        right=share(is_right),
        right_or_button=share(lambda message, decision: is_right(message, decision) or is_offered(message, decision)),
        wrong=share(lambda message, decision: decision.outcome == "answer" and not is_right(message, decision)),
    )


def is_right(message: Labelled, decision: Decision) -> bool:
    """The right entry is given as the answer."""
    return decision.outcome == "answer" and decision.entry in message.accept


def is_offered(message: Labelled, decision: Decision) -> bool:
    """A right entry is among the buttons."""
    return decision.outcome == "clarify" and any(each.entry in message.accept for each in decision.candidates)


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


def calibrated(
    examples: Sequence[Example],
    vectors: Vectors,
    messages: Sequence[Labelled],
    understanding: Understanding,
    progress: Progress = silent,
) -> tuple[Calibration, list[Point], float]:
    """New weights and thresholds, the curve behind them, and the share of phrasings that find their own entry."""
    model = understanding.index.model
    held_out = out_of_fold(examples, vectors, progress)
    weights = fit_weights(held_out, model.labels)
    spelling_only = fit_weights(held_out, model.labels, spelling_only=True)
    seen = [_seen(message, understanding) for message in messages]
    asked = [each for each in seen if not each.accept & {NOTHING}]
    others = [each for each in seen if each.accept & {NOTHING}]
    # What a phrasing's own hand finds easy another hand does not: one factor makes the probabilities honest again.
    factor = _temperature(asked + others, weights, model.labels)
    weights = weights.times(factor)
    curve = curve_of(asked, others, weights, model.labels)
    answer = choose_threshold(curve)
    thresholds = Thresholds(answer=answer, clarify=CLARIFY, candidate=CANDIDATE, smalltalk=SMALLTALK_FROM)
    own = float(np.mean([is_own(each, weights, model.labels) for each in held_out if not _is_other(each)]))
    return Calibration(weights, spelling_only, thresholds), curve, own


def _seen(message: Labelled, understanding: Understanding) -> Judged:
    text = normalised(message.text)
    vector = understanding.embedder.embed([text])[0] if understanding.embedder else None
    accept = set(message.accept) or {
        NOTHING,
        *(label for label in understanding.index.model.labels if label[0] == "~"),
    }
    return _judged(understanding.index.model, text, vector, accept)


def _is_other(judged: Judged) -> bool:
    return any(label.startswith(SMALLTALK) for label in judged.accept)


def is_own(judged: Judged, weights: Weights, labels: Sequence[str]) -> bool:
    """Whether the best entry is a right one."""
    chances = np.where([not label.startswith(SMALLTALK) for label in labels], weighed(judged.views, weights), 0)
    return labels[int(chances.argmax())] in judged.accept


def _temperature(judged: Sequence[Judged], weights: Weights, labels: Sequence[str]) -> float:
    def unlikeliness(factor: float) -> float:
        scaled = weights.times(factor)
        chances = [
            sum(
                float(chance)
                for chance, label in zip(weighed(each.views, scaled), labels, strict=True)
                if label in each.accept
            )
            for each in judged
        ]
        return -float(np.mean(np.log(np.array(chances) + 1e-9)))

    return min((0.3 + 0.05 * step for step in range(25)), key=unlikeliness)
