"""The webhook takes updates from Telegram, from nobody else, and only once they are written down."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.interface import Update
from bot.web.server import web_app
from bot.web.webhook import PATH, Webhook, secret_of
from handlers.receive import update_of

SECRET = secret_of("7000000001:TEST-token-of-no-real-bot")
UPDATE = {"update_id": 7, "message": {"chat": {"id": 1001}, "text": "hej"}}


class Desk:
    """Writes updates down, unless it cannot."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.taken: list[Update] = []
        self._fault = fault

    async def __call__(self, updates: Sequence[Update]) -> None:
        if self._fault:
            raise self._fault
        self.taken += updates


async def post(desk: Desk, content: bytes | None = None, secret: str | None = SECRET) -> int:
    """What Telegram would be told."""
    transport = httpx.ASGITransport(app=web_app(Webhook(desk, update_of, SECRET).routes()))
    headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with httpx.AsyncClient(transport=transport, base_url="http://nabo") as client:
        body = {"json": UPDATE} if content is None else {"content": content}
        return (await client.post(PATH, headers=headers, **body)).status_code


@pytest.mark.asyncio
async def test_an_update_is_written_down_with_its_chat() -> None:
    desk = Desk()
    assert await post(desk) == 200
    assert [(each.id, each.chat) for each in desk.taken] == [(7, "1001")]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "0", SECRET.upper()])
@pytest.mark.asyncio
async def test_without_the_secret_nothing_is_taken(secret: str | None) -> None:
    desk = Desk()
    assert (await post(desk, secret=secret), desk.taken) == (403, [])


@given(content=st.binary(max_size=200))
def test_what_is_no_update_is_refused(content: bytes) -> None:
    desk = Desk()
    assert (asyncio.run(post(desk, content)), desk.taken) == (400, [])


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"update_id": "seven"}', b"[]", b'{"update_id": null}', b"7"])
@pytest.mark.asyncio
async def test_json_of_another_shape_is_refused(content: bytes) -> None:
    assert await post(Desk(), content) == 400


@pytest.mark.asyncio
async def test_a_body_that_is_too_large_is_refused() -> None:
    assert await post(Desk(), b"x" * 2_000_000) == 413


@pytest.mark.asyncio
async def test_what_could_not_be_written_down_is_not_confirmed() -> None:
    assert await post(Desk(OSError("disk"))) == 503


@pytest.mark.asyncio
async def test_the_secret_is_not_shown_and_does_not_give_the_token_away() -> None:
    assert SECRET not in repr(Webhook(Desk(), update_of, SECRET))
    assert len(SECRET) == 64
    assert secret_of("another") != SECRET
