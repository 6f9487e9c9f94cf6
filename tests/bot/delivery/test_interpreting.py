"""Words are translated beside the sending: joined when that is quick, following when not, and never in the way."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.delivery import interpreting
from bot.delivery.limits import SendLimit
from bot.delivery.outbox import Outbox
from bot.delivery.translating import translating
from bot.effects import STAFF, Changes, Outgoing, Sending
from bot.messages import Written
from bot.settings import Settings
from bot.translation.service import translation_as_set
from bot.understanding.decision import Decision
from knowledge.content import Knowledge
from tests.bot.delivery.test_outbox import Post
from tests.bot.desk import Desk, plain
from tests.translation.server import LibreServer, libre_server

WORDS, DANISH = "the rent is too high", "DA: THE RENT IS TOO HIGH"
ENGLISH = Decision("no_match", None, 0.9, (), "en")
SECONDS = 10.0


class NoLimit(SendLimit):
    """Telegram in a good mood."""

    OVERALL = CHAT = GROUP = (1_000_000, 1.0)


@pytest.fixture
def desk(knowledge: Knowledge) -> Iterator[Desk]:
    desk = Desk(knowledge)
    desk.means = ENGLISH
    yield desk
    desk.store.close()


@pytest_asyncio.fixture
async def libre() -> AsyncIterator[LibreServer]:
    async with libre_server() as running:
        yield running


class Office:
    """A desk whose outbox translates."""

    def __init__(self, desk: Desk, outbox: Outbox, post: Post) -> None:
        self.desk, self.outbox, self.post = desk, outbox, post

    async def until(self, wanted: str, kind: Sending = Sending.SAY) -> Outgoing:
        async with asyncio.timeout(SECONDS):
            while True:
                found = [each for each in self.post.arrived if each.kind is kind and wanted in plain(each.text)]
                if found:
                    return found[-1]
                await asyncio.sleep(0.01)


@pytest_asyncio.fixture
async def office(desk: Desk, libre: LibreServer) -> AsyncIterator[Office]:
    settings = Settings(translation="libretranslate", translation_url=libre.address, _env_file=None)
    translation = translation_as_set(settings, desk.knowledge)
    assert translation is not None
    await translation.service.pairs()
    desk.casework = replace(desk.casework, policy=translation.policy)
    desk.turns = replace(desk.turns, casework=desk.casework)
    post = Post()
    outbox = Outbox(desk.store, post, desk.casework, desk.clock, NoLimit())
    async with translating(translation, desk.turns, outbox):
        task = asyncio.create_task(outbox.run())
        yield Office(desk, outbox, post)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreting, "PATIENCE", dt.timedelta(0))


@pytest.mark.asyncio
async def test_quick_translations_go_out_with_the_words(office: Office) -> None:
    office.desk.agrees(WORDS)
    office.outbox.wake()
    said = await office.until(WORDS)
    assert plain(said.text).endswith(f"\n\n{office.desk.casework.staff('case-translated')}\n{DANISH}")


@pytest.mark.asyncio
@pytest.mark.usefixtures("impatient")
async def test_slow_ones_follow_as_an_edit_of_the_message_that_went_before(office: Office, libre: LibreServer) -> None:
    libre.hang()
    office.desk.agrees(WORDS)
    office.outbox.wake()
    assert plain((await office.until(WORDS)).text).endswith(f"skriver:\n{WORDS}")
    libre.release()
    edit = await office.until(DANISH, Sending.EDIT)
    assert edit.to == STAFF
    assert edit.target is not None


@pytest.mark.asyncio
async def test_a_service_that_is_down_delays_nothing(office: Office, libre: LibreServer) -> None:
    libre.mode = "no json"
    office.desk.agrees(WORDS)
    office.outbox.wake()
    assert plain((await office.until(WORDS)).text).endswith(f"skriver:\n{WORDS}")


@pytest.mark.asyncio
async def test_words_that_wait_hold_up_no_other_case(office: Office, libre: LibreServer) -> None:
    libre.hang()
    office.desk.agrees(WORDS)  # the clock stands still: they wait until the service answers
    office.outbox.wake()
    while not libre.requests:
        await asyncio.sleep(0.01)
    office.desk.means = Decision("no_match", None, 0.9, (), "da")
    office.desk.resident(Written("hej"), "1002")
    number = office.desk.case().number
    other = office.desk.casework.to_staff(replace(office.desk.case(), number=number), "et opslag uden for sagen")
    office.desk.store.finish(None, office.desk.now, Changes(outgoing=(replace(other, case=None),)))
    office.outbox.wake()
    await office.until("et opslag uden for sagen")
    assert not any(WORDS in each.text for each in office.post.arrived)
    libre.release()
    await office.until(DANISH)


@pytest.mark.asyncio
async def test_words_that_wait_are_in_the_store_and_go_when_patience_ends(office: Office, libre: LibreServer) -> None:
    libre.hang()
    office.desk.agrees(WORDS)
    office.outbox.wake()
    while not libre.requests:
        await asyncio.sleep(0.01)
    waiting = [each.outgoing for each in office.desk.store.outgoing()]
    assert any(WORDS in each.text for each in waiting)  # sealed in the store, not in memory
    office.desk.passes(minutes=1)
    office.outbox.wake()
    await office.until(WORDS)
