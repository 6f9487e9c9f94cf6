from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.report.page import page
from bot.report.values import BoardReport
from bot.report.voice import Voice
from knowledge.content import Knowledge
from tests.bot.report.figures import report


class Reader(HTMLParser):
    """Reads a page as a browser would, and complains about what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


@pytest.fixture
def danish(knowledge: Knowledge) -> Voice:
    return Voice(knowledge, "da")


def test_it_needs_nothing_from_anywhere(danish: Voice) -> None:
    text = page(report(8), danish)
    addresses = [
        value for _, attributes in read(text).found for name, value in attributes.items() if name in {"src", "href"}
    ]
    assert addresses
    assert all(str(address).startswith("data:image/png;base64,") for address in addresses)
    assert not re.search(r"https?://|<script|@import|url\(", text)


def test_every_picture_is_a_png_with_words_for_who_cannot_see_it(danish: Voice) -> None:
    pictures = read(page(report(8), danish)).all("img")
    assert len(pictures) == 5
    for each in pictures:
        assert base64.b64decode(str(each["src"]).partition(",")[2]).startswith(b"\x89PNG")
        assert "tabellen nedenfor" in str(each["alt"])


def test_the_figures_of_the_pictures_stand_in_tables_and_hidden_ones_as_hidden(danish: Voice) -> None:
    text = page(report(8), danish)
    assert '<td class="few">for få</td>' in text
    assert "<td>36</td>" in text
    assert "None" not in text


@pytest.mark.parametrize(("code", "title"), [("da", "Det spørger beboerne om"), ("en", "What residents ask about")])
def test_it_is_in_the_language_that_was_asked_for(knowledge: Knowledge, code: str, title: str) -> None:
    text = page(report(8), Voice(knowledge, code))
    assert f'<html lang="{code}">' in text
    assert f"<h1>{title}</h1>" in text


def test_what_changed_in_the_answers_is_listed_with_its_day(danish: Voice) -> None:
    assert "Stiger min husleje? (13. september 2026)" in page(report(8), danish)


def test_a_name_with_signs_in_it_is_only_a_name(danish: Voice) -> None:
    named = replace(report(8), estate="<b>Park & Co</b>")
    assert "&lt;b&gt;Park &amp; Co&lt;/b&gt;" in page(named, danish)


def test_before_the_first_week_it_says_that_there_is_nothing_yet(danish: Voice) -> None:
    text = page(_empty(report(1)), danish)
    assert danish("report-none") in text
    assert "<table" not in text


def test_a_long_table_on_paper_says_that_it_is_cut(danish: Voice) -> None:
    text = page(report(20), danish, most_rows=13)
    assert danish("newest-rows", count=13) in text
    assert danish("newest-rows", count=13) not in page(report(20), danish)


def _empty(whole: BoardReport) -> BoardReport:
    return replace(whole, published=replace(whole.published, periods=(), punctuality=()), trends=(), changes=())
