"""A translation keeps figures and the estate's own words, and tells the service nothing that it should not know."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.translation.faithful import Faithful
from bot.translation.translator import Fault, NoTranslation
from knowledge.content import Glossary, Knowledge, Term

GLOSSARIES = {
    "da": Glossary({"genhusning": Term("genhusning", ("genhusningen",))}, ("jeg hedder",)),
    "en": Glossary({"genhusning": Term("rehousing (genhusning)", ("rehousing",))}),
}


class Scripted:
    """Says what the test wants, and remembers what it was told."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.told: list[str] = []

    async def translate(self, text: str, source: str, target: str) -> str:  # noqa: ARG002 - a protocol's arguments
        self.told.append(text)
        return self.answers.pop(0) if self.answers else f"<{text}>"


def translate(service: Scripted, text: str, *names: str) -> str:
    return asyncio.run(Faithful(service, GLOSSARIES).translate(text, "da", "en", names))


def fault(service: Scripted, text: str) -> Fault:
    with pytest.raises(NoTranslation) as caught:
        translate(service, text)
    return caught.value.fault


def test_the_service_sees_no_name_and_no_number() -> None:
    service = Scripted()
    assert translate(service, "Jeg hedder Leyla. Ring 20 12 34 56") == "<Jeg hedder Leyla. Ring 20 12 34 56>"
    assert service.told == ["Jeg hedder Q1Q. Ring Q2Q"]


def test_the_estates_words_are_said_as_the_glossary_says_them() -> None:
    assert translate(Scripted(), "Hvornår er genhusningen?") == "<Hvornår er rehousing (genhusning)?>"


def test_where_the_mark_of_such_a_word_is_lost_the_rest_is_translated_all_the_same() -> None:
    service = Scripted("When is it?", "When is the rehousing?")
    assert translate(service, "Hvornår er genhusningen?") == "When is the rehousing?"


def test_where_the_mark_of_a_secret_is_lost_there_is_no_translation() -> None:
    assert fault(Scripted("Call me", "Call me"), "Ring 20 12 34 56") is Fault.LOST


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("kl. 10 i morgen", "at 11 tomorrow"), ("om 3 dage", "in some days"), ("skriv /forget", "write /forgot it")],
)
def test_a_changed_figure_or_command_is_no_translation(text: str, wrong: str) -> None:
    assert fault(Scripted(wrong), text) is Fault.LOST


def test_where_nothing_but_secrets_is_left_the_service_is_not_asked() -> None:
    service = Scripted()
    assert fault(service, "20 12 34 56") is Fault.SAME
    assert service.told == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_comes_back_a_secret_is_in_the_translation_or_there_is_none(before: str, answer: str) -> None:
    text = f"{before} leyla@example.com tak"
    service = Scripted(answer, answer)
    with contextlib.suppress(NoTranslation):
        assert "leyla@example.com" in translate(service, text)
    assert not any("leyla@example.com" in told for told in service.told)


def test_every_language_says_every_word_of_the_glossary_with_the_danish_one_beside_it(knowledge: Knowledge) -> None:
    danish = knowledge.languages["da"].glossary.terms
    assert danish
    for language in knowledge.languages.values():
        assert language.glossary.terms.keys() == danish.keys()
        assert all(word in term.say for word, term in language.glossary.terms.items())
