"""The content that ships: every language goes through the same tests, without being named here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.check import summary
from knowledge.content import PHASES, Estate, Knowledge, Phase
from knowledge.facts import answer_text
from knowledge.load import DEFAULT_ROOT
from knowledge.problems import Problem
from tests.knowledge.estates import EMPTY, FULL, TODAY

LANGUAGES = sorted(folder.name for folder in (DEFAULT_ROOT / "languages").glob("[!._]*") if folder.is_dir())


def errors_below(problems: list[Problem], folder: str) -> str:
    return "\n".join(
        str(problem)
        for problem in problems
        if problem.severity == "error" and problem.place.file.is_relative_to(DEFAULT_ROOT / folder)
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_errors(real_problems: list[Problem], code: str) -> None:
    assert errors_below(real_problems, f"languages/{code}") == ""


def test_no_errors_outside_the_languages(real_problems: list[Problem]) -> None:
    outside = [problem for problem in real_problems if DEFAULT_ROOT / "languages" not in problem.place.file.parents]
    assert errors_below(outside, ".") == ""


@pytest.mark.parametrize("facts", [EMPTY, FULL], ids=["facts not set", "facts set"])
@pytest.mark.parametrize("phase", [None, *PHASES])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_answer_can_be_shown(real: Knowledge, code: str, phase: Phase | None, facts: Estate) -> None:
    language, estate = real.languages[code], replace(facts, phase=phase)
    for entry in real.entries:
        answer = answer_text(language.wordings[entry], estate, language, TODAY)
        assert answer.strip(), entry
        assert "{" not in answer, entry


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_interface_text_of_the_danish_is_there(real: Knowledge, code: str) -> None:
    row = next(row for row in summary(real) if row["language"] == code)
    assert row["interface"] == 1.0
    assert row["entries"] == 1.0
