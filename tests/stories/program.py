"""Nabo as it is, running in this process against the Bot API server for tests."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import App, draft_folder, now, open_store
from bot.casework import Casework
from bot.counting import Counter
from bot.settings import Settings
from bot.store.interface import Store
from bot.store.weekkeys import KeyFiles
from bot.translation.service import Translation, translation_as_set
from bot.translation.translator import NoTranslation
from bot.turn import Clock, Turns, Understands
from handlers.service import run_service
from knowledge.content import Knowledge
from tests.bot_api import BotApiServer, Group
from tests.stories.dialogue import PATIENCE, Dialogue
from tests.stories.office import Office, Room


class Program:
    """Starts and stops; keeps its data folder in between."""

    def __init__(self, server: BotApiServer, knowledge: Knowledge, understanding: Understands, data: Path) -> None:
        self.server = server
        self.knowledge = knowledge
        self.understanding = understanding
        self.data = data
        self.token = server.token
        self.more_settings: dict[str, Any] = {}
        self.policy: dict[str, Any] = {}
        self.clock: Clock = now
        self.dialogues: list[Dialogue] = []
        self.office: Office | None = None
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
            translation = await self._translation(settings)
            casework = self._casework(settings, store)
            if casework and translation and translation.serves_cases:
                casework = replace(casework, policy=translation.policy)
            counter = Counter(KeyFiles(self.data), self.knowledge)
            turns = Turns(self.knowledge, self.understanding, store, self.clock, casework, counter)
            if translation:
                turns = replace(turns, pairs=translation.pairs)
            await run_service(settings, App(turns, store, self.clock, casework, translation), stopping)
        finally:
            store.close()

    async def _translation(self, settings: Settings) -> Translation | None:
        translation = translation_as_set(settings, self.knowledge)
        if translation is None:
            return None
        with contextlib.suppress(NoTranslation):
            await translation.service.pairs()
        return replace(translation, policy=replace(translation.policy, **self.policy))

    def _casework(self, settings: Settings, store: Store) -> Casework | None:
        if settings.staff_chat is None:
            return None
        on_call = tuple(settings.on_call.split(",")) if settings.on_call else ()
        drafts = draft_folder(settings)
        return Casework(self.knowledge, store, settings.staff_language, secrets.choice, on_call, drafts)

    async def stop(self) -> None:
        """As after SIGTERM."""
        if self._task is not None:
            self._stopping.set()
            await self.ended()

    async def starts_again_at(self, moment: dt.datetime) -> None:
        """Stops, and starts when the clock shows another time, at which it then stands still."""
        await self.stop()
        self.clock = lambda: moment
        await self.start()

    async def ended(self) -> None:
        """Waits until it has come to its end; raises what made it end."""
        task, self._task = self._task, None
        if task is not None:
            await asyncio.wait_for(task, PATIENCE)

    async def until(self, is_true: Any, what: str) -> None:
        """Waits for something to become true in the server's world."""
        await self.server.world.changes.until(lambda: is_true() or None, PATIENCE, what)

    async def has_staff(self, group: Group, **settings: Any) -> Office:
        """Sets the staff's group, before a start, and brings a member of staff into it."""
        self.more_settings |= {"staff_chat": group.id, **settings}
        self.office = Office(self.server, group, self.knowledge.staff["da"])
        await self.office.opens()
        return self.office

    def knows(self, **facts: Any) -> None:
        """Sets facts of the estate, before a start."""
        self.knowledge = replace(self.knowledge, estate=replace(self.knowledge.estate, **facts))

    def resident(self, number: int, language: str = "da", app_language: str | None = None, **known: Any) -> Dialogue:
        """Somebody whose Telegram is set to a language."""
        person = self.server.user(number, language_code=app_language or language, **known)
        self.dialogues.append(Dialogue(person, self.knowledge.languages[language]))
        return self.dialogues[-1]


async def grace_has_a_case(program: Program, office: Office, number: int = 102) -> tuple[Dialogue, Room]:
    """One in which nothing is urgent, without her name; everything about its opening is heard."""
    grace = program.resident(number, "en", first_name="Grace", last_name="Hopper")
    await grace.starts()
    assert (await grace.says("I can't pay my rent any more")).offers("button-yes-unnamed", "button-yes-named")
    assert (await grace.presses("button-yes-unnamed")).says("case-writing")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("skriver:\nI can't pay my rent any more")
    assert (await case.hears()).says("case-candidates")
    return grace, case
