"""The fitted model: a message's vector and spelling -> how well each label fits, by three views that are then weighed.

Views, each a logarithm of a probability over all labels:
meaning   multinomial logistic regression on centred embeddings,
spelling  one-against-rest logistic regression on character n-grams,
nearest   cosine to each label's closest example (no probability; weighed as it is).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.understanding.meaning import Vectors
from bot.understanding.spelling import Floats, grams, weighted


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each view counts; fitted on examples the views had not seen (see `calibration`)."""

    meaning: float
    spelling: float
    nearest: float


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """All arrays a decision needs; L labels, D dimensions, N kept examples, sorted by label."""

    labels: tuple[str, ...]
    centre: Floats
    """D: mean of the examples' vectors; differences from it mean more than what all texts share."""
    meaning_weights: Floats
    """L x D."""
    meaning_bias: Floats
    rarity: Floats
    """Inverse document frequency of each n-gram bucket."""
    spelling_weights: npt.NDArray[np.float16]
    """Buckets x L."""
    spelling_bias: Floats
    neighbours: Floats
    """N x D: centred vectors of the examples kept for the nearest view."""
    neighbour_starts: npt.NDArray[np.int64]
    """L: where each label's examples begin in `neighbours`."""

    def centred(self, vectors: Vectors) -> Vectors:
        """`vectors` (rows) relative to the centre, of length 1 again."""
        moved = vectors - self.centre
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        return np.asarray(moved / np.maximum(lengths, 1e-9), dtype=np.float32)

    def meaning(self, centred: Floats) -> Floats:
        """L: log-probabilities by meaning."""
        return log_softmax(self.meaning_weights @ centred + self.meaning_bias)

    def spelling(self, text: str) -> Floats:
        """L: log-probabilities by spelling."""
        text_grams = grams(text)
        rows = self.spelling_weights[text_grams.buckets].astype(np.float32)
        scores = weighted(text_grams, self.rarity) @ rows + self.spelling_bias
        fits = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return np.asarray(np.log(np.maximum(fits / fits.sum(), 1e-9)), dtype=np.float32)

    def nearest(self, centred: Floats) -> Floats:
        """L: cosine of the closest example of each label."""
        return np.asarray(np.maximum.reduceat(self.neighbours @ centred, self.neighbour_starts), dtype=np.float32)

    def views(self, text: str, vector: Vectors | None) -> tuple[Floats, Floats, Floats]:
        """Meaning, spelling and nearest; without a vector (no embedder) spelling alone speaks."""
        spelling = self.spelling(text)
        if vector is None:
            silent = np.zeros_like(spelling)
            return silent, spelling, silent
        centred = self.centred(vector[None, :])[0]
        return self.meaning(centred), spelling, self.nearest(centred)


def weighed(views: tuple[Floats, Floats, Floats], weights: Weights) -> Floats:
    """L: probabilities from the three views."""
    meaning, spelling, nearest = views
    scores = weights.meaning * meaning + weights.spelling * spelling + weights.nearest * nearest
    return np.exp(log_softmax(scores))


def log_softmax(scores: Floats) -> Floats:
    """Scores as log-probabilities."""
    top = scores - scores.max()
    return np.asarray(top - np.log(np.exp(top).sum()), dtype=np.float32)
