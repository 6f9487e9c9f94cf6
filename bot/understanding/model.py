"""The fitted model: a message's vector and spelling -> how well each label fits, by four views that are then weighed.

Views, the first two logarithms of probabilities over all labels:
meaning   a network with one hidden layer on centred embeddings,
spelling  one-against-rest logistic regression on character n-grams,
nearest   cosine to each likely label's closest example (no probability; weighed as it is),
closest   edit similarity to each likely label's most similar example, from 0 to 1 (Indel ratio of rapidfuzz).
The last two compare one by one, so they look only at the labels that one of the first two puts forward.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from bot.understanding.meaning import Vectors
from bot.understanding.normalise import spelling_key
from bot.understanding.spelling import Floats, grams, weighted

LIKELY = 6
"""Labels that each of the first two views puts forward for a closer look."""
KEY_CHARACTERS = 120
LEAST_LOG_CHANCE = np.float32(np.log(1e-6))

Views = tuple[Floats, Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each view counts; fitted on examples the views had not seen (see `calibration`)."""

    meaning: float
    spelling: float
    nearest: float
    closest: float

    def times(self, factor: float) -> Weights:
        """All of them `factor` times as strong: the surer (or, below 1, the humbler) the probabilities."""
        return Weights(*(factor * weight for weight in (self.meaning, self.spelling, self.nearest, self.closest)))


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """All arrays a decision needs: L labels, D dimensions, H hidden units, N examples kept for comparing by label."""

    labels: tuple[str, ...]
    centre: Floats
    """D: mean of the examples' vectors; differences from it mean more than what all texts share."""
    hidden_weights: Floats
    """H x D: the hidden layer of the meaning view."""
    hidden_bias: Floats
    meaning_weights: Floats
    """L x H."""
    meaning_bias: Floats
    rarity: Floats
    """Inverse document frequency of each n-gram bucket."""
    spelling_weights: npt.NDArray[np.int8]
    """Buckets x L, in steps of `spelling_steps`."""
    spelling_steps: Floats
    """L: what one step of each label is worth."""
    spelling_bias: Floats
    neighbours: npt.NDArray[np.int8]
    """N x D: centred vectors of the examples kept for the nearest view, in steps of `neighbour_steps`."""
    neighbour_steps: Floats
    """N: what one step of each row is worth; eight bits are read faster than sixteen, and take half the memory."""
    keys: tuple[str, ...]
    """Spelling keys of the same examples, for the closest view."""
    starts: npt.NDArray[np.int64]
    """L + 1: where each label's examples begin and end among the kept."""

    def centred(self, vectors: Vectors) -> Vectors:
        """`vectors` (rows) relative to the centre, of length 1 again."""
        moved = vectors - self.centre
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        return np.asarray(moved / np.maximum(lengths, 1e-9), dtype=np.float32)

    def meaning(self, centred: Floats) -> Floats:
        """L: log-probabilities by meaning."""
        hidden = np.maximum(self.hidden_weights @ centred + self.hidden_bias, 0)
        # No label is held to be less likely than this: far from all examples the network is surer than it should be.
        return np.maximum(log_softmax(self.meaning_weights @ hidden + self.meaning_bias), LEAST_LOG_CHANCE)

    def spelling(self, text: str) -> Floats:
        """L: log-probabilities by spelling."""
        text_grams = grams(text)
        rows = self.spelling_weights[text_grams.buckets].astype(np.float32)
        scores = weighted(text_grams, self.rarity) @ rows * self.spelling_steps + self.spelling_bias
        fits = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return np.asarray(np.log(np.maximum(fits / fits.sum(), 1e-9)), dtype=np.float32)

    def nearest(self, centred: Floats, likely: set[int]) -> Floats:
        """L: cosine of the closest example of each label in `likely`; 0 for the others."""
        similar = np.zeros(len(self.labels), dtype=np.float32)
        for label in likely:
            own = slice(self.starts[label], self.starts[label + 1])
            similar[label] = (self.neighbours[own].astype(np.float32) @ centred * self.neighbour_steps[own]).max()
        return similar

    def closest(self, text: str, likely: set[int]) -> Floats:
        """L: edit similarity of the most similar example of each label in `likely`; 0 for the others."""
        key = spelling_key(text)[:KEY_CHARACTERS]
        similar = np.zeros(len(self.labels), dtype=np.float32)
        for label in likely:
            own = self.keys[self.starts[label] : self.starts[label + 1]]
            similar[label] = process.cdist([key], own, scorer=fuzz.ratio).max() / 100
        return similar

    def views(self, text: str, vector: Vectors | None, *, closest: bool = True) -> Views:
        """What each view says of a normalised text; without a vector (no embedder) spelling alone speaks.

        Without `closest` that view is silent, which saves its time.
        """
        spelling = self.spelling(text)
        silent = np.zeros_like(spelling)
        if vector is None:
            return silent, spelling, silent, self.closest(text, _best(spelling)) if closest else silent
        centred = self.centred(vector[None, :])[0]
        meaning = self.meaning(centred)
        likely = _best(meaning) | _best(spelling)
        return meaning, spelling, self.nearest(centred, likely), self.closest(text, likely) if closest else silent


def _best(scores: Floats) -> set[int]:
    return set(np.argsort(-scores)[:LIKELY].tolist())


def weighed(views: Views, weights: Weights) -> Floats:
    """L: probabilities from the four views."""
    parts = (weights.meaning, weights.spelling, weights.nearest, weights.closest)
    scores = sum((weight * view for weight, view in zip(parts, views, strict=True)), np.zeros_like(views[0]))
    return np.exp(log_softmax(scores))


def log_softmax(scores: Floats) -> Floats:
    """Scores as log-probabilities."""
    top = scores - scores.max()
    return np.asarray(top - np.log(np.exp(top).sum()), dtype=np.float32)
