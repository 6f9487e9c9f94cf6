"""How often Nabo is right: on phrasings it has not seen, and on messages by other hands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot import understanding as package
from bot.evaluation import Labelled, Row, judge, read_messages, table
from bot.tuning import is_own, out_of_fold
from bot.understanding.decide import Understanding
from bot.understanding.examples import examples_of, fingerprint, is_entry, said_in
from bot.understanding.index import vectors_of
from knowledge.content import Knowledge
from tests.conftest import REPOSITORY

VALIDATION = REPOSITORY / "tests" / "languages"
INDEPENDENT = REPOSITORY.parent / "shared" / "eval"
INDEPENDENT_LANGUAGES = ("da", "en", "ar", "tr")
LONGEST_THERE = frozenset(INDEPENDENT_LANGUAGES)
"""Of these there are 176 questions and 60 others to measure on; of the eight newer languages 88 and 24, so that a
single message weighs twice as much.
"""


def rows_of(understanding: Understanding, files: list[Path]) -> dict[tuple[str, str], Row]:
    """Measures by group and language, printed for `pytest -s` and for when a test fails."""
    messages: list[Labelled] = read_messages(files)
    rows = table(messages, judge(messages, understanding.decide))
    print()
    for row in rows:
        print(
            f"{row.group:10} {row.language:4} {row.count:5}   right first {row.right:6.1%}   "
            f"right or button {row.right_or_button:6.1%}   wrong {row.wrong:6.1%}   "
            f"not answered {row.not_answered:6.1%}   language {row.language_right:6.1%}"
        )
    return {(row.group, row.language): row for row in rows}


# Phrasings


@pytest.mark.slow
def test_a_phrasing_held_out_of_the_fit_finds_its_own_entry(
    understanding: Understanding, knowledge: Knowledge, cache: Path
) -> None:
    assert share_of_own(understanding, knowledge, cache) >= 0.77


def share_of_own(understanding: Understanding, knowledge: Knowledge, cache: Path) -> float:
    """Five fits take minutes: the share is kept beside the index, for this content and this code."""
    examples = examples_of(knowledge)
    kept = cache / f"held-out-{fingerprint([*said_in(knowledge), *code()])}.json"
    if not kept.exists():
        held_out = out_of_fold(examples, vectors_of(examples, understanding.embedder, cache))
        labels, weights = understanding.index.model.labels, understanding.calibration.weights
        own = [is_own(each, weights, labels) for each in held_out if all(is_entry(label) for label in each.accept)]
        kept.write_text(json.dumps(float(np.mean(own))), encoding="ascii")
    share = float(json.loads(kept.read_text(encoding="ascii")))
    print(f"\nphrasings held out of the fit that find their own entry: {share:.1%}")
    return share


def code() -> Iterator[tuple[str, str, str]]:
    """What the share hangs on beside the content."""
    folder = Path(package.__file__).parent
    for file in sorted([*folder.glob("*.py"), *folder.glob("*.json"), folder.parent / "evaluation.py"]):
        yield file.name, hashlib.sha256(file.read_bytes()).hexdigest(), ""


# Messages for validation: weights and thresholds were fitted on them, so that this guards against falling back only


@pytest.fixture(scope="module")
def validated(understanding: Understanding) -> dict[tuple[str, str], Row]:
    return rows_of(understanding, sorted(VALIDATION.glob("validation.*.jsonl")))


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(file.suffixes[-2][1:] for file in VALIDATION.glob("validation.faq.*.jsonl")))
def test_validation_questions_get_the_right_entry_and_seldom_a_wrong_one(
    validated: dict[tuple[str, str], Row], code: str
) -> None:
    row = validated["questions", code]
    assert row.right >= (0.93 if code in LONGEST_THERE else 0.9)
    assert row.wrong <= (0.03 if code in LONGEST_THERE else 0.04)


@pytest.mark.slow
def test_over_all_languages_the_right_entry_is_the_rule(validated: dict[tuple[str, str], Row]) -> None:
    asked = [row for (group, _), row in validated.items() if group == "questions"]
    assert np.mean([row.right for row in asked]) >= 0.93
    assert np.mean([row.wrong for row in asked]) <= 0.03


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(file.suffixes[-2][1:] for file in VALIDATION.glob("validation.other.*.jsonl")))
def test_what_is_no_question_of_ours_is_seldom_answered(validated: dict[tuple[str, str], Row], code: str) -> None:
    assert validated["other", code].not_answered >= (0.93 if code in LONGEST_THERE else 0.87)


@pytest.mark.slow
@pytest.mark.parametrize(
    "code", sorted(file.suffixes[-2][1:] for file in VALIDATION.glob("validation.sensitive.*.jsonl"))
)
def test_sensitive_matters_are_seldom_missed(validated: dict[tuple[str, str], Row], code: str) -> None:
    assert validated["sensitive", code].offered >= 0.85
    assert validated["sensitive", code].urgent_found >= 0.87


@pytest.mark.slow
def test_plain_questions_open_no_case_and_are_seldom_taken_over(validated: dict[tuple[str, str], Row]) -> None:
    asked = [row for (group, _), row in validated.items() if group == "questions"]
    assert np.mean([row.automatic for row in asked]) <= 0.003
    assert np.mean([row.taken_over for row in asked]) <= 0.015


# Messages by hands that saw neither answers nor phrasings


@pytest.mark.slow
@pytest.mark.skipif(not INDEPENDENT.is_dir(), reason="there are no independent messages beside the repository")
def test_independent_questions_get_the_right_entry(understanding: Understanding) -> None:
    rows = rows_of(understanding, [INDEPENDENT / f"dev.faq.{code}.jsonl" for code in INDEPENDENT_LANGUAGES])
    right = {code: rows["questions", code].right for code in INDEPENDENT_LANGUAGES}
    assert min(right.values()) >= 0.85, right
