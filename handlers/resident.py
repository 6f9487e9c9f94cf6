"""What residents do in their private chats: receive, take a turn, reply, keep what follows."""

from __future__ import annotations

import contextlib
import logging
from concurrent.futures import ThreadPoolExecutor

from telegram import Bot, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ContextTypes

from bot.delivery.keeping import Keeping
from bot.delivery.outbox import Outbox
from bot.delivery.retelling import Retelling
from bot.effects import PassOn, Turn
from bot.messages import Incoming
from bot.turn import Turns
from handlers.channel import TelegramChannel
from handlers.receive import incoming_of
from handlers.send import Unreachable, acknowledge, send_replies

log = logging.getLogger(__name__)


class ResidentHandlers:
    """The callbacks for private chats."""

    def __init__(
        self,
        turns: Turns,
        outbox: Outbox | None = None,
        channel: TelegramChannel | None = None,
        retelling: Retelling | None = None,
    ) -> None:
        """`outbox` and `channel` where there are staff to hand over to; `retelling` where answers are translated."""
        self._retelling = retelling
        self._turns = turns
        self._outbox = outbox
        self._channel = channel
        self._begin = Keeping(turns.store)
        # A thread of its own: what is over must not wait for understanding, since a crash meanwhile repeats the answer.
        self._end = Keeping(turns.store, ThreadPoolExecutor(1, "ends"))

    async def anything(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Text, a command, a button, an edit, or something that is not text."""
        incoming = incoming_of(update)
        if incoming is None:
            return
        if update.callback_query:
            await acknowledge(context.bot, update.callback_query.id)
        try:
            turn = await self._begin(self._turns.take, incoming)
            replies = await self._retelling.replies(turn) if self._retelling else turn.replies
            await send_replies(context.bot, incoming.address, replies)
        except Unreachable:
            log.info("update %s: the resident cannot be reached", update.update_id)
            if not turn.effects:
                return  # but a cry for help goes to the staff all the same
        await self._end(self._turns.finish, incoming, turn, update.update_id)
        await self._after(incoming, turn)

    async def _after(self, incoming: Incoming, turn: Turn) -> None:
        """What is handed over goes out; the resident sees on their own message that it has been passed on."""
        if not turn.effects or self._outbox is None or self._channel is None:
            return
        self._outbox.wake()
        if incoming.message is not None and any(isinstance(effect, PassOn) for effect in turn.effects):
            await self._channel.mark(incoming.address, incoming.message, delivered=True)

    async def slow_down(self, update: Update, bot: Bot) -> None:
        """Tells a resident that many messages take their time."""
        await self._remark(update, bot, "slow-down")

    async def trouble(self, update: Update, bot: Bot) -> None:
        """Tells the resident that something went wrong, so that nobody waits for an answer that will not come."""
        await self._remark(update, bot, "trouble")

    async def _remark(self, update: Update, bot: Bot, key: str) -> None:
        incoming = incoming_of(update)
        if incoming:
            with contextlib.suppress(Unreachable):
                remark = await self._begin(self._turns.remark, incoming, key)
                await send_replies(bot, incoming.address, [remark])


async def leave_group(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Residents are answered in private only: a group that is not configured is left."""
    chat = update.effective_chat
    status = update.my_chat_member.new_chat_member.status if update.my_chat_member else "member"
    if chat and status not in ("left", "kicked"):
        # Several updates tell of one group; only the first finds the bot still in it.
        with contextlib.suppress(Forbidden, BadRequest, ChatMigrated):
            await context.bot.leave_chat(chat.id)
            log.info("left a group that is not configured")
