"""Telegram's door: nobody without the secret gets through it, and whatever comes through with it does no harm."""

from __future__ import annotations

import json
from string import printable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.web.webhook import PATH, SECRET_HEADER
from tests.security.target import SECRET, Target

FUZZED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
UPDATE = json.dumps({"update_id": 7, "message": {"chat": {"id": 11}}}).encode()

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def posts(target: Target, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    status, _ = target.asks(PATH, headers, "POST", body)
    return status


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "0", SECRET.upper(), f"{SECRET}, {SECRET}"])
def test_without_the_secret_nothing_is_taken(target: Target, secret: str | None) -> None:
    before = len(target.taken)
    assert posts(target, UPDATE, secret) == 403
    assert len(target.taken) == before


@FUZZED
@given(st.text(printable.strip(), max_size=70))
def test_no_guess_is_taken(target: Target, guess: str) -> None:
    assert posts(target, UPDATE, guess) == 403
    assert target.is_well()


def test_the_secret_sent_twice_is_refused(target: Target) -> None:
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(UPDATE)}\r\n"
    twice = f"{SECRET_HEADER}: {SECRET}\r\n" * 2
    assert target.sends(f"{head}{twice}\r\n".encode() + UPDATE).startswith(b"HTTP/1.1 403 ")


@FUZZED
@given(st.binary(max_size=200) | anything.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_answered_kindly(target: Target, body: bytes) -> None:
    assert posts(target, body) in (200, 400)
    assert target.is_well()


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"update_id": 1e999}', b'{"update_id": ' + b"9" * 5000 + b"}"])
def test_bodies_made_to_choke_on_are_refused(target: Target, body: bytes) -> None:
    assert posts(target, body) == 400
    assert target.is_well()


def test_a_body_that_is_too_large_is_refused(target: Target) -> None:
    assert posts(target, b" " * 1_048_577) == 413


def test_what_comes_with_the_secret_is_taken(target: Target) -> None:
    assert posts(target, UPDATE) == 200
    assert target.taken[-1].id == 7
