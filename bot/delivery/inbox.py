"""Updates on their way in: written down first, then handled, in order within a chat and side by side across chats.

What was written down is handled even if the process is killed: it is taken up at the next start, or by another worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.delivery.keeping import Keeping
from bot.store.interface import Store, Update
from bot.turn import Clock

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often a worker looks for what another has left or written down."""

Handle = Callable[[Update], Awaitable[None]]
Admit = Callable[[Update], Awaitable[None]]
"""Returns when an update may be handled; it waits outside the places, so that a busy chat takes none from others."""


async def at_once(_update: Update) -> None:
    """Admits every update."""


class Inbox:
    """Feeds updates to `handle`, one of each chat at a time; at most `side_by_side` of them are worked on at once."""

    def __init__(self, store: Store, handle: Handle, clock: Clock, side_by_side: int, admit: Admit = at_once) -> None:
        self._store = store
        self._keeping = Keeping(store)
        self._handle = handle
        self._clock = clock
        self._admit = admit
        self._side_by_side = side_by_side
        self._places = asyncio.Semaphore(side_by_side)
        self._asking = 0
        self._again = False
        self._looking: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def accept(self, updates: Sequence[Update]) -> None:
        """Writes updates down and sees to it that they are handled. When it returns, the channel may forget them."""
        if await self._keeping(self._store.receive, updates, self._clock()):
            self.wake()

    async def run(self) -> None:
        """Looks for what waits until it is cancelled."""
        while True:
            self.wake()
            await asyncio.sleep(LOOK_SECONDS)

    def wake(self) -> None:
        """Something may be waiting."""
        self._again = True
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        try:
            while self._again:
                self._again = False
                busy = len(self._tasks) - self._asking
                for update in await self._keeping(self._store.claim, self._side_by_side - busy):
                    task = asyncio.create_task(self._work(update))
                    self._tasks.add(task)
                    task.add_done_callback(self._worked)
        except Exception as error:
            log.error("what waits could not be taken up: %s", type(error).__name__)  # noqa: TRY400 - see _handle_one
        finally:
            self._looking = None

    def _worked(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            self.wake()

    async def _work(self, update: Update) -> None:
        self._asking += 1
        self.wake()
        try:
            await self._admit(update)
        except Exception as error:
            log.error("update %s is handled unasked: %s", update.id, type(error).__name__)  # noqa: TRY400
        finally:
            self._asking -= 1
        async with self._places:
            await self._handle_one(update)

    async def _handle_one(self, update: Update) -> None:
        try:
            await self._handle(update)
        except Exception as error:
            # The kind only: an exception's words may hold what a resident wrote.
            log.error(  # noqa: TRY400 - a traceback shows values, and so what a resident wrote
                "update %s could not be handled: %s", update.id, type(error).__name__
            )
        try:
            await self._keeping(self._store.finish, update.id, self._clock())
        except Exception as error:
            # It stays written down and in hand: handled once more after a restart, rather than again and again now.
            log.error("update %s could not be ended: %s", update.id, type(error).__name__)  # noqa: TRY400

    async def stop(self, seconds: float) -> None:
        """Lets work in hand finish for a while; what is left stays written down for the next start."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.settled()
        left = [*self._tasks, *([self._looking] if self._looking else [])]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def settled(self) -> None:
        """Waits until everything accepted so far has been handled."""
        while under_way := {*self._tasks, *([self._looking] if self._looking else [])}:
            await asyncio.wait(under_way)
            await asyncio.sleep(0)
