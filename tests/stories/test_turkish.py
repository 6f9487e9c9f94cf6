"""Residents who write Turkish."""

from __future__ import annotations

import pytest

from bot.understanding.decide import Understanding
from tests.stories.dialogue import unclear
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_mehmet_wants_to_know_whether_his_rent_goes_up(nabo: Program) -> None:
    mehmet = nabo.resident(14, "tr")

    assert (await mehmet.starts()).says("welcome", estate="Værebro Park")
    assert (await mehmet.chooses(nabo.knowledge.languages["tr"])).says("language-set")

    answer = await mehmet.says("Kiram artacak mı?")
    assert answer.is_about("plan.rent")
    assert answer.names_source(nabo.knowledge.entries["plan.rent"])
    assert answer.says("unreviewed") is not answer.language.reviewed

    danish = await mehmet.presses("button-danish")
    assert danish.says("danish-version")
    assert nabo.knowledge.languages["da"].wordings["plan.rent"].title in danish.text
    assert (await mehmet.presses("button-helped-yes")).says("helped-thanks")
    assert (await mehmet.says("teşekkürler")).says("smalltalk-thanks")


async def test_mehmet_writes_without_turkish_letters(nabo: Program) -> None:
    mehmet = nabo.resident(14, "tr")
    await mehmet.starts()

    assert (await mehmet.says("kiram artacak mi")).is_about("plan.rent")


async def test_mehmet_is_asked_what_he_means(nabo: Program, understanding: Understanding) -> None:
    mehmet = nabo.resident(14, "tr")
    await mehmet.starts()

    question = await mehmet.says(unclear(understanding, nabo.knowledge.languages["tr"]))
    assert question.says("clarify")
    first = question.reply.labels[0]
    assert (await mehmet.presses(first)).title == first
    assert (await mehmet.presses("button-none-of-these")).says("menu")


async def test_mehmet_asks_for_the_capital_of_france_and_then_for_a_person(nabo: Program) -> None:
    mehmet = nabo.resident(14, "tr")
    await mehmet.starts()

    assert (await mehmet.says("Fransa'nın başkenti neresi?")).says("no-match")
    person = await mehmet.presses("button-person")
    assert person.says("person-none")
    assert person.says("person-not-watched")


async def test_mehmet_was_not_helped_and_looks_through_the_topics(nabo: Program) -> None:
    mehmet = nabo.resident(14, "tr")
    await mehmet.starts()

    await mehmet.says("Kiram artacak mı?")
    assert (await mehmet.presses("button-helped-no")).says("helped-sorry")
    assert (await mehmet.presses("button-topics")).says("menu")
    topic = await mehmet.presses("topic-vote")
    assert topic.lists("topic-vote")
    wanted = topic.reply.labels[0]
    assert (await mehmet.presses(wanted)).title == wanted


async def test_mehmet_reads_what_is_kept_and_has_it_deleted(nabo: Program) -> None:
    mehmet = nabo.resident(14, "tr")
    await mehmet.starts()

    assert (await mehmet.says("/privacy")).says("privacy")
    assert (await mehmet.says("/forget")).says("forget-done")
    assert (await mehmet.says("/forget")).says("forget-nothing")
