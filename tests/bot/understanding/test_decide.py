"""Decisions on anything a resident may send fit the contract; plain questions are answered."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.decide import LISTED, Understanding
from bot.understanding.decision import Candidate, Decision, Escalation
from knowledge.content import SMALLTALK_KINDS, Knowledge

ALMOST_ONE = 1 + 1e-5
WORDS = ["hvornår", "starter", "det", "rent", "مطبخ", "kira", "ne", "zaman", "hej", "tak", "vote"]
STRANGE = {
    "nothing": "",
    "blanks": " \n\t ",
    "NUL": "when\x00does\x00it begin",
    "only NUL": "\x00" * 50,
    "half of an emoji": "hej \ud83d du",
    "the other half": "\udc4b",
    "emoji": "👍🏽👨‍👩‍👧🏠 🇩🇰",
    "ten thousand letters": "a" * 10_000,
    "ten thousand characters of words": "hvornår starter det " * 500,
    "one endless word": "renovering" * 1000,
    "HTML": "<b>when</b> <script>alert(1)</script> &lt;i&gt; does it begin",
    "bidi": "\u202ewhen does it begin\u202c \u2066\u2067\u2069 متى",
    "zalgo": "w\u0301\u0302\u0303" * 300,
    "SQL": "'; DROP TABLE chat; --",
    "format": "{vote.date} %s {0} ${x}",
    "JSON": '{"outcome": "answer"}',
    "unassigned and private": "\U000e0041\ue000\ufffe\uffff",
    "every script": "hej مرحبا Привіт வணக்கம் 你好 Γειά ሰላም",
    "a link": "https://example.org",
    "numbers": "112 114 12.30",
}


def assert_fits_the_contract(decision: Decision, knowledge: Knowledge) -> None:
    assert decision.outcome in {"answer", "clarify", "smalltalk", "no_match", "escalate"}
    assert (decision.entry is not None) == (decision.outcome == "answer")
    assert (decision.smalltalk in SMALLTALK_KINDS) == (decision.outcome == "smalltalk")
    assert 0 <= decision.confidence <= ALMOST_ONE
    assert re.fullmatch("[a-z]{2,3}", decision.language)
    if decision.outcome == "escalate":
        assert decision.escalation is not None
    if decision.escalation:
        category = knowledge.sensitive[decision.escalation.category]
        assert decision.escalation.urgent >= category.urgent
        assert decision.escalation.mode in {"ask", category.mode}
        assert decision.outcome in {"escalate", "answer", "clarify"}
    entries, scores = [each.entry for each in decision.candidates], [each.score for each in decision.candidates]
    assert len(set(entries)) == len(entries) <= LISTED
    assert set(entries) <= knowledge.entries.keys()
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= ALMOST_ONE for score in scores)
    if decision.outcome == "answer":
        assert decision.entry == entries[0]
    if decision.outcome == "clarify":
        assert 2 <= len(entries) <= 3
    printed = json.loads(json.dumps(decision.as_dict()))
    assert printed.keys() == {"outcome", "entry", "confidence", "candidates", "language", "escalation"}


@pytest.mark.parametrize("hint", [None, "ar"])
@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_messages_get_a_decision_and_always_the_same(
    understanding: Understanding, knowledge: Knowledge, text: str, hint: str | None
) -> None:
    decision = understanding.decide(text, hint)
    assert_fits_the_contract(decision, knowledge)
    assert understanding.decide(text, hint) == decision


@settings(deadline=None, max_examples=80)
@given(st.text(st.characters(), max_size=120), st.sampled_from([None, "da", "en", "ar", "tr", "ka"]))
def test_any_text_gets_a_decision_that_fits_the_contract(
    understanding: Understanding, knowledge: Knowledge, text: str, hint: str | None
) -> None:
    assert_fits_the_contract(understanding.decide(text, hint), knowledge)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
def test_any_heap_of_words_gets_the_same_decision_twice(
    understanding: Understanding, knowledge: Knowledge, words: list[str]
) -> None:
    decision = understanding.decide(" ".join(words))
    assert_fits_the_contract(decision, knowledge)
    assert understanding.decide(" ".join(words)) == decision


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("When does the renovation begin?", "en"),
        ("WHEN DOES THE RENOVATION BEGIN", "en"),
        ("when does the renovaton begin???", "en"),
        ("<i>When does the renovation begin?</i>", "en"),
        ("\u202eWhen does the renovation begin?\u202c 🏠", "en"),
        ("Hvornår begynder renoveringen?", "da"),
        ("متى يبدأ الترميم؟", "ar"),
        ("Tadilat ne zaman başlıyor?", "tr"),
    ],
)
def test_the_same_question_in_many_coats_gets_the_same_answer(
    understanding: Understanding, text: str, language: str
) -> None:
    decision = understanding.decide(text)
    assert (decision.outcome, decision.entry, decision.language) == ("answer", "plan.start", language)


@pytest.mark.parametrize(
    ("text", "kind"), [("hej", "greeting"), ("thanks", "thanks"), ("güle güle", "goodbye"), ("شكرا", "thanks")]
)
def test_smalltalk_is_known(understanding: Understanding, text: str, kind: str) -> None:
    decision = understanding.decide(text)
    assert (decision.outcome, decision.smalltalk) == ("smalltalk", kind)


@pytest.mark.parametrize("text", ["what is the capital of France", "hvem vandt kampen i går", "asdf qwer zxcv"])
def test_what_no_entry_answers_is_not_answered(understanding: Understanding, text: str) -> None:
    assert understanding.decide(text).outcome == "no_match"


def test_without_words_nothing_is_guessed_and_the_hint_is_kept(understanding: Understanding) -> None:
    assert understanding.decide("45 12", "ar") == Decision("no_match", None, 0.0, (), "ar")


@pytest.mark.parametrize("text", ["112", "112!!", "🔥 112"])
def test_the_number_to_call_in_danger_is_taken_for_danger(understanding: Understanding, text: str) -> None:
    danger = Escalation("emergency", urgent=True, mode="ask")
    assert understanding.decide(text, "ar") == Decision("escalate", None, 0.0, (), "ar", danger)


@pytest.mark.parametrize("text", ["hjælp", "help", "yardım", "مساعدة", "pomoc", "کمک"])
def test_a_bare_cry_for_help_is_offered_a_person(understanding: Understanding, text: str) -> None:
    assert understanding.decide(text).escalation is not None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("jeg vil ikke leve mere", "self_harm"),
        ("min mand slår mig", "violence"),
        ("there is a fire in the stairs", "emergency"),
        ("زوجي يضربني كل يوم", "violence"),
        ("kocam beni dövüyor", "violence"),
    ],
)
def test_plain_words_of_danger_open_a_case_at_once(understanding: Understanding, text: str, category: str) -> None:
    assert understanding.decide(text).escalation == Escalation(category, urgent=True, mode="automatic")


@pytest.mark.parametrize(
    "text",
    [
        "mein Mann schlägt mich, ich habe Angst",
        "mi marido me pega y tengo miedo",
        "என் கணவர் என்னை அடிக்கிறார், எனக்கு பயமாக இருக்கிறது",
        "நான் இறக்க விரும்புகிறேன்",
        "我不想活了",
        "สามีตีฉัน ฉันกลัว",
    ],
)
def test_danger_is_understood_in_languages_nobody_has_written_content_for(
    understanding: Understanding, knowledge: Knowledge, text: str
) -> None:
    decision = understanding.decide(text)
    assert decision.language not in knowledge.languages
    assert decision.escalation is not None
    assert decision.escalation.urgent


@pytest.mark.parametrize(
    "text", ["the noise is killing me, when do they stop working", "tak for hjælpen", "god morgen"]
)
def test_hard_words_in_plain_messages_open_no_case(understanding: Understanding, text: str) -> None:
    escalation = understanding.decide(text).escalation
    assert escalation is None or escalation.mode == "ask"


def test_every_title_is_answered_with_its_entry_or_offers_it(
    understanding: Understanding, knowledge: Knowledge
) -> None:
    wordings = list(knowledge.languages["en"].wordings.values())[::2]
    lost = []
    for wording in wordings:
        decision = understanding.decide(wording.title, "en")
        if wording.entry not in {decision.entry, *(each.entry for each in decision.candidates)}:
            lost.append(wording.entry)
    assert lost == []


# Without an embedder


def test_spelling_alone_still_answers_phrasings(spelling_only: Understanding, knowledge: Knowledge) -> None:
    assert spelling_only.embedder is None
    for language in knowledge.languages.values():
        wordings = list(language.wordings.values())[::6]
        right = [spelling_only.decide(each.phrasings[0]).entry == each.entry for each in wordings]
        assert sum(right) >= 0.9 * len(right), language.code


def test_spelling_alone_forgives_a_typo(spelling_only: Understanding) -> None:
    assert spelling_only.decide("will my rent go up aftr the renovaton").entry == "plan.rent"


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_strange_messages_get_a_decision_by_spelling_alone(
    spelling_only: Understanding, knowledge: Knowledge, text: str
) -> None:
    assert_fits_the_contract(spelling_only.decide(text), knowledge)


# The contract's form


def test_a_decision_is_printed_as_the_contract_says() -> None:
    decision = Decision(
        "answer",
        "plan.rent",
        0.971234,
        (Candidate("plan.rent", 0.971234), Candidate("rehousing.rent", 0.4)),
        "ar",
        Escalation("money", urgent=False, mode="ask"),
    )
    assert decision.as_dict() == {
        "outcome": "answer",
        "entry": "plan.rent",
        "confidence": 0.9712,
        "candidates": [{"entry": "plan.rent", "score": 0.9712}, {"entry": "rehousing.rent", "score": 0.4}],
        "language": "ar",
        "escalation": {"category": "money", "urgent": False, "mode": "ask"},
    }
