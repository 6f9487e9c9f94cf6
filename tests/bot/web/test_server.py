"""What every page has in common: sizes, headers, patience, and errors that tell nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web.guard import HEADERS, LARGEST_BODY, Guard
from bot.web.patience import PatientProtocol
from bot.web.server import CannotListen, opened, serve, split, web_app
from tests.bot.web.site import raw, site

pytestmark = pytest.mark.asyncio

SECRET = "min-hemmelige-besked"
LONG = 64 * 1024 * 1024


async def echo(request: Request) -> Response:
    return PlainTextResponse(await request.body())


async def fails(_request: Request) -> Response:
    raise RuntimeError(SECRET)


async def framed(_request: Request) -> Response:
    return PlainTextResponse("x", headers={"content-security-policy": "default-src 'self'"})


async def long(_request: Request) -> Response:
    return PlainTextResponse(b"x" * LONG)


async def endless(_request: Request) -> Response:
    await asyncio.sleep(3600)
    return PlainTextResponse("never")


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    routes = [
        Route("/long", long),
        Route("/echo", echo, methods=["POST"]),
        Route("/fails", fails),
        Route("/framed", framed),
        Route("/endless", endless),
    ]
    async with site(routes) as client:
        yield client


async def test_every_answer_has_the_careful_headers(client: httpx.AsyncClient) -> None:
    for answer in [
        await client.post("/echo", content="x"),
        await client.get("/fails"),
        await client.get("/nowhere"),
        await client.get("/echo"),
        await client.post("/echo", content=b"x" * (LARGEST_BODY + 1)),
    ]:
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert "server" not in answer.headers


async def test_a_page_may_have_a_policy_of_its_own(client: httpx.AsyncClient) -> None:
    answer = await client.get("/framed")
    assert answer.headers.get_list("content-security-policy") == ["default-src 'self'"]


async def test_an_error_tells_neither_the_client_nor_the_log_what_it_was_about(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await client.get("/fails")
    assert (answer.status_code, answer.text) == (500, "Something went wrong.")
    assert "RuntimeError at " in caplog.text
    assert SECRET not in caplog.text


async def test_a_body_may_be_as_large_as_the_limit_and_no_larger(client: httpx.AsyncClient) -> None:
    assert (await client.post("/echo", content=b"x" * LARGEST_BODY)).status_code == 200
    assert (await client.post("/echo", content=b"x" * (LARGEST_BODY + 1))).status_code == 413


async def test_a_body_that_does_not_say_how_large_it_is_is_counted(client: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 65536 + 1):
            yield b"x" * 65536

    assert (await client.post("/echo", content=pieces())).status_code == 413


async def test_a_head_that_is_too_large_is_refused(client: httpx.AsyncClient) -> None:
    answer = await raw(client, b"GET /echo HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 100_000)
    assert answer.startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(
    "pieces",
    [
        (b"GET /echo HTTP/1.1\r\nHo",),
        (b"",),
        (b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",),
        (b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha",),
        (b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n",),
    ],
    ids=["half a head", "nothing", "half a body", "half a chunk", "a page that never ends"],
)
async def test_who_takes_too_long_is_sent_away_and_others_are_served_meanwhile(
    client: httpx.AsyncClient, pieces: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.2)
    monkeypatch.setattr(PatientProtocol, "request_seconds", 0.2)
    slow = asyncio.create_task(raw(client, *pieces))
    assert (await client.post("/echo", content="x")).status_code == 200
    assert await slow == b""


async def test_who_reads_nothing_of_a_long_answer_is_sent_away(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, sends_away = asyncio.Event(), PatientProtocol._send_away

    def noted(connection: PatientProtocol) -> None:
        sends_away(connection)
        gone.set()

    monkeypatch.setattr(PatientProtocol, "request_seconds", 0.2)
    monkeypatch.setattr(PatientProtocol, "_send_away", noted)
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    writer.write(b"GET /long HTTP/1.1\r\nHost: x\r\n\r\n")
    await asyncio.wait_for(gone.wait(), 20)
    with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
        await reader.readexactly(LONG)
    writer.close()


async def test_work_that_takes_too_long_is_given_up_and_said_so(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Guard, "most_seconds", 0.1)
    assert (await client.get("/endless")).status_code == 408


async def test_a_connection_serves_one_request_after_the_other(client: httpx.AsyncClient) -> None:
    request = b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nno"
    last = b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
    assert (await raw(client, request + request, request, last)).count(b"HTTP/1.1 200 OK") == 4


async def test_an_address_in_use_is_named_with_its_remedy() -> None:
    with opened("127.0.0.1:0") as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(CannotListen, match=rf"cannot listen at {address}: .*Choose another"):
            opened(address)


async def test_a_request_in_hand_is_finished_when_the_program_stops() -> None:
    asked, let = asyncio.Event(), asyncio.Event()

    async def waits(_request: Request) -> Response:
        asked.set()
        await let.wait()
        return PlainTextResponse("done")

    listening = opened("127.0.0.1:0")
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    serving = asyncio.create_task(serve(web_app([Route("/", waits)]), listening))
    async with httpx.AsyncClient(base_url=address) as client:
        answer = asyncio.create_task(client.get("/"))
        await asked.wait()
        serving.cancel()
        let.set()
        assert (await answer).text == "done"
    with pytest.raises(asyncio.CancelledError):
        await serving
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", int(address.rpartition(":")[2]))


async def test_addresses_may_be_names_and_both_kinds_of_number() -> None:
    assert split("localhost:80") == ("localhost", 80)
    assert split("[::1]:8080") == ("::1", 8080)
    assert split("127.0.0.1:8080") == ("127.0.0.1", 8080)
