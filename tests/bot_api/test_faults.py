"""Faults as python-telegram-bot meets them, and a whole application that lives through them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import telegram
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from tests.bot_api import Fault, faults
from tests.bot_api.client_ptb import ptb_bot
from tests.bot_api.server import BotApiServer

pytestmark = pytest.mark.asyncio
RESIDENT = 11


@pytest.mark.parametrize(
    ("fault", "kind", "arrived"),
    [
        (faults.bad_gateway(), NetworkError, False),
        (faults.drop(), NetworkError, False),
        (faults.lose_reply(), NetworkError, True),
        (faults.slow_reply(0.4), TimedOut, True),
        (faults.blocked(), Forbidden, False),
        (faults.bad_token(), InvalidToken, False),
        (faults.other_poller(), Conflict, False),
        (faults.garbage(), TelegramError, False),
        (faults.error(400, "Bad Request: chat not found"), BadRequest, False),
    ],
    ids=lambda value: value.name if isinstance(value, Fault) else None,
)
async def test_what_becomes_of_a_message(
    server: BotApiServer, fault: Fault, kind: type[TelegramError], arrived: bool
) -> None:
    await server.user(RESIDENT).says("hello")
    server.faults.next("sendMessage", fault)
    async with ptb_bot(server) as bot:
        with pytest.raises(kind) as raised:
            await bot.send_message(RESIDENT, "one", read_timeout=0.2)
        assert kind in (NetworkError, type(raised.value)) or fault.name == "garbage"
        await server.called("sendMessage")
        await bot.send_message(RESIDENT, "two")
    assert [reply.text for reply in server.sent_to(RESIDENT)] == ["one", "two"][not arrived :]
    assert server.faults.pending == 0
    assert server.calls("sendMessage")[0].carried_out is arrived


async def test_a_delay_ends_well(server: BotApiServer) -> None:
    await server.user(RESIDENT).says("hello")
    server.faults.next("sendMessage", faults.delay(0.05))
    async with ptb_bot(server) as bot:
        assert await bot.send_message(RESIDENT, "one")


async def test_faults_choose_their_calls(server: BotApiServer) -> None:
    await server.user(RESIDENT).says("hello")
    server.faults.next(None, faults.drop(), times=2, when=lambda call: call.parameters.get("text") == "bad")
    server.faults.always("getMe", faults.bad_gateway())
    async with ptb_bot(server) as bot:
        for _ in range(2):
            with pytest.raises(NetworkError):
                await bot.send_message(RESIDENT, "bad")
            await bot.send_message(RESIDENT, "good")
            with pytest.raises(NetworkError):
                await bot.get_me()
        await bot.send_message(RESIDENT, "bad")
        server.faults.clear()
        assert (await bot.get_me()).is_bot
    assert [call.outcome for call in server.calls("sendMessage")] == [
        "connection dropped", "ok", "connection dropped", "ok", "ok",
    ]  # fmt: skip


async def test_a_download_can_fail(server: BotApiServer) -> None:
    await server.user(RESIDENT).sends_photo()
    server.faults.next("download", faults.bad_gateway())
    async with ptb_bot(server) as bot:
        (update,) = await bot.get_updates()
        assert update.message is not None
        file = await update.message.photo[0].get_file()
        with pytest.raises(NetworkError):
            await file.download_as_bytearray()
        assert await file.download_as_bytearray()


async def _echo(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.effective_message is not None
    button = telegram.InlineKeyboardButton("Again", callback_data="again")
    text = f"You said {update.effective_message.text}"
    await update.effective_message.reply_text(text, reply_markup=telegram.InlineKeyboardMarkup([[button]]))


async def _again(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Once more")
    await update.callback_query.edit_message_text("Again!")


@asynccontextmanager
async def _running(server: BotApiServer) -> AsyncIterator[None]:
    application = (
        Application.builder().token(server.token).base_url(server.base_url).base_file_url(server.base_file_url).build()
    )
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.add_handler(CallbackQueryHandler(_again))
    async with application:
        assert application.updater is not None
        await application.updater.start_polling(poll_interval=0.01)
        await application.start()
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()


async def test_an_application_converses(server: BotApiServer) -> None:
    user, neighbour = server.user(RESIDENT), server.user(12)
    async with _running(server):
        await asyncio.gather(user.says("hello"), neighbour.says("hej"))
        assert (await user.reply()).text == "You said hello"
        assert (await neighbour.reply()).text == "You said hej"
        press = await user.presses("Again")
        assert (await press.answer()).text == "Once more"
        assert (await user.next_edit()).text == "Again!"
        assert await user.quiet(0.02)
        with pytest.raises(LookupError):
            await user.presses("Again")
        with pytest.raises(TimeoutError, match="1 replies"):
            await user.replies(1, timeout=0.02)


async def test_an_application_lives_through_a_bad_line(server: BotApiServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    user = server.user(RESIDENT)
    async with _running(server):
        server.faults.next("getUpdates", faults.drop(), times=1)
        server.faults.next("getUpdates", faults.bad_gateway(), times=1)
        await user.says("hello")
        assert (await user.reply(timeout=6)).text == "You said hello"


async def test_updates_that_come_twice(server: BotApiServer) -> None:
    server.faults.duplicate_updates = True
    user = server.user(RESIDENT)
    async with _running(server):
        await user.says("hello")
        assert [reply.text for reply in await user.replies(2)] == ["You said hello"] * 2
        assert await user.quiet(0.05)
