"""Whatever is written: a clear answer, nothing lost, nothing crashes."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

UNREADABLE: tuple[dict[str, Any], ...] = (
    {"message": {}},
    {"message": {"chat": {"id": 61}}},
    {"message": {"date": "yesterday", "chat": "none"}},
    {"callback_query": {"id": []}},
)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("🏠🏠🏠", "empty"),
        ("12345", "empty"),
        ("...?!", "empty"),
        ("\u200f\u202e\u2066\u2069", "empty"),
        ("\x00\x01\x1b", "empty"),
        ("\ud83d", "empty"),
        ("asdf qwer zxcv", "no-match"),
        ("ord " * 2500, "too-long"),
    ],
)
async def test_what_has_no_question_in_it(nabo: Program, words: str, answer: str) -> None:
    lene = nabo.resident(61, "da")
    await lene.starts()
    await lene.chooses(nabo.knowledge.languages["da"])

    assert (await lene.says(words)).says(answer)


@pytest.mark.parametrize(
    "words",
    [
        "<b>Stiger min husleje?</b>",
        "Stiger min \u202ehusleje\u202c?",
        "STIGER MIN HUSLEJE???",
        "Stiger min husleje? 😡😡😡",
        "Stiger min husleje\x00?",
        "Stiger min husleje \ud83d",
        "stiiiiger min huslejeeee",
    ],
)
async def test_a_question_in_strange_dress(nabo: Program, words: str) -> None:
    lene = nabo.resident(61, "da")
    await lene.starts()

    answer = await lene.says(words)
    assert answer.is_about("plan.rent")
    assert answer.reply.parse_mode == ""


async def test_an_update_that_cannot_be_read_stops_no_other(nabo: Program, caplog: pytest.LogCaptureFixture) -> None:
    lene = nabo.resident(61, "da")
    await lene.starts()

    with caplog.at_level(logging.ERROR):
        for broken in UNREADABLE:
            nabo.server.push(dict(broken))
        assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
    assert "could not be handled" in caplog.text
