"""Looks again and again whether Telegram is there and the staff's group can be used, so that health can say so."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.web.health import Seen
from handlers.doctor import staff_group

log = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
GROUP_EVERY = 10
"""Looks, so that the rights in the group are looked at every ten minutes."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """Writes what it finds to `seen`."""

    bot: Bot
    seen: Seen
    group: Callable[[], int] | None
    """The number of the staff's group now; None where there is none."""

    async def run(self) -> None:
        """Looks until it is cancelled."""
        looks = 0
        while True:
            try:
                await self.look(group=looks % GROUP_EVERY == 0)
            except TelegramError as error:
                log.debug("a look at Telegram failed: %s", type(error).__name__)
            looks += 1
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self, *, group: bool) -> None:
        """Asks Telegram something where it has been quiet, and about the staff's group where that is wanted."""
        last = self.seen.telegram
        if last is None or time.monotonic() - last > LOOK_SECONDS:
            await self.bot.get_me()
        if group and self.group is not None:
            found = await staff_group(self.bot, self.group())
            self.seen.staff = tuple(f"missing: {finding.what}" for finding in found if not finding.good)
