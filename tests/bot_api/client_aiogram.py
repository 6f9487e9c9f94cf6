"""The small interface, by way of aiogram."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiogram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.types import BotCommand, BufferedInputFile

from tests.bot_api.clients import Client, RefusedError, Rows
from tests.bot_api.server import BotApiServer


@contextmanager
def _aiogram_errors() -> Iterator[None]:
    try:
        yield
    except TelegramRetryAfter as error:
        raise RefusedError(error.message, error.retry_after) from error
    except TelegramAPIError as error:
        raise RefusedError(error.message) from error


class Aiogram(Client):
    """aiogram."""

    def __init__(self, bot: aiogram.Bot) -> None:
        self.bot = bot

    async def me(self) -> tuple[int, str, bool]:
        me = await self.bot.get_me()
        return me.id, me.username or "", me.is_bot

    async def send(self, chat_id: int, text: str, rows: Rows | None = None, html: bool = False) -> int:
        button = aiogram.types.InlineKeyboardButton
        markup = rows and aiogram.types.InlineKeyboardMarkup(
            inline_keyboard=[[button(text=label, callback_data=data) for label, data in row] for row in rows]
        )
        with _aiogram_errors():
            mode = "HTML" if html else None
            message = await self.bot.send_message(chat_id, text, parse_mode=mode, reply_markup=markup or None)
        return message.message_id

    async def edit(self, chat_id: int, message_id: int, text: str) -> str:
        with _aiogram_errors():
            message = await self.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
        assert isinstance(message, aiogram.types.Message)
        return message.text or ""

    async def delete(self, chat_id: int, message_id: int) -> bool:
        with _aiogram_errors():
            return await self.bot.delete_message(chat_id, message_id)

    async def updates(self, offset: int | None = None, **more: Any) -> list[dict[str, Any]]:
        with _aiogram_errors():
            found = await self.bot.get_updates(offset=offset, **more)
        return [json.loads(update.model_dump_json(exclude_none=True, by_alias=True)) for update in found]

    async def answer(self, query_id: str, text: str) -> bool:
        with _aiogram_errors():
            return await self.bot.answer_callback_query(query_id, text)

    async def set_commands(self, language: str, **commands: str) -> bool:
        menu = [BotCommand(command=command, description=text) for command, text in commands.items()]
        with _aiogram_errors():
            return await self.bot.set_my_commands(menu, language_code=language)

    async def commands(self, language: str) -> dict[str, str]:
        found = await self.bot.get_my_commands(language_code=language)
        return {command.command: command.description for command in found}

    async def send_photo(self, chat_id: int, data: bytes, caption: str) -> str:
        with _aiogram_errors():
            message = await self.bot.send_photo(chat_id, BufferedInputFile(data, "p.jpg"), caption=caption)
        assert message.photo
        return message.photo[-1].file_id

    async def download(self, file_id: str) -> bytes:
        with _aiogram_errors():
            found = await self.bot.download(file_id)
        assert found is not None
        return found.read()

    async def member_status(self, chat_id: int, user_id: int) -> str:
        with _aiogram_errors():
            return str((await self.bot.get_chat_member(chat_id, user_id)).status)

    async def chat_title(self, chat_id: int) -> str:
        with _aiogram_errors():
            chat = await self.bot.get_chat(chat_id)
        return chat.title or chat.first_name or ""


@asynccontextmanager
async def aiogram_bot(server: BotApiServer, token: str | None = None) -> AsyncIterator[aiogram.Bot]:
    """A bot of aiogram that talks to the server."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.origin))
    bot = aiogram.Bot(token or server.token, session=session)
    try:
        yield bot
    finally:
        await session.close()
