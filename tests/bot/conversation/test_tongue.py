"""Which language to reply in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.tongue import Tongue, heard, spoken
from bot.effects import Memory
from knowledge.content import Knowledge
from tests.bot.conversation.resident import answer, no_match, smalltalk

NOBODY = Memory()
ENTRY = "plan.rent"


@pytest.mark.parametrize(
    ("memory", "app_language", "expected"),
    [
        (Memory("tr"), "da", "tr"),
        (NOBODY, "ar", "ar"),
        (NOBODY, "ar-SY", "ar"),
        (NOBODY, "DA", "da"),
        (NOBODY, "nb", "da"),
        (NOBODY, "az", "tr"),
        (NOBODY, "ka", "en"),
        (NOBODY, None, "en"),
        (NOBODY, "", "en"),
        (Memory("xx"), "tr", "tr"),
        (Memory("xx"), None, "en"),
    ],
)
def test_unwritten_the_remembered_language_counts_then_that_of_the_app_then_english(
    knowledge: Knowledge, memory: Memory, app_language: str | None, expected: str
) -> None:
    assert spoken(memory, app_language, knowledge) == expected


def test_without_english_the_fallback_is_danish(knowledge: Knowledge) -> None:
    without = {code: each for code, each in knowledge.languages.items() if code != "en"}
    assert spoken(NOBODY, None, replace(knowledge, languages=without)) == "da"


def test_the_first_message_settles_the_language(knowledge: Knowledge) -> None:
    assert heard(NOBODY, answer(ENTRY, "ar"), "en", knowledge) == Tongue(Memory("ar"))


def test_a_neighbouring_language_settles_ours(knowledge: Knowledge) -> None:
    assert heard(NOBODY, answer(ENTRY, "sv"), "en", knowledge) == Tongue(Memory("da"))


@pytest.mark.parametrize("memory", [NOBODY, Memory("da"), Memory("da", chosen=True), Memory("da", True, "tr")])
def test_a_greeting_changes_nothing(knowledge: Knowledge, memory: Memory) -> None:
    assert heard(memory, smalltalk("greeting", "tr"), "en", knowledge) == Tongue(memory)


def test_the_same_language_again_changes_nothing(knowledge: Knowledge) -> None:
    for memory in (Memory("da"), Memory("da", chosen=True)):
        assert heard(memory, answer(ENTRY, "da"), "en", knowledge) == Tongue(memory)


def test_a_noticed_language_follows_at_once(knowledge: Knowledge) -> None:
    assert heard(Memory("da"), answer(ENTRY, "tr"), None, knowledge) == Tongue(Memory("tr"), switched=True)


def test_a_chosen_language_follows_the_second_time(knowledge: Knowledge) -> None:
    first = heard(Memory("da", chosen=True), answer(ENTRY, "tr"), None, knowledge)
    assert first == Tongue(Memory("da", chosen=True, candidate="tr"), offer="tr")
    second = heard(first.memory, answer(ENTRY, "tr"), None, knowledge)
    assert second == Tongue(Memory("tr", chosen=True), switched=True)


def test_a_third_language_begins_the_count_anew(knowledge: Knowledge) -> None:
    tongue = heard(Memory("da", chosen=True, candidate="tr"), answer(ENTRY, "ar"), None, knowledge)
    assert tongue == Tongue(Memory("da", chosen=True, candidate="ar"), offer="ar")


def test_a_language_of_no_folder_is_answered_in_the_current_one(knowledge: Knowledge) -> None:
    assert heard(Memory("tr"), answer(ENTRY, "ka"), None, knowledge) == Tongue(Memory("tr", asked=True), uncurated=True)
    assert heard(NOBODY, answer(ENTRY, "ka"), "ar", knowledge) == Tongue(Memory("ar", asked=True), uncurated=True)


def test_the_second_choice_is_asked_for_once(knowledge: Knowledge) -> None:
    first = heard(Memory("tr"), answer(ENTRY, "ka"), None, knowledge)
    assert heard(first.memory, answer(ENTRY, "ka"), None, knowledge) == Tongue(first.memory)


def test_who_has_chosen_is_not_told_what_they_know(knowledge: Knowledge) -> None:
    chosen = Memory("tr", chosen=True)
    assert heard(chosen, answer(ENTRY, "ka"), None, knowledge) == Tongue(chosen)


def test_an_unknown_language_is_no_missing_language(knowledge: Knowledge) -> None:
    assert heard(Memory("tr"), no_match("und"), None, knowledge) == Tongue(Memory("tr"))
    assert heard(NOBODY, no_match("und"), "ar", knowledge) == Tongue(Memory("ar"))


def test_a_choice_of_a_language_whose_folder_is_gone_no_longer_binds(knowledge: Knowledge) -> None:
    assert heard(Memory("xx", chosen=True), answer(ENTRY, "tr"), None, knowledge) == Tongue(Memory("tr"))
