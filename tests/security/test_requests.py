"""Whatever is sent to the port, Nabo answers or hangs up, tells nothing, and goes on serving others."""

from __future__ import annotations

import socket
from string import ascii_letters
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.web.guard import HEADERS
from tests.security.target import Target

ROOT = "/board", "/healthz", "/readyz", "/metrics", "/telegram"
FUZZED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TELLTALE = (b"Traceback", b'File "', b"site-packages", b"Exception", b".py")

PARTS = (
    *(b"\r\n", b"\r\n\r\n", b"\n\n", b"\x00", b"GET ", b"POST /board HTTP/1.1", b" HTTP/1.1\r\n", b"Host: x\r\n"),
    *(b"Content-Length: 5\r\n", b"Content-Length: 99999999999999999999\r\n", b"Transfer-Encoding: chunked\r\n"),
    *(b"0\r\n\r\n", b"fffffffffffffff\r\n", b"Expect: 100-continue\r\n", b"Upgrade: websocket\r\n"),
    *(b"Connection: upgrade\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00"),
)

names = st.text(ascii_letters + "-_", min_size=1, max_size=20)
values = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=100)
pieces = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(PARTS),
)


def assert_tells_nothing(answer: bytes) -> None:
    assert [mark for mark in TELLTALE if mark in answer] == []


@FUZZED
@given(st.lists(pieces, max_size=12).map(b"".join))
@example(b"GET /board HTTP/1.1\r\nHost: x\r\n\r\nGET /board HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n")
@example(b"POST /board HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
def test_any_bytes_are_survived(target: Target, data: bytes) -> None:
    answer = target.sends(data)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 ")
    assert_tells_nothing(answer)
    assert target.is_well()


@FUZZED
@given(st.sampled_from(ROOT), st.text(max_size=60), st.dictionaries(names, values, max_size=4))
def test_any_path_and_any_header_are_answered_kindly(
    target: Target, root: str, rest: str, headers: dict[str, str]
) -> None:
    path = root + "/" + quote(rest.encode("utf-8", "replace"), safe="/?&=.;")
    head = "".join(f"X-{name}: {value}\r\n" for name, value in headers.items())
    request = f"GET {path} HTTP/1.1\r\nHost: x\r\n{head}Connection: close\r\n\r\n"
    answer = target.sends(request.encode("latin-1"), then_ends=False)
    status = int(answer.split()[1])
    assert status < 500
    assert_tells_nothing(answer)
    assert target.is_well()


@pytest.mark.parametrize(
    "path",
    [
        "/board/../../etc/passwd",
        "/board/%2e%2e/%2e%2e/etc/passwd",
        "/board/..%5c..%5cnabo.key",
        "/board/picture/../../nabo.db.png",
        "/board/picture/%2e%2e%2fnabo.key.png",
        "//etc/passwd",
        "/board//open",
        "/board/%00",
        "/board/%ff%fe",
        "/board/" + "a" * 8000,
    ],
)
def test_no_path_leads_to_a_file(target: Target, path: str) -> None:
    status, body = target.asks(path)
    assert status in (400, 403, 404)
    assert b"root:" not in body
    assert target.is_well()


@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: -1",
        "Content-Length: 0x10",
        "Content-Length: +5",
        "Content-Length : 5",
        "Transfer-Encoding: identity, chunked, chunked",
        "Transfer-Encoding: xchunked",
        "Host: y",
        "X: a\r\n folded",
        "X: a\x00b",
        "X\x00: a",
    ],
)
def test_heads_that_two_programs_could_read_in_two_ways_are_refused(target: Target, head: str) -> None:
    smuggled = "5\r\nhello\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = target.sends(f"POST /board/leave HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n{smuggled}".encode("latin-1"))
    assert b"alive" not in answer or answer.startswith(b"HTTP/1.1 4"), "the body has been taken for a request"
    assert target.is_well()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1@evil.example", "a" * 300, ""])
def test_no_address_in_an_answer_comes_from_the_request(target: Target, host: str) -> None:
    link = target.house.link()
    for path in ("/board", link, "/board/", "/nowhere"):
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: {host}\r\nConnection: close\r\n\r\n"
        answer = target.sends(head.encode(), then_ends=False)
        assert answer.startswith(b"HTTP/1.1 ")
        assert b"evil" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "XYZ"])
def test_other_methods_change_nothing_and_are_not_echoed(target: Target, method: str) -> None:
    for path in ("/healthz", "/readyz", "/metrics", "/board/"):
        status, body = target.asks(path, {"X-Mark": "echo-me"}, method)
        assert status in (400, 403, 404, 405)
        assert b"echo-me" not in body


def test_every_answer_to_an_attack_has_the_careful_headers(target: Target) -> None:
    request = b"GET /board/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = target.sends(request, then_ends=False).lower()
    assert [name for name in HEADERS if f"\r\n{name}: ".encode() not in answer] == []


def test_many_who_begin_and_do_not_go_on_keep_nobody_out(target: Target) -> None:
    slow = [socket.create_connection(("127.0.0.1", target.port)) for _ in range(150)]
    try:
        for connection in slow:
            connection.sendall(b"GET /board HTTP/1.1\r\nHost: x\r\nX: ")
        assert target.is_well()
    finally:
        for connection in slow:
            connection.close()
