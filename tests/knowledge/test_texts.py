"""Interface texts: what is missing is an error, never half a sentence; directions are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.texts import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    MissingText,
    Texts,
    isolate,
    junk_lines,
    variables_by_key,
)

SOURCE = """\
# A comment
hello = Hello { $name }!
count = { $number ->
        [one] One day
       *[other] { $number } days
    }
lines = First
    second
broken = { hello.missing }
"""


def texts(locale: str = "en_GB", source: str = SOURCE) -> Texts:
    return Texts(locale, source, Path("interface.ftl"))


def test_an_argument_is_kept_apart() -> None:
    assert texts()("hello", name="Ann") == f"Hello {FIRST_STRONG_ISOLATE}Ann{POP_DIRECTIONAL_ISOLATE}!"


def test_plural_forms_follow_the_language() -> None:
    assert texts()("count", number=1) == "One day"
    assert "5" in texts()("count", number=5)
    polish = "count = { $number ->\n    [one] dzień\n    [few] dni\n   *[many] dni wiele\n }\n"
    assert [texts("pl_PL", polish)("count", number=number) for number in (1, 3, 5)] == ["dzień", "dni", "dni wiele"]


def test_a_text_of_several_lines() -> None:
    assert texts()("lines") == "First\nsecond"


@pytest.mark.parametrize("key", ["unknown", "broken", "hello"])
def test_what_is_missing_is_said(key: str) -> None:
    with pytest.raises(MissingText, match=key):
        texts()(key)


def test_has() -> None:
    assert texts().has("hello")
    assert not texts().has("unknown")


def test_variables() -> None:
    assert variables_by_key(SOURCE) == {
        "hello": {"name"},
        "count": {"number"},
        "lines": frozenset(),
        "broken": frozenset(),
    }


def test_junk_names_its_line() -> None:
    assert list(junk_lines(SOURCE)) == []
    ((line, reason),) = junk_lines("good = yes\n\nbad words\nfine = yes\n")
    assert line == 3
    assert reason


def test_isolating_nothing_gives_nothing() -> None:
    assert isolate("") == ""


@settings(deadline=None)
@given(name=st.text())
def test_any_argument_is_shown_whole(name: str) -> None:
    assert name in texts()("hello", name=name)
