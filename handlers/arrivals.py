"""How updates come: Telegram calls at a public address, or it is asked again and again."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.delivery.inbox import Inbox
from bot.settings import Settings
from bot.web.sites import Sites
from bot.web.webhook import PATH, Webhook, secret_of
from handlers.application import ALLOWED_UPDATES
from handlers.poll import FIRST_PAUSE, Poller
from handlers.receive import update_of
from handlers.send import Pauses

log = logging.getLogger(__name__)

MOST_AT_ONCE = 40
"""Connections of Telegram's to the public address."""


class Arrivals:
    """Brings updates to the inbox until it is cancelled."""

    def __init__(self, bot: Bot, inbox: Inbox, settings: Settings, sites: Sites) -> None:
        self._bot = bot
        self._inbox = inbox
        self._settings = settings
        self._sites = sites

    @property
    def by_webhook(self) -> bool:
        """Whether Telegram is told to call; that takes an address to listen at, and one by which that is reached."""
        return bool(self._settings.public_address and self._settings.listen)

    async def run(self) -> None:
        """Ends with InvalidToken only."""
        if self.by_webhook and self._settings.token:
            secret = secret_of(self._settings.token.get_secret_value())
            self._sites.publish(Webhook(self._inbox.accept, update_of, secret).routes())
            await self._told_telegram(self._settings.public_address.rstrip("/") + PATH, secret)
            await asyncio.Event().wait()
        # Where Telegram still calls somewhere, it refuses to be asked.
        await self._told_telegram("", "")
        await Poller(self._bot, self._inbox).run()

    async def _told_telegram(self, address: str, secret: str) -> None:
        """Tells Telegram where to call ("": nowhere), however long it takes to reach it."""
        pauses = Pauses(FIRST_PAUSE)
        while True:
            try:
                if (await self._bot.get_webhook_info()).url != address or address:
                    await self._bot.set_webhook(
                        address, allowed_updates=ALLOWED_UPDATES, secret_token=secret, max_connections=MOST_AT_ONCE
                    )
                    log.info("Telegram has been told %s", "where to call" if address else "not to call")
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram could not be told where to call: %s", type(error).__name__)
                await asyncio.sleep(pauses.after(error))
            else:
                return
