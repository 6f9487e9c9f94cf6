"""What is logged when something fails: its kind and place in the program, never what anybody wrote."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.logs import place_of
from handlers.resident import ResidentHandlers

log = logging.getLogger(__name__)


class ErrorHandler:
    """Logs a failed update and tells the resident."""

    def __init__(self, residents: ResidentHandlers) -> None:
        self._residents = residents

    async def failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """python-telegram-bot calls this for every exception a handler raises."""
        error = context.error
        if error is None:
            return
        log.error("%s at %s", type(error).__name__, place_of(error))
        if isinstance(update, Update) and not isinstance(error, TelegramError):
            await self._residents.trouble(update, context.bot)
