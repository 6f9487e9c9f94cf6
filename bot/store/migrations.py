"""The tables, step by step. A step that has been released is never changed: a new one is added below it."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("nabo")


@migrations()
def inbox_and_chats(db: Database) -> None:
    """Updates waiting, ids seen, language choices."""
    db.execute("CREATE TABLE waiting (update_id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT")
    db.execute("CREATE TABLE seen (update_id INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE chat (address_hash BLOB PRIMARY KEY, language TEXT, chosen INTEGER NOT NULL, candidate TEXT,"
        " last_used TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


@migrations()
def key_trial(db: Database) -> None:
    """Something to open at the start, so that a wrong key is noticed then and not when it is too late."""
    db.execute("CREATE TABLE key_trial (sealed BLOB NOT NULL) STRICT")
