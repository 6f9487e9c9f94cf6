"""Weights of the views and the thresholds for answering, asking back and keeping quiet.

All are fitted and chosen on validation messages by another hand than the phrasings' (`nabo calibrate`), so that a
probability is worth what it says for messages nobody here has seen. They are kept in `calibration.json` with the
curve the answer threshold was chosen from.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.understanding.examples import is_entry
from bot.understanding.model import Views, Weights, weighed
from bot.understanding.sensitive import SensitiveThresholds, SensitiveWeights
from bot.understanding.spelling import Floats

FILE = Path(__file__).parent / "calibration.json"


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
    foreign: Weights
    """For messages in a language without examples: their spelling tells little."""
    spelling_only: Weights
    """For when no embedder can be loaded."""
    thresholds: Thresholds
    sensitive: SensitiveWeights
    sensitive_thresholds: SensitiveThresholds
    sensitive_foreign: SensitiveWeights
    """For messages in a language without examples, as above."""
    sensitive_foreign_thresholds: SensitiveThresholds


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
    """The calibration in force; raises ValueError with the remedy if the file is missing or damaged."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Calibration(
            Weights(**kept["weights"]),
            Weights(**kept["foreign"]),
            Weights(**kept["spelling_only"]),
            Thresholds(**kept["thresholds"]),
            SensitiveWeights(**kept["sensitive"]),
            SensitiveThresholds(**kept["sensitive_thresholds"]),
            SensitiveWeights(**kept["sensitive_foreign"]),
            SensitiveThresholds(**kept["sensitive_foreign_thresholds"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{file} cannot be used ({error}). Restore it, or make it anew: nabo calibrate") from None


def write_calibration(calibration: Calibration, curve: Sequence[Point], chosen_on: str, file: Path = FILE) -> None:
    """Keeps a calibration with the curve it was chosen from."""
    kept = asdict(calibration) | {"chosen_on": chosen_on, "curve": [asdict(point) for point in curve]}
    file.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


VIEWS = ("meaning", "spelling", "nearest", "closest")
BY_MEANING = frozenset({"meaning", "nearest"})
"""The views that need an embedder."""
_FIRST_GUESS = {"meaning": 1.0, "spelling": 0.7, "nearest": 6.0, "closest": 6.0}


def fit_weights(judged: Sequence[Judged], labels: Sequence[str], without: Collection[str] = ()) -> Weights:
    """The weights under which the right labels are likeliest. Views named in `without` get none."""
    used = [view for view in VIEWS if view not in without]
    stacked = [np.stack([each.views[VIEWS.index(view)] for each in judged]) for view in used]
    right = np.array([[label in each.accept for label in labels] for each in judged])
    found = likeliest_weights(stacked, right, [_FIRST_GUESS[view] for view in used])
    return Weights(**(dict.fromkeys(VIEWS, 0.0) | dict(zip(used, found, strict=True))))


def likeliest_weights(
    views: Sequence[Floats], right: npt.NDArray[np.bool_], start: Sequence[float], signed: int = 0
) -> list[float]:
    """Weights of `views` (each messages x labels) by maximum likelihood (L-BFGS-B); none below 0 but the last `signed`.

    `right` (messages x labels) says which labels are right; a message is the likelier, the more of the probability
    falls on them together.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - needed for fitting only

    stacked = np.stack([np.asarray(view, dtype=np.float64) for view in views])

    def unlikeliness(weights: Floats) -> tuple[float, Floats]:
        scores = np.tensordot(weights, stacked, axes=1)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        on_right = chances * right
        total = on_right.sum(axis=1, keepdims=True) + 1e-12
        slope = (stacked * (chances - on_right / total)).sum(axis=2).mean(axis=1)
        return -float(np.log(total).mean()), slope

    bounds = [(0.0, None)] * (len(views) - signed) + [(None, None)] * signed
    found = minimize(unlikeliness, np.array(start), jac=True, method="L-BFGS-B", bounds=bounds)
    return [float(each) for each in found.x]


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


MOST_WRONG, MOST_OUT_OF_SCOPE = 0.015, 0.035


def choose_threshold(curve: Sequence[Point]) -> float:
    """The lowest threshold that gives a wrong answer to few questions and an answer to few messages that none answers;
    the most careful one if none does.

    What lies below it is asked back or passed on.
    """
    good = (point for point in curve if point.wrong <= MOST_WRONG and point.answered_out_of_scope <= MOST_OUT_OF_SCOPE)
    return next((point.answer for point in good), curve[-1].answer)
