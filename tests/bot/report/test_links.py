from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report.links import Links

NOW = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
KEY = b"a key for tests only, of some length"


class Memory(dict[str, str]):
    """The notes of a store."""

    def note(self, name: str, value: str | None = None) -> str | None:
        if value is not None:
            self[name] = value
        return self.get(name)


@pytest.fixture
def links() -> Links:
    return Links(KEY, Memory())


def opened(links: Links, token: str, now: dt.datetime = NOW) -> str:
    session = links.session(token, now)
    assert session is not None
    return session


def test_a_link_opens_a_session(links: Links) -> None:
    assert links.is_open(opened(links, links.token(NOW)), NOW)


def test_a_link_works_for_24_hours_and_its_session_no_longer(links: Links) -> None:
    token = links.token(NOW)
    later = NOW + dt.timedelta(hours=23, minutes=59)
    session = opened(links, token, later)
    assert links.is_open(session, later)
    assert links.seconds_left(session, later) == 60
    assert links.session(token, NOW + dt.timedelta(hours=24)) is None
    assert not links.is_open(session, NOW + dt.timedelta(hours=24))


def test_revoking_closes_links_and_sessions_and_new_ones_work(links: Links) -> None:
    token = links.token(NOW)
    session = opened(links, token)
    links.revoke()
    assert links.session(token, NOW) is None
    assert not links.is_open(session, NOW)
    assert links.session(links.token(NOW), NOW)


def test_revoking_outlasts_a_restart() -> None:
    memory = Memory()
    token = Links(KEY, memory).token(NOW)
    Links(KEY, memory).revoke()
    assert Links(KEY, memory).session(token, NOW) is None


def test_another_boards_link_does_not_open(links: Links) -> None:
    assert links.session(Links(b"another key, also for tests only", Memory()).token(NOW), NOW) is None


def test_a_link_is_no_session_and_a_session_no_link(links: Links) -> None:
    token = links.token(NOW)
    assert not links.is_open(token, NOW)
    assert links.session(opened(links, token), NOW) is None


def test_a_form_belongs_to_its_session(links: Links) -> None:
    first, second = opened(links, links.token(NOW)), opened(links, links.token(NOW + dt.timedelta(hours=1)))
    assert links.is_form_of(first, links.form_mark(first))
    assert not links.is_form_of(second, links.form_mark(first))
    assert not links.is_form_of(first, "é")


def test_it_shows_nothing_of_its_key(links: Links) -> None:
    assert "key" not in repr(links)


@given(st.data())
def test_a_changed_link_does_not_open(data: st.DataObject) -> None:
    links = Links(KEY, Memory())
    token = links.token(NOW)
    at = data.draw(st.integers(0, len(token) - 2))
    letter = data.draw(st.characters(codec="ascii", exclude_characters=token[at]))
    assert links.session(f"{token[:at]}{letter}{token[at + 1 :]}", NOW) is None


@given(st.text())
def test_any_text_is_taken_without_a_fault(text: str) -> None:
    links = Links(KEY, Memory())
    assert links.session(text, NOW) is None
    assert not links.is_open(text, NOW)
