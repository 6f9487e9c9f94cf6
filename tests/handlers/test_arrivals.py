"""Telegram is told where to call, or asked, as the operator has set it; either way after the other."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.app import forgetful_store, now
from bot.delivery.inbox import Inbox
from bot.settings import Settings
from bot.store.interface import Update
from bot.web.sites import Sites
from bot.web.webhook import secret_of
from handlers.application import build_application
from handlers.arrivals import Arrivals
from tests.bot_api import BotApiServer

pytestmark = pytest.mark.asyncio

PATIENCE = 10.0
PUBLIC = "https://nabo.example.org"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


@contextlib.asynccontextmanager
async def arriving(server: BotApiServer, **more: str) -> AsyncIterator[None]:
    """Updates come, as these settings have it."""
    settings = Settings(token=SecretStr(server.token), api=server.origin, **more)  # type: ignore[arg-type]
    application, store = build_application(settings), forgetful_store()

    async def handle(update: Update) -> None:
        del update

    inbox = Inbox(store, handle, now, 1)
    sites = Sites(settings, [])
    async with application.bot, sites.serving():
        task = asyncio.create_task(Arrivals(application.bot, inbox, settings, sites).run())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            store.close()


async def test_with_a_public_address_telegram_is_told_to_call_there_with_the_secret(server: BotApiServer) -> None:
    async with arriving(server, listen="127.0.0.1:0", public_address=PUBLIC):
        await server.called("setWebhook", 1, PATIENCE)
        told = server.bot.webhook
        assert (told.url, told.secret_token) == (f"{PUBLIC}/telegram/updates", secret_of(server.token))
        assert server.calls("getUpdates") == []


async def test_without_one_it_is_asked_even_if_it_was_told_to_call_before(server: BotApiServer) -> None:
    async with arriving(server, listen="127.0.0.1:0", public_address=PUBLIC):
        await server.called("setWebhook", 1, PATIENCE)
    async with arriving(server):
        await server.called("setWebhook", 2, PATIENCE)
        await server.world.changes.until(lambda: server.calls("getUpdates") or None, PATIENCE, "a poll")
        assert server.bot.webhook.url == ""
