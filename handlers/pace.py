"""Keeps everything that is sent, by whichever way and worker, within what Telegram takes in a second."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.delivery.limits import SharedSendLimit


class SharedRateLimiter(BaseRateLimiter[None]):
    """Each call about a chat waits for its place among those of all workers."""

    def __init__(self, limit: SharedSendLimit) -> None:
        self._limit = limit

    async def initialize(self) -> None:
        """See BaseRateLimiter."""

    async def shutdown(self) -> None:
        """See BaseRateLimiter."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,  # noqa: ARG002
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002
    ) -> Any:
        """See BaseRateLimiter."""
        while "chat_id" in data and (wait := await asyncio.to_thread(self._limit.wait_for_all)):
            await asyncio.sleep(wait)
        return await callback(*args, **kwargs)
