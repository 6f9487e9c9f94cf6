"""Replies -> Bot API calls that get through: waits where Telegram says wait, tries again where the network failed."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
from collections.abc import Sequence

from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.messages import Address, Reply
from handlers.render import keyboard_of, text_of

log = logging.getLogger(__name__)

# python-telegram-bot then gives waits as timedelta, as its next major version always will, and warns no more.
os.environ.setdefault("PTB_TIMEDELTA", "1")

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0


class Pauses:
    """How long to wait before something is tried again: as long as Telegram says, else twice as long each time."""

    def __init__(self, first: float = FIRST_PAUSE) -> None:
        self._next = first

    def after(self, error: TelegramError) -> float:
        """Seconds to wait after a failure."""
        if isinstance(error, RetryAfter):
            return seconds_of(error)
        pause, self._next = self._next, min(self._next * 2, LONGEST_PAUSE)
        return pause


class Unreachable(Exception):
    """The resident has blocked the bot or deleted the chat: nothing more can be said to them."""


async def send_replies(bot: Bot, address: Address, replies: Sequence[Reply]) -> None:
    """Sends all replies in order; raises Unreachable. Goes on trying until it is cancelled."""
    for reply in replies:
        await _send(bot, int(address), reply)


async def _send(bot: Bot, chat_id: int, reply: Reply) -> None:
    pauses = Pauses()
    while True:
        try:
            answered = ReplyParameters(reply.answers, allow_sending_without_reply=True) if reply.answers else None
            await bot.send_message(chat_id, text_of(reply), reply_markup=keyboard_of(reply), reply_parameters=answered)
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except Forbidden:
            raise Unreachable from None
        except BadRequest as error:
            if "chat not found" in str(error).lower():
                raise Unreachable from None
            raise
        except TelegramError as error:
            # The network, or an answer that is not Telegram's: whether the message went out cannot be known.
            # An answer twice does less harm than none.
            pause = pauses.after(error)
            log.warning("sending failed (%s), trying again in %.1f s", type(error).__name__, pause)
            await asyncio.sleep(pause)
        else:
            return


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait: int | dt.timedelta = error.retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)


async def acknowledge(bot: Bot, query_id: str) -> None:
    """Stops the button's spinner; a query that is too old or a failing network does not matter."""
    try:
        await bot.answer_callback_query(query_id)
    except TelegramError as error:
        log.debug("a button press could not be acknowledged: %s", type(error).__name__)
