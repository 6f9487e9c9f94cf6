"""What every SQL store shares: chats, what follows from a turn, plain notes, and what is deleted in time.

The statements are written once, in the SQL that SQLite and PostgreSQL have in common, with `?` for values.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

from bot.concerns.cells import Publication, Tally
from bot.effects import CaseChange, Changes, FactChange, Memory, Outgoing
from bot.messages import Address
from bot.store import counts
from bot.store.connection import Connection
from bot.store.interface import SetFact
from bot.store.packing import moment, packed, row_of, written_moment
from bot.store.sealing import Seal

KEEP_IDS = dt.timedelta(hours=48)
"""Telegram offers an update again for 24 hours at most; twice that is kept."""
KEEP_CLOSED_CASES = dt.timedelta(days=30)
KEEP_FORMER_FACTS = dt.timedelta(days=365)
KEEP_RETOLD = dt.timedelta(days=90)
"""A translation is then made anew, since services become better."""
LAST_CASE = "last case number"


class Tables(ABC):
    """Each method is one transaction, or a part of the one that `together` has begun."""

    _seal: Seal

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[Connection]:
        """Everything in it is kept at once, on disk, or not at all."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """For statements that change nothing."""

    @abstractmethod
    def together(self) -> AbstractContextManager[None]:
        """See Store."""

    def _try_key(self) -> None:
        """Raises KeyFault where the store was made with another key."""
        with self._transaction() as connection:
            row = connection.execute("SELECT sealed FROM key_trial").fetchone()
            if row:
                self._seal.open(row[0])
            else:
                connection.execute("INSERT INTO key_trial (sealed) VALUES (?)", (self._seal.seal("nabo"),))

    # What follows from a turn

    def _apply(self, connection: Connection, changes: Changes, now: dt.datetime) -> None:
        for address, memory in changes.chats.items():
            self._keep(connection, address, memory, now.date())
        for change in changes.cases:
            self._keep_case(connection, change)
        for number in changes.dropped_cases:
            connection.execute("DELETE FROM cases WHERE number = ?", (number,))
            connection.execute("DELETE FROM outbox WHERE case_number = ?", (number,))
        counts.count(connection, changes.counts)
        for fact in changes.facts:
            connection.execute(
                "INSERT INTO fact (name, value, before, by, at) VALUES (?, ?, ?, ?, ?)",
                (fact.name, fact.value, fact.before, fact.by, written_moment(now)),
            )
        for outgoing in changes.outgoing:
            self._queue(connection, outgoing, now)

    def _keep(self, connection: Connection, address: Address, memory: Memory | None, today: dt.date) -> None:
        key = self._seal.hash(address)
        if memory is None:
            connection.execute("DELETE FROM chat WHERE address_hash = ?", (key,))
            return
        connection.execute(
            "INSERT INTO chat (address_hash, language, chosen, candidate, asked, reads, last_used)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (address_hash) DO UPDATE SET language = excluded.language, chosen = excluded.chosen,"
            " candidate = excluded.candidate, asked = excluded.asked, reads = excluded.reads,"
            " last_used = excluded.last_used",
            (key, memory.language, memory.chosen, memory.candidate, memory.asked, memory.reads, today.isoformat()),
        )

    def _keep_case(self, connection: Connection, change: CaseChange) -> None:
        row = row_of(change.case)
        if change.address is not None:
            row |= {"address_hash": self._seal.hash(change.address), "sealed_address": self._seal.seal(change.address)}
            connection.execute(f"INSERT INTO cases ({', '.join(row)}) VALUES ({marks(row)})", tuple(row.values()))  # noqa: S608
            return
        settings = ", ".join(f"{name} = ?" for name in row)
        connection.execute(
            f"UPDATE cases SET {settings} WHERE number = ?",  # noqa: S608 - column names are our own
            (*row.values(), change.case.number),
        )

    def _queue(self, connection: Connection, outgoing: Outgoing, now: dt.datetime) -> None:
        # A case stays in order: what waits of it goes no later than what follows it.
        connection.execute(
            "UPDATE outbox SET priority = ? WHERE case_number = ? AND priority > ?",
            (outgoing.priority, outgoing.case, outgoing.priority),
        )
        at = written_moment(now)
        connection.execute(
            "INSERT INTO outbox (lane, priority, state, due, queued, case_number, sealed)"
            " VALUES (?, ?, 'waiting', ?, ?, ?, ?)",
            (
                self._seal.hash(outgoing.to),
                outgoing.priority,
                at,
                at,
                outgoing.case,
                self._seal.seal(packed(outgoing)),
            ),
        )

    # Chats and plain values

    def memory(self, address: Address) -> Memory | None:
        """See Store."""
        with self._reading() as connection:
            row = connection.execute(
                "SELECT language, chosen, candidate, asked, reads FROM chat WHERE address_hash = ?",
                (self._seal.hash(address),),
            ).fetchone()
        return Memory(row[0], bool(row[1]), row[2], bool(row[3]), row[4]) if row else None

    def retold(self, key: str) -> str | None:
        """See Store."""
        with self._reading() as connection:
            row = connection.execute("SELECT text FROM retold WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def keep_retold(self, key: str, text: str, now: dt.datetime) -> None:
        """See Store."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO retold (key, text, at) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
                (key, text, now.date().isoformat()),
            )

    # Concerns

    def tallies(self, before: dt.date) -> tuple[Tally, ...]:
        """See Store."""
        with self._reading() as connection:
            return counts.tallies(connection, before)

    def publish(self, publication: Publication, spent: Sequence[Tally]) -> None:
        """See Store."""
        with self._transaction() as connection:
            counts.publish(connection, publication, spent)

    def publications(self, kind: str) -> tuple[Publication, ...]:
        """See Store."""
        with self._reading() as connection:
            return counts.publications(connection, kind)

    def forget_marks(self, before: dt.date) -> int:
        """See Store."""
        with self._transaction() as connection:
            forgotten = counts.forget_marks(connection, before)
        if forgotten:
            self._wipe()
        return forgotten

    @abstractmethod
    def _wipe(self) -> None:
        """Leaves no trace in the files of the marks that have been deleted."""

    # Facts, and what is deleted in time

    def facts(self, *, history: bool = False) -> tuple[SetFact, ...]:
        """See Store."""
        newest = "WHERE value IS NOT NULL AND id IN (SELECT max(id) FROM fact GROUP BY name) ORDER BY name"
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT name, value, before, by, at FROM fact {'ORDER BY id' if history else newest}"  # noqa: S608
            ).fetchall()
        return tuple(SetFact(FactChange(*row[:4]), moment(row[4])) for row in rows)

    def note(self, name: str, value: str | None = None) -> str | None:
        """See Store."""
        if value is None:
            with self._reading() as connection:
                row = connection.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
            return row[0] if row else None
        with self._transaction() as connection:
            set_note(connection, name, value)
        return value

    def forget_old(self, now: dt.datetime, keep_language_days: int) -> dict[str, int]:
        """See Store."""
        oldest = (now.date() - dt.timedelta(days=keep_language_days)).isoformat()
        old_case = written_moment(now - KEEP_CLOSED_CASES)
        with self._transaction() as connection:
            ids = connection.execute(
                "DELETE FROM seen WHERE at < ? AND update_id NOT IN (SELECT update_id FROM waiting)",
                (minute(now - KEEP_IDS),),
            )
            chats = connection.execute("DELETE FROM chat WHERE last_used < ?", (oldest,))
            connection.execute("DELETE FROM retold WHERE at < ?", ((now.date() - KEEP_RETOLD).isoformat(),))
            cases = connection.execute("DELETE FROM cases WHERE closed < ?", (old_case,))
            facts = connection.execute(
                "DELETE FROM fact WHERE at < ? AND id NOT IN (SELECT max(id) FROM fact GROUP BY name)",
                (written_moment(now - KEEP_FORMER_FACTS),),
            )
        removed = {"update ids": ids, "language choices": chats, "closed cases": cases, "former facts": facts}
        return {what: rows.rowcount for what, rows in removed.items()}


def set_note(connection: Connection, name: str, value: str) -> None:
    """Keeps a plain value under a name."""
    connection.execute(
        "INSERT INTO note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def minute(now: dt.datetime) -> str:
    """A moment without its seconds, which would tell more than is needed."""
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M")


def marks(values: Iterable[object]) -> str:
    """A `?` for each value."""
    return ", ".join("?" for _ in values)
