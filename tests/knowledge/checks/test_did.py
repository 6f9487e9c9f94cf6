from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.checks.did import check_did
from knowledge.checks.reading import Lines, Reading
from knowledge.content import Knowledge, Place, Said
from knowledge.load_did import load_did
from knowledge.problems import ContentError

DAY = dt.date(2026, 11, 24)
DANISH = "Mødet den 3. december er aftalt."


def problems(knowledge: Knowledge, danish: dict[str, Said], english: dict[str, Said]) -> list[str]:
    """What is wrong with the English sentences, beside the Danish ones."""
    languages = dict(knowledge.languages)
    languages["da"] = replace(languages["da"], did=danish)
    languages["en"] = replace(languages["en"], did=english)
    whole = replace(knowledge, languages=languages)
    return [each.what for each in check_did(Reading(whole, languages["en"], Lines()))]


def said(text: str, on: dt.date = DAY) -> dict[str, Said]:
    return {"plan.rent": Said(text, on, Place(Path("did.yaml"), 1))}


def test_a_translation_that_says_the_same_is_right(knowledge: Knowledge) -> None:
    assert problems(knowledge, said(DANISH), said("The meeting on 3 December is arranged.")) == []


def test_facts_must_agree_with_the_danish(knowledge: Knowledge) -> None:
    (what,) = problems(knowledge, said("Der kom 30 til mødet."), said("There came many to the meeting."))
    assert "30" in what


def test_a_missing_translation_and_one_of_another_day_are_named(knowledge: Knowledge) -> None:
    assert "residents who read it see none" in problems(knowledge, said(DANISH), {})[0]
    older = said("The meeting on 3 December is arranged.", DAY - dt.timedelta(days=1))
    assert problems(knowledge, said(DANISH), older) == ["the Danish sentence is of another day"]


def test_a_translation_without_danish_and_markup_are_errors(knowledge: Knowledge) -> None:
    assert problems(knowledge, {}, said("<b>Done</b>")) == [
        "the text has markup, braces, several lines or invisible characters",
        "there is no Danish sentence for it",
    ]


def test_the_file_is_read_with_the_place_of_each_sentence(tmp_path: Path) -> None:
    assert load_did(tmp_path) == {}
    (tmp_path / "did.yaml").write_text("plan.rent:\n  text: Godt.\n  on: 2026-11-24\n", encoding="utf-8")
    assert load_did(tmp_path)["plan.rent"] == Said("Godt.", DAY, Place(tmp_path / "did.yaml", 1))


def test_a_sentence_without_its_day_is_refused(tmp_path: Path) -> None:
    (tmp_path / "did.yaml").write_text("plan.rent:\n  text: Godt.\n", encoding="utf-8")
    with pytest.raises(ContentError):
        load_did(tmp_path)
