"""The store in one SQLite file: WAL, STRICT tables, every change on disk before a method returns.

One process, one connection, one lock: what several workers need of a database is here a set in memory.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from bot.store.case_tables import CaseTables
from bot.store.connection import Connection
from bot.store.migrations import migrations
from bot.store.queue_tables import QueueTables
from bot.store.sealing import KeyFault, Seal

MAY_PASS = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
    }
)
PRIMARY_CODE = 0xFF
"""The lowest byte of SQLite's extended codes."""


class SqliteStore(CaseTables, QueueTables):
    """Safe to call from several threads; one writes at a time."""

    def __init__(self, file: Path | None, seal: Seal) -> None:
        """Opens or makes `file` (None: in memory only) and brings its tables up to date.

        Raises sqlite3.Error, and KeyFault where the store was made with another key.
        """
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._seal = seal
        self._lock = threading.RLock()
        self._in_hand: set[bytes] = set()
        self._connection = sqlite3.connect(
            file or ":memory:", check_same_thread=False, isolation_level=None, timeout=10
        )
        if file:
            file.chmod(0o600)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        try:
            migrations.apply(Database(self._connection))
            self._try_key()
            self._give_lanes()
        except (sqlite3.Error, KeyFault):
            self._connection.close()
            raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """See Store."""
        with self._lock:
            yield

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        # BEGIN IMMEDIATE: a deferred transaction that reads first fails when another writer came between.
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk ends a transaction by itself; the first error is the one to tell.
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock:
            yield self._connection

    def _wipe(self) -> None:
        with self._lock:
            # The file is written anew, and what the log still held of the old one is cut off.
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def may_pass(self, error: Exception) -> bool:
        """See Store."""
        code = getattr(error, "sqlite_errorcode", None)
        return isinstance(error, sqlite3.Error) and code is not None and code & PRIMARY_CODE in MAY_PASS

    # One worker

    def beat(self) -> None:
        """See Store."""

    def leads(self) -> bool:
        """See Store."""
        return True

    def let_go(self) -> None:
        """See Store."""
        with self._lock:
            self._in_hand.clear()

    def _held(self, connection: Connection) -> set[bytes]:  # noqa: ARG002 - see QueueTables
        return self._in_hand

    def _hold(self, connection: Connection, lanes: Sequence[bytes]) -> list[bytes]:  # noqa: ARG002
        free = [lane for lane in lanes if lane not in self._in_hand]
        self._in_hand.update(free)
        return free

    def _release(self, connection: Connection, lanes: Sequence[bytes]) -> None:  # noqa: ARG002
        self._in_hand.difference_update(lanes)

    def close(self) -> None:
        """See Store."""
        with self._lock:
            self._connection.close()
