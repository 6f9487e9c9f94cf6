"""Telegram's side of a webhook, and the proxy behind its address: updates are posted until they are taken."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import aiohttp

from tests.bot_api.errors import ApiError
from tests.bot_api.state import Account

AGAIN_SECONDS = 0.2
PATIENCE = aiohttp.ClientTimeout(total=30)


class Caller:
    """Posts the updates of one bot to workers in turn: in order within a chat, side by side across chats.

    A worker that does not take an update is passed over, as a proxy does, until one takes it.
    """

    def __init__(self, account: Account, workers: Sequence[str]) -> None:
        """`workers`: addresses such as http://127.0.0.1:8080, which stand behind the public one."""
        self._account = account
        self._workers = itertools.cycle(workers)
        self._chats: dict[Any, asyncio.Queue[dict[str, Any]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.taken: dict[str, int] = defaultdict(int)
        """How many updates each worker took."""
        self.under_way = 0
        self.twice = False
        """Every update is posted a second time after it has been taken."""

    async def run(self) -> None:
        """Posts until it is cancelled."""
        offset = 0
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            try:
                while True:
                    for update in await self._waiting(offset):
                        offset = max(offset, update["update_id"] + 1)
                        self._queue(session, update)
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _waiting(self, offset: int) -> list[dict[str, Any]]:
        with contextlib.suppress(ApiError):  # another worker has told where to call
            return await self._account.updates.poll(offset, 100, 50)
        return []

    def _queue(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        body = next(part for name, part in update.items() if name != "update_id")
        chat = (body.get("message") or body).get("chat", {}).get("id")
        if chat not in self._chats:
            self._chats[chat] = asyncio.Queue()
            self._tasks.add(asyncio.create_task(self._post_all(session, self._chats[chat])))
        self.under_way += 1
        self._chats[chat].put_nowait(update)

    async def _post_all(self, session: aiohttp.ClientSession, queue: asyncio.Queue[dict[str, Any]]) -> None:
        while True:
            update = await queue.get()
            for _ in range(2 if self.twice else 1):
                await self._post(session, update)
            self.under_way -= 1

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._account.webhook.secret_token}
        while True:
            worker = next(self._workers)
            try:
                async with session.post(f"{worker}/telegram/updates", json=update, headers=headers) as answer:
                    if answer.status == 200:
                        self.taken[worker] += 1
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(AGAIN_SECONDS)
