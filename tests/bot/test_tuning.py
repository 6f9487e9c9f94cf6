"""Weights and thresholds come from messages that the model has not seen."""

from __future__ import annotations

import numpy as np

from bot.tuning import FOLDS, Taught, Weighable, fit_sensitive, is_own, out_of_fold
from bot.understanding.examples import Example
from bot.understanding.model import Weights
from bot.understanding.sensitive import sensitive_chances
from tests.bot.understanding.small import CountingEmbedder, examples_of_two


def test_every_example_is_judged_once_by_a_model_that_has_not_seen_it() -> None:
    more = [Example(f"{words} {number}", label, "en") for number in range(6)
            for words, label in (("how much rent", "plan.rent"), ("when begin", "plan.start"))]  # fmt: skip
    examples = [*examples_of_two(), *more]
    told: list[int] = []
    vectors = CountingEmbedder().embed([example.text for example in examples])
    held_out = out_of_fold(examples, vectors, lambda _what, done, _all: told.append(done))
    assert [each.accept for each in held_out] == [frozenset({example.label}) for example in examples]
    assert told == list(range(FOLDS + 1))
    # An example that its model had seen would be as near to itself as can be.
    assert max(float(each.views[2].max()) for each in held_out) < 0.999
    own = [is_own(each, Weights(1.0, 1.0, 1.0, 1.0), ("plan.rent", "plan.start")) for each in held_out]
    assert np.mean(own) > 0.7


def test_what_is_taught_without_a_language_keeps_each_example_beside_its_vector() -> None:
    examples = examples_of_two()
    embedder = CountingEmbedder()
    taught = Taught(examples, embedder.embed([example.text for example in examples]))
    others = taught.without({"da"})
    assert [example.text for example in others.examples] == [each.text for each in examples if each.language == "en"]
    assert np.array_equal(others.vectors, embedder.embed([example.text for example in others.examples]))


def test_a_view_that_tells_nothing_gets_little_weight() -> None:
    chance = np.random.default_rng(1)
    labels = ("violence", "~plain")
    seen = []
    for number in range(200):
        right = number % 2
        tells = (np.array([1.0 - right, float(right)]) + chance.normal(scale=0.3, size=2)).astype(np.float32)
        noise = [chance.normal(size=2).astype(np.float32) for _ in range(5)]
        plain = np.array([0.0, 1.0], dtype=np.float32)
        seen.append(Weighable((tells, *noise, plain), frozenset({labels[right]}), is_question=bool(right)))
    weights = fit_sensitive(seen, labels)
    assert weights.meaning > 3 * max(weights.spelling, weights.nearest, weights.cue)
    found = [int(sensitive_chances(each.views, weights).argmax()) for each in seen]
    assert np.mean([labels[best] in each.right for best, each in zip(found, seen, strict=True)]) > 0.9
