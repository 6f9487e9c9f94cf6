"""What nobody else may read is out of the text that leaves, and is back in what returns, or nothing is shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.masking import TOKEN, Masked, masked, private_spans
from bot.translation.translator import NoTranslation
from knowledge.content import Knowledge

SECRETS = (
    "20 12 34 56",
    "+45 20123456",
    "20123456",
    "010190-1234",
    "0101901234",
    "DK50 0040 0440 1162 43",
    "4111 1111 1111 1111",
    "1234 0001234567",
    "leyla@example.com",
    "https://example.com/leyla?id=7",
    "Fjerntvej 12",
    "Fjerntvej 12, 3. tv",
    "Gamle Prøvegade 7 B",
    "blok 14",
    "2. th",
    "@leyla_example",
)
PLAIN = (
    "jeg kan ikke betale",
    "my home is damp",
    "بيتي فيه رطوبة",
    "hvornår starter det",
    "112",
    "det er 3 dage siden",
)


def mask(text: str, names: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> Masked:
    return masked(text, [((start, end), text[start:end]) for start, end in private_spans(text, names, after)])


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["{}", "ring til {} tak", "اتصل على {} من فضلك", "({})", "mit er: {}."])
def test_a_secret_leaves_no_part_of_itself(secret: str, around: str) -> None:
    hidden = mask(around.format(secret))
    left = TOKEN.sub("", hidden.text)
    for part in re.findall(r"[A-Za-zÆØÅæøå]{4,}|\d{2,}", secret):
        assert part not in left
    assert hidden.restored(hidden.text) == around.format(secret)


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_without_secrets_is_left_as_it_is(text: str) -> None:
    assert mask(text).text == text


def test_a_known_name_is_masked_wherever_it_stands() -> None:
    hidden = mask("Hej, leyla her. LEYLA TEST, ikke Leylaer", names=("Leyla Test",))
    assert "leyla her" not in hidden.text
    assert "LEYLA" not in hidden.text
    assert "Leylaer" in hidden.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jeg hedder Grace Hopper og bor her", "Grace Hopper"),
        ("my name is Ada, hello", "Ada"),
        ("Mvh\nMette Prøvesen", "Mette Prøvesen"),
        ("اسمي ليلى وأسكن هنا", "ليلى"),
        ("nazywam się Ewa Testowa", "Ewa Testowa"),
    ],
)
def test_a_name_that_somebody_tells_is_masked(knowledge: Knowledge, text: str, name: str) -> None:
    after = tuple(each for language in knowledge.languages.values() for each in language.glossary.names_after)
    hidden = mask(text, after=after)
    assert name not in hidden.text
    assert name in " ".join(hidden.taken)


def test_words_after_an_introduction_that_are_no_name_stay() -> None:
    assert mask("my name is not important", after=("my name is",)).text == "my name is not important"


anything = st.lists(st.one_of(st.sampled_from(SECRETS + PLAIN), st.text(max_size=12)), max_size=8).map(" ".join)


@given(anything)
def test_what_is_masked_comes_back_exactly(text: str) -> None:
    try:
        hidden = mask(text)
    except NoTranslation:
        assert TOKEN.search(text)  # it holds what looks like a mark itself: it is not translated
        return
    assert hidden.restored(hidden.text) == text


@given(anything, st.data())
def test_however_marks_are_mangled_all_secrets_come_back_or_there_is_no_translation(
    text: str, data: st.DataObject
) -> None:
    try:
        hidden = mask(text)
    except NoTranslation:
        return
    marks = [found[0] for found in TOKEN.finditer(hidden.text)]
    mangled = data.draw(st.lists(st.sampled_from([*marks, "ord", "Q999Q", "Q1Q", "q 2 q"]), max_size=12))
    try:
        result = hidden.restored(" ".join(mangled))
    except NoTranslation:
        return
    for secret in hidden.taken:
        assert secret in result


def test_a_mark_may_come_back_with_other_digits_spaces_and_case() -> None:
    hidden = mask("ring 20 12 34 56")
    assert hidden.restored("اتصل q ١ q") == "اتصل 20 12 34 56"
