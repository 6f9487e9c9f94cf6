"""Vectors of the content's texts that come with the program: without them the first start reads for eight minutes.

Made by `nabo ship-vectors` when the content has changed; a text that is not among them is read as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.understanding.meaning import Vectors

FILE = Path(__file__).parent / "vectors.npz"


def key_of(text: str) -> int:
    """What a text is found by: 64 bits of its SHA-256."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def read_shipped(embedder: str, file: Path = FILE) -> Mapping[int, npt.NDArray[np.float16]]:
    """Vectors of length 1 by key, if they are this embedder's; none where the file is missing or damaged."""
    try:
        with np.load(file, allow_pickle=False) as archive:
            if str(archive["embedder"]) != embedder:
                return {}
            rows, keys = archive["rows"].astype(np.float32), archive["keys"].tolist()
    except (OSError, ValueError, KeyError, EOFError):
        return {}
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return dict(zip(keys, rows.astype(np.float16), strict=True))


def write_shipped(embedder: str, texts: Iterable[str], vectors: Vectors, file: Path = FILE) -> int:
    """Keeps the vectors (a row for each of `texts`) in eight bits, each text once; returns the file's size in bytes."""
    found = dict(zip(map(key_of, texts), vectors, strict=True))
    keys = sorted(found)
    rows = np.stack([found[key] for key in keys])
    steps = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-9) / 127
    with file.open("wb") as opened:
        np.savez_compressed(
            opened,
            embedder=np.array(embedder),
            keys=np.array(keys, dtype=np.uint64),
            rows=np.rint(rows / steps).astype(np.int8),
        )
    return file.stat().st_size
