"""`nabo run`: starts everything in order, keeps it going, and stops it cleanly on SIGTERM or Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Update as TelegramUpdate
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.app import App, boardroom, send_limit, week_end
from bot.casework import Casework
from bot.delivery.channel import Channel
from bot.delivery.inbox import Admit, Inbox
from bot.delivery.limits import ResidentLimit, SendLimit
from bot.delivery.outbox import Outbox
from bot.delivery.retelling import Retelling
from bot.delivery.translating import translating
from bot.settings import Settings
from bot.store.interface import Update
from bot.timers import Timers
from bot.web.health import Seen
from bot.web.metrics import Metrics
from bot.web.sites import Sites
from handlers import duties
from handlers.application import AnyApplication, add_handlers, announce, announce_to_staff, build_application
from handlers.arrivals import Arrivals
from handlers.board import BoardHandlers
from handlers.channel import TelegramChannel
from handlers.errors import log_loop_fault
from handlers.poll import FIRST_PAUSE
from handlers.pulse import Pulse
from handlers.receive import chat_key
from handlers.resident import ResidentHandlers
from handlers.send import Pauses
from handlers.staff import StaffHandlers
from handlers.watched import Watched

log = logging.getLogger(__name__)


class TokenRefused(Exception):
    """Telegram does not know the token."""


async def run_service(settings: Settings, app: App, stopping: asyncio.Event | None = None) -> None:
    """Runs until a signal comes (or `stopping` is set, where it is given); raises TokenRefused, CannotListen."""
    stopping = stopping or _set_by_signals()
    asyncio.get_running_loop().set_exception_handler(log_loop_fault)
    watched = Watched(Seen(), Metrics())
    sites = Sites(settings, watched.routes(app))
    limit = send_limit(app.store)
    application = build_application(settings, watched.seen.telegram_answers, limit)
    app = replace(app, turns=replace(app.turns, understanding=watched.understanding(app.turns.understanding)))
    desk = _desk(application, settings, app, watched.channel, limit)
    retelling = _retelling(app)
    residents = ResidentHandlers(app.turns, desk.outbox if desk else None, desk.channel if desk else None, retelling)
    staff = StaffHandlers(app.turns, desk.channel, desk.outbox) if desk else None
    board = _board(application, settings, app, sites)
    add_handlers(application, residents, staff, board)
    try:
        outbox = desk.outbox if desk else None
        async with sites.serving(), watched.by_systemd(), translating(app.translation, app.turns, outbox, retelling):
            # The first decision loads what many threads would otherwise load at once.
            await asyncio.to_thread(app.turns.understanding.decide, "Nabo")
            if await _initialised(application, stopping):
                await _serve(application, residents, Running(settings, app, desk, watched, sites, board), stopping)
    except InvalidToken as error:
        raise TokenRefused from error
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # has connections even where the application never got so far
    log.info("Nabo has stopped")


def _retelling(app: App) -> Retelling | None:
    return Retelling(app.translation, app.turns.knowledge, app.store, app.clock) if app.translation else None


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes to hand over to the staff."""

    casework: Casework
    channel: TelegramChannel
    outbox: Outbox


@dataclass(frozen=True, slots=True)
class Running:
    """What is served, and with which parts."""

    settings: Settings
    app: App
    desk: Desk | None
    watched: Watched
    sites: Sites
    board: BoardHandlers | None = None


def _desk(
    application: AnyApplication, settings: Settings, app: App, watching: Callable[[Channel], Channel], limit: SendLimit
) -> Desk | None:
    if app.casework is None or settings.staff_chat is None:
        return None
    channel = TelegramChannel(application.bot, app.store, settings.staff_chat)
    outbox = Outbox(app.store, watching(channel), app.casework, app.clock, limit)
    if channel.group.is_elsewhere:
        outbox.in_other_group()
    return Desk(app.casework, channel, outbox)


def _board(application: AnyApplication, settings: Settings, app: App, sites: Sites) -> BoardHandlers | None:
    """The board's chat, and the pages that its links lead to."""
    room = boardroom(settings, app)
    if room is None or settings.board_chat is None:
        return None
    if room.address:
        from bot.web.board import board_of  # noqa: PLC0415 - loads Matplotlib

        sites.publish(board_of(room).routes())
    return BoardHandlers(application.bot, room, settings.board_chat)


def _set_by_signals() -> asyncio.Event:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopping.set)
    return stopping


async def _initialised(application: AnyApplication, stopping: asyncio.Event) -> bool:
    """Says hello to Telegram, however long it takes to reach it; False if told to stop meanwhile."""
    pauses = Pauses(FIRST_PAUSE)
    while not stopping.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            pause = pauses.after(error)
            log.warning("Telegram cannot be reached (%s), trying again in %.0f s", type(error).__name__, pause)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await stopping.wait()
        else:
            return True
    return False


async def _serve(
    application: AnyApplication, residents: ResidentHandlers, running: Running, stopping: asyncio.Event
) -> None:
    """Everything that runs side by side; ends when told to stop, or with what ended one of the lasting tasks."""
    settings, app = running.settings, running.app
    inbox = Inbox(
        app.store,
        _handler(application, running.watched),
        app.clock,
        settings.side_by_side,
        _admission(application, residents, ResidentLimit(settings.burst, settings.refill_seconds)),
    )
    log.info("Nabo is running")
    lasting = {
        asyncio.create_task(inbox.run()),
        asyncio.create_task(Arrivals(application.bot, inbox, settings, running.sites).run()),
        asyncio.create_task(duties.beat(app)),
        asyncio.create_task(duties.clean(app, settings.keep_language_days)),
        asyncio.create_task(stopping.wait()),
        asyncio.create_task(_pulse(application, running).run()),
        *_at_the_desk(running),
        *_at_the_weekend(running),
        *({asyncio.create_task(running.board.run())} if running.board else ()),
    }
    tasks = {*lasting, asyncio.create_task(_announce(application, running))}
    try:
        done, _ = await asyncio.wait(lasting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await inbox.stop(settings.stop_seconds)
        await asyncio.to_thread(app.store.let_go)
    for task in done:
        task.result()


def _pulse(application: AnyApplication, running: Running) -> Pulse:
    desk = running.desk
    return Pulse(application.bot, running.watched.seen, (lambda: desk.channel.staff_chat) if desk else None)


def _at_the_desk(running: Running) -> set[asyncio.Task[None]]:
    desk = running.desk
    if desk is None:
        return set()
    timers = Timers(running.app.store, desk.casework, running.app.clock, running.app.turns.counter)
    return {asyncio.create_task(desk.outbox.run()), asyncio.create_task(timers.run(desk.outbox.wake))}


def _at_the_weekend(running: Running) -> set[asyncio.Task[None]]:
    weekend = week_end(running.settings, running.app)
    return {asyncio.create_task(weekend.run())} if weekend else set()


def _handler(application: AnyApplication, watched: Watched) -> Callable[[Update], Awaitable[None]]:
    async def handle(update: Update) -> None:
        parsed = TelegramUpdate.de_json(json.loads(update.payload), application.bot)
        await application.process_update(parsed)
        watched.metrics.updates.inc()

    return handle


def _admission(application: AnyApplication, residents: ResidentHandlers, limit: ResidentLimit) -> Admit:
    async def admit(update: Update) -> None:
        raw = json.loads(update.payload)
        chat = chat_key(raw)
        if chat.startswith("-"):
            return  # a group: the staff write as fast as they like
        wait = limit.admit(chat, time.monotonic())
        if wait.warn:
            await residents.slow_down(TelegramUpdate.de_json(raw, application.bot), application.bot)
        await asyncio.sleep(wait.seconds)

    return admit


async def _announce(application: AnyApplication, running: Running) -> None:
    pauses = Pauses(FIRST_PAUSE)
    while True:
        try:
            await announce(application, running.app.turns.knowledge)
            if running.desk:
                await announce_to_staff(application, running.desk.channel.staff_chat, running.desk.casework.staff)
            if running.board:
                await running.board.announce()
        except TelegramError as error:
            log.warning("the command lists could not be set: %s", type(error).__name__)
            if isinstance(error, BadRequest):
                return
            await asyncio.sleep(pauses.after(error))
        else:
            return
