from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.app import forgetful_store
from bot.conversation.speech import Speech
from bot.did import DRAFTS, Draft, drafts, remove, told_by_staff, with_drafts, write
from bot.store.sqlite import SqliteStore
from knowledge.content import Knowledge, Place, Said

TODAY = dt.date(2026, 11, 24)
WORDS = "Vi har bedt om et møde om huslejen."


@pytest.fixture
def store() -> SqliteStore:
    return forgetful_store()


def answer(knowledge: Knowledge, code: str) -> str:
    return Speech(knowledge, knowledge.languages[code], TODAY).answer(knowledge.entries["plan.rent"]).text


def test_a_sentence_is_kept_with_its_day(store: SqliteStore, knowledge: Knowledge) -> None:
    assert write(store, knowledge, "plan.rent", f" {WORDS} ", TODAY) is None
    assert drafts(store) == {"plan.rent": Draft(WORDS, TODAY)}


def test_residents_who_read_danish_see_it_below_the_answer_and_others_do_not(knowledge: Knowledge) -> None:
    shown = with_drafts(knowledge, {"plan.rent": Draft(WORDS, TODAY)})
    assert WORDS in answer(shown, "da")
    assert WORDS not in answer(shown, "ar")
    assert WORDS not in answer(knowledge, "da")


def test_a_translated_sentence_is_seen_in_its_language(knowledge: Knowledge) -> None:
    said = Said("We have asked for a meeting about the rent.", TODAY, Place(knowledge.root, 1))
    english = replace(knowledge.languages["en"], did={"plan.rent": said})
    shown = replace(knowledge, languages=dict(knowledge.languages) | {"en": english})
    assert "You asked, and this was done" in answer(shown, "en")
    assert said.text in answer(shown, "en")


def test_what_stands_in_the_content_of_the_same_day_counts_before_a_draft(knowledge: Knowledge) -> None:
    curated = Said("Mødet er aftalt.", TODAY, Place(knowledge.root, 1))
    danish = replace(knowledge.languages["da"], did={"plan.rent": curated})
    content = replace(knowledge, languages=dict(knowledge.languages) | {"da": danish})
    assert "Mødet er aftalt." in answer(with_drafts(content, {"plan.rent": Draft(WORDS, TODAY)}), "da")
    later = {"plan.rent": Draft(WORDS, TODAY + dt.timedelta(days=1))}
    assert WORDS in answer(with_drafts(content, later), "da")


@pytest.mark.parametrize(
    ("entry", "text", "fault"),
    [
        ("plan.nothing", WORDS, "unknown"),
        ("plan.rent", "  ", "empty"),
        ("plan.rent", "ord " * 41, "long"),
        ("plan.rent", "<b>Ja</b>", "markup"),
        ("plan.rent", "Se {vote.date}", "markup"),
        ("plan.rent", "To\nlinjer", "markup"),
        ("plan.rent", "Vendt \u202eom", "markup"),
        ("vote.when", "Stem ja!", "advice"),
    ],
)
def test_a_sentence_keeps_to_the_rules_of_answers(
    store: SqliteStore, knowledge: Knowledge, entry: str, text: str, fault: str
) -> None:
    assert write(store, knowledge, entry, text, TODAY) == fault
    assert store.note(DRAFTS) is None


def test_a_sentence_can_be_taken_away(store: SqliteStore, knowledge: Knowledge) -> None:
    write(store, knowledge, "plan.rent", WORDS, TODAY)
    assert remove(store, "plan.rent")
    assert not remove(store, "plan.rent")
    assert drafts(store) == {}


# The staff's command


def test_the_staff_write_a_sentence_see_it_listed_and_take_it_away(store: SqliteStore, knowledge: Knowledge) -> None:
    staff = knowledge.staff["da"]

    def tell(arguments: str) -> str:
        return told_by_staff(store, knowledge, arguments, TODAY, staff)

    assert tell(f"plan.rent {WORDS}") == staff("did-kept", entry="plan.rent")
    assert WORDS in tell("")
    assert tell("plan.rent -") == staff("did-removed", entry="plan.rent")
    assert tell("plan.rent -") == staff("did-none", entry="plan.rent")
    assert WORDS not in tell("")


@pytest.mark.parametrize("code", ["da", "en"])
def test_the_staff_are_told_what_is_wrong(store: SqliteStore, knowledge: Knowledge, code: str) -> None:
    staff = knowledge.staff[code]
    said = told_by_staff(store, knowledge, f"plan.nothing {WORDS}", TODAY, staff)
    assert said == staff("did-fault-unknown", entry="plan.nothing", most="40")
    assert drafts(store) == {}
