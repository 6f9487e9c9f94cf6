"""A handful of examples and an embedder that counts what it is given, for tests of the machinery around them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from bot.understanding.examples import Example
from bot.understanding.meaning import Vectors

RENT = ("what will the rent be", "how much rent do i pay", "does my rent go up", "hvad bliver huslejen")
START = ("when does it begin", "what day do you start", "when will the builders come", "hvornår starter det")


def examples_of_two() -> list[Example]:
    """Two labels, two languages."""
    return [
        Example(text, label, "da" if "hv" in text else "en")
        for label, texts in (("plan.rent", RENT), ("plan.start", START))
        for text in texts
    ]


class CountingEmbedder:
    """Sums up a fixed chance vector for each word: texts with the same words lie close together."""

    dimensions = 16

    def __init__(self, name: str = "counting-1") -> None:
        self.name = name
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = np.stack([self._vector(text) for text in texts])
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def _vector(self, text: str) -> np.ndarray:
        words = text.split() or ["?"]
        draws = [np.random.default_rng(zlib.crc32(word.encode())).normal(size=self.dimensions) for word in words]
        return np.asarray(np.stack(draws).sum(axis=0))
