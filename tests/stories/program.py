"""Nabo as it is, running in this process against the Bot API server for tests."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import App, now, open_store
from bot.settings import Settings
from bot.turn import Turns, Understands
from handlers.service import run_service
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer
from tests.stories.dialogue import PATIENCE, Dialogue


class Program:
    """Starts and stops; keeps its data folder in between."""

    def __init__(self, server: BotApiServer, knowledge: Knowledge, understanding: Understands, data: Path) -> None:
        self.server = server
        self.knowledge = knowledge
        self.understanding = understanding
        self.data = data
        self.token = server.token
        self.more_settings: dict[str, Any] = {}
        self.dialogues: list[Dialogue] = []
        self._task: asyncio.Task[None] | None = None

    def settings(self) -> Settings:
        """As an operator would set them."""
        return Settings(token=SecretStr(self.token), api=self.server.origin, data=self.data, **self.more_settings)

    async def start(self) -> None:
        """Starts, and returns when it waits for messages."""
        polls = len(self.server.calls("getUpdates"))
        self.begin()
        await self.until(lambda: len(self.server.calls("getUpdates")) > polls, "a poll")

    def begin(self) -> None:
        """Starts, and returns at once."""
        self._stopping = asyncio.Event()
        self._task = asyncio.create_task(self._run(self._stopping))

    async def _run(self, stopping: asyncio.Event) -> None:
        settings = self.settings()
        store = open_store(settings)
        try:
            turns = Turns(self.knowledge, self.understanding, store, now)
            await run_service(settings, App(turns, store, now), stopping)
        finally:
            store.close()

    async def stop(self) -> None:
        """As after SIGTERM."""
        if self._task is not None:
            self._stopping.set()
            await self.ended()

    async def ended(self) -> None:
        """Waits until it has come to its end; raises what made it end."""
        task, self._task = self._task, None
        if task is not None:
            await asyncio.wait_for(task, PATIENCE)

    async def until(self, is_true: Any, what: str) -> None:
        """Waits for something to become true in the server's world."""
        await self.server.world.changes.until(lambda: is_true() or None, PATIENCE, what)

    def resident(self, number: int, language: str = "da", app_language: str | None = None, **known: Any) -> Dialogue:
        """Somebody whose Telegram is set to a language."""
        person = self.server.user(number, language_code=app_language or language, **known)
        self.dialogues.append(Dialogue(person, self.knowledge.languages[language]))
        return self.dialogues[-1]
