"""Whatever is written: a clear answer, nothing lost, nothing crashes."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import pytest_asyncio

from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

UNREADABLE: tuple[dict[str, Any], ...] = (
    {"message": {}},
    {"message": {"chat": {"id": 61}}},
    {"message": {"date": "yesterday", "chat": "none"}},
    {"callback_query": {"id": []}},
)


NO_QUESTIONS = {
    "🏠🏠🏠": "empty",
    "12345": "empty",
    "...?!": "empty",
    "\u200f\u202e\u2066\u2069": "empty",
    "\x00\x01\x1b": "empty",
    "\ud83d": "empty",
    "asdf qwer zxcv": "no-match",
    "ord " * 2500: "too-long",
}

IN_STRANGE_DRESS = (
    "<b>Stiger min husleje?</b>",
    "Stiger min \u202ehusleje\u202c?",
    "STIGER MIN HUSLEJE???",
    "Stiger min husleje? 😡😡😡",
    "Stiger min husleje\x00?",
    "Stiger min husleje \ud83d",
    "stiiiiger min huslejeeee",
)


@pytest_asyncio.fixture
async def patient(program: Program) -> Program:
    """Nabo, running, and not minding many messages."""
    program.more_settings = {"burst": 100}
    await program.start()
    return program


async def test_what_has_no_question_in_it(patient: Program) -> None:
    lene = patient.resident(61, "da")
    await lene.starts()
    await lene.chooses(patient.knowledge.languages["da"])

    for words, answer in NO_QUESTIONS.items():
        assert (await lene.says(words)).says(answer), ascii(words[:40])


async def test_a_question_in_strange_dress(patient: Program) -> None:
    lene = patient.resident(61, "da")
    await lene.starts()

    for words in IN_STRANGE_DRESS:
        answer = await lene.says(words)
        assert answer.is_about("plan.rent"), ascii(words)
        assert answer.reply.parse_mode == ""


async def test_an_update_that_cannot_be_read_stops_no_other(nabo: Program, caplog: pytest.LogCaptureFixture) -> None:
    lene = nabo.resident(61, "da")
    await lene.starts()

    with caplog.at_level(logging.ERROR):
        for broken in UNREADABLE:
            nabo.server.push(dict(broken))
        assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
    assert "could not be handled" in caplog.text
