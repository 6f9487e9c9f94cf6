"""Outgoing -> Bot API calls: the outbox's way to Telegram, and what each of Telegram's refusals means to it."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.cases.case import Case
from bot.delivery.channel import Blocked, Busy, Moved, Refused, TopicGone, Unseen
from bot.effects import STAFF, Outgoing, Sending
from bot.messages import Address, Reply
from bot.store.interface import Store
from handlers.groups import Group
from handlers.render import keyboard_of, pieces, text_of
from handlers.send import seconds_of

log = logging.getLogger(__name__)

DELIVERED, NOT_DELIVERED = "👍", "👎"
TOPIC_CHARACTERS = 128
NO_TOPICS = re.compile("not a forum|not enough rights", re.IGNORECASE)
NO_TOPIC = re.compile("thread not found|topic_deleted|topic_id_invalid|topic_closed", re.IGNORECASE)
"""A topic that is closed to us takes no more than one that is gone."""
CLOSED_TO_US = re.compile("chat not found|user not found|rights to send|chat_write_forbidden", re.IGNORECASE)
ALREADY_SO = re.compile("not modified|topic_not_modified|to delete not found", re.IGNORECASE)


class TelegramChannel:
    """Sends to residents, and to the staff's group in the topic of each case."""

    def __init__(self, bot: Bot, store: Store, staff_chat: int) -> None:
        self._bot = bot
        self.group = Group(store, "staff", staff_chat)

    @property
    def staff_chat(self) -> int:
        """The number of the staff's group now."""
        return self.group.number

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:
        """See Channel."""
        ways: Mapping[Sending, Callable[[Outgoing, Case | None], Awaitable[int | None]]] = {
            Sending.SAY: self._say,
            Sending.COPY: self._copy,
            Sending.EDIT: self._edit,
            Sending.DELETE: self._delete,
            Sending.OPEN_TOPIC: self._open_topic,
        }
        async with self._understood():
            return await ways.get(outgoing.kind, self._topic)(outgoing, case)
        return None  # it was so already

    @asynccontextmanager
    async def _understood(self) -> AsyncIterator[None]:
        """Turns what Telegram says into what the outbox knows."""
        try:
            yield
        except RetryAfter as error:
            raise Busy(seconds_of(error)) from None
        except ChatMigrated as error:
            raise (Moved() if self.group.moved(error.new_chat_id) else Busy(0.0)) from None
        except Forbidden:
            raise Blocked from None
        except BadRequest as error:
            if not ALREADY_SO.search(str(error)):
                raise _meaning(str(error)) from None
        except TelegramError:
            raise Unseen from None

    def _chat(self, address: Address) -> int:
        return self.staff_chat if address == STAFF else int(address)

    def _thread(self, outgoing: Outgoing, case: Case | None) -> int | None:
        return case.topic if case and outgoing.to == STAFF else None

    def _answering(self, outgoing: Outgoing) -> ReplyParameters | None:
        if outgoing.target is None:
            return None
        return ReplyParameters(outgoing.target, allow_sending_without_reply=True)

    async def _say(self, outgoing: Outgoing, case: Case | None) -> int:
        reply = Reply(outgoing.text, outgoing.buttons, outgoing.rtl)
        parts = pieces(text_of(reply, shorten=False))
        for part in parts[:-1]:
            await self._bot.send_message(self._chat(outgoing.to), part, message_thread_id=self._thread(outgoing, case))
        message = await self._bot.send_message(
            self._chat(outgoing.to),
            parts[-1],
            reply_markup=keyboard_of(reply),
            message_thread_id=self._thread(outgoing, case),
            reply_parameters=self._answering(outgoing),
        )
        return message.message_id

    async def _copy(self, outgoing: Outgoing, case: Case | None) -> int | None:
        if outgoing.source is None or outgoing.copied_from is None:
            return None
        copy = await self._bot.copy_message(
            self._chat(outgoing.to),
            self._chat(outgoing.copied_from),
            outgoing.source,
            message_thread_id=self._thread(outgoing, case),
            reply_parameters=self._answering(outgoing),
        )
        return copy.message_id

    async def _edit(self, outgoing: Outgoing, _case: Case | None) -> None:
        if outgoing.target is not None:
            reply = Reply(outgoing.text, outgoing.buttons, outgoing.rtl)
            await self._bot.edit_message_text(
                text_of(reply), self._chat(outgoing.to), outgoing.target, reply_markup=keyboard_of(reply)
            )

    async def _delete(self, outgoing: Outgoing, _case: Case | None) -> None:
        if outgoing.target is not None:
            await self._bot.delete_message(self._chat(outgoing.to), outgoing.target)

    async def _open_topic(self, outgoing: Outgoing, _case: Case | None) -> int | None:
        try:
            topic = await self._bot.create_forum_topic(self.staff_chat, outgoing.text[:TOPIC_CHARACTERS])
        except BadRequest as error:
            if not NO_TOPICS.search(str(error)):
                raise
            # The group has no topics, or the bot may not make any: cases then live by answers to messages.
            log.warning("no topic could be made in the staff's group: %s", error)
            return None
        return topic.message_thread_id

    async def _topic(self, outgoing: Outgoing, case: Case | None) -> None:
        thread = case.topic if case else outgoing.target
        if thread is None:
            return
        if outgoing.kind is Sending.CLOSE_TOPIC:
            await self._bot.close_forum_topic(self.staff_chat, thread)
        elif outgoing.kind is Sending.REOPEN_TOPIC:
            await self._bot.reopen_forum_topic(self.staff_chat, thread)
        elif outgoing.kind is Sending.RENAME_TOPIC:
            await self._bot.edit_forum_topic(self.staff_chat, thread, outgoing.text[:TOPIC_CHARACTERS])
        else:
            await self._bot.delete_forum_topic(self.staff_chat, thread)

    async def mark(self, address: Address, message: int, *, delivered: bool) -> None:
        """See Channel."""
        with contextlib.suppress(TelegramError):
            await self._bot.set_message_reaction(
                self._chat(address), message, DELIVERED if delivered else NOT_DELIVERED
            )


def _meaning(words: str) -> Exception:
    if NO_TOPIC.search(words):
        return TopicGone()
    if CLOSED_TO_US.search(words):
        return Blocked()
    # Telegram's own words, which quote nothing that anybody wrote.
    return Refused(words)
