"""Fits the model on the examples. Runs when the content has changed; scikit-learn is imported here only."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bot.understanding.examples import Example
from bot.understanding.language import DomainWords
from bot.understanding.meaning import Vectors
from bot.understanding.model import KEY_CHARACTERS, Model
from bot.understanding.normalise import spelling_key
from bot.understanding.spelling import BUCKETS, Floats, Grams, grams, weighted

HIDDEN_UNITS = 512
"""Of 256 and 512 the better one on messages by other hands; either beat a straight logistic regression."""
HIDDEN_SCALE = 4.0
"""Vectors of length 1 move the network slowly: they are taken this many times as long."""
MEANING_ROUNDS, MEANING_BATCH, LEAST_STEPS = 12, 256, 400
MEANING_ALPHA = 0.01
"""Strength of regularisation: of 0.0001, 0.01, 0.03 and 0.1 the best on phrasings held out of the fit."""
SPELLING_ALPHA = 3e-6
SPELLING_ROUNDS = 8
KEPT_OF_LABEL = 300
KEPT_OF_SENSITIVE = 2000
"""Examples of each label that are compared one by one: a decision takes no longer when phrasings become many."""
SEED = 1967


def fit(examples: Sequence[Example], vectors: Vectors, kept_of_label: int = KEPT_OF_LABEL) -> Model:
    """The model for `examples`, whose vectors stand in the rows of `vectors`; needs two labels at least."""
    order = sorted(range(len(examples)), key=lambda index: examples[index].label)
    examples, vectors = [examples[index] for index in order], vectors[order]
    names = tuple(sorted({example.label for example in examples}))
    targets = np.array([names.index(example.label) for example in examples])
    centre = vectors.mean(axis=0)
    centred = _unit(vectors - centre)
    hidden_weights, hidden_bias, meaning_weights, meaning_bias = _fit_meaning(centred, targets)
    rarity, spelling_weights, spelling_bias = _fit_spelling([grams(example.text) for example in examples], targets)
    kept = _kept(targets, kept_of_label)
    neighbours, neighbour_steps = _in_eight_bits(centred[kept], axis=1)
    spelling_bits, spelling_steps = _in_eight_bits(spelling_weights, axis=0)
    starts = np.searchsorted(targets[kept], np.arange(len(names) + 1))
    return Model(
        labels=names,
        centre=centre,
        hidden_weights=hidden_weights,
        hidden_bias=hidden_bias,
        meaning_weights=meaning_weights,
        meaning_bias=meaning_bias,
        rarity=rarity,
        spelling_weights=spelling_bits,
        spelling_steps=spelling_steps,
        spelling_bias=spelling_bias,
        neighbours=neighbours,
        neighbour_steps=neighbour_steps,
        keys=tuple(spelling_key(examples[index].text)[:KEY_CHARACTERS] for index in kept),
        starts=starts,
    )


def _in_eight_bits(values: Floats, axis: int) -> tuple[npt.NDArray[np.int8], Floats]:
    """`values` in whole steps from -127 to 127, and how much a step of each row (`axis` 1) or column (0) is worth."""
    steps = np.maximum(np.abs(values).max(axis=axis, keepdims=True), 1e-9) / 127
    return np.rint(values / steps).astype(np.int8), np.asarray(steps.ravel(), dtype=np.float32)


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _fit_meaning(centred: Vectors, targets: npt.NDArray[np.int64]) -> tuple[Floats, Floats, Floats, Floats]:
    """Hidden weights and bias, weights and bias of a network with one hidden layer (Adam, rectified units)."""
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415 - a second of start-up, needed here only

    network = MLPClassifier(
        (HIDDEN_UNITS,),
        alpha=MEANING_ALPHA,
        batch_size=min(MEANING_BATCH, len(targets)),
        max_iter=max(MEANING_ROUNDS, LEAST_STEPS // (len(targets) // MEANING_BATCH + 1)),
        tol=0.0,
        random_state=SEED,
    )
    with warnings.catch_warnings(), threadpool_limits(os.cpu_count(), user_api="blas"):
        warnings.simplefilter("ignore")  # stopping at max_iter is intended
        network.fit(centred * HIDDEN_SCALE, targets)
    hidden, weights = network.coefs_[0].T * HIDDEN_SCALE, network.coefs_[1].T
    hidden_bias, bias = network.intercepts_
    if len(weights) == 1:  # scikit-learn keeps one row for two labels
        weights, bias = np.vstack([np.zeros_like(weights), weights]), np.concatenate([np.zeros_like(bias), bias])
    return tuple(np.asarray(each, dtype=np.float32) for each in (hidden, hidden_bias, weights, bias))  # type: ignore[return-value]


def fit_languages(examples: Sequence[Example]) -> DomainWords:
    """What the examples of each curated language look like; needs two languages at least."""
    names = tuple(sorted({example.language for example in examples}))
    targets = np.array([names.index(example.language) for example in examples])
    rarity, weights, bias = _fit_spelling([grams(example.text) for example in examples], targets)
    return DomainWords(names, rarity, weights.astype(np.float16), bias)


def _fit_spelling(texts: Sequence[Grams], targets: npt.NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """N-gram rarity, weights (buckets x labels) and bias of a one-against-rest logistic regression."""
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415

    documents = np.bincount(np.concatenate([text.buckets for text in texts]), minlength=BUCKETS)
    rarity = (np.log((1 + len(texts)) / (1 + documents)) + 1).astype(np.float32)
    matrix = csr_matrix(
        (
            np.concatenate([weighted(text, rarity) for text in texts]),
            np.concatenate([text.buckets for text in texts]),
            np.cumsum([0, *(len(text.buckets) for text in texts)]),
        ),
        shape=(len(texts), BUCKETS),
    )
    fitted = SGDClassifier(
        loss="log_loss", alpha=SPELLING_ALPHA, max_iter=SPELLING_ROUNDS, tol=None, random_state=SEED, n_jobs=2
    ).fit(matrix, targets)
    weights, bias = fitted.coef_.T, fitted.intercept_
    if weights.shape[1] == 1:  # scikit-learn keeps one column for two labels
        weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
    return rarity, weights.astype(np.float32), bias.astype(np.float32)


def _kept(targets: npt.NDArray[np.int64], most: int) -> npt.NDArray[np.int64]:
    """Which examples stay for comparing one by one: all of a label, or an even draw of `most` when it has more."""
    chance = np.random.default_rng(SEED)
    kept = []
    for label in range(int(targets.max()) + 1):
        own = np.flatnonzero(targets == label)
        kept.append(own if len(own) <= most else np.sort(chance.choice(own, most, replace=False)))
    return np.concatenate(kept)
