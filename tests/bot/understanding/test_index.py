"""The index is built once, then only for what has changed; nothing on disk can break it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.understanding.examples import Example, Material, fingerprint
from bot.understanding.index import BATCH, KEPT_MODELS, Index, Progress, load_index, silent, vectors_of
from bot.understanding.meaning import Embedder
from bot.understanding.spelling import Floats
from tests.bot.understanding.small import RENT, START, CountingEmbedder, examples_of_two

ONE_MORE = Example("can i keep my rent", "plan.rent", "en")


def loaded(examples: Sequence[Example], embedder: Embedder | None, folder: Path, progress: Progress = silent) -> Index:
    """The index for `examples`; the same texts serve as sensitive and plain ones."""
    sensitive = [replace(each, label="~plain" if each.label == "plan.rent" else "violence") for each in examples]
    material = Material(fingerprint(said(examples)), lambda: (examples, sensitive))
    return load_index(material, embedder, folder, progress)


def said(examples: Sequence[Example]) -> list[tuple[str, str, str]]:
    return [(each.text, each.label, each.language) for each in examples]


def views_of(index: Index, embedder: CountingEmbedder | None, text: str = "when does my rent start") -> list[Floats]:
    vector = embedder.embed([text])[0] if embedder else None
    return list(index.model.views(text, vector))


def assert_same(one: Index, other: Index) -> None:
    embedder = CountingEmbedder()
    assert one.model.labels == other.model.labels
    assert one.words.languages == other.words.languages
    for left, right in zip(views_of(one, embedder), views_of(other, embedder), strict=True):
        assert np.allclose(left, right, atol=1e-5)
    assert one.words.likeness("hvornår") == pytest.approx(other.words.likeness("hvornår"), abs=1e-5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_the_second_start_embeds_nothing_and_gives_the_same(folder: Path) -> None:
    built = loaded(examples_of_two(), CountingEmbedder(), folder)
    again = CountingEmbedder()
    assert_same(loaded(examples_of_two(), again, folder), built)
    assert again.embedded == []


def test_every_text_is_embedded_once_however_many_labels_have_it(folder: Path) -> None:
    embedder = CountingEmbedder()
    shared = [Example(RENT[0], "plan.start", "en"), Example(RENT[0], "plan.rent", "da")]
    loaded([*examples_of_two(), *shared], embedder, folder)
    assert sorted(embedder.embedded) == sorted({*RENT, *START})


def test_only_a_changed_example_is_embedded_and_the_model_is_made_anew(folder: Path) -> None:
    before = loaded(examples_of_two(), CountingEmbedder(), folder)
    embedder = CountingEmbedder()
    after = loaded([*examples_of_two(), ONE_MORE], embedder, folder)
    assert embedder.embedded == [ONE_MORE.text]
    assert len(after.model.neighbours) == len(before.model.neighbours) + 1


def test_going_back_to_earlier_content_embeds_nothing(folder: Path) -> None:
    loaded(examples_of_two(), CountingEmbedder(), folder)
    loaded([*examples_of_two(), ONE_MORE], CountingEmbedder(), folder)
    embedder = CountingEmbedder()
    loaded(examples_of_two(), embedder, folder)
    assert embedder.embedded == []


def test_another_embedder_does_not_get_the_vectors_of_the_first(folder: Path) -> None:
    loaded(examples_of_two(), CountingEmbedder("counting-1"), folder)
    other = CountingEmbedder("counting-2")
    loaded(examples_of_two(), other, folder)
    assert len(other.embedded) == len({*RENT, *START})


@pytest.mark.parametrize("damage", ["flipped", "short", "empty", "rubbish"])
@pytest.mark.parametrize("which", ["model-*.bin", "vectors-*.bin", "*.bin"])
def test_a_damaged_file_is_built_anew(folder: Path, caplog: pytest.LogCaptureFixture, which: str, damage: str) -> None:
    built = loaded(examples_of_two(), CountingEmbedder(), folder)
    for file in folder.glob(which):
        file.write_bytes(damaged(file.read_bytes(), damage))
    for file in folder.glob("model-*.bin"):
        if which == "vectors-*.bin":
            file.unlink()  # or the vectors would not be asked for
    assert_same(loaded(examples_of_two(), CountingEmbedder(), folder), built)
    assert "damaged" in caplog.text

    embedder = CountingEmbedder()
    assert_same(loaded(examples_of_two(), embedder, folder), built)
    assert embedder.embedded == [], "the damaged file was not replaced"


def damaged(content: bytes, damage: str) -> bytes:
    half = len(content) // 2
    flipped = content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :]
    return {"flipped": flipped, "short": content[:half], "empty": b"", "rubbish": b"\x93NUMPY" * 100}[damage]


def test_a_folder_that_cannot_be_written_to_costs_time_and_no_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="ascii")
    index = loaded(examples_of_two(), CountingEmbedder(), in_the_way / "cache")
    assert_same(index, loaded(examples_of_two(), CountingEmbedder(), tmp_path / "good"))
    assert "the next start builds it again" in caplog.text


def test_a_file_that_cannot_be_read_is_built_anew(folder: Path) -> None:
    built = loaded(examples_of_two(), CountingEmbedder(), folder)
    for file in list(folder.glob("*.bin")):
        file.unlink()
        file.mkdir()
    assert_same(loaded(examples_of_two(), CountingEmbedder(), folder), built)


def test_nothing_but_whole_files_is_left(folder: Path) -> None:
    loaded(examples_of_two(), CountingEmbedder(), folder)
    assert {file.suffix for file in folder.iterdir()} == {".bin", ".lock"}


def test_old_models_are_cleared_away(folder: Path) -> None:
    for count in range(KEPT_MODELS + 3):
        more = [Example(f"one more {number}", "plan.rent", "en") for number in range(count)]
        loaded([*examples_of_two(), *more], None, folder)
    assert len(list(folder.glob("model-*.bin"))) == KEPT_MODELS


def test_progress_is_told_to_the_end(folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    many = [Example(f"question number {number}", "plan.rent", "en") for number in range(BATCH + 1)]
    loaded([*examples_of_two(), *many], CountingEmbedder(), folder, lambda *step: told.append(step))
    assert [step for step in told if step[0] == "reading"][-1] == ("reading", 73, 73)
    assert told[-1] == ("learning", 3, 3)


def test_without_an_embedder_the_rows_keep_their_number(folder: Path) -> None:
    assert len(vectors_of(examples_of_two(), None, folder)) == len(examples_of_two())
    assert not folder.exists()


def test_vectors_come_in_the_order_of_the_examples(folder: Path) -> None:
    embedder = CountingEmbedder()
    examples = examples_of_two()
    vectors = vectors_of(examples, embedder, folder)
    backwards = vectors_of(examples[::-1], embedder, folder)
    assert np.array_equal(vectors, backwards[::-1])
    assert np.allclose(vectors, embedder.embed([example.text for example in examples]), atol=1e-3)


def test_the_fingerprint_changes_with_text_label_and_language() -> None:
    first, *rest = said(examples_of_two())
    text, label, language = first
    others = [
        fingerprint([("other", label, language), *rest]),
        fingerprint([(text, "plan.other", language), *rest]),
        fingerprint([(text, label, "tr"), *rest]),
        fingerprint(rest),
    ]
    assert fingerprint([first, *rest]) not in others
    assert len(set(others)) == len(others)
    assert fingerprint([first, *rest]) == fingerprint(said(examples_of_two()))


def test_what_is_in_the_cache_is_not_prepared_again(folder: Path) -> None:
    def never() -> tuple[Sequence[Example], Sequence[Example]]:
        raise AssertionError("prepared")

    built = loaded(examples_of_two(), CountingEmbedder(), folder)
    named = Material(fingerprint(said(examples_of_two())), never)
    assert_same(load_index(named, CountingEmbedder(), folder), built)


def test_workers_that_start_together_build_it_once(folder: Path) -> None:
    embedders = [CountingEmbedder() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda embedder: loaded(examples_of_two(), embedder, folder), embedders))
    assert sorted(len(each.embedded) for each in embedders) == [0, 0, 0, len({*RENT, *START})]
