"""Every earlier form of the tables becomes today's, with what is in them, on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from cryptography.fernet import Fernet
from sqlite_utils import Database

from bot.effects import Memory
from bot.store.interface import Link, Store
from bot.store.migrations import migrations
from bot.store.packing import packed, row_of
from bot.store.postgres import PostgresStore, Statements
from bot.store.postgres_tables import migrate, step_names
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from tests.contracts.store import NOW, RESIDENT, letter, set_fact, updates
from tests.contracts.store import opened as open_case

KEY = Fernet.generate_key().decode()
STEPS = step_names()
Run = Callable[[str, tuple[object, ...]], object]
CASE = 1


def fill(run: Run, steps: tuple[str, ...]) -> None:
    """What a program of that time would have kept."""
    seal = Seal(KEY)
    run("INSERT INTO seen (update_id, at) VALUES (?, ?)", (7, "2027-03-01T12:00"))
    lane = seal.hash("") if "lanes" in steps else None
    columns, marks = ("update_id, sealed, lane", "?, ?, ?") if lane else ("update_id, sealed", "?, ?")
    run(
        f"INSERT INTO waiting ({columns}) VALUES ({marks})",  # noqa: S608 - our own tables
        (7, seal.seal(updates(7)[0].payload), *([lane] if lane else [])),
    )
    run(
        "INSERT INTO chat (address_hash, language, chosen, candidate, last_used) VALUES (?, ?, ?, ?, ?)",
        (seal.hash(RESIDENT), "ar", 1, None, "2027-03-01"),
    )
    if "cases_and_outbox" in steps:
        later = set() if "translation" in steps else {"may_translate"}
        fill_cases(run, seal, later, lane=seal.hash("staff") if lane else None)


def fill_cases(run: Run, seal: Seal, later: set[str], *, lane: bytes | None) -> None:
    """A case with its links, without columns that came later, and something that waits to be sent."""
    maker = SqliteStore(None, seal)
    row = {name: value for name, value in row_of(open_case(maker)).items() if name not in later}
    maker.close()
    row |= {"address_hash": seal.hash(RESIDENT), "sealed_address": seal.seal(RESIDENT)}
    insert(run, "cases", row)
    for message in (3, 1, 2):
        run(
            "INSERT INTO link (case_number, resident_message, staff_message, from_staff) VALUES (?, ?, ?, ?)",
            (CASE, message, 5, 0),
        )
    run("INSERT INTO note (name, value) VALUES (?, ?)", ("last case number", "1"))
    at = row["opened"]
    waiting = {"priority": 1, "state": "sending", "due": at, "queued": at, "case_number": CASE}
    waiting |= {"sealed": seal.seal(packed(letter("one", CASE)))} | ({"lane": lane} if lane else {})
    insert(run, "outbox", waiting)


def insert(run: Run, table: str, row: dict[str, object]) -> None:
    """One row."""
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' for _ in row)})"  # noqa: S608 - our own
    run(statement, tuple(row.values()))


def has_everything(store: Store, steps: tuple[str, ...]) -> None:
    """Whether a store of today has what was kept then, and can do what it could not."""
    assert store.waiting() == updates(7)
    assert [each.id for each in store.claim(5)] == [7]
    assert store.memory(RESIDENT) == Memory("ar", chosen=True)
    if "cases_and_outbox" in steps:
        assert store.address_of(CASE) == RESIDENT
        assert [link.resident_message for link in store.links_of(CASE)] == [3, 1, 2]
        assert store.link_at_staff(5) == Link(CASE, 2, 5, from_staff=False)
        (lane,) = store.lanes(NOW, 5).taken
        assert [(each.outgoing, each.unknown) for each in store.first_in(lane)] == [(letter("one", CASE), True)]
        assert store.new_case_number() == CASE + 1
    set_fact(store, "vote.date", "2027-04-01")
    assert len(store.facts()) == 1


@pytest.mark.parametrize("last", STEPS)
def test_sqlite_comes_up_from_every_earlier_form(tmp_path: Path, last: str) -> None:
    steps = STEPS[: STEPS.index(last) + 1]
    later = STEPS[len(steps)] if len(steps) < len(STEPS) else None
    file = tmp_path / "nabo.db"
    connection = sqlite3.connect(file, isolation_level=None)
    migrations.apply(Database(connection), stop_before=later)
    fill(connection.execute, steps)
    connection.close()
    store = SqliteStore(file, Seal(KEY))
    has_everything(store, steps)
    store.close()


@pytest.mark.parametrize("last", STEPS)
def test_postgres_comes_up_from_every_earlier_form(database: str, last: str) -> None:
    steps = STEPS[: STEPS.index(last) + 1]
    with psycopg.connect(database) as connection:
        statements = Statements(connection)
        migrate(statements, last)
        fill(statements.execute, steps)
    store = PostgresStore(database, Seal(KEY))
    has_everything(store, steps)
    store.close()


def test_what_is_up_to_date_stays_as_it_is(database: str) -> None:
    for _ in range(2):
        PostgresStore(database, Seal(KEY)).close()
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM migration").fetchone() == (len(STEPS),)
