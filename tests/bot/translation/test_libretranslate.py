"""The client and the leash around it, against a server that fails in every way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.translation.careful import Careful
from bot.translation.libretranslate import LibreTranslate
from bot.translation.translator import Fault, NoTranslation
from tests.translation.server import LibreServer, libre_server

KEY = "a-key-nobody-may-read"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LibreServer]:
    async with libre_server() as running:
        yield running


@pytest_asyncio.fixture
async def careful(server: LibreServer) -> AsyncIterator[Careful]:
    careful = Careful(LibreTranslate(server.address, KEY, 5.0), seconds=5.0, at_once=2, pause=0.01)
    yield careful
    await careful.close()


async def fault(careful: Careful, text: str = "en god dag", target: str = "en") -> Fault:
    with pytest.raises(NoTranslation) as caught:
        await careful.translate(text, "da", target)
    assert text not in str(caught.value)
    return caught.value.fault


@pytest.mark.asyncio
async def test_text_and_key_travel_in_the_body_alone(server: LibreServer, careful: Careful) -> None:
    assert await careful.translate("en god dag\nhos os", "da", "en") == "EN: EN GOD DAG\nEN: HOS OS"
    assert server.requests == [
        {"q": "en god dag\nhos os", "source": "da", "target": "en", "format": "text", "api_key": KEY}
    ]
    assert server.lines == ["GET /languages HTTP/1.1", "POST /translate HTTP/1.1"]


@pytest.mark.asyncio
async def test_a_pair_that_the_server_has_not_is_not_asked_for(server: LibreServer, careful: Careful) -> None:
    assert await fault(careful, target="so") is Fault.ABSENT
    assert server.requests == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("too many", Fault.BUSY),
        ("broken", Fault.DOWN),
        ("forbidden", Fault.REFUSED),
        ("too long", Fault.TOO_LONG),
        ("no such pair", Fault.ABSENT),
        ("garbage", Fault.DOWN),
        ("no json", Fault.NONSENSE),
        ("other json", Fault.NONSENSE),
        ("null", Fault.NONSENSE),
        ("empty", Fault.NONSENSE),
        ("a page as translation", Fault.NONSENSE),
        ("same", Fault.SAME),
        ("endless", Fault.NONSENSE),
        ("truncated", Fault.DOWN),
        ("redirect", Fault.REFUSED),
        ("closes", Fault.DOWN),
    ],
)
async def test_each_way_of_failing_is_known_for_what_it_is(
    server: LibreServer, careful: Careful, mode: str, expected: Fault
) -> None:
    server.mode = mode
    assert await fault(careful) is expected


@pytest.mark.asyncio
async def test_what_may_pass_is_tried_again(server: LibreServer, careful: Careful) -> None:
    server.mode = "broken"
    asked = asyncio.create_task(careful.translate("en god dag", "da", "en"))
    while not server.requests:
        await asyncio.sleep(0)
    server.mode = "good"
    assert await asked == "EN: EN GOD DAG"


@pytest.mark.asyncio
async def test_a_server_that_hangs_is_given_up_in_time_and_then_left_alone(server: LibreServer) -> None:
    careful = Careful(LibreTranslate(server.address, None, 5.0), seconds=0.05, at_once=2)
    await careful.pairs()
    server.hang()
    assert [await fault(careful) for _ in range(3)] == [Fault.SLOW] * 3
    assert await fault(careful) is Fault.DOWN
    assert len(server.requests) == 3
    await careful.close()


@pytest.mark.asyncio
async def test_no_more_than_so_many_texts_are_at_the_server_at_once(server: LibreServer, careful: Careful) -> None:
    await careful.pairs()
    server.hang()
    asked = [asyncio.create_task(careful.translate(f"tekst nummer {each}", "da", "en")) for each in range(6)]
    while len(server.requests) < 2:
        await asyncio.sleep(0)
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(server.requests) == 2
    server.release()
    assert len(await asyncio.gather(*asked)) == 6


@pytest.mark.asyncio
async def test_nobody_at_the_address_is_a_fault_like_others() -> None:
    careful = Careful(LibreTranslate("http://127.0.0.1:9", None, 1.0), seconds=5.0, at_once=1, pause=0.01)
    assert await fault(careful) is Fault.DOWN
    await careful.close()


@pytest.mark.asyncio
async def test_text_with_halves_of_characters_is_sent_all_the_same(server: LibreServer, careful: Careful) -> None:
    assert (await careful.translate("god dag \ud83d", "da", "en")).startswith("EN: GOD DAG")
