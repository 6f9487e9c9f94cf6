"""The store in one SQLite file: WAL, STRICT tables, every change on disk before a method returns."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from bot.effects import Memory
from bot.messages import Address
from bot.store.interface import EMPTY, Update
from bot.store.migrations import migrations
from bot.store.sealing import KeyFault, Seal

KEEP_IDS = dt.timedelta(hours=48)
"""Telegram offers an update again for 24 hours at most; twice that is kept."""


class SqliteStore:
    """Safe to call from several threads; one writes at a time."""

    def __init__(self, file: Path | None, seal: Seal) -> None:
        """Opens or makes `file` (None: in memory only) and brings its tables up to date.

        Raises sqlite3.Error, and KeyFault where the store was made with another key.
        """
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._seal = seal
        self._lock = threading.Lock()
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
        except (sqlite3.Error, KeyFault):
            self._connection.close()
            raise

    def _try_key(self) -> None:
        with self._transaction() as connection:
            row = connection.execute("SELECT sealed FROM key_trial").fetchone()
            if row:
                self._seal.open(row[0])
            else:
                connection.execute("INSERT INTO key_trial (sealed) VALUES (?)", (self._seal.seal("nabo"),))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        # BEGIN IMMEDIATE: a deferred transaction that reads first fails when another writer came between.
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                # A full disk ends a transaction by itself; the first error is the one to tell.
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def receive(self, updates: Sequence[Update], now: dt.datetime) -> list[Update]:
        """See Store."""
        new = []
        with self._transaction() as connection:
            for update in updates:
                added = connection.execute(
                    "INSERT OR IGNORE INTO seen (update_id, at) VALUES (?, ?)", (update.id, _minute(now))
                )
                if added.rowcount:
                    connection.execute(
                        "INSERT INTO waiting (update_id, sealed) VALUES (?, ?)",
                        (update.id, self._seal.seal(update.payload)),
                    )
                    new.append(update)
        return new

    def waiting(self) -> list[Update]:
        """See Store."""
        with self._lock:
            rows = self._connection.execute("SELECT update_id, sealed FROM waiting ORDER BY update_id").fetchall()
        return [Update(update_id, self._seal.open(sealed)) for update_id, sealed in rows]

    def finish(self, update_id: int, now: dt.datetime, chats: Mapping[Address, Memory | None] = EMPTY) -> None:
        """See Store."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM waiting WHERE update_id = ?", (update_id,))
            for address, memory in chats.items():
                self._keep(connection, address, memory, now.date())

    def remember(self, address: Address, memory: Memory | None, today: dt.date) -> None:
        """See Store."""
        with self._transaction() as connection:
            self._keep(connection, address, memory, today)

    def _keep(self, connection: sqlite3.Connection, address: Address, memory: Memory | None, today: dt.date) -> None:
        key = self._seal.hash(address)
        if memory is None:
            connection.execute("DELETE FROM chat WHERE address_hash = ?", (key,))
            return
        connection.execute(
            "INSERT OR REPLACE INTO chat (address_hash, language, chosen, candidate, last_used) VALUES (?, ?, ?, ?, ?)",
            (key, memory.language, memory.chosen, memory.candidate, today.isoformat()),
        )

    def memory(self, address: Address) -> Memory | None:
        """See Store."""
        with self._lock:
            row = self._connection.execute(
                "SELECT language, chosen, candidate FROM chat WHERE address_hash = ?",
                (self._seal.hash(address),),
            ).fetchone()
        return Memory(row[0], bool(row[1]), row[2]) if row else None

    def forget_old(self, now: dt.datetime, keep_language_days: int) -> dict[str, int]:
        """See Store."""
        oldest = (now.date() - dt.timedelta(days=keep_language_days)).isoformat()
        with self._transaction() as connection:
            ids = connection.execute(
                "DELETE FROM seen WHERE at < ? AND update_id NOT IN (SELECT update_id FROM waiting)",
                (_minute(now - KEEP_IDS),),
            ).rowcount
            chats = connection.execute("DELETE FROM chat WHERE last_used < ?", (oldest,)).rowcount
        return {"update ids": ids, "language choices": chats}

    def close(self) -> None:
        """See Store."""
        with self._lock:
            self._connection.close()


def _minute(now: dt.datetime) -> str:
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M")
