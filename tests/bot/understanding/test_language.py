"""Which language a message is in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.decide import Understanding
from bot.understanding.language import UNKNOWN, LanguageFinder
from knowledge.content import Knowledge


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


HINTS = ["da", "en", "ar", "tr", "ur", "fa", "so", "bs", "pl", "uk", "ro", "vi"]


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize("text", ["genhusning", "husleje?", "Netto", "internet", "flytteudgifter", "kl. 18", "2500 kr"])
def test_a_single_word_in_latin_letters_keeps_the_hint(finder: LanguageFinder, text: str, hint: str) -> None:
    assert finder.find(text, hint) == hint


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize(
    "text",
    ["hello", "Hej!", "goddag", "merhaba", "selam", "cześć", "bună", "zdravo", "bonjour", "ciao", "hola", "marhaba"],
)
def test_a_greeting_in_another_language_keeps_the_hint(finder: LanguageFinder, text: str, hint: str) -> None:
    assert finder.find(text, hint) == hint


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize(
    "text",
    [
        "Amina",
        "Fatima Yusuf",
        "Mohammed Al-Hassan",
        "Jens Petersen",
        "Ayşe Yılmaz",
        "Nguyễn Thị Hoa",
        "Emir Hadžić",
        "Katarzyna Nowak",
        "Ion Popescu",
    ],
)
def test_a_personal_name_keeps_the_hint(finder: LanguageFinder, text: str, hint: str) -> None:
    assert finder.find(text, hint) == hint


@pytest.mark.parametrize("hint", HINTS)
@pytest.mark.parametrize(
    "text",
    [
        "Værebrovej 42",
        "Værebrovej 42, 3. tv",
        "Gladsaxevej 120 st. th.",
        "2880 Bagsværd",
        "Buddinge Hovedgade 12",
        "Værebro Park",
        "+45 12 34 56 78",
        "24.12.2026",
        "١١٢",
    ],
)
def test_an_address_or_a_number_keeps_the_hint(finder: LanguageFinder, text: str, hint: str) -> None:
    assert finder.find(text, hint) == hint


@pytest.mark.parametrize(
    ("hint", "text", "code"),
    [
        ("da", "الإيجار؟", "ar"),
        ("da", "привіт", "uk"),
        ("en", "کرایہ؟", "ur"),
        ("ur", "سلام", "ur"),
        ("ar", "سلام", "ar"),
        ("fa", "مرحبا", "fa"),
        ("bs", "Кирија?", "bs"),
    ],
)
def test_a_single_word_changes_the_hint_only_in_letters_which_the_hinted_language_has_not(
    finder: LanguageFinder, hint: str, text: str, code: str
) -> None:
    assert finder.find(text, hint) == code


def test_a_single_word_tells_its_language_where_there_is_no_hint(finder: LanguageFinder) -> None:
    assert finder.find("genhusningsafdelingen") == "da"
    assert finder.find("cześć") == "pl"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Can my family come back to our flat after the genhusning?"),
        ("ar", "هل لازم ندفع depositum لما نرجع بعد genhusning؟"),
        ("tr", "genhusning bittikten sonra depositum geri verilecek mi?"),
        ("ur", "کیا genhusning کے بعد husleje زیادہ ہوگا؟"),
        ("fa", "بعد از genhusning کرایه یا husleje بیشتر می‌شود؟"),
        ("so", "Genhusning ka dib ma u soo noqon karaa lejlighed kaygii hore?"),
        ("bs", "Hoće li mi husleje porasti kad se vratim poslije genhusning?"),
        ("pl", "Czy po genhusning moje husleje będzie wyższe niż teraz?"),
        ("uk", "Чи стане моя husleje вищою, коли закінчиться genhusning?"),
        ("ro", "Dupa genhusning o sa platesc husleje mai mare decat acum?"),
        ("vi", "Sau genhusning thì husleje của nhà tôi có tăng không?"),
    ],
)
@pytest.mark.parametrize("hint", ["own", None, "da"])
def test_danish_words_in_a_sentence_do_not_make_it_danish(
    finder: LanguageFinder, code: str, text: str, hint: str | None
) -> None:
    assert finder.find(text, code if hint == "own" else hint) == code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "emta 7ayebda el tarmim fi sha2ti"),
        ("ar", "kam ra7 yseer el ejar ba3d el tarmeem"),
        ("ur", "kiraya kitna barh jaye ga marammat ke baad"),
        ("ur", "mujhe ghar kab khali karna hoga"),
        ("fa", "ejareye khune baad az bazsazi cheghadr mishe"),
        ("fa", "key bayad az khunamun berim"),
    ],
)
@pytest.mark.parametrize("hint", ["own", None])
def test_arabic_urdu_and_persian_in_latin_letters(
    finder: LanguageFinder, code: str, text: str, hint: str | None
) -> None:
    assert finder.find(text, code if hint == "own" else hint) == code


def test_turkish_without_its_letters_is_turkish(finder: LanguageFinder) -> None:
    assert finder.find("dairemin tadilati ne zaman baslayacak acaba") == "tr"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bs", "Kada počinje obnova mog stana i gdje ću stanovati?"),
        ("bs", "Kada će započeti obnova i tko plaća selidbu?"),
        ("bs", "Kada počinje obnova mog stana i gde ću da stanujem?"),
        ("bs", "Када почиње обнова мог стана и где ћу становати?"),
        ("da", "Når begynner oppussingen av leiligheten min?"),
        ("da", "Når vert husa pussa opp, og kvar skal eg bu?"),
        ("da", "När börjar renoveringen av min lägenhet?"),
        ("fa", "کی بازسازی آپارتمان من شروع می‌شود؟"),
        ("fa", "ترمیم خانهٔ ما چه وقت شروع می‌شه و کرایه چند افغانی زیاد می‌شه؟"),
    ],
)
@pytest.mark.parametrize("hint", [None, "hr", "sr", "nb", "prs"])
def test_languages_read_by_the_same_people_have_one_reader(
    finder: LanguageFinder, knowledge: Knowledge, code: str, text: str, hint: str | None
) -> None:
    reader = knowledge.reader_of(finder.find(text, hint))
    assert reader is not None
    assert reader.code == code


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(), max_size=80), st.sampled_from([None, "da", "ar", "nb", "en-GB", "ckb"]))
def test_any_text_has_a_code_and_always_the_same(finder: LanguageFinder, text: str, hint: str | None) -> None:
    code = finder.find(text, hint)
    assert re.fullmatch("[a-z]{2,3}", code)
    assert finder.find(text, hint) == code
