"""What is logged when something fails: its kind and place in the program, never what anybody wrote."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.logs import place_of
from handlers.resident import ResidentHandlers

log = logging.getLogger(__name__)


def log_loop_fault(_loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """What nobody else caught: asyncio itself would log the error's words, which may be somebody's."""
    error = context.get("exception")
    told = f": {type(error).__name__} at {place_of(error)}" if isinstance(error, BaseException) else ""
    log.error("a task or a connection failed unseen%s", told)


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
