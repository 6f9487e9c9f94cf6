"""What the staff do in their group: taken, kept, and answered through the outbox."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.delivery.keeping import Keeping
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
        self._keeping = Keeping(turns.store)

    def is_ours(self, update: Update) -> bool:
        """Whether something happened in the staff's group."""
        chat = update.effective_chat
        return chat is not None and chat.id == self._channel.staff_chat

    def _follows(self, message: Message) -> bool:
        """Whether it tells of the group's move; that of the old group or that of the new may come first."""
        new = self._channel.group.move_in(message)
        if new is None:
            return False
        if self._channel.group.moved(new):
            self._outbox.in_other_group()
            self._outbox.wake()
        return True

    async def group(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Anything in any group."""
        message = update.effective_message
        if message and self._follows(message):
            return
        if not self.is_ours(update):
            await leave_group(update, context)
            return
        if update.callback_query:
            await acknowledge(context.bot, update.callback_query.id)
        incoming = from_staff(update)
        if incoming:
            await self._keeping(self._turns.take_from_staff, incoming, update.update_id)
            self._outbox.wake()
