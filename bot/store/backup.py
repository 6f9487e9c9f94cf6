"""A copy of the SQLite store that is whole although the program writes meanwhile, and the way back.

The copy is one file. The key is not in it, nor are the marks by which a resident is counted once a week: those are to
be gone at the week's end, and a copy might outlive it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from bot.store.counts import MARK_TABLES

PAGES_AT_ONCE = 256
HEADER = b"SQLite format 3\x00"
COUNTED: Mapping[str, str] = {
    "open cases": "SELECT count(*) FROM cases WHERE closed IS NULL",
    "closed cases": "SELECT count(*) FROM cases WHERE closed IS NOT NULL",
    "messages that wait to be answered": "SELECT count(*) FROM waiting",
    "messages that wait to be sent": "SELECT count(*) FROM outbox",
    "language choices": "SELECT count(*) FROM chat",
}

Progress = Callable[[str, int, int], None]


class BackupFault(Exception):
    """It cannot be done; the words say why, and what to do."""


def back_up(store: Path, copy: Path, progress: Progress) -> dict[str, int]:
    """Copies the store to a new file that only its owner can read; returns how many of what are in it.

    Raises BackupFault, OSError or sqlite3.Error; then there is no file.
    """
    if not store.exists():
        raise BackupFault(f"There is no store at {store}: look at NABO_DATA.")
    if copy.exists():
        raise BackupFault(f"{copy} exists already, and nothing is overwritten: choose another name.")
    unfinished = copy.with_name(copy.name + ".unfinished")
    try:
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(store, unfinished, progress)
        counts = counted(unfinished)
        _flush(unfinished)
        os.link(unfinished, copy)  # unlike a rename, it never takes the place of a file that has come meanwhile
    except FileExistsError:
        raise BackupFault(f"{unfinished} is in the way: another backup is being made, or was broken off.") from None
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.unlink()
    return counts


def _copy(store: Path, target: Path, progress: Progress) -> None:
    # Not as `mode=ro`: a store that was broken off is put in order by whoever opens it, and that takes writing.
    uri = f"{store.absolute().as_uri()}?mode=rw"
    with (
        closing(sqlite3.connect(uri, uri=True, timeout=30, isolation_level=None)) as source,
        closing(sqlite3.connect(target)) as copied,
    ):
        # What one reading transaction sees stays as it is, however much is written meanwhile.
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        source.backup(
            copied,
            pages=PAGES_AT_ONCE,
            progress=lambda _, left, total: progress("copying the store", total - left, total),
            sleep=0.001,
        )
        copied.execute("PRAGMA journal_mode=DELETE")
        copied.execute("PRAGMA secure_delete=ON")
        drop_marks(copied)
        copied.commit()
        copied.execute("VACUUM")


def drop_marks(connection: sqlite3.Connection) -> None:
    """Empties the tables of marks, which a store of an older version does not have."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in tables & MARK_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of ours


def _flush(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())


def counted(file: Path) -> dict[str, int]:
    """What is in a store or a copy of one; raises BackupFault if that is not what it is, or if it is damaged."""
    with file.open("rb") as content:
        if content.read(len(HEADER)) != HEADER:
            raise BackupFault(f"{file} is not a backup of Nabo.")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise BackupFault(f"{file} is damaged: take another copy.")
            return {what: connection.execute(query).fetchone()[0] for what, query in COUNTED.items()}
    except sqlite3.DatabaseError:
        raise BackupFault(f"{file} is damaged, or not a backup of Nabo.") from None


def refuse_if_there(store: Path) -> None:
    """Raises BackupFault where a store is already: nothing is ever overwritten."""
    for file in (store, *(store.with_name(store.name + end) for end in ("-wal", "-shm"))):
        if file.exists():
            raise BackupFault(
                f"{file} exists already, and nothing is overwritten: stop Nabo, move the file away, then try again."
            )
