"""What the staff do in their group: taken, kept, and answered through the outbox."""

from __future__ import annotations

import asyncio

from telegram import Update
from telegram.ext import ContextTypes

from bot.delivery.outbox import Outbox
from bot.turn import Turns
from handlers.channel import TelegramChannel
from handlers.receive import from_staff
from handlers.resident import leave_group
from handlers.send import acknowledge


class StaffHandlers:
    """The callbacks for groups: the staff's own is listened to, every other is left."""

    def __init__(self, turns: Turns, channel: TelegramChannel, outbox: Outbox) -> None:
        self._turns = turns
        self._channel = channel
        self._outbox = outbox

    def is_ours(self, update: Update) -> bool:
        """Whether something happened in the staff's group."""
        chat = update.effective_chat
        return chat is not None and chat.id == self._channel.staff_chat

    async def group(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Anything in any group."""
        if not self.is_ours(update):
            await leave_group(update, context)
            return
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            self._channel.moved(message.migrate_to_chat_id)
            return
        if update.callback_query:
            await acknowledge(context.bot, update.callback_query.id)
        incoming = from_staff(update)
        if incoming:
            await asyncio.to_thread(self._turns.take_from_staff, incoming, update.update_id)
            self._outbox.wake()
