"""Weights of the views and the thresholds for answering, asking back and keeping quiet.

The weights are fitted on the phrasings, each judged by a model that has not seen it (cross-validation). What the
resulting probability is worth, and from where to answer, is then chosen on validation messages by another hand:
`nabo calibrate`. Both are kept in `calibration.json` with the curve they were chosen from.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bot.understanding.examples import is_entry
from bot.understanding.model import Weights, weighed
from bot.understanding.spelling import Floats

FILE = Path(__file__).parent / "calibration.json"

Views = tuple[Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which to act."""

    answer: float
    """The best entry is given as the answer from here on."""
    clarify: float
    """The two or three best are offered when together they reach this."""
    candidate: float
    """An entry is offered only if it reaches this."""
    smalltalk: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything that was chosen by measuring rather than by hand."""

    weights: Weights
    spelling_only: Weights
    """For when no embedder can be loaded."""
    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled message as the model sees it."""

    views: Views
    accept: frozenset[str]
    """Labels that are right."""


@dataclass(frozen=True, slots=True)
class Point:
    """What an answer threshold costs and gives, in shares of the messages."""

    answer: float
    right: float
    wrong: float
    answered_out_of_scope: float


def read_calibration(file: Path = FILE) -> Calibration:
    """The calibration in force; raises OSError or ValueError if the file was damaged."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    return Calibration(Weights(**kept["weights"]), Weights(**kept["spelling_only"]), Thresholds(**kept["thresholds"]))


def write_calibration(calibration: Calibration, curve: Sequence[Point], chosen_on: str, file: Path = FILE) -> None:
    """Keeps a calibration with the curve it was chosen from."""
    kept = asdict(calibration) | {"chosen_on": chosen_on, "curve": [asdict(point) for point in curve]}
    file.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def fit_weights(judged: Sequence[Judged], labels: Sequence[str], *, spelling_only: bool = False) -> Weights:
    """The weights under which the right labels are likeliest (maximum likelihood, Nelder-Mead)."""
    from scipy.optimize import minimize  # noqa: PLC0415 - needed for fitting only

    stacked = [np.stack([each.views[view] for each in judged]) for view in range(3)]
    right = np.array([[label in each.accept for label in labels] for each in judged])

    def unlikeliness(logarithms: Floats) -> float:
        scores = sum(np.exp(weight) * view for weight, view in zip(logarithms, parts, strict=True))
        top = scores - scores.max(axis=1, keepdims=True)
        chances = np.exp(top) / np.exp(top).sum(axis=1, keepdims=True)
        return -float(np.log((chances * right).sum(axis=1) + 1e-12).mean())

    parts = [stacked[1]] if spelling_only else stacked
    start = np.log([1.0]) if spelling_only else np.log([1.0, 0.7, 6.0])
    found = np.exp(minimize(unlikeliness, start, method="Nelder-Mead", options={"maxiter": 400}).x)
    return Weights(0.0, float(found[0]), 0.0) if spelling_only else Weights(*(float(each) for each in found))


def curve_of(
    asked: Sequence[Judged], out_of_scope: Sequence[Judged], weights: Weights, labels: Sequence[str]
) -> list[Point]:
    """For each answer threshold: questions given the right and the wrong entry, and how much else is answered."""
    entries = np.array([is_entry(label) for label in labels])
    questions = [_best(each, weights, labels, entries) for each in asked]
    others = [_best(each, weights, labels, entries) for each in out_of_scope]
    points = []
    for threshold in np.arange(0.1, 0.96, 0.025):
        given = [(chance, right) for chance, right in questions if chance >= threshold]
        points.append(
            Point(
                answer=round(float(threshold), 3),
                right=round(sum(right for _, right in given) / max(len(questions), 1), 4),
                wrong=round(sum(not right for _, right in given) / max(len(questions), 1), 4),
                answered_out_of_scope=round(
                    sum(bool(chance >= threshold) for chance, _ in others) / max(len(others), 1), 4
                ),
            )
        )
    return points


def _best(judged: Judged, weights: Weights, labels: Sequence[str], entries: np.ndarray) -> tuple[float, bool]:
    chances = np.where(entries, weighed(judged.views, weights), 0.0)
    best = int(chances.argmax())
    return float(chances[best]), labels[best] in judged.accept


WRONG_COSTS = 2.0
OUT_OF_SCOPE_COSTS = 0.4


def choose_threshold(curve: Sequence[Point]) -> float:
    """The threshold with the most right answers after each wrong one is counted twice over.

    A question that is not answered is asked back or passed on; a wrong answer misleads somebody about their home.
    """
    best = max(
        curve,
        key=lambda point: point.right - WRONG_COSTS * point.wrong - OUT_OF_SCOPE_COSTS * point.answered_out_of_scope,
    )
    return best.answer
