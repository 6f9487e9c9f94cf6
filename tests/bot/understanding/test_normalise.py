"""Two ways of typing the same message look the same afterwards, and nothing dangerous is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.understanding.normalise import MAX_CHARACTERS, has_words, normalised, readable, spelling_key

ANYTHING = st.text(st.characters(), max_size=300)
DANGEROUS = {"Cc", "Cs", "Cf", "Co", "Cn"}
ZERO_WIDTH_NON_JOINER = "\u200c"  # a letter's shape in Persian hangs on it


@settings(deadline=None)
@given(ANYTHING)
@example("\x00\ud800\udfff\u202e\u2066")
@example("a" * 10_000)
def test_nothing_dangerous_is_left(text: str) -> None:
    for made in (readable(text), normalised(text), spelling_key(text)):
        left = {unicodedata.category(each) for each in made if each != ZERO_WIDTH_NON_JOINER}
        assert not left & DANGEROUS
        assert "\n" not in made
        made.encode("utf-8")


@given(ANYTHING)
def test_the_meaning_model_gets_a_text_without_invisible_letters(text: str) -> None:
    assert ZERO_WIDTH_NON_JOINER not in normalised(text)


@given(ANYTHING)
def test_what_is_read_is_short(text: str) -> None:
    assert len(readable(text * 5)) <= MAX_CHARACTERS + 1


@given(ANYTHING)
@example("İIıßŉᾳ\u0345ﬃ")
def test_what_was_made_alike_is_not_changed_by_a_second_time(text: str) -> None:
    assert readable(readable(text)) == readable(text)
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hvornår?", "HVORNÅR?"),
        ("Heeeeej", "heej"),
        ("  hej \n\t med  dig ", "hej med dig"),
        ("café", "cafe\u0301"),
        ("ﬁre", "fire"),
        ("ｈｅｊ", "hej"),
        ("hej 👋🏽", "hej"),
        ("\u202ehej\u202c", "hej"),
        ("se https://example.org/a?b=c her", "se her"),
        ("skriv til ole@example.org nu", "skriv til nu"),
    ],
)
def test_these_are_the_same_to_the_meaning_model(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ne zaman başlayacak", "ne zaman baslayacak"),
        ("kızım", "kizim"),
        ("hvornår?", "hvornar"),
        ("إيجار", "ايجار"),
        ("مُدَّة", "مده"),
        ("كم", "کم"),
        ("Łódź", "lodz"),
        ("đâu", "dau"),
        ("straße", "strasse"),
        ("don't", "don t"),
        ("a_b", "a b"),
    ],
)
def test_these_are_the_same_to_spelling(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize("text", ["தமிழ் வீடு", "हिन्दी में", "বাংলা"])
def test_vowel_signs_that_are_letters_stay(text: str) -> None:
    assert spelling_key(text) == text


def test_of_a_long_message_beginning_and_end_are_read() -> None:
    made = readable("begin " + "filler " * 500 + "end")
    assert made.startswith("begin")
    assert made.endswith("end")


@pytest.mark.parametrize("text", ["hej", "ok 1", "متى", "中", "👍 ja", "a\x00"])
def test_these_have_words(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "112", "12.30-13", "?!…", "👍🏽👨‍👩‍👧", "\x00", "\ud83d", "\u202e\u2069", "https://example.org"],
)
def test_these_have_none(text: str) -> None:
    assert not has_words(text)


def test_marks_stacked_on_a_letter_are_cut_to_a_few() -> None:
    assert readable("z" + "\u0353" * 500 + " hus") == "z" + "\u0353" * 3 + " hus"
