"""Spelling as numbers: hashed character n-grams, which forgive typos and know romanised and unaccented writing."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from bot.understanding.normalise import spelling_key

BUCKETS = 2**17
SHORTEST, LONGEST = 2, 5

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Grams:
    """The n-grams of a text: which buckets, and how often (1 + log of the count)."""

    buckets: npt.NDArray[np.int32]
    weights: Floats


def grams(text: str) -> Grams:
    """Character n-grams of 2 to 5 letters within each word and its two borders (as scikit-learn's `char_wb`), whole
    words, and pairs of words: in Vietnamese a word is often two syllables with a space between.
    """
    counts = Counter(zlib.crc32(gram.encode()) % BUCKETS for gram in _pieces(spelling_key(text)))
    buckets = np.fromiter(counts.keys(), dtype=np.int32, count=len(counts))
    weights = 1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
    return Grams(buckets, weights.astype(np.float32))


def _pieces(key: str) -> list[str]:
    words = key.split()
    pieces = [f"{word}_" for word in words] + [f"{first}_{second}" for first, second in pairwise(words)]
    for word in words:
        padded = f" {word} "
        for size in range(SHORTEST, min(LONGEST, len(padded)) + 1):
            pieces += [padded[start : start + size] for start in range(len(padded) - size + 1)]
    return pieces


def weighted(text_grams: Grams, rarity: Floats) -> Floats:
    """The n-grams' weights times how rare each is among the examples, scaled to length 1."""
    weights = text_grams.weights * rarity[text_grams.buckets]
    length = float(np.sqrt(np.dot(weights, weights)))
    return (weights / length if length else weights).astype(np.float32)
