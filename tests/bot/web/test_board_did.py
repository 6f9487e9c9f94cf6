"""The board writes what has been done: only in its session, only by its own form, only what an answer may say."""

from __future__ import annotations

import re

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from bot.did import drafts
from knowledge.content import Knowledge
from tests.bot.web.site import site
from tests.bot.web.visit import House, browser, opened, visited

pytestmark = pytest.mark.asyncio

WORDS = "Vi har bedt om et møde om huslejen."


@pytest.fixture
def house(knowledge: Knowledge) -> House:
    return House(knowledge)


async def mark_of(client: httpx.AsyncClient) -> str:
    found = re.search(r'name="mark" value="([^"]+)"', (await client.get("/board/did")).text)
    assert found
    return found[1]


async def test_a_sentence_is_kept_and_listed_and_can_be_taken_away(house: House) -> None:
    async with visited(house) as client:
        mark = await mark_of(client)
        sent = await client.post("/board/did?weeks=13", data={"mark": mark, "entry": "plan.rent", "text": WORDS})
        assert sent.status_code == 303  # loading the next page anew sends nothing a second time
        kept = await client.get(f"/board/{sent.headers['location']}")
        assert house.asked[-1] == 13
        assert "Sætningen er gemt" in kept.text
        assert "Stiger min husleje?" in kept.text
        assert drafts(house.store)["plan.rent"].text == WORDS
        taken = await client.post("/board/did", data={"mark": mark, "entry": "plan.rent", "remove": "yes"})
        assert "Sætningen er taget væk" in (await client.get(f"/board/{taken.headers['location']}")).text
    assert drafts(house.store) == {}


async def test_an_address_cannot_make_the_page_say_anything_else(house: House) -> None:
    async with visited(house) as client:
        answer = await client.get("/board/did?done=fault")
    assert answer.status_code == 200
    assert 'role="status"' not in answer.text


@pytest.mark.parametrize("mark", ["", "forged", "é"])
async def test_a_form_from_elsewhere_is_not_taken(house: House, mark: str) -> None:
    async with visited(house) as client:
        answer = await client.post("/board/did", data={"mark": mark, "entry": "plan.rent", "text": WORDS})
    assert answer.status_code == 422
    assert "Siden var for gammel" in answer.text
    assert drafts(house.store) == {}


async def test_without_a_session_nothing_is_taken(house: House) -> None:
    async with visited(house) as client:
        mark = await mark_of(client)
    async with site(house.board().routes()) as stranger:
        answer = await stranger.post("/board/did", data={"mark": mark, "entry": "plan.rent", "text": WORDS})
    assert answer.status_code == 403
    assert drafts(house.store) == {}


async def test_a_sentence_that_breaks_a_rule_comes_back_with_the_reason(house: House) -> None:
    async with visited(house) as client:
        mark = await mark_of(client)
        answer = await client.post("/board/did", data={"mark": mark, "entry": "vote.when", "text": "<b>Stem ja</b>"})
    assert answer.status_code == 422
    assert "Sætningen er ikke gemt" in answer.text
    assert "&lt;b&gt;Stem ja&lt;/b&gt;" in answer.text


@pytest.mark.slow
async def test_it_is_written_without_scripts_and_axe_finds_nothing(house: House) -> None:
    async with site(house.board().routes()) as client, browser() as chromium:
        plain = await opened(await chromium.new_context(java_script_enabled=False), client, house)
        await plain.get_by_role("link", name="I spurgte, vi gjorde").click()
        await plain.get_by_label("Spørgsmål").select_option("plan.rent")
        await plain.get_by_label("Hvad er der gjort?").fill(WORDS)
        await plain.get_by_role("button", name="Gem sætningen").click()
        await expect(plain.get_by_text(WORDS)).to_be_visible()
        scripted = await opened(await chromium.new_context(bypass_csp=True), client, house)
        await scripted.goto(f"{client.base_url}/board/did")
        assert (await Axe().run(scripted)).response["violations"] == []
