"""Work that is done again and again while the program runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


async def again_and_again(look: Callable[[], Awaitable[None]], seconds: float, fault: str) -> None:
    """Looks, with `seconds` between, until it is cancelled; a look that fails is logged as `fault` and tried again."""
    while True:
        try:
            await look()
        except Exception as error:
            # The kind only: an exception's words may hold what somebody wrote.
            log.error("%s: %s", fault, type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(seconds)
