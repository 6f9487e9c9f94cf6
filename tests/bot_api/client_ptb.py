"""The small interface, by way of python-telegram-bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from io import BytesIO
from typing import Any

import telegram
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from tests.bot_api.clients import At, Client, RefusedError, Rows
from tests.bot_api.server import BotApiServer


@contextmanager
def _ptb_errors() -> Iterator[None]:
    try:
        yield
    except RetryAfter as error:
        raise RefusedError(str(error), int(error._retry_after.total_seconds())) from error
    except ChatMigrated as error:
        raise RefusedError(str(error), migrated_to=error.new_chat_id) from error
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
        with _ptb_errors():
            mode = "HTML" if html else None
            message = await self.bot.send_message(chat_id, text, parse_mode=mode, reply_markup=_markup(rows))
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

    async def send_at(self, chat_id: int, at: At, text: str, rows: Rows | None = None) -> dict[str, Any]:
        with _ptb_errors():
            message = await self.bot.send_message(
                chat_id,
                text,
                message_thread_id=at.topic,
                reply_parameters=_reply_parameters(at),
                reply_markup=_markup(rows),
            )
        return message.to_dict()

    async def copy(
        self, chat_id: int, source: tuple[int, int], at: At | None = None, caption: str | None = None
    ) -> int:
        at = at or At()
        with _ptb_errors():
            copied = await self.bot.copy_message(
                chat_id, *source, caption, message_thread_id=at.topic, reply_parameters=_reply_parameters(at)
            )
        return copied.message_id

    async def react(self, chat_id: int, message_id: int, *emoji: str) -> bool:
        with _ptb_errors():
            return await self.bot.set_message_reaction(
                chat_id, message_id, [telegram.ReactionTypeEmoji(each) for each in emoji]
            )

    async def create_topic(self, chat_id: int, name: str) -> tuple[int, str, int]:
        with _ptb_errors():
            topic = await self.bot.create_forum_topic(chat_id, name)
        return topic.message_thread_id, topic.name, topic.icon_color

    async def rename_topic(self, chat_id: int, topic: int, name: str) -> bool:
        with _ptb_errors():
            return await self.bot.edit_forum_topic(chat_id, topic, name)

    async def close_topic(self, chat_id: int, topic: int) -> bool:
        with _ptb_errors():
            return await self.bot.close_forum_topic(chat_id, topic)

    async def reopen_topic(self, chat_id: int, topic: int) -> bool:
        with _ptb_errors():
            return await self.bot.reopen_forum_topic(chat_id, topic)

    async def delete_topic(self, chat_id: int, topic: int) -> bool:
        with _ptb_errors():
            return await self.bot.delete_forum_topic(chat_id, topic)

    async def chat_kind(self, chat_id: int) -> tuple[str, bool]:
        with _ptb_errors():
            chat = await self.bot.get_chat(chat_id)
        return chat.type, bool(chat.is_forum)

    async def rights(self, chat_id: int, user_id: int) -> set[str]:
        with _ptb_errors():
            member = await self.bot.get_chat_member(chat_id, user_id)
        return {name for name, value in member.to_dict().items() if name.startswith("can_") and value}


def _markup(rows: Rows | None) -> telegram.InlineKeyboardMarkup | None:
    if not rows:
        return None
    button = telegram.InlineKeyboardButton
    return telegram.InlineKeyboardMarkup([[button(label, callback_data=data) for label, data in row] for row in rows])


def _reply_parameters(at: At) -> telegram.ReplyParameters | None:
    return telegram.ReplyParameters(at.answers, allow_sending_without_reply=at.even_without) if at.answers else None


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
