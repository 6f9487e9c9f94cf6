"""Residents who write English."""

from __future__ import annotations

import pytest

from bot.understanding.decide import Understanding
from tests.stories.dialogue import Heard, unclear
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_grace_wants_to_know_whether_her_rent_goes_up(nabo: Program) -> None:
    grace = nabo.resident(12, "en")

    welcome = await grace.starts()
    assert welcome.says("welcome", estate="Værebro Park")
    assert (await grace.chooses(nabo.knowledge.languages["en"])).says("language-set")

    answer = await grace.says("will my rent go up after the renovation?")
    assert answer.is_about("plan.rent")
    assert answer.names_source(nabo.knowledge.entries["plan.rent"])
    assert answer.says("unreviewed") is not answer.language.reviewed

    danish = await grace.presses("button-danish")
    assert danish.says("danish-version")
    in_danish = Heard(danish.reply, nabo.knowledge.languages["da"])
    assert nabo.knowledge.languages["da"].wordings["plan.rent"].title in danish.text
    assert in_danish.names_source(nabo.knowledge.entries["plan.rent"])

    assert (await grace.presses("button-helped-yes")).says("helped-thanks")


async def test_grace_has_a_phone_in_another_language_and_is_greeted_in_danish_and_english(nabo: Program) -> None:
    grace = nabo.resident(12, "en", app_language="cy")

    welcome = await grace.starts()
    assert welcome.says("welcome", estate="Værebro Park")
    assert Heard(welcome.reply, nabo.knowledge.languages["da"]).says("welcome", estate="Værebro Park")
    assert (await grace.chooses(nabo.knowledge.languages["en"])).says("language-set")


async def test_grace_is_asked_what_she_means(nabo: Program, understanding: Understanding) -> None:
    grace = nabo.resident(12, "en")
    await grace.starts()

    question = await grace.says(unclear(understanding, nabo.knowledge.languages["en"]))
    assert question.says("clarify")
    first = question.reply.labels[0]
    assert (await grace.presses(first)).title == first


async def test_grace_asks_for_the_capital_of_france_and_then_for_a_person(nabo: Program) -> None:
    grace = nabo.resident(12, "en")
    await grace.starts()

    honest = await grace.says("What is the capital of France?")
    assert honest.says("no-match")
    person = await grace.presses("button-person")
    assert person.says("person-none")
    assert person.says("person-not-watched")


async def test_grace_was_not_helped(nabo: Program) -> None:
    grace = nabo.resident(12, "en")
    await grace.starts()

    await grace.says("When does building start?")
    sorry = await grace.presses("button-helped-no")
    assert sorry.says("helped-sorry")
    assert (await grace.presses("button-topics")).says("menu")
    cafe = await grace.presses("topic-cafe")
    assert cafe.lists("topic-cafe")
    wanted = cafe.reply.labels[1]
    assert (await grace.presses(wanted)).title == wanted


async def test_grace_has_everything_forgotten(nabo: Program) -> None:
    grace = nabo.resident(12, "en")
    await grace.starts()

    assert (await grace.says("/privacy")).says("privacy")
    assert (await grace.says("/forget")).says("forget-done")
    assert (await grace.says("/forget")).says("forget-nothing")
