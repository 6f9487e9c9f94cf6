"""The small interface, by way of python-telegram-bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from io import BytesIO
from typing import Any

import telegram
from telegram.error import RetryAfter, TelegramError

from tests.bot_api.clients import Client, RefusedError, Rows
from tests.bot_api.server import BotApiServer


@contextmanager
def _ptb_errors() -> Iterator[None]:
    try:
        yield
    except RetryAfter as error:
        raise RefusedError(str(error), int(error._retry_after.total_seconds())) from error
    except TelegramError as error:
        raise RefusedError(str(error)) from error


class Ptb(Client):
    """python-telegram-bot."""

    def __init__(self, bot: telegram.Bot) -> None:
        self.bot = bot

    async def me(self) -> tuple[int, str, bool]:
        me = await self.bot.get_me()
        return me.id, me.username or "", me.is_bot

    async def send(self, chat_id: int, text: str, rows: Rows | None = None, html: bool = False) -> int:
        button = telegram.InlineKeyboardButton
        markup = rows and telegram.InlineKeyboardMarkup(
            [[button(label, callback_data=data) for label, data in row] for row in rows]
        )
        with _ptb_errors():
            mode = "HTML" if html else None
            message = await self.bot.send_message(chat_id, text, parse_mode=mode, reply_markup=markup or None)
        return message.message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> str:
        with _ptb_errors():
            message = await self.bot.edit_message_text(text, chat_id, message_id)
        assert isinstance(message, telegram.Message)
        return message.text or ""

    async def delete(self, chat_id: int, message_id: int) -> bool:
        with _ptb_errors():
            return await self.bot.delete_message(chat_id, message_id)

    async def updates(self, offset: int | None = None, **more: Any) -> list[dict[str, Any]]:
        with _ptb_errors():
            found = await self.bot.get_updates(offset=offset, **more)
        return [update.to_dict() for update in found]

    async def answer(self, query_id: str, text: str) -> bool:
        with _ptb_errors():
            return await self.bot.answer_callback_query(query_id, text)

    async def set_commands(self, language: str, **commands: str) -> bool:
        with _ptb_errors():
            return await self.bot.set_my_commands(list(commands.items()), language_code=language)

    async def commands(self, language: str) -> dict[str, str]:
        found = await self.bot.get_my_commands(language_code=language)
        return {command.command: command.description for command in found}

    async def send_photo(self, chat_id: int, data: bytes, caption: str) -> str:
        with _ptb_errors():
            message = await self.bot.send_photo(chat_id, data, caption=caption)
        return message.photo[-1].file_id

    async def download(self, file_id: str) -> bytes:
        with _ptb_errors():
            file = await self.bot.get_file(file_id)
            target = BytesIO()
            await file.download_to_memory(target)
        return target.getvalue()

    async def member_status(self, chat_id: int, user_id: int) -> str:
        with _ptb_errors():
            return (await self.bot.get_chat_member(chat_id, user_id)).status

    async def chat_title(self, chat_id: int) -> str:
        with _ptb_errors():
            chat = await self.bot.get_chat(chat_id)
        return chat.title or chat.first_name or ""


@asynccontextmanager
async def ptb_bot(server: BotApiServer, token: str | None = None) -> AsyncIterator[telegram.Bot]:
    """A bot of python-telegram-bot that talks to the server."""
    bot = telegram.Bot(token or server.token, base_url=server.base_url, base_file_url=server.base_file_url)
    for request in bot._request:
        await request.initialize()
    try:
        yield bot
    finally:
        for request in bot._request:
            await request.shutdown()
