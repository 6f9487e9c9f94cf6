"""The small interface, by way of aiogram."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiogram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat, TelegramRetryAfter
from aiogram.types import BotCommand, BufferedInputFile, ReactionTypeEmoji, ReplyParameters

from tests.bot_api.clients import At, Client, RefusedError, Rows
from tests.bot_api.server import BotApiServer


@contextmanager
def _aiogram_errors() -> Iterator[None]:
    try:
        yield
    except TelegramRetryAfter as error:
        raise RefusedError(error.message, error.retry_after) from error
    except TelegramMigrateToChat as error:
        raise RefusedError(error.message, migrated_to=error.migrate_to_chat_id) from error
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
        with _aiogram_errors():
            mode = "HTML" if html else None
            message = await self.bot.send_message(chat_id, text, parse_mode=mode, reply_markup=_markup(rows))
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
        return [_plain(update) for update in found]

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

    async def send_at(self, chat_id: int, at: At, text: str, rows: Rows | None = None) -> dict[str, Any]:
        with _aiogram_errors():
            message = await self.bot.send_message(
                chat_id,
                text,
                message_thread_id=at.topic,
                reply_parameters=_reply_parameters(at),
                reply_markup=_markup(rows),
            )
        return _plain(message)

    async def copy(
        self, chat_id: int, source: tuple[int, int], at: At | None = None, caption: str | None = None
    ) -> int:
        at = at or At()
        with _aiogram_errors():
            copied = await self.bot.copy_message(
                chat_id, *source, at.topic, caption=caption, reply_parameters=_reply_parameters(at)
            )
        return copied.message_id

    async def react(self, chat_id: int, message_id: int, *emoji: str) -> bool:
        with _aiogram_errors():
            return await self.bot.set_message_reaction(
                chat_id, message_id, [ReactionTypeEmoji(emoji=each) for each in emoji]
            )

    async def create_topic(self, chat_id: int, name: str) -> tuple[int, str, int]:
        with _aiogram_errors():
            topic = await self.bot.create_forum_topic(chat_id, name)
        return topic.message_thread_id, topic.name, topic.icon_color

    async def rename_topic(self, chat_id: int, topic: int, name: str) -> bool:
        with _aiogram_errors():
            return await self.bot.edit_forum_topic(chat_id, topic, name)

    async def close_topic(self, chat_id: int, topic: int) -> bool:
        with _aiogram_errors():
            return await self.bot.close_forum_topic(chat_id, topic)

    async def reopen_topic(self, chat_id: int, topic: int) -> bool:
        with _aiogram_errors():
            return await self.bot.reopen_forum_topic(chat_id, topic)

    async def delete_topic(self, chat_id: int, topic: int) -> bool:
        with _aiogram_errors():
            return await self.bot.delete_forum_topic(chat_id, topic)

    async def chat_kind(self, chat_id: int) -> tuple[str, bool]:
        with _aiogram_errors():
            chat = await self.bot.get_chat(chat_id)
        return chat.type, bool(chat.is_forum)

    async def rights(self, chat_id: int, user_id: int) -> set[str]:
        with _aiogram_errors():
            member = await self.bot.get_chat_member(chat_id, user_id)
        return {name for name, value in _plain(member).items() if name.startswith("can_") and value}


def _plain(found: aiogram.types.TelegramObject) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(found.model_dump_json(exclude_none=True, by_alias=True))
    return plain


def _markup(rows: Rows | None) -> aiogram.types.InlineKeyboardMarkup | None:
    if not rows:
        return None
    button = aiogram.types.InlineKeyboardButton
    return aiogram.types.InlineKeyboardMarkup(
        inline_keyboard=[[button(text=label, callback_data=data) for label, data in row] for row in rows]
    )


def _reply_parameters(at: At) -> ReplyParameters | None:
    if not at.answers:
        return None
    return ReplyParameters(message_id=at.answers, allow_sending_without_reply=at.even_without)


@asynccontextmanager
async def aiogram_bot(server: BotApiServer, token: str | None = None) -> AsyncIterator[aiogram.Bot]:
    """A bot of aiogram that talks to the server."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.origin))
    bot = aiogram.Bot(token or server.token, session=session)
    try:
        yield bot
    finally:
        await session.close()
