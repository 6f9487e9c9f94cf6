"""Residents who write Arabic, from right to left."""

from __future__ import annotations

import pytest

from bot.understanding.decide import Understanding
from tests.stories.dialogue import Heard, unclear
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio
RIGHT_TO_LEFT = "\u200f"


def runs_from_the_right(heard: Heard) -> bool:
    return all(line.startswith(RIGHT_TO_LEFT) for line in heard.reply.text.splitlines() if line)


async def test_amina_wants_to_know_when_building_starts(nabo: Program) -> None:
    amina = nabo.resident(13, "ar")

    welcome = await amina.starts()
    assert welcome.says("welcome", estate="Værebro Park")
    assert welcome.says("welcome-privacy")
    assert runs_from_the_right(welcome)

    assert (await amina.chooses(nabo.knowledge.languages["ar"])).says("language-set")

    answer = await amina.says("متى يبدأ البناء؟")
    assert answer.is_about("plan.start")
    assert answer.names_source(nabo.knowledge.entries["plan.start"])
    assert answer.says("unreviewed") is not answer.language.reviewed
    assert runs_from_the_right(answer)

    assert (await amina.presses("button-helped-yes")).says("helped-thanks")
    assert (await amina.says("شكرا")).says("smalltalk-thanks")


async def test_amina_shows_the_answer_to_somebody_who_reads_danish(nabo: Program) -> None:
    amina = nabo.resident(13, "ar")
    await amina.starts()

    await amina.says("متى يبدأ البناء؟")
    danish = await amina.presses("button-danish")
    assert danish.says("danish-version")
    assert nabo.knowledge.languages["da"].wordings["plan.start"].title in danish.text
    assert not runs_from_the_right(danish)
    assert (await amina.says("متى يبدأ البناء؟")).is_about("plan.start")


async def test_amina_is_asked_what_she_means(nabo: Program, understanding: Understanding) -> None:
    amina = nabo.resident(13, "ar")
    await amina.starts()

    question = await amina.says(unclear(understanding, nabo.knowledge.languages["ar"]))
    assert question.says("clarify")
    assert question.offers("button-none-of-these")
    first = question.reply.labels[0]
    assert (await amina.presses(first)).title == first


async def test_amina_asks_for_the_capital_of_france_and_then_for_a_person(nabo: Program) -> None:
    amina = nabo.resident(13, "ar")
    await amina.starts()

    assert (await amina.says("ما هي عاصمة فرنسا؟")).says("no-match")
    person = await amina.presses("button-person")
    assert person.says("person-none")
    assert "112" in person.text


async def test_amina_was_not_helped_and_looks_through_the_topics(nabo: Program) -> None:
    amina = nabo.resident(13, "ar")
    await amina.starts()

    await amina.says("متى يبدأ البناء؟")
    assert (await amina.presses("button-helped-no")).says("helped-sorry")
    assert (await amina.presses("button-topics")).says("menu")
    topic = await amina.presses("topic-rehousing")
    assert topic.offers("button-more", "button-topics")
    wanted = topic.reply.labels[2]
    assert (await amina.presses(wanted)).title == wanted


async def test_amina_reads_what_is_kept_and_has_it_deleted(nabo: Program) -> None:
    amina = nabo.resident(13, "ar")
    await amina.starts()

    assert (await amina.says("/privacy")).says("privacy")
    assert (await amina.says("/forget")).says("forget-done")
    assert (await amina.says("/forget")).says("forget-nothing")
