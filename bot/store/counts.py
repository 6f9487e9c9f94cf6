"""Counts, their marks and what has been published, as SQL: no row per event, no order of arrival."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.concerns.cells import MOST_CELLS, Cell, Count, Publication, Series, Tally
from bot.store.connection import Connection

MARK_TABLES = frozenset({"mark", "raised"})
"""What is to be gone, also from files, when the week is over."""


def count(connection: Connection, counts: Iterable[Count]) -> None:
    """Adds to the cells of residents who are not in them yet and may be."""
    for each in counts:
        week = each.week.isoformat()
        if each.mark is None or _is_new(connection, week, each):
            connection.execute(
                "INSERT INTO tally (week, series, row, number) VALUES (?, ?, ?, 1)"
                " ON CONFLICT (week, series, row) DO UPDATE SET number = tally.number + 1",
                (week, each.cell.series.value, each.cell.row),
            )


def _is_new(connection: Connection, week: str, each: Count) -> bool:
    if connection.execute("SELECT 1 FROM mark WHERE week = ? AND mark = ?", (week, each.mark)).fetchone():
        return False
    if each.resident is not None:
        raised = connection.execute(
            "INSERT INTO raised (week, resident, cells) VALUES (?, ?, 1)"
            " ON CONFLICT (week, resident) DO UPDATE SET cells = raised.cells + 1 WHERE raised.cells < ?",
            (week, each.resident, MOST_CELLS),
        )
        if raised.rowcount < 1:
            return False
    connection.execute("INSERT INTO mark (week, mark) VALUES (?, ?)", (week, each.mark))
    return True


def tallies(connection: Connection, before: dt.date) -> tuple[Tally, ...]:
    """All counts of weeks that began before `before`, in the order of their keys."""
    rows = connection.execute(
        "SELECT week, series, row, number FROM tally WHERE week < ? ORDER BY week, series, row", (before.isoformat(),)
    ).fetchall()
    return tuple(
        Tally(dt.date.fromisoformat(week), Cell(Series(series), row), number) for week, series, row, number in rows
    )


def publish(connection: Connection, publication: Publication, spent: Sequence[Tally]) -> None:
    """Keeps a publication and takes out the counts it was made from. What was counted since then stays."""
    connection.execute(
        "INSERT INTO publication (kind, first, last, body) VALUES (?, ?, ?, ?)",
        (publication.kind, publication.first.isoformat(), publication.last.isoformat(), publication.body),
    )
    for each in spent:
        key = (each.week.isoformat(), each.cell.series.value, each.cell.row)
        connection.execute(
            "UPDATE tally SET number = number - ? WHERE week = ? AND series = ? AND row = ?", (each.number, *key)
        )
    connection.execute("DELETE FROM tally WHERE number <= 0")


def publications(connection: Connection, kind: str) -> tuple[Publication, ...]:
    """Everything published of a kind, oldest first."""
    rows = connection.execute(
        "SELECT first, last, body FROM publication WHERE kind = ? ORDER BY first", (kind,)
    ).fetchall()
    return tuple(
        Publication(kind, dt.date.fromisoformat(first), dt.date.fromisoformat(last), body) for first, last, body in rows
    )


def forget_marks(connection: Connection, before: dt.date) -> int:
    """Deletes the marks of weeks that began before `before`; returns how many."""
    week = (before.isoformat(),)
    connection.execute("DELETE FROM raised WHERE week < ?", week)
    return connection.execute("DELETE FROM mark WHERE week < ?", week).rowcount
