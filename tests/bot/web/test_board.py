from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.concerns.published import Published, Table
from bot.report.values import BoardReport
from bot.web.boardpages import PAGES
from knowledge.content import Knowledge
from tests.bot.report.figures import report
from tests.bot.web.site import site
from tests.bot.web.visit import House, visited

pytestmark = pytest.mark.asyncio

FRIENDLY = "Skriv /board i bestyrelsens gruppe"


@pytest.fixture
def house(knowledge: Knowledge) -> House:
    return House(knowledge)


# Coming in


@pytest.mark.parametrize("page", ["", *PAGES, "picture/topics.png", "nothing"])
async def test_without_a_link_nothing_is_shown(house: House, page: str) -> None:
    async with site(house.board().routes()) as client:
        answer = await client.get(f"/board/{page}")
    assert answer.status_code == 403
    assert FRIENDLY in answer.text
    assert house.asked == []


async def test_the_link_opens_the_pages_and_leaves_the_address(house: House) -> None:
    async with site(house.board().routes()) as client:
        answer = await client.get(house.link())
        assert 'http-equiv="refresh" content="0; url=./"' in answer.text
        assert house.links.token(house.now) not in answer.text
        overview = await client.get("/board/")
    assert overview.status_code == 200
    assert "Afstemningen: flere beboere spørger." in overview.text


async def test_the_session_is_a_careful_cookie(house: House) -> None:
    house.secure = True
    async with site(house.board().routes()) as client:
        cookie = (await client.get(house.link())).headers["set-cookie"]
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/board", "Max-Age=86400"} <= set(cookie.split("; "))


async def test_a_changed_link_is_refused(house: House) -> None:
    async with site(house.board().routes()) as client:
        answer = await client.get(house.link()[:-2] + "xx")
        assert answer.status_code == 403
        assert FRIENDLY in answer.text
        assert "set-cookie" not in answer.headers


async def test_a_link_of_yesterday_is_refused_and_so_is_its_session(house: House) -> None:
    link = house.link()
    async with visited(house) as client:
        house.now += dt.timedelta(hours=24)
        assert (await client.get("/board/")).status_code == 403
        assert (await client.get(link)).status_code == 403


async def test_a_revoked_link_is_refused_and_so_is_its_session(house: House) -> None:
    link = house.link()
    async with visited(house) as client:
        house.links.revoke()
        assert (await client.get("/board/")).status_code == 403
        assert (await client.get(link)).status_code == 403
        await client.get(house.link())
        assert (await client.get("/board/")).status_code == 200


async def test_a_forged_session_is_refused(house: House) -> None:
    async with site(house.board().routes()) as client:
        answer = await client.get("/board/", headers={"cookie": "nabo_board=WzQwMDAwMDAwMDAsMF0.AAAA"})
    assert answer.status_code == 403


async def test_leaving_ends_the_session_on_this_device(house: House) -> None:
    async with visited(house) as client:
        assert "lukket på denne enhed" in (await client.post("/board/leave")).text
        assert (await client.get("/board/")).status_code == 403


# What is shown


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("", "Overblik"),
        ("topic", "Et emne"),
        ("languages", "Sprog"),
        ("punctuality", "Svar til tiden"),
        ("unanswered", "Uden svar"),
    ],
)
async def test_every_page_has_its_figures_as_a_picture_and_as_a_table(house: House, page: str, heading: str) -> None:
    async with visited(house) as client:
        answer = await client.get(f"/board/{page}")
        assert answer.status_code == 200
        assert f"<h1>{heading}</h1>" in answer.text
        assert "<table>" in answer.text
        picture = answer.text.partition('<img src="')[2].partition('"')[0].replace("&amp;", "&")
        drawn = await client.get(f"/board/{picture}")
    assert drawn.headers["content-type"] == "image/png"
    assert drawn.content.startswith(b"\x89PNG")


async def test_weeks_topic_and_language_are_chosen_in_the_address(house: House) -> None:
    async with visited(house) as client:
        answer = await client.get("/board/topic", params={"weeks": "13", "topic": "cafe", "language": "en"})
    assert house.asked[-1] == 13
    assert '<html lang="en">' in answer.text
    assert "The café week by week" in answer.text
    assert answer.text.count("<tr>") == 1 + 13


@pytest.mark.parametrize("query", ["weeks=9999", "weeks=-1", "weeks=%00", "topic=<script>", "language=../../etc"])
async def test_what_cannot_be_chosen_is_taken_as_not_chosen(house: House, query: str) -> None:
    async with visited(house) as client:
        answer = await client.get(f"/board/topic?{query}")
    assert answer.status_code == 200
    assert house.asked[-1] == 8
    assert "<script" not in answer.text


async def test_a_hidden_figure_is_on_no_page(house: House) -> None:
    async with visited(house) as client:
        answer = await client.get("/board/topic", params={"topic": "sensitive"})
    assert answer.text.count('class="few"') == 7


async def test_before_the_first_week_every_page_says_that_there_is_nothing_yet(house: House) -> None:
    house.report_of = _nothing
    async with visited(house) as client:
        for page in PAGES:
            answer = await client.get(f"/board/{page}")
            assert answer.status_code == 200
            assert "Der er ingen tal endnu" in answer.text
        assert (await client.get("/board/picture/topics.png")).status_code == 404


async def test_an_unknown_page_or_picture_is_missing(house: House) -> None:
    async with visited(house) as client:
        assert "Siden findes ikke" in (await client.get("/board/nothing")).text
        assert (await client.get("/board/nothing")).status_code == 404
        assert (await client.get("/board/picture/nothing.png")).status_code == 404
        assert (await client.get("/board/picture/entries.png")).status_code == 404


# What browsers are told


async def test_nothing_foreign_is_allowed_and_nothing_is_kept(house: House) -> None:
    async with visited(house) as client:
        for page in ("open", "", "topic", "board.css", "picture/topics.png", "nothing"):
            headers = (await client.get(f"/board/{page}")).headers
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'")
            assert "unsafe" not in policy
            assert "script" not in policy
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["cache-control"] == "no-store"


async def test_no_page_sets_another_cookie(house: House) -> None:
    async with visited(house) as client:
        for page in PAGES:
            assert "set-cookie" not in (await client.get(f"/board/{page}")).headers
        assert list(client.cookies) == ["nabo_board"]


def _nothing(weeks: int) -> BoardReport:
    table = Table(())
    return replace(report(weeks), published=Published((), {}, table, table, table, table, table), trends=(), changes=())
