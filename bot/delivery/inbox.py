"""Updates on their way in: written down first, then handled, in order within a chat and side by side across chats.

An update that was written down is handled even if the process is killed: what waits is taken up at the next start.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from bot.store.interface import Store, Update
from bot.turn import Clock

log = logging.getLogger(__name__)

Handle = Callable[[Update], Awaitable[None]]
Admit = Callable[[Update], Awaitable[None]]
"""Returns when an update may be handled; it waits outside the places, so that a busy chat takes none from others."""


async def at_once(_update: Update) -> None:
    """Admits every update."""


class Inbox:
    """Feeds updates to `handle`. One task a chat while it has updates; at most `side_by_side` of them work at once."""

    def __init__(
        self,
        store: Store,
        handle: Handle,
        chat_of: Callable[[Update], str],
        clock: Clock,
        side_by_side: int,
        admit: Admit = at_once,
    ) -> None:
        self._store = store
        self._handle = handle
        self._chat_of = chat_of
        self._clock = clock
        self._admit = admit
        self._places = asyncio.Semaphore(side_by_side)
        self._queues: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def recover(self) -> int:
        """Takes up what an earlier run left; returns how many."""
        left = self._store.waiting()
        for update in left:
            self._enqueue(update)
        return len(left)

    async def accept(self, updates: Sequence[Update]) -> None:
        """Writes updates down and starts to handle the new ones. When it returns, the channel may forget them."""
        for update in await asyncio.to_thread(self._store.receive, updates, self._clock()):
            self._enqueue(update)

    def _enqueue(self, update: Update) -> None:
        chat = self._chat_of(update)
        if chat in self._queues:
            self._queues[chat].append(update)
            return
        self._queues[chat] = deque([update])
        task = asyncio.create_task(self._drain(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, chat: str) -> None:
        queue = self._queues[chat]
        while queue:
            await self._admitted(queue[0])
            async with self._places:
                await self._handle_one(queue[0])
            queue.popleft()
        del self._queues[chat]

    async def _admitted(self, update: Update) -> None:
        try:
            await self._admit(update)
        except Exception as error:
            log.error("update %s is handled unasked: %s", update.id, type(error).__name__)  # noqa: TRY400

    async def _handle_one(self, update: Update) -> None:
        try:
            await self._handle(update)
        except Exception as error:
            # The kind only: an exception's words may hold what a resident wrote.
            log.error(  # noqa: TRY400 - a traceback shows values, and so what a resident wrote
                "update %s could not be handled: %s", update.id, type(error).__name__
            )
        try:
            await asyncio.to_thread(self._store.finish, update.id, self._clock())
        except Exception as error:
            # It stays written down: handled once more after a restart, which is better than a chat gone deaf.
            log.error("update %s could not be ended: %s", update.id, type(error).__name__)  # noqa: TRY400

    async def stop(self, seconds: float) -> None:
        """Lets work in hand finish for a while; what is left stays written down for the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def settled(self) -> None:
        """Waits until everything accepted so far has been handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)
