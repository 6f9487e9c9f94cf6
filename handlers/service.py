"""`nabo run`: starts everything in order, keeps it going, and stops it cleanly on SIGTERM or Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
from collections.abc import Awaitable, Callable

from telegram import Update as TelegramUpdate
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.app import App
from bot.delivery.inbox import Inbox
from bot.settings import Settings
from bot.store.interface import Update
from handlers.application import AnyApplication, announce, build_application
from handlers.poll import Poller
from handlers.receive import chat_key

log = logging.getLogger(__name__)

CLEANING_SECONDS = 3600


class TokenRefused(Exception):
    """Telegram does not know the token."""


async def run_service(settings: Settings, app: App) -> None:
    """Runs until a signal comes; raises TokenRefused."""
    application = build_application(settings, app.turns)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopping.set)
    if not await _initialised(application, stopping):
        return
    inbox = Inbox(
        app.store,
        _handler(application),
        lambda update: chat_key(update.payload),
        app.clock,
        settings.side_by_side,
    )
    left = inbox.recover()
    log.info("Nabo is running; %d messages were waiting from before", left)
    tasks = [
        asyncio.create_task(Poller(application.bot, inbox).run()),
        asyncio.create_task(_announce(application, app)),
        asyncio.create_task(_clean(app, settings.keep_language_days)),
    ]
    stop = asyncio.create_task(stopping.wait())
    await asyncio.wait([stop, tasks[0]], return_when=asyncio.FIRST_COMPLETED)
    failure = tasks[0].exception() if tasks[0].done() and not tasks[0].cancelled() else None
    for task in (*tasks, stop):
        task.cancel()
    await asyncio.gather(*tasks, stop, return_exceptions=True)
    await inbox.stop(settings.stop_seconds)
    with contextlib.suppress(TelegramError):
        await application.shutdown()
    log.info("Nabo has stopped")
    if failure:
        raise TokenRefused from failure


async def _initialised(application: AnyApplication, stopping: asyncio.Event) -> bool:
    """Says hello to Telegram, however long it takes to reach it; False if told to stop meanwhile."""
    pause = 1.0
    while not stopping.is_set():
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except NetworkError as error:
            log.warning("Telegram cannot be reached (%s), trying again in %.0f s", type(error).__name__, pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), pause)
            pause = min(pause * 2, 30.0)
        else:
            return True
    return False


def _handler(application: AnyApplication) -> Callable[[Update], Awaitable[None]]:
    async def handle(update: Update) -> None:
        parsed = TelegramUpdate.de_json(json.loads(update.payload), application.bot)
        await application.process_update(parsed)

    return handle


async def _announce(application: AnyApplication, app: App) -> None:
    try:
        await announce(application, app.turns.knowledge)
    except TelegramError as error:
        log.warning("the command lists could not be set: %s", type(error).__name__)


async def _clean(app: App, keep_language_days: int) -> None:
    while True:
        removed = await asyncio.to_thread(app.store.forget_old, app.clock(), keep_language_days)
        log.info("cleaned: %s", ", ".join(f"{count} {what}" for what, count in removed.items()))
        await asyncio.sleep(CLEANING_SECONDS)
