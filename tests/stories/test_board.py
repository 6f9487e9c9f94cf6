"""The board in its group: the picture, links to the pages, the month's report; and nobody else gets any of it."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from bot.app import open_store
from tests.bot.report.figures import publications
from tests.bot_api import Group, Reply, Resident, faults
from tests.bot_api.webhook import Caller
from tests.stories.dialogue import PATIENCE
from tests.stories.program import Program
from tests.stories.workers import free_address

pytestmark = pytest.mark.asyncio

ADDRESS = "https://nabo.example.org"
LINK = re.compile(r"https://nabo\.example\.org(/board/open\?link=\S+)")
NOVEMBER_2 = dt.datetime(2026, 11, 2, 8, 30, tzinfo=dt.UTC)
DECEMBER_1 = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)


class BoardGroup:
    """The board's group, with its chair in it."""

    def __init__(self, program: Program, group: Group) -> None:
        self.program = program
        self.group = group
        self.site = ""
        self.chair: Resident = program.server.user(9100, first_name="Bent", language_code="da")

    async def asks(self, words: str) -> Reply:
        """The chair writes; what Nabo says."""
        await self.chair.says(words, to=self.group)
        return await self.hears()

    async def hears(self) -> Reply:
        """The next message of Nabo."""
        return await self.group.general.reply(PATIENCE)


def gathered(program: Program, **settings: str) -> BoardGroup:
    """Eight weeks have been published; it is the 2nd of November, and Nabo has not been started."""
    group = program.server.group(-1001000000200, title="Bestyrelsen")
    program.more_settings |= {"board_chat": group.id, **settings}
    program.clock = lambda: NOVEMBER_2 - dt.timedelta(hours=3)
    store = open_store(program.settings())
    for each in publications(8, program.knowledge):
        store.publish(each, ())
    store.note("board report", "2026-11 done")
    store.close()
    return BoardGroup(program, group)


@pytest_asyncio.fixture
async def board(program: Program) -> AsyncIterator[BoardGroup]:
    """The board, and Nabo running without web pages."""
    board = gathered(program)
    await board.chair.joins(board.group, "administrator")
    await program.start()
    yield board
    assert board.group.general.unread == []


@pytest_asyncio.fixture
async def online(program: Program) -> AsyncIterator[BoardGroup]:
    """The board, and Nabo running with web pages, which Telegram calls."""
    address = free_address()
    board = gathered(program, listen=address, public_address=ADDRESS)
    board.site = f"http://{address}"
    await board.chair.joins(board.group, "administrator")
    program.begin()
    await program.server.called("setWebhook", 1, PATIENCE)
    calling = asyncio.create_task(Caller(program.server.bot, [board.site]).run())
    yield board
    calling.cancel()
    await asyncio.gather(calling, return_exceptions=True)
    assert board.group.general.unread == []


async def test_trends_brings_the_picture_with_three_sentences(board: BoardGroup) -> None:
    shown = await board.asks("/trends")
    assert shown.kind == "photo"
    assert len(shown.text.splitlines()) == 3
    assert "Svar til tiden: 41 af 54 sager" in shown.text
    call = board.program.server.calls("sendPhoto")[-1]
    assert call.parameters["chat_id"] in (board.group.id, str(board.group.id))
    assert call.files == ("photo",)


async def test_the_link_opens_the_pages_until_all_links_are_closed(online: BoardGroup) -> None:
    shown = await online.asks("/board")
    assert "Linket virker i 24 timer" in shown.text
    found = LINK.search(shown.text)
    assert found
    async with httpx.AsyncClient(base_url=online.site) as client:
        answer = await client.get(found[1])
        assert answer.status_code == 200
        session = answer.headers["set-cookie"].partition(";")[0]
        assert "Secure" in answer.headers["set-cookie"]
        page = await client.get("/board/", headers={"cookie": session})
        assert "81 beboere spurgte i uge 44." in page.text

        assert "Alle links er lukket" in (await online.asks("/board off")).text
        assert (await client.get("/board/", headers={"cookie": session})).status_code == 403
        assert (await client.get(found[1])).status_code == 403


async def test_the_token_is_in_no_log(online: BoardGroup, caplog: pytest.LogCaptureFixture) -> None:
    found = LINK.search((await online.asks("/board")).text)
    assert found
    async with httpx.AsyncClient(base_url=online.site) as client:
        await client.get(found[1])
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("http")]
    token = found[1].partition("=")[2]
    assert all(token not in words for words in ours)


async def test_help_says_what_the_board_can_ask(board: BoardGroup) -> None:
    assert "/trends" in (await board.asks("/help@nabo_bot")).text


async def test_what_the_board_says_among_itself_is_not_answered(board: BoardGroup) -> None:
    await board.chair.says("Hvad mener I om taget?", to=board.group)
    await board.chair.says("/stats", to=board.group)
    assert "/trends" in (await board.asks("/help")).text


@pytest.mark.parametrize("command", ["/trends", "/board", "/board off"])
async def test_a_resident_gets_neither_figures_nor_a_link(board: BoardGroup, command: str) -> None:
    grace = board.program.resident(102, "en")
    await grace.starts()
    await grace.resident.says(command)
    for heard in await grace.resident.replies(2, PATIENCE):
        assert heard.kind == "text"
        assert ADDRESS not in heard.text


async def test_another_group_gets_nothing_and_is_left(board: BoardGroup) -> None:
    other = board.program.server.group(-1001000000300, title="Andre")
    await board.chair.joins(other, "administrator")
    await board.chair.says("/board", to=other)
    await board.program.server.called("leaveChat", 1, PATIENCE)
    assert other.general.unread == []


async def test_the_month_s_report_comes_once_however_often_nabo_starts(board: BoardGroup) -> None:
    await board.program.starts_again_at(DECEMBER_1)
    shown = await board.hears()
    assert shown.kind == "photo"
    assert shown.text.startswith("Månedens rapport\n")
    file = await board.hears()
    assert file.kind == "document"
    assert file.body["document"]["file_name"] == "nabo-2026-12.pdf"
    await board.program.starts_again_at(DECEMBER_1 + dt.timedelta(minutes=5))
    await board.program.starts_again_at(DECEMBER_1 + dt.timedelta(days=9))
    assert "/trends" in (await board.asks("/help")).text


async def test_a_report_of_which_nobody_knows_whether_it_arrived_says_so(board: BoardGroup) -> None:
    await board.program.stop()
    store = open_store(board.program.settings())
    store.note("board report", "2026-12 sending")
    store.close()
    await board.program.starts_again_at(DECEMBER_1)
    assert (await board.hears()).text.startswith("Månedens rapport (måske sendt to gange)")
    assert (await board.hears()).kind == "document"


async def test_a_report_that_telegram_refuses_for_a_while_comes_all_the_same(board: BoardGroup) -> None:
    await board.program.stop()
    board.program.server.faults.next("sendPhoto", faults.too_many(1))
    await board.program.starts_again_at(DECEMBER_1)
    assert (await board.hears()).kind == "photo"
    assert (await board.hears()).kind == "document"


async def test_the_group_is_followed_when_it_becomes_a_supergroup(program: Program) -> None:
    group = program.server.group(-4200, kind="group", title="Bestyrelsen")
    program.more_settings |= {"board_chat": group.id}
    board = BoardGroup(program, group)
    await board.chair.joins(group, "administrator")
    await program.start()
    assert "ingen tal" in (await board.asks("/trends")).text
    board.group = await group.upgrades(board.chair, -1001000000277)
    assert "/trends" in (await board.asks("/help")).text
    await program.stop()
    await program.start()
    assert "Websiden er ikke slået til" in (await board.asks("/board")).text


async def test_the_staff_s_group_can_be_the_board_s_too(program: Program) -> None:
    office = await program.has_staff(program.server.forum())
    program.more_settings |= {"board_chat": office.group.id}
    await program.start()
    assert "ingen tal" in (await office.general.asks("/trends")).text
    assert office.texts("help")[:20] in (await office.general.asks("/help")).text
