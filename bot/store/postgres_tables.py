"""Brings the tables on PostgreSQL up to date: the steps of SQLite in PostgreSQL's words, and what workers need."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.store.connection import Connection
from bot.store.migrations import migrations

IN_POSTGRES = (
    (r"INTEGER PRIMARY KEY AUTOINCREMENT", "BIGSERIAL PRIMARY KEY"),
    (r"\bINTEGER\b", "BIGINT"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bBLOB\b", "BYTEA"),
    (r"\bTEXT\b", 'TEXT COLLATE "C"'),
    (r"\)\s*(STRICT|WITHOUT ROWID)(\s*,\s*(STRICT|WITHOUT ROWID))?\s*$", ")"),
)
"""What a step says -> what PostgreSQL calls it."""

WORKER_TABLES = (
    "CREATE TABLE IF NOT EXISTS worker (id BYTEA PRIMARY KEY, beat TIMESTAMPTZ NOT NULL)",
    "CREATE TABLE IF NOT EXISTS claim (lane BYTEA PRIMARY KEY, worker BYTEA NOT NULL)",
    "CREATE INDEX IF NOT EXISTS claim_by_worker ON claim (worker)",
    "CREATE TABLE IF NOT EXISTS pace (lane BYTEA PRIMARY KEY, sent DOUBLE PRECISION[] NOT NULL,"
    " closed_until DOUBLE PRECISION NOT NULL)",
)
"""Who lives, who holds which lane, and when something was last sent where."""


def in_postgres(statement: str) -> str:
    """A statement of a step in PostgreSQL's words."""
    for pattern, words in IN_POSTGRES:
        statement = re.sub(pattern, words, statement)
    return statement


class _Translating:
    """Runs what a step says in PostgreSQL's words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, /) -> Any:
        return self._connection.execute(in_postgres(sql))


def step_names() -> tuple[str, ...]:
    """All steps, oldest first."""
    return tuple(step.name for step in migrations._migrations)


def migrate(connection: Connection, up_to: str | None = None) -> None:
    """Runs the steps that are missing, in the transaction of `connection` (up to one, in tests of later steps)."""
    connection.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)")
    done = {row[0] for row in connection.execute("SELECT name FROM migration").fetchall()}
    translating = _Translating(connection)
    for step in migrations._migrations:
        if step.name not in done:
            run: Callable[[Any], None] = step.fn
            run(translating)
            connection.execute("INSERT INTO migration (name) VALUES (?)", (step.name,))
        if step.name == up_to:
            break
    for statement in WORKER_TABLES:
        connection.execute(statement)
