"""Residents whose language has no content: a machine's words, marked, above the curated ones, and never in the way."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.delivery import retelling
from bot.understanding.decide import Understanding
from tests.stories.dialogue import Dialogue, Heard
from tests.stories.program import Program
from tests.translation.server import LibreServer, libre_server

KITCHEN = "எங்கட குசினியும் பாத்ரூமும் புதுசாக் கட்டித் தருவினமோ?"
"""Tamil: will our kitchen and bathroom be made new?"""
SORANI = "لە نۆژەنکردنەوەی گەڕەکەکەدا چی دەکرێت بە تەواوی؟"


@pytest_asyncio.fixture
async def libre() -> AsyncIterator[LibreServer]:
    async with libre_server() as running:
        yield running


@pytest_asyncio.fixture
async def kumar(program: Program, libre: LibreServer) -> Dialogue:
    """Somebody whose app is English and who writes Tamil."""
    program.more_settings = {"translation": "libretranslate", "translation_url": libre.address, "burst": 1000}
    await program.start()
    kumar = program.resident(104, "en", "en-GB")
    await kumar.starts()
    return kumar


async def asks(dialogue: Dialogue, words: str) -> tuple[Heard, Heard, Heard]:
    """What comes back to the first message in a language without content."""
    return await dialogue.says(words), await dialogue.hears(), await dialogue.hears()


def curated(dialogue: Dialogue) -> str:
    return dialogue.language.texts("machine-translated")


@pytest.mark.asyncio
async def test_an_answer_comes_in_their_language_marked_with_the_curated_text_below(
    kumar: Dialogue, understanding: Understanding
) -> None:
    entry = understanding.decide(KITCHEN, "en").entry or ""
    title = kumar.language.wordings[entry].title
    _, answer, _ = await asks(kumar, KITCHEN)
    assert answer.text.startswith(f"TA: {title.upper()}\n")
    translated, _, original = answer.text.partition(f"\n{curated(kumar)}\n\n")
    assert translated.endswith(f"TA: {curated(kumar).upper()}")
    assert original.startswith(f"{title}\n")
    assert "TA: WAS THIS" not in answer.text
    assert f"TA: {kumar.language.texts('button-helped-yes').upper()}" in answer.reply.labels


@pytest.mark.asyncio
async def test_what_has_been_translated_once_is_not_translated_again(
    program: Program, kumar: Dialogue, libre: LibreServer
) -> None:
    await asks(kumar, KITCHEN)
    before = len(libre.requests)
    await program.stop()
    await program.start()
    again = await kumar.says(KITCHEN)
    assert again.text.startswith("TA: ")
    assert len(libre.requests) == before


@pytest.mark.asyncio
async def test_a_menu_pressed_afterwards_is_in_their_language_too_until_they_choose_another(kumar: Dialogue) -> None:
    await asks(kumar, KITCHEN)
    await kumar.resident.says("/topics")
    menu = await kumar.hears()
    assert menu.text.startswith("TA: ")
    assert f"TA: {kumar.language.texts('topic-vote').upper()}" in menu.reply.labels
    await kumar.resident.says("/language")
    await kumar.hears()
    assert (await kumar.chooses(kumar.language)).text == kumar.language.texts("language-set")


@pytest.mark.asyncio
@pytest.mark.parametrize("mode", ["broken", "closes", "no json", "marks lost", "same"])
async def test_where_the_service_fails_the_curated_text_comes_alone(
    kumar: Dialogue, libre: LibreServer, mode: str
) -> None:
    libre.mode = mode
    _, answer, _ = await asks(kumar, KITCHEN)
    assert curated(kumar) not in answer.text or mode == "marks lost"
    assert kumar.language.texts("helped-question") in answer.text


@pytest.mark.asyncio
async def test_nobody_waits_longer_than_it_takes_for_a_service_that_hangs(
    kumar: Dialogue, libre: LibreServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retelling, "PATIENCE", 0.05)
    libre.hang()
    _, answer, _ = await asks(kumar, KITCHEN)
    assert "TA: " not in answer.text
    assert kumar.language.texts("helped-question") in answer.text


@pytest.mark.asyncio
async def test_a_language_that_the_service_does_not_have_is_answered_in_the_curated_one(
    kumar: Dialogue, libre: LibreServer
) -> None:
    unknown, answer, _ = await asks(kumar, SORANI)
    assert unknown.says("language-unknown")
    assert curated(kumar) not in answer.text
    assert libre.requests == []


@pytest.mark.asyncio
async def test_what_is_stored_is_told_and_goes_nowhere(kumar: Dialogue, libre: LibreServer) -> None:
    await asks(kumar, KITCHEN)
    before = len(libre.requests)
    await kumar.resident.says("/mydata")
    told = await kumar.hears()
    assert told.says("mydata-language", language="English, Tamil")
    assert len(libre.requests) == before
