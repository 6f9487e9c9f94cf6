"""No log line and no file tells who wrote or what: markers are planted everywhere and searched for."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import QUIET, start_log
from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from tests.bot_api import TOKEN, BotApiServer, faults
from tests.bot_api.callbacks import press
from tests.stories.dialogue import Dialogue
from tests.stories.process import process
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

CHAT = 71830465912
MARK = "Qvistmarkør"
MARKERS = (MARK, str(CHAT), TOKEN, TOKEN.partition(":")[2])


def somebody(server: BotApiServer, knowledge: Knowledge) -> Dialogue:
    """A resident whose every name is a marker."""
    person = server.user(CHAT, first_name=f"{MARK}1", last_name=f"{MARK}2", username=f"{MARK}3", language_code="da")
    return Dialogue(person, knowledge.languages["da"])


async def does_everything(marked: Dialogue, server: BotApiServer) -> None:
    """Markers in all that a resident can send, and faults while it is answered."""
    resident = marked.resident
    await marked.starts()
    message = await resident.says(f"Stiger min husleje, {MARK}4?")
    await marked.hears()
    await resident.edits(message, f"Hvornår begynder byggeriet, {MARK}5?")
    await marked.hears()
    for fault in (
        faults.garbage(),
        faults.bad_gateway(),
        faults.lose_reply(),
        faults.error(400, f"Bad Request: {MARK}6"),
    ):
        server.faults.next("sendMessage", fault)
        await resident.says(f"Hvor længe varer byggeriet, {MARK}7?")
        await server.world.changes.until(lambda: server.faults.pending == 0 or None, 30, "the fault")
    await resident.sends_photo(caption=f"{MARK}8")
    await resident.sends_document(name=f"{MARK}9.pdf")
    await resident.sends_contact(first_name=f"{MARK}10")
    await resident.sends_poll(f"{MARK}11?", f"{MARK}12")
    await resident.forwards(f"{MARK}13", origin=f"{MARK}14")
    press(server.world, server.bot, resident.user, resident.chat.from_bot()[0], f"a:{MARK}15")
    server.push({"message": {"text": f"{MARK}16", "chat": {"id": CHAT}}})
    last = await resident.says(f"/help {MARK}17")
    await server.world.changes.until(
        lambda: any(marked.language.texts("help") in reply.text for reply in resident.sent) or None,
        30,
        f"help for message {last.message_id}",
    )


def found(folder: Path) -> list[tuple[str, str]]:
    """Files with a marker in their content or name, in any usual encoding."""
    return [
        (file.name, marker)
        for file in folder.rglob("*")
        if file.is_file()
        for marker in MARKERS
        for encoding in ("utf-8", "utf-16-le", "unicode-escape")
        if marker.encode(encoding) in file.read_bytes() or marker in file.name
    ]


@pytest.fixture
def as_operators_log() -> Iterator[None]:
    """Logging as `nabo run` sets it up at its most talkative."""
    before = {name: logging.getLogger(name).level for name in QUIET}
    start_log("DEBUG")
    yield
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("as_operators_log")
async def test_neither_log_nor_data_holds_what_was_written(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    program.more_settings = {"burst": 100}
    with caplog.at_level(logging.DEBUG):
        await program.start()
        marked = somebody(program.server, program.knowledge)
        await does_everything(marked, program.server)
        assert found(program.data) == []
        await program.stop()
    assert "BadRequest at" in caplog.text
    assert [marker for marker in MARKERS if marker in caplog.text] == []
    assert found(program.data) == []
    assert sum(file.stat().st_size for file in program.data.iterdir()) > 0


async def test_what_waits_is_not_to_be_read_either(program: Program) -> None:
    program.more_settings = {"stop_seconds": 0.1}
    await program.start()
    marked = somebody(program.server, program.knowledge)
    await marked.starts()

    program.server.faults.next("sendMessage", faults.too_many(60))
    await marked.resident.says(f"Stiger min husleje, {MARK}?")
    await program.server.called("sendMessage", 2, 30)
    assert found(program.data) == []
    await program.stop()
    assert found(program.data) == []


async def test_what_the_process_says_names_nobody(
    server: BotApiServer, knowledge: Knowledge, understanding: Understanding, cache: Path, tmp_path: Path
) -> None:
    async with process(server, tmp_path, cache, NABO_LOG_LEVEL="DEBUG", NABO_BURST="100") as nabo:
        await nabo.start_and_poll()
        await does_everything(somebody(server, knowledge), server)
        server.faults.next("getUpdates", faults.bad_token())
        await server.user(CHAT).says(MARK)
        assert await nabo.ends() == 1
        assert "DEBUG" in nabo.said()
        assert "does not know this token" in nabo.said()
        assert "Traceback" not in nabo.said()
    assert found(tmp_path) == []
