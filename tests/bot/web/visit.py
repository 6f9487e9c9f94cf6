"""The board's pages, served on loopback, and a browser that visits them."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.app import forgetful_store
from bot.report.links import Links
from bot.report.values import BoardReport
from bot.web.board import Board
from knowledge.content import Knowledge
from tests.bot.report.figures import report
from tests.bot.web.site import site
from tests.rendering.browser import ARGUMENTS, CHROMIUM

START = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


class Memory(dict[str, str]):
    """The notes of a store, and nothing else of it."""

    def note(self, name: str, value: str | None = None) -> str | None:
        if value is not None:
            self[name] = value
        return self.get(name)


@dataclass
class House:
    """A board with its links and a clock that tests set."""

    knowledge: Knowledge
    now: dt.datetime = START
    secure: bool = False
    asked: list[int] = field(default_factory=list)
    """For how many weeks reports were asked."""

    def __post_init__(self) -> None:
        self.store = forgetful_store()
        self.links = Links(b"a key for tests only, of some length", self.store)
        self.report_of: Callable[[int], BoardReport] = report

    def board(self) -> Board:
        return Board(self.knowledge, self._report, self.links, self.store, lambda: self.now, "da", secure=self.secure)

    def _report(self, weeks: int) -> BoardReport:
        self.asked.append(weeks)
        return self.report_of(weeks)

    def link(self) -> str:
        """The address that the bot gives in the board's chat."""
        return f"/board/open?link={self.links.token(self.now)}"


@asynccontextmanager
async def visited(house: House) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has opened the link."""
    async with site(house.board().routes()) as client:
        await client.get(house.link())
        yield client


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium without a window."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        await running.close()


async def opened(context: BrowserContext, client: httpx.AsyncClient, house: House) -> Page:
    """A page of the browser that has come by the link."""
    page = await context.new_page()
    await page.goto(f"{client.base_url}{house.link()}")
    await page.wait_for_url("**/board/")
    return page
