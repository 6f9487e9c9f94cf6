"""The tables, step by step. A step that has been released is never changed: a new one is added below it.

The steps are written for SQLite; bot/store/postgres_tables.py runs the same ones on PostgreSQL.
"""

from __future__ import annotations

from typing import Any, Protocol

from sqlite_utils import Migrations

migrations = Migrations("nabo")


class Database(Protocol):
    """What a step needs."""

    def execute(self, sql: str, /) -> Any:
        """Runs one statement."""
        ...


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


@migrations()
def asked_for_second_choice(db: Database) -> None:
    """Whether a chat has been asked which of our languages they read."""
    db.execute("ALTER TABLE chat ADD COLUMN asked INTEGER NOT NULL DEFAULT 0")


@migrations()
def cases_and_outbox(db: Database) -> None:
    """Cases, what is linked in them, and what waits to be sent."""
    db.execute(
        "CREATE TABLE cases (number INTEGER PRIMARY KEY AUTOINCREMENT, address_hash BLOB NOT NULL,"
        " sealed_address BLOB NOT NULL, alias TEXT NOT NULL, category TEXT NOT NULL, language TEXT NOT NULL,"
        " urgent INTEGER NOT NULL, named INTEGER NOT NULL, status TEXT NOT NULL, claimed_by TEXT, topic INTEGER,"
        " with_bot INTEGER NOT NULL, reminded INTEGER NOT NULL, overdue_told INTEGER NOT NULL, opened TEXT NOT NULL,"
        " promised TEXT, answered TEXT, last_word TEXT, closed TEXT) STRICT"
    )
    db.execute("CREATE INDEX cases_by_address ON cases (address_hash)")
    db.execute(
        "CREATE TABLE link (case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,"
        " resident_message INTEGER NOT NULL, staff_message INTEGER NOT NULL, from_staff INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX link_by_case ON link (case_number)")
    db.execute("CREATE INDEX link_by_staff_message ON link (staff_message)")
    db.execute(
        "CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, priority INTEGER NOT NULL, state TEXT NOT NULL"
        " CHECK (state IN ('waiting', 'sending', 'unknown')), due TEXT NOT NULL, queued TEXT NOT NULL,"
        " attempts INTEGER NOT NULL DEFAULT 0, case_number INTEGER, sealed BLOB NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


@migrations()
def facts(db: Database) -> None:
    """Facts that staff have set, each change a row: the newest of a name holds, the others tell how it came to be."""
    db.execute(
        "CREATE TABLE fact (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, value TEXT,"
        " before TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX fact_by_name ON fact (name)")


@migrations()
def concerns(db: Database) -> None:
    """Counts of residents, the week's marks, and what has been published. Without row numbers, which tell the order."""
    db.execute(
        "CREATE TABLE tally (week TEXT NOT NULL, series TEXT NOT NULL, row TEXT NOT NULL, number INTEGER NOT NULL,"
        " PRIMARY KEY (week, series, row)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE mark (week TEXT NOT NULL, mark BLOB NOT NULL, PRIMARY KEY (week, mark)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE raised (week TEXT NOT NULL, resident BLOB NOT NULL, cells INTEGER NOT NULL,"
        " PRIMARY KEY (week, resident)) STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE TABLE publication (kind TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, body TEXT NOT NULL,"
        " PRIMARY KEY (kind, first)) STRICT, WITHOUT ROWID"
    )


@migrations()
def lanes(db: Database) -> None:
    """The queue of each chat can be found without reading all. What waits from before is one queue; see SqliteStore."""
    for table, order in (("waiting", "update_id"), ("outbox", "priority, id")):
        db.execute(f"ALTER TABLE {table} ADD COLUMN lane BLOB")
        db.execute(f"CREATE INDEX {table}_by_lane ON {table} (lane, {order})")
    db.execute("CREATE INDEX outbox_by_case ON outbox (case_number)")
    db.execute("CREATE INDEX cases_by_topic ON cases (topic)")


@migrations()
def links_in_order(db: Database) -> None:
    """Links have a number, since not every database keeps rows in the order in which they came."""
    db.execute(
        "CREATE TABLE link_numbered (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " case_number INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,"
        " resident_message INTEGER NOT NULL, staff_message INTEGER NOT NULL, from_staff INTEGER NOT NULL) STRICT"
    )
    db.execute(
        "INSERT INTO link_numbered (case_number, resident_message, staff_message, from_staff)"
        " SELECT case_number, resident_message, staff_message, from_staff FROM link"
    )
    db.execute("DROP TABLE link")
    db.execute("ALTER TABLE link_numbered RENAME TO link")
    db.execute("CREATE INDEX link_by_case ON link (case_number)")
    db.execute("CREATE INDEX link_by_staff_message ON link (staff_message)")


@migrations()
def translation(db: Database) -> None:
    """Whether a case's words may be translated by others, and which language without content a chat reads."""
    db.execute("ALTER TABLE cases ADD COLUMN may_translate INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE chat ADD COLUMN reads TEXT")


@migrations()
def retold(db: Database) -> None:
    """Machine translations of curated texts, by a hash of text, languages and service."""
    db.execute("CREATE TABLE retold (key TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID")
