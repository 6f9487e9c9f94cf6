"""What a worker does beside handling messages: say that it lives, and where it leads, delete what has run out."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from bot.app import App
from bot.repeating import again_and_again

log = logging.getLogger(__name__)

BEAT_SECONDS = 3.0
CLEANING_SECONDS = 3600
NOT_LEADING_SECONDS = 20


async def beat(app: App) -> None:
    """Says again and again that this worker lives, in a thread that nothing else keeps busy."""
    thread = ThreadPoolExecutor(1, "beat")

    async def told() -> None:
        await asyncio.get_running_loop().run_in_executor(thread, app.store.beat)

    await again_and_again(told, BEAT_SECONDS, "the store could not be told that this worker lives")


async def clean(app: App, keep_language_days: int) -> None:
    """Deletes what has been kept long enough, once an hour, by the worker that leads."""

    async def cleaned() -> None:
        if await asyncio.to_thread(app.store.leads):
            removed = await asyncio.to_thread(app.store.forget_old, app.clock(), keep_language_days)
            log.info("cleaned: %s", ", ".join(f"{count} {what}" for what, count in removed.items()))
            await asyncio.sleep(CLEANING_SECONDS)

    await again_and_again(cleaned, NOT_LEADING_SECONDS, "what has run out could not be deleted")
