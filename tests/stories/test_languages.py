"""Which language Nabo writes, and how that changes."""

from __future__ import annotations

import json

import pytest

from bot.conversation.respond import COMMANDS
from tests.bot_api import faults
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_a_language_that_was_noticed_changes_with_the_next_message(nabo: Program) -> None:
    amina = nabo.resident(21, "ar")
    await amina.starts()
    assert (await amina.says("متى يبدأ البناء؟")).is_about("plan.start")

    amina.language = nabo.knowledge.languages["da"]
    assert (await amina.says("Hvor længe varer byggeriet?")).says("language-followed")
    assert (await amina.hears()).is_about("plan.duration")


async def test_a_language_that_was_chosen_changes_when_another_is_written_twice(nabo: Program) -> None:
    danish, turkish = (nabo.knowledge.languages[code] for code in ("da", "tr"))
    mehmet = nabo.resident(22, "da")
    await mehmet.starts()
    await mehmet.chooses(danish)

    once = await mehmet.says("Kiram artacak mı?")
    assert once.is_about("plan.rent")
    assert turkish.name in once.reply.labels

    mehmet.language = turkish
    assert (await mehmet.says("İnşaat ne zaman başlıyor?")).says("language-followed")
    assert (await mehmet.hears()).is_about("plan.start")


async def test_the_offered_button_changes_a_chosen_language_at_once(nabo: Program) -> None:
    mehmet = nabo.resident(22, "da")
    await mehmet.starts()
    await mehmet.chooses(nabo.knowledge.languages["da"])

    await mehmet.says("Kiram artacak mı?")
    assert (await mehmet.chooses(nabo.knowledge.languages["tr"])).says("language-set")


async def test_a_greeting_never_changes_the_language(nabo: Program) -> None:
    lene = nabo.resident(23, "da")
    await lene.starts()
    await lene.chooses(nabo.knowledge.languages["da"])

    for greeting in ("hello", "merhaba", "hello"):
        assert (await lene.says(greeting)).says("smalltalk-greeting")


async def test_the_command_offers_all_languages_and_the_choice_outlives_a_restart(nabo: Program) -> None:
    grace = nabo.resident(24, "da")
    await grace.starts()
    menu = await grace.says("/language")
    assert menu.says("choose-language")
    assert {language.name for language in nabo.knowledge.languages.values()} == set(menu.reply.labels)
    await grace.chooses(nabo.knowledge.languages["en"])

    await nabo.stop()
    await nabo.start()
    assert (await grace.says("/help")).says("help")


async def test_a_language_without_answers_is_answered_in_the_readers_own_with_a_word_of_why(nabo: Program) -> None:
    anna = nabo.resident(25, "en", app_language="de")

    assert (await anna.says("Wann beginnen die Bauarbeiten in meinem Haus?")).says("language-unknown")
    assert (await anna.hears()).names_source(nabo.knowledge.entries["plan.start"])
    assert (await anna.hears()).says("first-notice")


async def test_telegram_lists_the_commands_in_every_language(nabo: Program) -> None:
    lists = nabo.server.bot.commands
    languages = {code: language for code, language in nabo.knowledge.languages.items() if len(code) == 2}
    await nabo.until(lambda: len(lists) == len(languages) + 1, "command lists")

    private = json.dumps({"type": "all_private_chats"})
    for code, language in {**languages, "": nabo.knowledge.languages["en"]}.items():
        listed = {each["command"]: each["description"] for each in lists[private, code]}
        assert listed == {name: language.texts(f"command-{name}") for name in COMMANDS}


async def test_a_failing_command_list_is_set_later(program: Program) -> None:
    program.server.faults.next("setMyCommands", faults.bad_gateway())
    await program.start()
    await program.until(lambda: len(program.server.bot.commands) > len(program.knowledge.languages), "command lists")
