"""Limits, formatting and what is found in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bot_api.errors import ApiError
from tests.bot_api.formatting import parse_html, unescape, utf16_length
from tests.bot_api.parameters import Parameters
from tests.bot_api.texts import Formatted, found_in, measure_text, read_text

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(st.integers(4090, 4102), st.integers(0, 40))
def test_the_limit_counts_code_units_of_utf16(length: int, pairs: int) -> None:
    text = "🏠" * pairs + "ø" * (length - 2 * pairs)
    assert len(text) == length - pairs
    if length <= 4096:
        measure_text(Formatted(text))
    else:
        with pytest.raises(ApiError, match="message is too long"):
            measure_text(Formatted(text))


@given(ANY_TEXT)
def test_length_is_that_of_python_plus_the_pairs(text: str) -> None:
    assert utf16_length(text) == len(text) + sum(ord(letter) > 0xFFFF for letter in text)


@given(ANY_TEXT, ANY_TEXT)
def test_escaped_text_comes_back(before: str, inside: str) -> None:
    def escape(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    text, entities = parse_html(f"{escape(before)}<b>{escape(inside)}</b>")
    assert text == before + inside
    bold = {"type": "bold", "offset": utf16_length(before), "length": utf16_length(inside)}
    assert entities == ([bold] if inside else [])


@given(ANY_TEXT)
def test_entities_stay_inside_the_text(text: str) -> None:
    formatted = read_text(
        Parameters({"text": f" \n<i>{unescape(text).replace('<', '')}</i> ", "parse_mode": "html"}), "text"
    )
    for entity in formatted.entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(formatted.text)


def test_tags_become_entities() -> None:
    text, entities = parse_html(
        '<a href="https://example.org">a</a><code>b</code><u><s>c</s></u><tg-spoiler>d</tg-spoiler>'
        '<span class="tg-spoiler">e</span><blockquote expandable>f</blockquote>'
    )
    assert text == "abcdef"
    assert [entity["type"] for entity in entities] == [
        "text_link", "code", "strikethrough", "underline", "spoiler", "spoiler", "expandable_blockquote",
    ]  # fmt: skip
    assert entities[0]["url"] == "https://example.org/"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a <b>b", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("å <p>b</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_that_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("/start now", "bot_command", "/start"),
        ("say /faq@nabo_test_bot", "bot_command", "/faq@nabo_test_bot"),
        ("see https://example.org/a?b=1 there", "url", "https://example.org/a?b=1"),
        ("write a.b@example.org", "email", "a.b@example.org"),
        ("ask @someone_else", "mention", "@someone_else"),
        ("call +45 00 00 00 00", "phone_number", "+45 00 00 00 00"),
        ("🏠 /help", "bot_command", "/help"),
    ],
)
def test_what_is_found(text: str, kind: str, part: str) -> None:
    (entity,) = found_in(text)
    encoded = text.encode("utf-16-le")
    start = entity["offset"] * 2
    assert entity["type"] == kind
    assert encoded[start : start + entity["length"] * 2].decode("utf-16-le") == part


@pytest.mark.parametrize("text", ["and/or", "1/2", "https", "no command: //note", "mail@"])
def test_what_is_not_found(text: str) -> None:
    assert found_in(text) == []


def test_markdown_is_said_to_be_missing() -> None:
    with pytest.raises(ApiError) as refused:
        read_text(Parameters({"text": "*a*", "parse_mode": "MarkdownV2"}), "text")
    assert refused.value.code == 501
