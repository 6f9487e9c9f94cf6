"""Copies everything from the SQLite store to an empty PostgreSQL database, and counts it on both sides."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import psycopg
from psycopg import sql

ROWS_AT_ONCE = 500
OWN = ("sqlite_%", "#_sqlite#_%", "key#_trial")
"""Tables that belong to the file itself. Each store has its own trial of the key, which must be the same."""
NUMBERED = {"cases": "number", "link": "id", "outbox": "id", "fact": "id"}
"""Tables whose rows get numbers, which must go on from where they were."""

Progress = Callable[[str, int, int], None]


class CopyFault(Exception):
    """It cannot be done; the words say why, and what to do."""


def copy(source: sqlite3.Connection, target: psycopg.Connection, progress: Progress) -> dict[str, int]:
    """Returns how many rows of each table were copied. Both stores must be up to date, and nobody may write meanwhile.

    Everything is kept at once or not at all. Raises CopyFault, sqlite3.Error and psycopg.Error.
    """
    source.execute("BEGIN IMMEDIATE")  # a program that still runs cannot write now
    try:
        tables = _tables(source)
        rows = {table: _count(source, table) for table in tables}
        with target.transaction():
            for table in tables:
                if _count_there(target, table):
                    raise CopyFault("The database is not empty. Name an empty one as NABO_DATABASE.")
            done = 0
            for table in tables:
                done = _copy_table(
                    source, target, table, lambda now: progress("copying", now, sum(rows.values())), done
                )
            copied = {table: _count_there(target, table) for table in tables}
            if copied != rows:
                raise CopyFault("Not everything has arrived, so that nothing was kept. Try again.")
            for table, column in NUMBERED.items():
                _count_on(target, table, column)
        return copied
    finally:
        source.execute("ROLLBACK")


def _tables(source: sqlite3.Connection) -> list[str]:
    found = source.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE ? ESCAPE '#' AND name NOT LIKE ?"
        " ESCAPE '#' AND name NOT LIKE ? ESCAPE '#' ORDER BY name",
        OWN,
    ).fetchall()
    # Cases first: links point at them.
    return sorted((name for (name,) in found), key=lambda name: (name != "cases", name))


def _count(source: sqlite3.Connection, table: str) -> int:
    return int(source.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a table of ours


def _count_there(target: psycopg.Connection, table: str) -> int:
    row = target.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
    return int(row[0]) if row else 0


def _copy_table(
    source: sqlite3.Connection, target: psycopg.Connection, table: str, told: Callable[[int], None], done: int
) -> int:
    columns = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
    insert = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(sql.Placeholder() * len(columns)),
    )
    rows = source.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 - a table of ours
    with target.cursor() as cursor:
        while batch := rows.fetchmany(ROWS_AT_ONCE):
            cursor.executemany(insert, batch)
            done += len(batch)
            told(done)
    return done


def _count_on(target: psycopg.Connection, table: str, column: str) -> None:
    target.execute(
        sql.SQL("SELECT setval(pg_get_serial_sequence({}, {}), greatest(max({}), 1)) FROM {}").format(
            sql.Literal(table), sql.Literal(column), sql.Identifier(column), sql.Identifier(table)
        )
    )
