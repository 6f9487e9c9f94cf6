"""Calls of the store that outlast a fault that may pass: a disk that is full for a while, a database that restarts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import ParamSpec, TypeVar

from bot.store.interface import Store

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0

P = ParamSpec("P")
Result = TypeVar("Result")


class Keeping:
    """Calls a store's methods beside the event loop, again and again while their fault may pass."""

    def __init__(self, store: Store, threads: Executor | None = None) -> None:
        self._store = store
        self._threads = threads

    async def __call__(self, method: Callable[P, Result], *arguments: P.args, **named: P.kwargs) -> Result:
        """What the method returns; raises only what will not pass. Every method may be called a second time."""
        call, pause = partial(method, *arguments, **named), FIRST_PAUSE
        while True:
            try:
                return await asyncio.get_running_loop().run_in_executor(self._threads, call)
            except Exception as error:
                if not self._store.may_pass(error):
                    raise
                log.error("the store cannot be used (%s), trying again", type(error).__name__)  # noqa: TRY400 - see inbox
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
