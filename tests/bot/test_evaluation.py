"""Labelled messages -> measures. A bad file is named with its line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest

from bot.evaluation import BadMessages, Labelled, is_offered, is_right, judge, read_messages, table
from bot.understanding.decision import Candidate, Decision, Escalation

GOOD: dict[str, Any] = {"id": "1", "lang": "en", "text": "how much is the rent", "accept": ["plan.rent"]}
RENT = Labelled("1", "en", "how much is the rent", ("plan.rent", "rehousing.rent"))
CHAT = Labelled("2", "en", "nice weather", kind="off_topic")
FEAR = Labelled("3", "en", "I am afraid", category="violence", also=("conflict",), urgent=True)


def answer(entry: str, language: str = "en") -> Decision:
    return Decision("answer", entry, 0.9, (Candidate(entry, 0.9),), language)


def clarify(*entries: str) -> Decision:
    return Decision("clarify", None, 0.5, tuple(Candidate(each, 0.3) for each in entries), "en")


NO_MATCH = Decision("no_match", None, 0.9, (), "en")


def written(folder: Path, *lines: str) -> Path:
    file = folder / "messages.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


# Reading


def test_messages_are_read_with_what_is_right_for_them(tmp_path: Path) -> None:
    other = {"id": "2", "lang": "en", "text": "hi", "kind": "smalltalk", "near_miss": False}
    sensitive = {"id": "3", "lang": "tr", "text": "korkuyorum", "category": "violence", "urgent": True}
    file = written(tmp_path, *(json.dumps(each) for each in (GOOD | {"style": "typo"}, other, sensitive)))
    assert read_messages([file]) == [
        Labelled("1", "en", "how much is the rent", ("plan.rent",), style="typo"),
        Labelled("2", "en", "hi", kind="smalltalk"),
        Labelled("3", "tr", "korkuyorum", category="violence", urgent=True),
    ]


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    assert len(read_messages([written(tmp_path, "", json.dumps(GOOD), "  ", json.dumps(GOOD))])) == 2


def test_several_files_follow_each_other(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps(GOOD))
    assert len(read_messages([file, file])) == 2
    assert read_messages([]) == []


@pytest.mark.parametrize(
    "line",
    ["not json", "[]", "5", "null", '{"id": "1"', '{"id": "1", "lang": "en"}', json.dumps(GOOD | {"accept": 5})],
)
def test_a_line_that_is_no_message_is_named_with_file_line_and_remedy(tmp_path: Path, line: str) -> None:
    file = written(tmp_path, json.dumps(GOOD), "", line)
    with pytest.raises(BadMessages, match=r"messages\.jsonl:3: not a labelled message .*Each line is a JSON object"):
        read_messages([file])


def test_a_line_separator_within_a_text_is_no_end_of_line(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps(GOOD | {"text": "one\u2028two"}, ensure_ascii=False))
    assert [each.text for each in read_messages([file])] == ["one\u2028two"]


@pytest.mark.parametrize("wrong", [{"text": 5}, {"accept": "plan.rent"}, {"lang": None}])
def test_a_value_of_another_kind_is_named(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadMessages, match=r"messages\.jsonl:1"):
        read_messages([written(tmp_path, json.dumps(GOOD | wrong))])


def test_a_message_without_a_right_answer_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps({key: GOOD[key] for key in ("id", "lang", "text")}))
    with pytest.raises(BadMessages, match=r"messages\.jsonl:1: nothing says what is right\. Add accept"):
        read_messages([file])


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadMessages, match="cannot be read"):
        read_messages([tmp_path / name])


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "latin1.jsonl"
    file.write_bytes(json.dumps(GOOD | {"text": "hvornår"}, ensure_ascii=False).encode("latin-1"))
    with pytest.raises(BadMessages, match=r"latin1\.jsonl: cannot be read"):
        read_messages([file])


# Judging


def test_the_right_entry_given_as_the_answer_is_right() -> None:
    assert is_right(RENT, answer("plan.rent"))
    assert is_right(RENT, answer("rehousing.rent"))
    assert not is_right(RENT, answer("plan.start"))
    assert not is_right(RENT, clarify("plan.rent", "plan.start"))
    assert not is_right(RENT, NO_MATCH)


def test_the_right_entry_among_the_buttons_is_offered() -> None:
    assert is_offered(RENT, clarify("plan.start", "plan.rent"))
    assert not is_offered(RENT, clarify("plan.start", "plan.paths"))
    assert not is_offered(RENT, answer("plan.rent"))


def test_a_table_has_a_row_for_each_group_and_language() -> None:
    danish = Labelled("4", "da", "huslejen", ("plan.rent",))
    rows = table([RENT, danish, CHAT, FEAR], [answer("plan.rent")] * 4)
    assert [(row.group, row.language) for row in rows] == [
        ("other", "en"),
        ("questions", "da"),
        ("questions", "en"),
        ("sensitive", "en"),
    ]


def test_the_shares_of_a_row() -> None:
    decisions = [answer("plan.rent"), answer("plan.start"), clarify("plan.rent", "plan.start"), NO_MATCH]
    (row,) = table([RENT] * 4, decisions)
    assert (row.count, row.right, row.right_or_button, row.wrong, row.not_answered) == (4, 0.25, 0.5, 0.25, 0.5)
    assert row.language_right == 1


def test_of_what_is_no_question_it_counts_what_was_not_answered() -> None:
    (row,) = table([CHAT, CHAT], [NO_MATCH, answer("plan.rent", "da")])
    assert (row.not_answered, row.language_right) == (0.5, 0.5)
    assert (row.right, row.wrong) == (0, 0)


def test_a_table_of_nothing_is_empty() -> None:
    assert table([], []) == []


def test_messages_are_judged_without_a_hint_and_progress_is_told() -> None:
    asked: list[tuple[Any, ...]] = []
    told: list[tuple[str, int, int]] = []

    def decide(*arguments: Any) -> Decision:
        asked.append(arguments)
        return NO_MATCH

    assert judge([RENT, CHAT], decide, lambda *step: told.append(step)) == [NO_MATCH, NO_MATCH]
    assert asked == [(RENT.text,), (CHAT.text,)]
    assert told[-1] == ("deciding", 2, 2)


# Sensitive matters


def handed_over(category: str, mode: Literal["automatic", "ask"]) -> Decision:
    return Decision("escalate", None, 0.9, (), "en", Escalation(category, mode == "automatic", mode))


def test_of_sensitive_messages_it_counts_who_is_found_at_once_and_under_which_category() -> None:
    decisions = [
        handed_over("violence", "automatic"),
        handed_over("conflict", "ask"),
        handed_over("money", "ask"),
        NO_MATCH,
    ]
    (row,) = table([FEAR] * 4, decisions)
    assert (row.urgent_found, row.offered, row.category_right) == (0.25, 0.75, 0.5)


def test_of_questions_it_counts_those_taken_over() -> None:
    offered = replace(answer("plan.rent"), escalation=Escalation("money", urgent=False, mode="ask"))
    (row,) = table(
        [RENT] * 4, [offered, answer("plan.rent"), handed_over("money", "ask"), handed_over("violence", "automatic")]
    )
    assert (row.offered, row.taken_over, row.automatic, row.right) == (0.75, 0.5, 0.25, 0.5)
