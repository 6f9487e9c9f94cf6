"""Labelled messages -> accuracy tables, in the measures of the design (section 10); and the calibration from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

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
from bot.understanding.examples import NOTHING, Example, is_entry
from bot.understanding.index import Progress, silent
from bot.understanding.meaning import Embedder, Vectors
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
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise BadMessages(f"{file}: cannot be read ({error}). Name a file of labelled messages.") from None
        messages += [_message(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return messages


class _Line(BaseModel):
    model_config = ConfigDict(strict=True)

    id: str
    lang: str
    text: str
    accept: list[str] = Field(default_factory=list)
    kind: str | None = None
    category: str | None = None
    style: str = "plain"


def _message(file: Path, number: int, line: str) -> Labelled:
    try:
        raw = _Line.model_validate_json(line)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, each['loc'])) or 'line'}: {each['msg']}" for each in error.errors())
        remedy = "Each line is a JSON object with id, lang, text and accept, kind or category."
        raise BadMessages(f"{file}:{number}: not a labelled message ({faults}). {remedy}") from None
    if not (raw.accept or raw.kind or raw.category):
        raise BadMessages(f"{file}:{number}: nothing says what is right. Add accept, kind or category.")
    return Labelled(raw.id, raw.lang, raw.text, tuple(raw.accept), raw.kind, raw.category, raw.style)


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
        seen.append(_seen(message, understanding.index.model, understanding.embedder))
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
    calibration = Calibration(weights, foreign, fit_weights(seen, labels, spelling_only=True), thresholds)
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

    seen = []
    languages = sorted({message.language for message in messages})
    for number, language in enumerate(languages):
        progress("leaving out a language", number, len(languages))
        others = np.array([example.language != language for example in examples])
        model = fit([example for example, other in zip(examples, others, strict=True) if other], vectors[others])
        own = (message for message in messages if message.language == language)
        seen += [_seen(message, model, understanding.embedder) for message in own]
    return seen


def _seen(message: Labelled, model: Model, embedder: Embedder | None) -> Judged:
    text = normalised(message.text)
    vector = embedder.embed([text])[0] if embedder else None
    accept = set(message.accept) or {NOTHING, *(label for label in model.labels if not is_entry(label))}
    return _judged(model, text, vector, accept)


def is_own(judged: Judged, weights: Weights, labels: Sequence[str]) -> bool:
    """Whether the best entry is a right one."""
    chances = np.where([is_entry(label) for label in labels], weighed(judged.views, weights), 0)
    return labels[int(chances.argmax())] in judged.accept
