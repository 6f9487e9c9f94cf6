"""Residents who ask at a steady rate, the programs that answer them, and what became of every question."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from asyncio.subprocess import DEVNULL
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import psutil
from pydantic import SecretStr

from bot.app import now, open_store
from bot.cases.case import Case
from bot.effects import CaseChange, Changes, Memory
from bot.settings import Settings
from tests.bot_api import BotApiServer
from tests.bot_api.calls import Call
from tests.stories.workers import PUBLIC

FIRST_RESIDENT = 10_000
AT_ONCE = 500
"""Chats or cases kept in one step while the store is prepared."""
SEEN_EVERY = 0.05


@dataclass
class Fate:
    """What became of the questions of one run."""

    asked: int = 0
    waits: list[float] = field(default_factory=list)
    """Seconds from each question to its answer."""
    again: int = 0
    """Answers that came when none was due."""
    lost: int = 0
    memory: list[float] = field(default_factory=list)
    """MB of all workers together, every second."""

    def figures(self) -> dict[str, float]:
        """The figures that are shown."""
        waits = np.array(self.waits or [float("nan")])
        first, last = (self.memory[len(self.memory) // 5], self.memory[-1]) if self.memory else (0.0, 0.0)
        return {
            "asked": self.asked,
            "lost": self.lost,
            "again": self.again,
            "median s": round(float(np.median(waits)), 3),
            "99th percentile s": round(float(np.percentile(waits, 99)), 3),
            "longest s": round(float(waits.max()), 3),
            "MB after a fifth": round(first),
            "MB at the end": round(last),
        }


class Crowd:
    """Residents who are known to Nabo; each message is answered by one."""

    def __init__(self, server: BotApiServer, questions: Sequence[str], residents: int, seed: int = 20261124) -> None:
        self._server = server
        self._questions = questions
        self._residents = residents
        self._chance = random.Random(seed)  # noqa: S311 - not for secrets
        self._due: dict[int, deque[float]] = defaultdict(deque)
        self.fate = Fate()
        server.log.on_end = self._heard

    def _heard(self, call: Call) -> None:
        if call.method != "sendMessage" or not call.carried_out:
            return
        due = self._due[int(call.parameters["chat_id"])]
        if due:
            self.fate.waits.append(time.monotonic() - due.popleft())
        else:
            self.fate.again += 1

    async def asks(self, rate: float, seconds: float) -> None:
        """Asks so many questions a second for so long (`rate` 0: as many at once)."""
        start = time.monotonic()
        for number in range(round(rate * seconds)):
            await asyncio.sleep(max(0.0, start + number / rate - time.monotonic()))
            await self.ask()

    async def ask(self) -> None:
        """One question of one resident."""
        resident = self._server.user(FIRST_RESIDENT + self._chance.randrange(self._residents), language_code="da")
        self._due[resident.id].append(time.monotonic())
        self.fate.asked += 1
        await resident.says(self._chance.choice(self._questions))

    async def settles(self, patience: float) -> None:
        """Waits until every question is answered; what is not by then is lost."""
        deadline = time.monotonic() + patience
        while any(self._due.values()) and time.monotonic() < deadline:
            await asyncio.sleep(SEEN_EVERY)
        self.fate.lost = sum(map(len, self._due.values()))


def prepare(settings: Settings, residents: int, cases: int) -> None:
    """A store in which the residents are known and so many other ones have an open case."""
    store = open_store(settings)
    for start in range(0, residents, AT_ONCE):
        known = range(start, min(start + AT_ONCE, residents))
        chats = {str(FIRST_RESIDENT + each): Memory("da", chosen=True) for each in known}
        store.finish(None, now(), Changes(chats=chats))
    for _ in range(cases):
        number = store.new_case_number()
        case = Case(number, f"Birk {number}", "money", "da", urgent=False, named=False, opened=now(), promised=None)
        store.finish(None, now(), Changes(cases=(CaseChange(replace(case, last_word=now()), str(number)),)))
    store.let_go()
    store.close()


class Nabo:
    """One `nabo run`, with what a benchmark may change in it."""

    def __init__(self, settings: dict[str, str], folder: Path) -> None:
        self._environment = os.environ | {"NABO_BURST": "100000"} | settings
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts and returns at once."""
        with (self._folder / "log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.benchmarks.program", "run",
                env=self._environment, stdin=DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    @property
    def seen(self) -> psutil.Process:
        """The process as the system sees it."""
        assert self._process is not None
        return psutil.Process(self._process.pid)

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._process is not None and self._process.returncode is None

    async def stop(self, *, kill: bool = False) -> None:
        """Ends it, if it has not ended."""
        if self._process is not None and self._process.returncode is None:
            (self._process.kill if kill else self._process.terminate)()
        if self._process is not None:
            await self._process.wait()


async def remembers(fate: Fate, programs: Sequence[Nabo]) -> None:
    """Notes the memory of the programs every second until it is cancelled."""
    while True:
        fate.memory.append(sum(each.seen.memory_info().rss for each in programs if each.lives) / 1e6)
        await asyncio.sleep(1)


def settings_of(server: BotApiServer, data: Path, database: str | None = None) -> Settings:
    """For preparing the store that the programs will use."""
    address = SecretStr(database) if database else None
    return Settings(token=SecretStr(server.token), api=server.origin, data=data, database=address, _env_file=None)


def environment(server: BotApiServer, data: Path, database: str | None = None, listen: str = "") -> dict[str, str]:
    """The same for a program; with `listen`, it is called instead of asking."""
    own = {"NABO_TOKEN": server.token, "NABO_API": server.origin, "NABO_DATA": str(data)}
    shared = {"NABO_DATABASE": database} if database else {}
    return own | shared | ({"NABO_LISTEN": listen, "NABO_PUBLIC_ADDRESS": PUBLIC} if listen else {})
