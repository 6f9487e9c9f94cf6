"""Weights and thresholds: kept with the curve they were chosen from, and chosen so that a wrong answer costs."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from bot.understanding.calibration import (
    BY_MEANING,
    Judged,
    Point,
    Thresholds,
    choose_threshold,
    curve_of,
    fit_weights,
    read_calibration,
    write_calibration,
)
from bot.understanding.model import Weights

CALIBRATION = replace(
    read_calibration(), weights=Weights(1.0, 0.5, 6.0, 2.0), thresholds=Thresholds(0.6, 0.3, 0.03, 0.5)
)
CURVE = [Point(0.2, 0.9, 0.1, 0.2), Point(0.6, 0.85, 0.001, 0.001), Point(0.9, 0.5, 0.0, 0.0)]
LABELS = ("plan.rent", "plan.start", "~none")
EVEN = Weights(1.0, 1.0, 1.0, 1.0)


def judged(meaning: tuple[float, ...], spelling: tuple[float, ...], accept: str) -> Judged:
    """An example; what meaning says is said by nearest, and what spelling says by closest."""
    knows, guesses = (np.array(view, dtype=np.float32) for view in (meaning, spelling))
    return Judged((np.log(knows), np.log(guesses), knows, guesses), frozenset({accept}))


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "calibration.json"
    write_calibration(CALIBRATION, CURVE, "some.jsonl", file)
    assert read_calibration(file) == CALIBRATION


def test_the_curve_and_where_it_comes_from_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "calibration.json"
    write_calibration(CALIBRATION, CURVE, "some.jsonl", file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["chosen_on"] == "some.jsonl"
    assert kept["curve"] == [asdict(point) for point in CURVE]


def test_asking_back_begins_where_answering_ends() -> None:
    """An answer threshold below the one for asking back would leave nothing to ask back about."""
    thresholds = read_calibration().thresholds
    assert 0 < thresholds.candidate < thresholds.clarify < thresholds.answer < 1


def test_the_calibration_in_force_is_sound() -> None:
    calibration = read_calibration()
    thresholds = calibration.thresholds
    assert 0 < thresholds.smalltalk < 1
    assert min(asdict(calibration.weights).values()) >= 0
    assert max(asdict(calibration.weights).values()) > 0
    assert calibration.spelling_only.meaning == calibration.spelling_only.nearest == 0


@pytest.mark.parametrize("content", [None, "", '{"weights": ', "{}", "[]", '{"weights": {"meaning": 1}}', "\x00"])
def test_a_damaged_or_missing_file_is_named_with_its_remedy(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "calibration.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"calibration\.json cannot be used .*nabo calibrate"):
        read_calibration(file)


def test_the_lowest_threshold_that_is_seldom_wrong_is_chosen() -> None:
    assert choose_threshold(CURVE) == 0.6
    assert choose_threshold([Point(0.2, 0.9, 0.0, 0.0), *CURVE]) == 0.2


def test_a_threshold_that_answers_what_is_no_question_is_not_chosen() -> None:
    assert choose_threshold([Point(0.2, 0.9, 0.0, 0.2), Point(0.5, 0.8, 0.0, 0.0)]) == 0.5


def test_where_every_threshold_is_too_often_wrong_the_most_careful_is_chosen() -> None:
    assert choose_threshold([Point(0.2, 0.5, 0.5, 0.0), Point(0.9, 0.5, 0.2, 0.0)]) == 0.9


def test_the_curve_falls_from_answering_everything_to_answering_the_sure() -> None:
    sure = judged((0.98, 0.01, 0.01), (0.98, 0.01, 0.01), "plan.rent")
    unsure = judged((0.4, 0.3, 0.3), (0.4, 0.3, 0.3), "plan.start")
    chat = judged((0.1, 0.1, 0.8), (0.1, 0.1, 0.8), "~none")
    curve = curve_of([sure, unsure], [chat], EVEN, LABELS)
    assert (curve[0].right, curve[0].wrong) == (0.5, 0.5)
    assert (curve[-1].right, curve[-1].wrong) == (0.5, 0.0)
    for before, after in pairwise(curve):
        assert before.answer < after.answer
        assert before.right + before.wrong >= after.right + after.wrong
        assert before.answered_out_of_scope >= after.answered_out_of_scope


def test_a_curve_of_nothing_is_flat() -> None:
    assert {(point.right, point.wrong, point.answered_out_of_scope) for point in curve_of([], [], EVEN, LABELS)} == {
        (0.0, 0.0, 0.0)
    }


def mixed() -> list[Judged]:
    """Meaning is right in four of five, spelling in three of five."""
    right = {"plan.rent": (0.6, 0.3, 0.1), "plan.start": (0.3, 0.6, 0.1)}
    turned = {"plan.rent": right["plan.start"], "plan.start": right["plan.rent"]}
    return [
        judged((turned if index == 0 else right)[label], (turned if index > 2 else right)[label], label)
        for label in right
        for index in range(5)
    ]


def test_the_views_that_are_right_more_often_get_more_weight() -> None:
    weights = fit_weights(mixed(), LABELS)
    assert min(asdict(weights).values()) >= 0
    assert weights.meaning + weights.nearest > weights.spelling + weights.closest


def test_with_spelling_alone_the_views_that_need_an_embedder_have_no_weight() -> None:
    weights = fit_weights(mixed(), LABELS, without=BY_MEANING)
    assert (weights.meaning, weights.nearest) == (0.0, 0.0)
    assert weights.spelling + weights.closest > 0


def test_weights_can_be_made_humbler_all_together() -> None:
    assert Weights(1.0, 2.0, 6.0, 0.0).times(0.5) == Weights(0.5, 1.0, 3.0, 0.0)
