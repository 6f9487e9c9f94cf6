"""When something fails: the log says what and where, the resident is told, and nothing that was written appears."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr
from telegram import Update

from bot.app import forgetful_store, now
from bot.logs import place_of
from bot.settings import Settings
from bot.turn import Turns, Understands
from bot.understanding.decision import Decision
from handlers.application import add_handlers, build_application
from handlers.resident import ResidentHandlers
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, faults

WORDS = "mit hemmelige spørgsmål"


class Broken:
    """Understands nothing and says so loudly."""

    def decide(self, text: str, hint: str | None = None) -> Decision:
        raise ValueError(f"cannot understand {text!r} with the hint {hint}")


class Calm:
    """Understands nothing and says so."""

    def decide(self, text: str, hint: str | None = None) -> Decision:
        assert text
        return Decision("no_match", None, 1.0, (), hint or "da")


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


async def handles(server: BotApiServer, knowledge: Knowledge, understanding: Understands, written: str) -> None:
    """The whole application, given one message."""
    store = forgetful_store()
    turns = Turns(knowledge, understanding, store, now)
    application = build_application(Settings(token=SecretStr(server.token), api=server.origin))
    add_handlers(application, ResidentHandlers(turns), None)
    message = await server.user(11, language_code="da").says(written)
    update: dict[str, Any] = {"update_id": 1, "message": message.body}
    await application.initialize()
    try:
        await application.process_update(Update.de_json(update, application.bot))
    finally:
        await application.shutdown()
        store.close()


@pytest.mark.asyncio
async def test_a_resident_is_told_and_the_log_names_the_place_only(
    server: BotApiServer, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        await handles(server, knowledge, Broken(), WORDS)
    reply = await server.user(11).reply()
    assert reply.text == knowledge.languages["da"].texts("trouble")
    (record,) = [record for record in caplog.records if record.name == "handlers.errors"]
    assert record.getMessage().startswith("ValueError at ")
    assert "test_errors.py:" in record.getMessage()
    assert WORDS not in caplog.text


@pytest.mark.asyncio
async def test_a_refusal_of_telegram_is_logged_and_not_answered_with_more_messages(
    server: BotApiServer, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    server.faults.next("sendMessage", faults.error(400, f"Bad Request: {WORDS}"))
    with caplog.at_level(logging.INFO):
        await handles(server, knowledge, Calm(), WORDS)
    assert server.sent_to(11) == []
    assert "BadRequest at " in caplog.text
    assert WORDS not in caplog.text


@pytest.mark.asyncio
async def test_nobody_is_told_where_nobody_can_be_reached(
    server: BotApiServer, knowledge: Knowledge, caplog: pytest.LogCaptureFixture
) -> None:
    server.faults.always("sendMessage", faults.blocked())
    with caplog.at_level(logging.INFO):
        await handles(server, knowledge, Broken(), WORDS)
    assert server.sent_to(11) == []
    assert "ValueError at " in caplog.text
    assert WORDS not in caplog.text


def test_the_place_is_the_last_steps_into_the_error() -> None:
    def deep(left: int) -> None:
        if not left:
            raise KeyError(WORDS)
        deep(left - 1)

    with pytest.raises(KeyError) as caught:
        deep(9)
    place = place_of(caught.value)
    assert place.count("test_errors.py:") == 4
    assert "/" not in place
    assert WORDS not in place
