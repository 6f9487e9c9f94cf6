"""Our own getUpdates loop: an update is written down before Telegram is told that it may forget it.

python-telegram-bot's updater confirms first and loses what a crash finds in its queue. Its `get_updates` reads all
updates of an answer before it hands out one: a single update that it cannot read would stop every other, for good.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.inbox import Inbox
from bot.store.interface import Update
from handlers.application import ALLOWED_UPDATES
from handlers.receive import update_of
from handlers.send import Pauses

log = logging.getLogger(__name__)

POLL_SECONDS = 25
FIRST_PAUSE = 1.0


class Poller:
    """Brings updates from Telegram to the inbox until it is cancelled."""

    def __init__(self, bot: Bot, inbox: Inbox) -> None:
        self._bot = bot
        self._inbox = inbox
        self._pauses = Pauses(FIRST_PAUSE)

    async def run(self) -> None:
        """Polls; survives everything but a token that Telegram refuses (raises InvalidToken) and a broken store."""
        offset: int | None = None
        while True:
            try:
                updates = await self._batch(offset)
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._rest(error)
                continue
            self._pauses = Pauses(FIRST_PAUSE)
            await self._inbox.accept(updates)
            # After a quiet week Telegram may begin again with lower ids, so that an offset is used only to confirm.
            offset = updates[-1].id + 1 if updates else None

    async def _batch(self, offset: int | None) -> Sequence[Update]:
        """The updates that wait, as they came, by their ids."""
        wanted: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            wanted["offset"] = offset
        body = await self._bot.request.retrieve(
            f"{self._bot.base_url}/getUpdates?{urlencode(wanted)}", read_timeout=POLL_SECONDS + 10
        )
        try:
            raw = json.loads(body)["result"]
            updates = [update_of(each) for each in raw]
        except (ValueError, KeyError, TypeError):
            raise NetworkError("not an answer of Telegram") from None
        return sorted(updates, key=lambda update: update.id)

    async def _rest(self, error: TelegramError) -> None:
        pause = self._pauses.after(error)
        if isinstance(error, Conflict):
            log.error("another program polls with the same token; stop one of the two")
        elif isinstance(error, NetworkError):
            log.warning("Telegram cannot be reached (%s), trying again in %.0f s", type(error).__name__, pause)
        elif not isinstance(error, RetryAfter):
            log.error("Telegram refused to give updates: %s", type(error).__name__)
        await asyncio.sleep(pause)
