"""The store in a PostgreSQL database, which several workers share.

Three things of the database's keep several workers in order: a lane is a row in `claim` that belongs to one worker; a
worker that has not been heard of for a while (`worker.beat`) loses its claims to whoever comes next; and what must
follow from what was read (`together`) happens under one advisory lock, in one transaction.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import sql
from psycopg_pool import ConnectionPool

from bot.store.case_tables import CaseTables
from bot.store.connection import Connection, Rows
from bot.store.counts import MARK_TABLES
from bot.store.pace import Pace
from bot.store.postgres_tables import migrate
from bot.store.queue_tables import QueueTables
from bot.store.sealing import Seal

LEASE_SECONDS = 12
"""A worker that has not been heard of for so long is taken for dead."""
CONNECTIONS = 12
CONNECT_SECONDS = 10
TOGETHER, LEADER, MIGRATION = 1, 2, 3
"""What advisory locks are for; their first number is the schema, so that two estates in one database do not meet."""

DEAD = (
    f"NOT EXISTS (SELECT 1 FROM worker WHERE worker.id = claim.worker AND beat > now() - interval '{LEASE_SECONDS} s')"  # noqa: S608 - written here
    f" AND pg_postmaster_start_time() < now() - interval '{LEASE_SECONDS} s'"
)
"""Whether a claim's worker is dead. After a restart of the database everybody gets time to be heard of again."""

TAKE_LANE = (
    "INSERT INTO claim (lane, worker) VALUES (?, ?) ON CONFLICT (lane) DO UPDATE SET worker = excluded.worker"  # noqa: S608
    f" WHERE {DEAD} RETURNING lane"
)

Raw = psycopg.Connection[tuple[Any, ...]]


class Statements:
    """Runs statements as SQLite's are written: `?` for values, whole numbers for yes and no."""

    def __init__(self, connection: Raw) -> None:
        self.raw = connection

    def execute(self, statement: str, values: Sequence[Any] = (), /) -> Rows:
        """See Connection."""
        worded = statement.replace("?", "%s").encode()
        if not values:
            return self.raw.execute(worded)
        return self.raw.execute(worded, [int(each) if isinstance(each, bool) else each for each in values])


class PostgresStore(CaseTables, QueueTables):
    """One worker's way to the database. Safe to call from several threads."""

    def __init__(self, url: str, seal: Seal) -> None:
        """Connects and brings the tables up to date; raises psycopg.Error, and KeyFault as SqliteStore does."""
        self._seal = seal
        self._url = url
        self._me = secrets.token_bytes(8)
        self._of_thread = threading.local()
        self._leading: Raw | None = None
        self._leading_lock = threading.Lock()
        psycopg.connect(url, connect_timeout=CONNECT_SECONDS).close()  # a pool would hide why it cannot connect
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=CONNECT_SECONDS,
            open=True,
            check=ConnectionPool.check_connection,
        )
        try:
            with self._transaction() as connection:
                self._lock(connection, MIGRATION)
                migrate(connection)
            self._try_key()
            self._give_lanes()
        except BaseException:
            self._pool.close()
            raise

    def __repr__(self) -> str:
        return "PostgresStore(***)"

    # Transactions

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        outer: Statements | None = getattr(self._of_thread, "statements", None)
        if outer is not None:
            with outer.raw.transaction():
                yield outer
            return
        with self._pool.connection() as raw, raw.transaction():
            self._of_thread.statements = Statements(raw)
            try:
                yield self._of_thread.statements
            finally:
                self._of_thread.statements = None
        if getattr(self._of_thread, "to_wipe", False):
            self._of_thread.to_wipe = False
            self._wipe()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._transaction() as connection:
            yield connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """See Store."""
        with self._transaction() as connection:
            self._lock(connection, TOGETHER)
            yield

    def _lock(self, connection: Connection, purpose: int) -> None:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext(current_schema()), ?)", (purpose,))

    def may_pass(self, error: Exception) -> bool:
        """See Store."""
        read_only = (psycopg.errors.ReadOnlySqlTransaction, psycopg.errors.InFailedSqlTransaction)
        return isinstance(error, (psycopg.OperationalError, *read_only))

    def _wipe(self) -> None:
        """Writes the tables of marks anew; what PostgreSQL's log still holds of them goes as the log is reused."""
        if getattr(self._of_thread, "statements", None) is not None:
            self._of_thread.to_wipe = True  # within a transaction nothing can be written anew
            return
        with psycopg.connect(self._url, autocommit=True, connect_timeout=CONNECT_SECONDS) as raw:
            for table in sorted(MARK_TABLES):
                raw.execute(sql.SQL("VACUUM (FULL) {}").format(sql.Identifier(table)))

    # Workers

    def beat(self) -> None:
        """See Store."""
        with self._transaction() as connection:
            self._beat(connection)
            connection.execute("DELETE FROM worker WHERE beat < now() - interval '1 day'")
            connection.execute(
                "DELETE FROM pace WHERE greatest(closed_until, coalesce(sent[array_upper(sent, 1)], 0)) <"
                " extract(epoch FROM now()) - 600"
            )

    def _beat(self, connection: Connection) -> None:
        connection.execute(
            "INSERT INTO worker (id, beat) VALUES (?, now()) ON CONFLICT (id) DO UPDATE SET beat = excluded.beat",
            (self._me,),
        )

    def leads(self) -> bool:
        """See Store. The lock belongs to a connection of its own and is free again when that ends, however it ends."""
        with self._leading_lock:
            try:
                if self._leading is None or self._leading.closed:
                    self._leading = psycopg.connect(self._url, autocommit=True, connect_timeout=CONNECT_SECONDS)
                row = self._leading.execute(
                    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
                    " AND objid = %(leader)s) OR pg_try_advisory_lock(hashtext(current_schema()), %(leader)s)",
                    {"leader": LEADER},
                ).fetchone()
            except psycopg.OperationalError:
                self._stop_leading()
                return False
            return bool(row and row[0])

    def _stop_leading(self) -> None:
        if self._leading is not None:
            with suppress(psycopg.Error):
                self._leading.execute("SELECT pg_advisory_unlock_all()")
                self._leading.close()
        self._leading = None

    def let_go(self) -> None:
        """See Store."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM claim WHERE worker = ?", (self._me,))
        with self._leading_lock:
            self._stop_leading()

    def _held(self, connection: Connection) -> set[bytes]:
        rows = connection.execute(f"SELECT lane FROM claim WHERE NOT ({DEAD})").fetchall()  # noqa: S608 - see DEAD
        return {row[0] for row in rows}

    def _hold(self, connection: Connection, lanes: Sequence[bytes]) -> list[bytes]:
        self._beat(connection)
        got = []
        for lane in sorted(lanes):  # all workers in the same order, so that none waits for one that waits for it
            row = connection.execute(TAKE_LANE, (lane, self._me)).fetchone()
            if row:
                got.append(lane)
        return got

    def _release(self, connection: Connection, lanes: Sequence[bytes]) -> None:
        for lane in lanes:
            connection.execute("DELETE FROM claim WHERE lane = ? AND worker = ?", (lane, self._me))

    # The pace of all workers together

    @contextmanager
    def pace(self, name: str) -> Iterator[Pace]:
        """When something was last sent to a chat by any worker; what is changed in it is kept.

        Nobody else gets in between. Times are seconds of the database's clock, which stands in `Pace.now`.
        """
        lane = self._seal.hash(f"pace {name}")
        with self._transaction() as connection:
            pace = self._pace_of(connection, lane)
            yield pace
            connection.execute(
                "UPDATE pace SET sent = ?, closed_until = ? WHERE lane = ?", (pace.sent, pace.closed_until, lane)
            )

    def _pace_of(self, connection: Connection, lane: bytes) -> Pace:
        connection.execute(
            "INSERT INTO pace (lane, sent, closed_until) VALUES (?, '{}', 0) ON CONFLICT DO NOTHING", (lane,)
        )
        sent, closed_until = connection.execute(
            "SELECT sent, closed_until FROM pace WHERE lane = ? FOR UPDATE", (lane,)
        ).fetchone()
        # Read only now that it is our turn: what stands in the row may be later than a moment from before.
        (now,) = connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8").fetchone()
        return Pace(sent, closed_until, now)

    def close(self) -> None:
        """See Store."""
        with suppress(psycopg.Error):
            self.let_go()
            with self._transaction() as connection:
                connection.execute("DELETE FROM worker WHERE id = ?", (self._me,))
        self._pool.close()
