"""The PostgreSQL store keeps the contract, and several workers share it without getting in each other's way."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from cryptography.fernet import Fernet

from bot.delivery.limits import SharedSendLimit
from bot.effects import Changes
from bot.store import postgres as module
from bot.store.interface import Update
from bot.store.postgres import DEAD, PostgresStore
from bot.store.sealing import KeyFault, Seal
from tests import postgres
from tests.contracts.store import NOW, RESIDENT, StoreContract, letter, opened, updates

KEY, OTHER = (Fernet.generate_key().decode() for _ in range(2))


class Place:
    """A database with one store in it; opening it again closes it first."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open: list[PostgresStore] = []

    def open(self, key: str = KEY) -> PostgresStore:
        self.close()
        return self.worker(key)

    def worker(self, key: str = KEY) -> PostgresStore:
        """One more, beside those that are open."""
        self._open.append(PostgresStore(self.url, Seal(key)))
        return self._open[-1]

    def close(self) -> None:
        while self._open:
            self._open.pop().close()

    def run(self, statement: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def time_passes(self) -> None:
        """So much that whoever has not been heard of is taken for dead."""
        self.run("UPDATE worker SET beat = beat - interval '1 minute'")


@pytest.fixture
def stores(database: str) -> Iterator[Place]:
    place = Place(database)
    yield place
    place.close()


class TestPostgresStore(StoreContract):
    """The contract, on PostgreSQL."""


def chats(*names: str) -> list[Update]:
    """An update of each chat."""
    return [Update(number, f'"{name} {number}"', name) for number, name in enumerate(names, 1)]


# Several workers


def test_each_update_goes_to_one_worker_and_a_chat_stays_in_order(stores: Place) -> None:
    one, two = stores.worker(), stores.worker()
    one.receive(chats("a", "a", "b"), NOW)
    first, second = one.claim(1), two.claim(5)
    assert [each.id for each in (*first, *second)] == [1, 3]
    assert (one.claim(5), two.claim(5)) == ([], [])
    one.finish(1, NOW)
    assert [each.id for each in two.claim(5)] == [2]


def test_what_a_worker_gives_back_goes_to_another(stores: Place) -> None:
    one, two = stores.worker(), stores.worker()
    one.receive(chats("a"), NOW)
    one.claim(1)
    one.let_go()
    assert len(two.claim(1)) == 1


@pytest.fixture
def long_up(stores: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the database had been running for a while."""
    started = DEAD[DEAD.index(" AND pg_postmaster") :]
    for name in ("DEAD", "TAKE_LANE"):
        monkeypatch.setattr(module, name, getattr(module, name).replace(started, ""))


@pytest.mark.usefixtures("long_up")
def test_a_dead_workers_work_is_taken_over_and_what_it_sent_is_unknown(stores: Place) -> None:
    dead, alive = stores.worker(), stores.worker()
    dead.receive(chats("a"), NOW)
    dead.finish(None, NOW, Changes(outgoing=(letter("one"),)))
    dead.claim(1)
    (lane,) = dead.lanes(NOW, 5).taken
    dead.sending([each.id for each in dead.first_in(lane)])
    assert (alive.claim(1), alive.lanes(NOW, 5).taken) == ([], ())
    stores.time_passes()
    assert len(alive.claim(1)) == 1
    assert alive.lanes(NOW, 5).unseen == 1
    assert [each.unknown for each in alive.first_in(lane)] == [True]


@pytest.mark.usefixtures("long_up")
def test_a_worker_that_was_only_slow_does_not_act_a_second_time(stores: Place) -> None:
    slow, quick = stores.worker(), stores.worker()
    slow.receive(chats("a"), NOW)
    slow.claim(1)
    stores.time_passes()
    quick.claim(1)
    quick.finish(1, NOW, Changes(outgoing=(letter("quick"),)))
    slow.finish(1, NOW, Changes(outgoing=(letter("slow"),)))
    assert [each.outgoing.text for each in quick.outgoing()] == ["quick"]


def test_after_a_restart_of_the_database_nobody_is_taken_for_dead_at_once(database: str) -> None:
    del database
    server = postgres.PostgresServer()
    server.start()
    try:
        place = Place(postgres.new_database(server.url))
        one, two = place.worker(), place.worker()
        one.receive(chats("a"), NOW)
        one.claim(1)
        place.time_passes()
        server.stop()
        server.start()
        assert two.claim(1) == []
        one.finish(1, NOW)
        assert one.waiting() == []
        place.close()
    finally:
        server.remove()


def test_one_worker_leads_until_it_ends(stores: Place) -> None:
    one, two = stores.worker(), stores.worker()
    assert (one.leads(), two.leads(), one.leads()) == (True, False, True)
    one.let_go()
    assert (two.leads(), one.leads()) == (True, False)


def test_what_fails_within_together_is_undone_as_a_whole(stores: Place) -> None:
    store = stores.open()

    def fails() -> None:
        with store.together():
            opened(store)
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fails()
    assert store.cases(only_open=False) == ()


# The pace of all workers together


def test_all_workers_together_send_no_more_than_one_may(stores: Place) -> None:
    limits = [SharedSendLimit(stores.worker().pace) for _ in range(3)]
    with ThreadPoolExecutor(6) as threads:
        waits = list(threads.map(lambda number: limits[number % 3].wait("staff", 0.0, group=True), range(45)))
    assert sum(wait == 0 for wait in waits) == 20
    assert all(0 < wait <= 60 for wait in waits if wait)
    assert limits[0].wait("another chat", 0.0, group=False) == 0


def test_a_chat_that_telegram_has_closed_is_closed_for_every_worker(stores: Place) -> None:
    one, two = (SharedSendLimit(stores.worker().pace) for _ in range(2))
    one.close("a", 0.0, 30.0)
    assert two.wait("a", 0.0, group=False) > 20
    assert two.wait("b", 0.0, group=False) == 0


def test_when_something_was_sent_is_forgotten_with_time(stores: Place) -> None:
    store = stores.worker()
    SharedSendLimit(store.pace).wait("a", 0.0, group=False)
    stores.run("UPDATE pace SET sent = ARRAY[1.0]")
    store.beat()
    assert stores.run("SELECT * FROM pace") == []


# Keys, estates, faults


def test_another_key_is_noticed_though_nothing_waits(stores: Place) -> None:
    stores.open()
    with pytest.raises(KeyFault):
        stores.open(OTHER)


def test_an_estate_cannot_reach_the_database_of_another(stores: Place, postgres_server: str) -> None:
    opened(stores.open())
    other = postgres.new_database(postgres_server)
    mine = psycopg.conninfo.conninfo_to_dict(stores.url)
    theirs = psycopg.conninfo.make_conninfo(other, dbname=str(mine["dbname"]))
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(theirs)
    own = PostgresStore(other, Seal(OTHER))
    assert own.cases(only_open=False) == ()
    own.close()
    postgres.drop_database(postgres_server, other)


def test_no_row_holds_a_resident_or_their_words(stores: Place) -> None:
    store = stores.open()
    store.receive([Update(1, '{"text": "Kælderen er våd"}', RESIDENT)], NOW)
    store.finish(None, NOW, Changes(outgoing=(letter("Kælderen er våd"),)))
    opened(store)
    tables = [str(row[0]) for row in stores.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    dump = repr([stores.run(f"SELECT * FROM {table}") for table in tables])  # noqa: S608 - our own tables
    assert "våd" not in dump
    assert RESIDENT not in dump


def test_a_connection_that_breaks_may_pass_and_a_wrong_statement_does_not(stores: Place) -> None:
    store = stores.open()
    assert store.may_pass(psycopg.OperationalError())
    assert not store.may_pass(psycopg.errors.UndefinedTable())
    assert "host" not in repr(store)


def test_a_worker_goes_on_after_its_connections_were_cut(stores: Place, postgres_server: str) -> None:
    store = stores.open()
    store.receive(updates(1), NOW)
    name = psycopg.conninfo.conninfo_to_dict(stores.url)["dbname"]
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
    assert store.waiting() == updates(1)
