"""A link to the board's pages that was changed anywhere opens nothing, and says nothing about why."""

from __future__ import annotations

import datetime as dt
from string import ascii_letters, digits
from urllib.parse import quote

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.report.links import VALID, Links
from tests.bot.web.visit import START, Memory
from tests.security.target import Target

FUZZED = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
KEY = b"a key for tests only, of some length"
LETTERS = ascii_letters + digits + "-_."


def refused(target: Target, link: str) -> bool:
    status, body = target.asks(f"/board/open?link={quote(link)}")
    return status == 403 and b"signature" not in body.lower() and b"expired" not in body.lower()


@FUZZED
@given(st.data())
def test_a_link_with_another_letter_anywhere_is_refused(target: Target, data: st.DataObject) -> None:
    link = target.house.links.token(START)
    # The last letter of base64 has two bits that stand for nothing: with them changed it is the same link.
    place = data.draw(st.integers(0, len(link) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    assume(letter != link[place])
    assert refused(target, link[:place] + letter + link[place + 1 :])


@FUZZED
@given(st.text(max_size=200))
def test_any_other_text_is_refused(target: Target, text: str) -> None:
    assert refused(target, text.encode("utf-8", "replace").decode())


@FUZZED
@given(st.integers(1, 60), st.integers(1, 60))
def test_a_link_that_lost_its_beginning_or_its_end_is_refused(target: Target, first: int, last: int) -> None:
    link = target.house.links.token(START)
    assert refused(target, link[first:])
    assert refused(target, link[:-last])


def test_a_link_of_another_estate_is_refused(target: Target) -> None:
    assert refused(target, Links(b"another key, as another estate has it", Memory()).token(START))


def test_a_session_is_no_link_and_a_link_is_no_session(target: Target) -> None:
    links = target.house.links
    link = links.token(START)
    session = links.session(link, START)
    assert session is not None
    assert refused(target, session)
    assert target.asks("/board/", {"Cookie": f"nabo_board={link}"})[0] == 403
    assert target.asks("/board/", {"Cookie": f"nabo_board={session}"})[0] == 200


@FUZZED
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=';,"\\'), max_size=120))
def test_a_made_up_session_opens_nothing(target: Target, made_up: str) -> None:
    assert target.asks("/board/", {"Cookie": f"nabo_board={made_up}"})[0] == 403
    assert target.is_well()


@given(st.integers(0, 10**7))
def test_a_link_ends_when_it_says(seconds: int) -> None:
    links = Links(KEY, Memory())
    link = links.token(START)
    later = START + dt.timedelta(seconds=seconds)
    assert (links.session(link, later) is not None) == (later < START + VALID)


def test_a_link_shows_nothing_but_its_end(target: Target) -> None:
    payload = target.house.links.token(START).split(".")[0]
    assert len(payload) < 24
