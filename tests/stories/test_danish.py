"""Residents who write Danish."""

from __future__ import annotations

import pytest

from bot.understanding.decide import Understanding
from tests.stories.dialogue import unclear
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_lene_wants_to_know_when_building_starts_and_how_long_it_takes(nabo: Program) -> None:
    lene = nabo.resident(11, "da")

    welcome = await lene.starts()
    assert welcome.says("welcome", estate="Værebro Park")
    assert welcome.says("welcome-privacy")
    assert {"Dansk", "العربية", "English", "Türkçe"} <= set(welcome.reply.labels)

    chosen = await lene.chooses(nabo.knowledge.languages["da"])
    assert chosen.says("language-set")
    assert chosen.offers("topic-plan", "topic-vote", "button-person")

    answer = await lene.says("Hvornår går I i gang med at bygge?")
    assert answer.is_about("plan.start")
    assert answer.names_source(nabo.knowledge.entries["plan.start"])
    assert answer.says("helped-question")
    assert answer.offers("plan.duration", "button-person")
    assert not answer.offers("button-danish")
    assert answer.says("unreviewed") is not answer.language.reviewed

    assert (await lene.presses("plan.duration")).is_about("plan.duration")
    assert (await lene.presses("button-helped-yes")).says("helped-thanks")
    assert (await lene.says("tak for hjælpen")).says("smalltalk-thanks")


async def test_lene_writes_one_word_and_is_asked_what_she_means(nabo: Program, understanding: Understanding) -> None:
    lene = nabo.resident(11, "da")
    await lene.starts()

    question = await lene.says(unclear(understanding, nabo.knowledge.languages["da"]))
    assert question.says("clarify")
    assert question.offers("button-none-of-these")
    assert 3 <= len(question.reply.labels) <= 4

    first = question.reply.labels[0]
    assert (await lene.presses(first)).title == first
    assert (await lene.presses("button-none-of-these")).says("menu")


async def test_lene_asks_something_that_nabo_does_not_know(nabo: Program) -> None:
    lene = nabo.resident(11, "da")
    await lene.starts()

    honest = await lene.says("Hvad er hovedstaden i Frankrig?")
    assert honest.says("no-match")
    assert honest.offers("button-topics", "button-person")

    person = await lene.presses("button-person")
    assert person.says("person-none")
    assert person.says("person-not-watched")
    assert "112" in person.text


async def test_lene_was_not_helped_and_looks_through_the_topics(nabo: Program) -> None:
    lene = nabo.resident(11, "da")
    await lene.starts()

    await lene.says("Stiger min husleje?")
    sorry = await lene.presses("button-helped-no")
    assert sorry.says("helped-sorry")
    assert sorry.offers("button-topics", "button-person")

    assert (await lene.presses("button-topics")).says("menu")
    first = await lene.presses("topic-plan")
    assert first.lists("topic-plan")
    assert first.offers("button-more", "button-topics")
    second = await lene.presses("button-more")
    assert second.reply.labels[0] not in first.reply.labels
    third = await lene.presses("button-more", on=second)
    assert not third.offers("button-more")
    wanted = third.reply.labels[0]
    assert (await lene.presses(wanted)).title == wanted


async def test_lene_wants_to_know_what_is_kept_and_has_it_deleted(nabo: Program) -> None:
    lene = nabo.resident(11, "da")
    await lene.starts()

    privacy = await lene.says("/privacy")
    assert privacy.says("privacy")
    assert "/forget" in privacy.text

    assert (await lene.says("/forget")).says("forget-done")
    assert (await lene.says("/forget")).says("forget-nothing")
    assert (await lene.starts()).says("welcome", estate="Værebro Park")


async def test_lene_asks_without_pressing_start(nabo: Program) -> None:
    lene = nabo.resident(11, "da")

    assert (await lene.says("Får jeg nyt køkken og bad?")).is_about("plan.kitchen_bath")
    assert (await lene.hears()).says("first-notice")
    assert (await lene.says("Hvor længe varer byggeriet?")).is_about("plan.duration")


async def test_lene_tries_the_commands(nabo: Program) -> None:
    lene = nabo.resident(11, "da")

    assert (await lene.says("/help")).says("help")
    assert (await lene.hears()).says("first-notice")
    assert (await lene.says("/topics")).says("menu")
    assert (await lene.says("/language")).says("choose-language")
    assert (await lene.says("/TOPICS@nabo_test_bot please")).says("menu")
    assert (await lene.says("/flyt")).says("unknown-command")
    assert (await lene.hears()).says("help")
