"""The doctor names what is missing, with a remedy, and sends nothing to anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.app import open_store
from bot.effects import Changes, FactChange
from bot.settings import Settings
from handlers.doctor import Finding, examine
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.translation.server import libre_server

pytestmark = pytest.mark.asyncio

FORUM, COLLEAGUE = -1001000000010, 4711


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


@pytest.fixture
def settings(server: BotApiServer, tmp_path: Path) -> Settings:
    return Settings(
        token=SecretStr(server.token), api=server.origin, data=tmp_path, staff_chat=FORUM, on_call=str(COLLEAGUE)
    )


async def missing(settings: Settings, knowledge: Knowledge) -> dict[str, Finding]:
    return {finding.what: finding async for finding in examine(settings, knowledge) if not finding.good}


def ready(knowledge: Knowledge) -> Knowledge:
    lines = tuple(replace(line, confirmed=dt.date(2027, 1, 1)) for line in knowledge.estate.helplines)
    hours = {0: ((dt.time(9), dt.time(12)),)}
    return replace(knowledge, estate=replace(knowledge.estate, staff_hours=hours, helplines=lines))


async def test_where_everything_is_there_nothing_is_missing(
    server: BotApiServer, settings: Settings, knowledge: Knowledge
) -> None:
    server.forum(FORUM)
    await server.user(COLLEAGUE, first_name="Mette").starts()
    assert await missing(settings, ready(knowledge)) == {}
    assert server.calls("sendMessage") == []


async def test_as_it_is_shipped_hours_and_help_lines_are_missing(
    server: BotApiServer, settings: Settings, knowledge: Knowledge
) -> None:
    server.forum(FORUM)
    await server.user(COLLEAGUE, first_name="Mette").starts()
    found = await missing(settings, knowledge)
    assert found.keys() == {"opening hours of the staff", "help lines confirmed by staff"}
    assert "1813" in found["help lines confirmed by staff"].remedy


async def test_rights_that_are_missing_are_named(
    server: BotApiServer, settings: Settings, knowledge: Knowledge
) -> None:
    group = server.forum(FORUM)
    mette = server.user(COLLEAGUE, first_name="Mette")
    await mette.starts()
    await group.sets_bot(mette, "administrator", can_manage_topics=False, can_delete_messages=False)
    found = await missing(settings, ready(knowledge))
    assert found.keys() == {"bot can manage topics", "bot can delete messages"}


async def test_a_group_the_bot_is_not_in_is_named(settings: Settings, knowledge: Knowledge) -> None:
    (what,) = await missing(settings, ready(knowledge))
    assert what.startswith("staff group (")


async def test_a_colleague_who_never_started_the_bot_is_named(
    server: BotApiServer, settings: Settings, knowledge: Knowledge
) -> None:
    server.forum(FORUM)
    assert (await missing(settings, ready(knowledge))).keys() == {f"on call: {COLLEAGUE}"}


async def test_a_wrong_token_is_named_and_not_shown(settings: Settings, knowledge: Knowledge) -> None:
    wrong = settings.model_copy(update={"token": SecretStr("7000000001:copied-wrongly")})
    found = await missing(wrong, ready(knowledge))
    assert found.keys() == {"token"}
    assert "copied-wrongly" not in repr(found)


async def test_without_a_network_it_says_so(settings: Settings, knowledge: Knowledge) -> None:
    nowhere = settings.model_copy(update={"api": "http://127.0.0.1:9"})
    (what,) = await missing(nowhere, ready(knowledge))
    assert what.startswith("Telegram cannot be reached")


async def test_another_key_is_named(settings: Settings, knowledge: Knowledge, server: BotApiServer) -> None:
    server.forum(FORUM)
    await server.user(COLLEAGUE, first_name="Mette").starts()
    await missing(settings, ready(knowledge))
    other = settings.model_copy(update={"key": SecretStr("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")})
    assert (await missing(other, ready(knowledge))).keys() == {"key of the store"}


async def test_what_the_staff_have_set_in_their_group_counts_and_is_named(
    server: BotApiServer, settings: Settings, knowledge: Knowledge
) -> None:
    server.forum(FORUM)
    store = open_store(settings)
    change = FactChange("staff_hours.monday", "09:00-12:00", before="", by="Mette")
    store.finish(None, dt.datetime(2027, 3, 1, tzinfo=dt.UTC), Changes(facts=(change,)))
    store.close()

    found = {finding.what: finding async for finding in examine(settings, knowledge)}
    assert found["opening hours of the staff"].good
    assert found["set in the staff's group instead of estate.yaml: staff_hours.monday"].good


async def test_each_language_is_told_whether_it_can_be_translated(settings: Settings, knowledge: Knowledge) -> None:
    async with libre_server() as libre:
        set_so = settings.model_copy(update={"translation": "libretranslate", "translation_url": libre.address})
        found = [finding async for finding in examine(set_so, knowledge) if finding.what.startswith("translation")]
    assert all(finding.good for finding in found)
    said = [finding.what for finding in found]
    assert said[0] == "translation by LibreTranslate (the operator's own, nothing leaves; cases too)"
    assert "translation Arabic: both ways" in said
    assert "translation Somali: not there: words of cases go as they are" in said


async def test_a_translation_service_that_is_not_there_is_named_with_a_remedy(
    settings: Settings, knowledge: Knowledge
) -> None:
    set_so = settings.model_copy(update={"translation": "libretranslate", "translation_url": "http://127.0.0.1:9"})
    found = await missing(set_so, knowledge)
    (finding,) = [each for what, each in found.items() if what.startswith("translation")]
    assert "NABO_TRANSLATION_URL" in finding.remedy
