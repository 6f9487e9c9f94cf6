"""The board's pages as people meet them: in Chromium, by keyboard, on a telephone, without scripts, by axe."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page

from bot.web.boardpages import PAGES
from knowledge.content import Knowledge
from tests.bot.web.site import site
from tests.bot.web.visit import House, browser, opened

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SHOTS = os.environ.get("NABO_SHOTS")
"""A folder for screenshots, to be looked at by a person."""


@asynccontextmanager
async def visit(
    knowledge: Knowledge, *, size: dict[str, int] = DESK, scripts: bool = False
) -> AsyncIterator[tuple[Page, httpx.AsyncClient]]:
    house = House(knowledge)
    async with site(house.board().routes()) as client, browser() as chromium:
        context = await _context(chromium, size, scripts=scripts)
        yield await opened(context, client, house), client


async def _context(chromium: Browser, size: dict[str, int], *, scripts: bool) -> BrowserContext:
    # axe is put into the page by the test, past the page's own policy, which allows no script at all.
    return await chromium.new_context(
        viewport={"width": size["width"], "height": size["height"]}, java_script_enabled=scripts, bypass_csp=scripts
    )


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_axe_finds_nothing_on_any_page(knowledge: Knowledge, size: dict[str, int]) -> None:
    async with visit(knowledge, size=size, scripts=True) as (page, client):
        for address in [f"./{name}" for name in PAGES] + ["nothing", "open?link=no"]:
            await page.goto(f"{client.base_url}/board/{address}")
            found = (await Axe().run(page)).response["violations"]
            assert [(each["id"], each["impact"]) for each in found] == [], address
            await _shoot(page, f"{address.strip('./') or 'overview'}-{size['width']}")


async def test_it_reads_without_scripts_and_asks_nobody_else(knowledge: Knowledge) -> None:
    async with visit(knowledge) as (page, client):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        for name in PAGES:
            await page.goto(f"{client.base_url}/board/{name}")
            assert await page.locator("table").first.is_visible()
            await page.locator("select[name=weeks]").select_option("13")
            await page.get_by_role("button", name="Vis").click()
            assert "weeks=13" in page.url
        assert faults == []
        assert asked
        assert all(url.startswith(str(client.base_url)) for url in asked)


async def test_every_picture_arrives(knowledge: Knowledge) -> None:
    async with visit(knowledge, scripts=True) as (page, client):
        for name in PAGES:
            await page.goto(f"{client.base_url}/board/{name}")
            widths = await page.eval_on_selector_all("img", "all => all.map(one => one.naturalWidth)")
            assert widths
            assert all(width == 1080 for width in widths)


async def test_the_token_is_in_no_address_and_no_history(knowledge: Knowledge) -> None:
    async with visit(knowledge, scripts=True) as (page, client):
        assert page.url == f"{client.base_url}/board/"
        await page.go_back()
        assert "link=" not in page.url


async def test_a_link_opened_from_another_site_opens_all_the_same(knowledge: Knowledge) -> None:
    house = House(knowledge)
    async with site(house.board().routes()) as client, browser() as chromium:
        context = await _context(chromium, DESK, scripts=False)
        page = await context.new_page()
        elsewhere = str(client.base_url).replace("127.0.0.1", "localhost")
        await page.route(
            f"{elsewhere}/chat",
            lambda route: route.fulfill(
                body=f'<a href="{client.base_url}{house.link()}">link</a>', content_type="text/html"
            ),
        )
        await page.goto(f"{elsewhere}/chat")
        await page.get_by_role("link").click()
        await page.wait_for_url("**/board/")
        assert await page.get_by_role("heading", level=1).inner_text() == "Overblik"


async def test_it_is_walked_through_by_keyboard_alone(knowledge: Knowledge) -> None:
    async with visit(knowledge, scripts=True) as (page, _):
        reached: list[str] = []
        await page.keyboard.press("Tab")
        assert await _focused(page) == "Gå til indholdet"
        for _ in range(12):
            await page.keyboard.press("Tab")
            reached.append(await _focused(page))
        assert reached[:5] == ["Overblik", "Et emne", "Sprog", "Svar til tiden", "Uden svar"]
        assert {"weeks", "language", "Vis"} <= set(reached)
        await page.locator("nav a", has_text="Uden svar").focus()
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/unanswered?*")
        await page.locator(".scroll").first.focus()
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


async def test_a_phone_does_not_scroll_sideways_but_inside_tables(knowledge: Knowledge) -> None:
    async with visit(knowledge, size=PHONE, scripts=True) as (page, client):
        for name in PAGES:
            await page.goto(f"{client.base_url}/board/{name}")
            wide = await page.evaluate("document.documentElement.scrollWidth")
            assert wide <= PHONE["width"], name


async def _focused(page: Page) -> str:
    return str(
        await page.evaluate(
            "document.activeElement.name || document.activeElement.innerText || document.activeElement.tagName"
        )
    )


async def _shoot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name.partition('?')[0]}.png", full_page=True)
