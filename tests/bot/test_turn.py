"""A turn: remembered, understood, answered; kept only when it is finished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app import forgetful_store
from bot.counting import Counter
from bot.effects import Memory
from bot.messages import Action, Body, Commanded, Incoming, Pressed, Unreadable, Verb, Written
from bot.store.interface import Update
from bot.store.sqlite import SqliteStore
from bot.store.weekkeys import KeyFiles
from bot.turn import Turns
from bot.understanding.decision import Candidate, Decision
from knowledge.content import Knowledge
from tests.contracts.store import remember

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
CHAT = "1001"


@dataclass
class Understander:
    """Takes everything for a question about the rent, and notes what it was asked."""

    language: str = "tr"
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def decide(self, text: str, hint: str | None = None) -> Decision:
        self.asked.append((text, hint))
        return Decision("answer", "plan.rent", 0.9, (Candidate("plan.rent", 0.9),), self.language)


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    store = forgetful_store()
    yield store
    store.close()


@pytest.fixture
def understander() -> Understander:
    return Understander()


@pytest.fixture
def turns(knowledge: Knowledge, understander: Understander, store: SqliteStore) -> Turns:
    return Turns(knowledge, understander, store, lambda: NOW)


def incoming(body: Body, app_language: str | None = "en") -> Incoming:
    return Incoming(CHAT, body, app_language)


def test_nothing_is_kept_before_the_turn_is_finished(turns: Turns, store: SqliteStore) -> None:
    first = turns.take(incoming(Written("kira")))
    assert store.memory(CHAT) is None
    assert turns.take(incoming(Written("kira"))) == first, "a turn repeated after a crash is another one"
    turns.finish(incoming(Written("kira")), first)
    assert store.memory(CHAT) == Memory("tr")


def test_finishing_an_update_ends_it_and_keeps_the_memory(turns: Turns, store: SqliteStore) -> None:
    store.receive([Update(7, "{}")], NOW)
    turn = turns.take(incoming(Written("kira")))
    turns.finish(incoming(Written("kira")), turn, update_id=7)
    assert store.waiting() == []
    assert store.memory(CHAT) == Memory("tr")


def test_the_next_turn_goes_on_from_what_is_remembered(
    turns: Turns, understander: Understander, store: SqliteStore
) -> None:
    remember(store, CHAT, Memory("ar", chosen=True))
    (reply,) = turns.take(incoming(Commanded("topics"))).replies
    assert reply.rtl


def test_the_hint_is_the_remembered_language_else_that_of_the_app(
    turns: Turns, understander: Understander, store: SqliteStore
) -> None:
    turns.take(incoming(Written("one"), app_language="da"))
    remember(store, CHAT, Memory("ar"))
    turns.take(incoming(Written("two"), app_language="da"))
    remember(store, CHAT, Memory(None))
    turns.take(incoming(Written("three"), app_language=None))
    assert understander.asked == [("one", "da"), ("two", "ar"), ("three", None)]


@pytest.mark.parametrize("body", [Commanded("help"), Pressed(None), Pressed(Action(Verb.TOPICS)), Unreadable("photo")])
def test_only_what_is_written_is_understood(turns: Turns, understander: Understander, body: Body) -> None:
    assert turns.take(incoming(body)).replies
    assert understander.asked == []


def test_forgetting_leaves_nothing(turns: Turns, store: SqliteStore) -> None:
    remember(store, CHAT, Memory("ar"))
    turns.finish(incoming(Commanded("forget")), turns.take(incoming(Commanded("forget"))))
    assert store.memory(CHAT) is None


def test_a_remark_is_in_the_language_of_the_chat_and_changes_nothing(
    turns: Turns, knowledge: Knowledge, store: SqliteStore
) -> None:
    assert turns.remark(incoming(Commanded("x"), "tr"), "trouble").text == knowledge.languages["tr"].texts("trouble")
    assert store.memory(CHAT) is None
    remember(store, CHAT, Memory("ar"))
    assert turns.remark(incoming(Commanded("x"), "tr"), "slow-down").text == knowledge.languages["ar"].texts(
        "slow-down"
    )


def test_the_day_is_that_of_the_estate(knowledge: Knowledge, understander: Understander, store: SqliteStore) -> None:
    late = dt.datetime(2027, 3, 1, 23, 30, tzinfo=dt.UTC)  # half past midnight in Denmark
    assert Turns(knowledge, understander, store, lambda: late).today() == dt.date(2027, 3, 2)


def test_without_a_counter_nothing_is_counted(turns: Turns, store: SqliteStore) -> None:
    turn = turns.take(incoming(Written("kira")))
    turns.finish(incoming(Written("kira")), turn)
    assert turn.cells == ()
    assert store.tallies(dt.date(2028, 1, 1)) == ()


def test_with_one_a_turn_counts_when_it_is_finished_and_not_before(
    knowledge: Knowledge, understander: Understander, store: SqliteStore, tmp_path: Path
) -> None:
    turns = Turns(knowledge, understander, store, lambda: NOW, counter=Counter(KeyFiles(tmp_path), knowledge))
    turn = turns.take(incoming(Written("kira")))
    assert store.tallies(dt.date(2028, 1, 1)) == ()
    for _ in range(2):
        turns.finish(incoming(Written("kira")), turn)
    assert {(each.cell.row, each.number) for each in store.tallies(dt.date(2028, 1, 1))} == {
        ("all", 1),
        ("tr", 1),
        ("answered", 1),
        ("plan", 1),
        ("plan.rent", 1),
    }
