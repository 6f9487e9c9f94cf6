"""Waiting until something in the server's world has become true."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Changes:
    """Tells everyone who waits that the world has changed, so that they look again."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Something has changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, look: Callable[[], Found | None], timeout: float, what: str) -> Found:
        """The first thing other than None that `look` finds; TimeoutError, saying what, when it does not."""
        try:
            async with asyncio.timeout(timeout):
                while (found := look()) is None:
                    future = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    await future
        except TimeoutError:
            raise TimeoutError(f"not within {timeout} s: {what}") from None
        return found
