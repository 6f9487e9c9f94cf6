"""The search index on disk: vectors of all examples and the model fitted on them.

Built once and then only for what has changed. A file is trusted only if its checksum holds; a damaged one is
rebuilt, silently but for a line in the log.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import io
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from bot.understanding.examples import Example, Material
from bot.understanding.language import DomainWords
from bot.understanding.meaning import Embedder, Vectors
from bot.understanding.model import Model
from bot.understanding.shipped import key_of, read_shipped

Array = npt.NDArray[Any]
R = TypeVar("R", Model, DomainWords)

log = logging.getLogger(__name__)

FORMAT = "11"
"""Goes up with every change of what is learnt, of how, or of how texts are normalised first."""
BATCH = 64
KEPT_MODELS = 6
MAX_SPARE = 5
"""Vectors of texts no longer used are dropped when there are this many times more of them than of those in use."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("reading", "learning"), how much of it is done, and how much there is."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything learnt from the examples."""

    model: Model
    """Which entry is asked for."""
    sensitive: Model
    """Whether a person must answer."""
    words: DomainWords
    """Which language it is."""


def load_index(material: Material, embedder: Embedder | None, folder: Path, progress: Progress = silent) -> Index:
    """The index for `material`: from the cache in `folder` where that is sound, else made anew and kept there."""
    folder = folder.expanduser()
    name = embedder.name if embedder else "spelling-only"
    digest = hashlib.sha256("\x1f".join((FORMAT, name, material.fingerprint)).encode())
    file = folder / f"model-{digest.hexdigest()[:24]}.bin"
    arrays = _read(file)
    if arrays is None:
        with _alone(folder):
            arrays = _read(file)  # another worker may have built it meanwhile
            if arrays is None:
                examples, sensitive = material.prepare()
                vectors = vectors_of([*examples, *sensitive], embedder, folder, progress)
                arrays = _learnt(examples, sensitive, vectors, progress)
                _write(file, arrays)
                _prune(folder)
    return Index(
        _restored(Model, arrays, "model"),
        _restored(Model, arrays, "sensitive"),
        _restored(DomainWords, arrays, "words"),
    )


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One at a time: workers that start together would else all do the same minutes of work side by side."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "building.lock").open("w", encoding="ascii")
    except OSError:
        yield  # nothing can be kept there, so that there is nothing to wait for
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _learnt(
    examples: Sequence[Example], sensitive: Sequence[Example], vectors: Vectors, progress: Progress
) -> dict[str, Array]:
    from bot.understanding.learning import (  # noqa: PLC0415 - brings in scikit-learn, seldom needed
        KEPT_OF_SENSITIVE,
        fit,
        fit_languages,
    )

    steps: Mapping[str, Callable[[], Model | DomainWords]] = {
        "model": lambda: fit(examples, vectors[: len(examples)]),
        "sensitive": lambda: fit(sensitive, vectors[len(examples) :], KEPT_OF_SENSITIVE),
        "words": lambda: fit_languages(sensitive),
    }
    arrays: dict[str, Array] = {}
    for number, (part, step) in enumerate(steps.items()):
        progress("learning", number, len(steps))
        value = step()
        arrays |= {f"{part}.{field.name}": np.asarray(getattr(value, field.name)) for field in fields(value)}
    progress("learning", len(steps), len(steps))
    return arrays


def _restored(kind: type[R], arrays: Mapping[str, Array], part: str) -> R:
    own = {name.partition(".")[2]: array for name, array in arrays.items() if name.startswith(f"{part}.")}
    fitting: dict[str, Any] = {
        name: tuple(array.tolist()) if array.dtype.kind == "U" else array for name, array in own.items()
    }
    return kind(**fitting)


def vectors_of(
    examples: Sequence[Example], embedder: Embedder | None, folder: Path, progress: Progress = silent
) -> Vectors:
    """The examples' vectors, a row each; only texts not yet in the cache are embedded."""
    if embedder is None:
        # Chance vectors of length 1 keep the shapes; the views that use them are then given no weight.
        return np.random.default_rng(0).normal(size=(len(examples), 8)).astype(np.float32)
    file = folder / f"vectors-{hashlib.sha256(embedder.name.encode()).hexdigest()[:12]}.bin"
    known = _known(file, embedder.dimensions)
    wanted = {_key(example.text): example.text for example in examples}
    if any(key not in known for key in wanted):
        shipped = read_shipped(embedder.name)
        own = ((key, shipped.get(key_of(text))) for key, text in wanted.items() if key not in known)
        known.update((key, vector) for key, vector in own if vector is not None)
    missing = [(key, text) for key, text in wanted.items() if key not in known]
    for start in range(0, len(missing), BATCH):
        progress("reading", start, len(missing))
        batch = missing[start : start + BATCH]
        vectors = embedder.embed([text for _, text in batch]).astype(np.float16)
        known.update(zip((key for key, _ in batch), vectors, strict=True))
    if missing:
        progress("reading", len(missing), len(missing))
        kept = known if len(known) <= MAX_SPARE * len(wanted) else {key: known[key] for key in wanted}
        _write(file, {"keys": np.array(list(kept)), "vectors": np.stack(list(kept.values()))})
    return np.stack([known[_key(example.text)] for example in examples]).astype(np.float32)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _known(file: Path, dimensions: int) -> dict[str, Array]:
    arrays = _read(file)
    if not arrays or arrays["vectors"].shape[1:] != (dimensions,):
        return {}
    return dict(zip(arrays["keys"].tolist(), arrays["vectors"], strict=True))


def _read(file: Path) -> dict[str, Array] | None:
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("the index %s cannot be read (%s) and is built anew", file.name, type(error).__name__)
        return None
    digest, body = content[:32], content[32:]
    if hashlib.sha256(body).digest() != digest:
        log.warning("the index %s is damaged and is built anew", file.name)
        return None
    with np.load(io.BytesIO(body), allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


def _write(file: Path, arrays: Mapping[str, Array]) -> None:
    """Whole or not at all: readers never see half a file. A folder that cannot be written to costs time, no more."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    body = buffer.getvalue()
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(hashlib.sha256(body).digest() + body)
        temporary.replace(file)
    except OSError as error:
        log.warning("the index cannot be kept in %s (%s); the next start builds it again", file.parent, error.strerror)


def _prune(folder: Path) -> None:
    models = sorted(folder.glob("model-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in models[KEPT_MODELS:]:
        file.unlink(missing_ok=True)
