"""Another key for the SQLite store: what was sealed with the old one is sealed with the new, all of it or nothing.

NABO_KEY may list a new key before an old one, which keeps everything readable. This goes further: afterwards the old
key opens nothing in the store and finds no chat in it, as is wanted when somebody may have seen it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.store.backup import BackupFault, drop_marks
from bot.store.sealing import Seal


def rotate(store: Path, old: Seal, new: Seal) -> dict[str, int]:
    """Returns how many cases were sealed anew and how many language choices had to be forgotten.

    Those stand under a hash of a chat that is kept nowhere, so that they cannot be found again under another key. Marks
    of the current week go too, since they would mark nobody any more. Raises BackupFault where Nabo is running or
    messages wait, KeyFault where `old` is not the store's key, and sqlite3.Error.
    """
    if not store.exists():
        raise BackupFault(f"There is no store at {store}: look at NABO_DATA.")
    with _alone(store) as connection:
        for table in ("waiting", "outbox"):
            if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():  # noqa: S608 - one of ours
                raise BackupFault("Messages wait in the store. Start Nabo, let it finish them, stop it, try again.")
        (trial,) = connection.execute("SELECT sealed FROM key_trial").fetchone()
        connection.execute("UPDATE key_trial SET sealed = ?", (new.seal(old.open(trial)),))
        cases = _seal_cases_anew(connection, old, new)
        forgotten = connection.execute("DELETE FROM chat").rowcount
        drop_marks(connection)
    return {"cases sealed anew": cases, "language choices forgotten": forgotten}


@contextmanager
def _alone(store: Path) -> Iterator[sqlite3.Connection]:
    """One transaction while nobody else has the store open."""
    uri = f"{store.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=1, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA secure_delete=ON")
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise BackupFault("The store is in use: stop Nabo, then try again.") from None
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _seal_cases_anew(connection: sqlite3.Connection, old: Seal, new: Seal) -> int:
    rows = connection.execute("SELECT number, sealed_address FROM cases").fetchall()
    for number, sealed in rows:
        address = old.open(sealed)
        connection.execute(
            "UPDATE cases SET address_hash = ?, sealed_address = ? WHERE number = ?",
            (new.hash(address), new.seal(address), number),
        )
    return len(rows)
