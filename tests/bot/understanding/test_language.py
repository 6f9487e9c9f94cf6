"""Which language a message is in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.decide import Understanding
from bot.understanding.language import UNKNOWN, LanguageFinder


@pytest.fixture(scope="module")
def finder(understanding: Understanding) -> LanguageFinder:
    return understanding.finder


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Hvornår begynder renoveringen af min lejlighed?"),
        ("en", "When does the renovation of my flat begin?"),
        ("ar", "متى يبدأ ترميم شقتي؟"),
        ("tr", "Dairemin tadilatı ne zaman başlayacak?"),
        ("so", "Goorma ayuu bilaabmayaa dayactirka gurigayga?"),
        ("uk", "Коли почнеться ремонт моєї квартири?"),
        ("fa", "کی بازسازی آپارتمان من شروع می‌شود؟"),
        ("ur", "میرے فلیٹ کی مرمت کب شروع ہوگی؟"),
        ("de", "Wann beginnt die Renovierung meiner Wohnung?"),
    ],
)
def test_a_plain_sentence_tells_its_language_whatever_the_hint(finder: LanguageFinder, code: str, text: str) -> None:
    assert finder.find(text) == code
    assert finder.find(text, code) == code
    assert finder.find(text, "en" if code != "en" else "da") == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ta", "வீடு எப்போது"),
        ("hi", "घर कब"),
        ("bn", "বাড়ি কখন"),
        ("pa", "ਘਰ ਕਦੋਂ"),
        ("th", "เมื่อไหร่"),
        ("am", "ቤት መቼ"),
        ("ka", "როდის"),
        ("hy", "երբ"),
        ("he", "מתי"),
        ("el", "Πότε"),
        ("ja", "いつですか"),
        ("ko", "언제"),
        ("zh", "什么时候"),
    ],
)
def test_a_script_of_one_language_tells_it_even_against_the_hint(finder: LanguageFinder, code: str, text: str) -> None:
    assert finder.find(text, "da") == code


def test_letters_that_only_sorani_has_tell_it(finder: LanguageFinder) -> None:
    assert finder.find("کەی نۆژەنکردنەوەی ماڵەکەم دەست پێدەکات؟", "ar") == "ckb"


def test_one_foreign_word_does_not_change_the_language_of_a_sentence(finder: LanguageFinder) -> None:
    assert finder.find("When does the renovation of my flat begin? Πότε", "en") == "en"
    assert finder.find("what does genhusning mean for my family and me", "en") == "en"


@pytest.mark.parametrize("hint", ["da", "en", "ar", "tr", "so"])
@pytest.mark.parametrize("text", ["112", "👍", "?", "", "12.30", "\x00", "ok", "hi"])
def test_a_number_a_sign_or_two_letters_keep_the_hint(finder: LanguageFinder, text: str, hint: str) -> None:
    assert finder.find(text, hint) == hint


@pytest.mark.parametrize("text", ["112", "👍", "", "\u202e"])
def test_without_letters_and_hint_the_language_is_unknown(finder: LanguageFinder, text: str) -> None:
    assert finder.find(text) == UNKNOWN
    assert finder.find(text, "") == UNKNOWN


@pytest.mark.parametrize(
    ("hint", "code"),
    [
        ("nb", "da"),
        ("nn", "da"),
        ("no", "da"),
        ("hr", "bs"),
        ("sr", "bs"),
        ("prs", "fa"),
        ("en-GB", "en"),
        ("pt-br", "pt"),
        ("nb-NO", "da"),
        ("sr-Latn", "bs"),
    ],
)
def test_hints_are_understood_as_the_language_we_have(finder: LanguageFinder, hint: str, code: str) -> None:
    assert finder.find("112", hint) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bs", "Kada počinje obnova mog stana i gdje ću stanovati?"),
        ("bs", "Када почиње обнова мог стана и где ћу становати?"),
        ("da", "Når begynner oppussingen av leiligheten min?"),
    ],
)
def test_languages_read_by_the_same_people_are_one(finder: LanguageFinder, code: str, text: str) -> None:
    assert finder.find(text) == code


def test_turkish_without_its_letters_is_turkish(finder: LanguageFinder) -> None:
    assert finder.find("dairemin tadilati ne zaman baslayacak acaba") == "tr"


def test_arabic_in_latin_letters_is_arabic_where_the_phrasings_have_such(finder: LanguageFinder) -> None:
    assert finder.find("emta 7ayebda el tarmim fi sha2ti") == "ar"


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(), max_size=80), st.sampled_from([None, "da", "ar", "nb", "en-GB", "ckb"]))
def test_any_text_has_a_code_and_always_the_same(finder: LanguageFinder, text: str, hint: str | None) -> None:
    code = finder.find(text, hint)
    assert re.fullmatch("[a-z]{2,3}", code)
    assert finder.find(text, hint) == code
