"""The board's chat: commands in it are answered, the month's report comes by itself, everything else is not read."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat, LinkPreviewOptions, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.repeating import again_and_again
from bot.report.room import COMMANDS, Boardroom, Told
from handlers.groups import Group
from handlers.receive import command_of
from handlers.send import Pauses

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
LONGEST_CAPTION = 1024
LONGEST_TRIAL = 5


class NotSent(Exception):
    """The board's chat does not take it: it is gone, or the bot may not write there."""


class BoardHandlers:
    """The callbacks for the board's group."""

    def __init__(self, bot: Bot, room: Boardroom, chat: int) -> None:
        self._bot = bot
        self._room = room
        self._group = Group(room.notes, "board", chat)
        self._left = True
        """A report noted as being sent was left so by an earlier run, or by a failure of this one."""

    def is_ours(self, update: Update) -> bool:
        """Whether something happened in the board's group."""
        chat = update.effective_chat
        return chat is not None and (
            chat.id == self._group.number or self._group.move_in(update.effective_message) is not None
        )

    def takes(self, update: Update) -> bool:
        """Whether it is one of the board's commands, where the group is the staff's too."""
        command = command_of(update.message.text) if update.message else None
        return command is not None and command[0] in COMMANDS[:2]

    async def group(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Anything in the board's group; what is no command is not looked at."""
        new = self._group.move_in(update.effective_message)
        if new is not None:
            await asyncio.to_thread(self._group.moved, new)
            return
        command = command_of(update.message.text) if update.message else None
        told = await asyncio.to_thread(self._room.answer, *command) if command else None
        if told:
            await self._told(told)

    # Sending

    async def _told(self, told: Told) -> None:
        caption = told.text[:LONGEST_CAPTION]
        if told.picture is None:
            plain = LinkPreviewOptions(is_disabled=True)
            await self._tried(lambda: self._bot.send_message(self._group.number, told.text, link_preview_options=plain))
        else:
            await self._tried(lambda: self._bot.send_photo(self._group.number, told.picture or b"", caption=caption))
        if told.file:
            name, content = told.file
            await self._tried(lambda: self._bot.send_document(self._group.number, content, filename=name))

    async def _tried(self, send: Callable[[], Awaitable[Any]]) -> None:
        """Sends, and tries again where the network fails; raises NotSent."""
        pauses = Pauses()
        for _ in range(LONGEST_TRIAL):
            try:
                await send()
            except ChatMigrated as error:
                await asyncio.to_thread(self._group.moved, error.new_chat_id)
            except (Forbidden, BadRequest) as error:
                raise NotSent(type(error).__name__) from None
            except TelegramError as error:
                log.warning("the board could not be written to (%s), trying again", type(error).__name__)
                await asyncio.sleep(pauses.after(error))
            else:
                return
        raise NotSent("Telegram cannot be reached")

    async def announce(self) -> None:
        """Sets the command list of the board's group."""
        voice = self._room.voice
        commands = [BotCommand(name, voice(f"command-{name}")) for name in COMMANDS]
        await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(self._group.number))

    # The month's report

    async def run(self) -> None:
        """Posts the month's report when it is due, until it is cancelled; what fails is tried at the next look."""
        await again_and_again(self._look_and_tell, LOOK_SECONDS, "the month's report could not be made")

    async def _look_and_tell(self) -> None:
        try:
            await self.look()
        except NotSent as error:
            log.error("the month's report could not be posted: %s", error)  # noqa: TRY400 - no traceback needed

    async def look(self) -> None:
        """Posts the month's report if it is due; the note beside it outlasts a restart."""
        due = await asyncio.to_thread(self._room.takes_in_hand, what_was_left=self._left)
        self._left = False
        if due is None or not due.post:
            return
        self._left = True
        await self._told(await asyncio.to_thread(self._room.monthly, again=due.again))
        await asyncio.to_thread(self._room.is_done, due.month)
        self._left = False
