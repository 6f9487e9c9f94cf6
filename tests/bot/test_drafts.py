"""The folder of drafts: what is written, what an editor has done to it stays, and what is missing is told."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.drafts import DraftFolder

TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> DraftFolder:
    return DraftFolder(tmp_path / "drafts")


def read(tmp_path: Path, number: int = 7) -> dict[str, object]:
    found = yaml.safe_load((tmp_path / "drafts" / f"draft-{number}.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_draft_holds_the_answer_and_names_what_is_to_be_filled_in(folder: DraftFolder, tmp_path: Path) -> None:
    assert folder.keep(7, "Ja.\nDet må man: altid #1", ["en", "ar"], TODAY)
    assert read(tmp_path) == {
        "made": TODAY.isoformat(),
        "question": "",
        "answer": "Ja.\nDet må man: altid #1",
        "source": "",
        "entry": "",
        "languages_missing": ["en", "ar"],
    }
    (draft,) = folder.unfinished()
    assert draft.missing == ("question", "source", "entry", "languages en ar")


def test_only_the_operator_can_read_drafts(folder: DraftFolder, tmp_path: Path) -> None:
    folder.keep(7, "Ja", [], TODAY)
    file = tmp_path / "drafts" / "draft-7.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_draft_is_never_written_over(folder: DraftFolder, tmp_path: Path) -> None:
    folder.keep(7, "Ja", [], TODAY)
    assert not folder.keep(7, "Nej", [], TODAY)
    assert read(tmp_path)["answer"] == "Ja"


def test_a_question_leaves_an_editors_work_as_it_is(folder: DraftFolder, tmp_path: Path) -> None:
    folder.keep(7, "Ja", ["en"], TODAY)
    file = tmp_path / "drafts" / "draft-7.yaml"
    file.write_text(file.read_text().replace("source: ''", "source: general  # ring og spørg"))
    assert folder.ask(7, "Må man: altid?")
    assert "source: general  # ring og spørg" in file.read_text()
    assert read(tmp_path)["question"] == "Må man: altid?"
    assert [draft.missing for draft in folder.unfinished()] == [("entry", "languages en")]


def test_a_draft_that_is_not_there_gets_no_question(folder: DraftFolder) -> None:
    assert not folder.ask(7, "Hvad?")
    assert list(folder.unfinished()) == []


@pytest.mark.parametrize("text", ["a: b: c", "[1, 2]", "", "\udcff"])
def test_a_draft_that_cannot_be_read_says_so(folder: DraftFolder, tmp_path: Path, text: str) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft-7.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert [draft.missing for draft in folder.unfinished()] == [("it cannot be read: mend its YAML",)]


@given(answer=st.text(min_size=1), question=st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_whatever_is_written_comes_back(tmp_path_factory: pytest.TempPathFactory, answer: str, question: str) -> None:
    place = tmp_path_factory.mktemp("drafts")
    DraftFolder(place / "drafts").keep(7, answer, ["en"], TODAY)
    DraftFolder(place / "drafts").ask(7, question)
    assert (read(place)["question"], read(place)["languages_missing"]) == (question, ["en"])
