"""The store in one SQLite file: WAL, STRICT tables, every change on disk before a method returns."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from bot.cases.case import Case
from bot.concerns.cells import Publication, Tally
from bot.effects import CaseChange, Changes, FactChange, Memory
from bot.messages import Address
from bot.store import counts
from bot.store.interface import NOTHING, Link, Queued, SetFact, Update
from bot.store.migrations import migrations
from bot.store.packing import COLUMNS, case_of, moment, packed, row_of, unpacked, written_moment
from bot.store.sealing import KeyFault, Seal

KEEP_IDS = dt.timedelta(hours=48)
"""Telegram offers an update again for 24 hours at most; twice that is kept."""
KEEP_CLOSED_CASES = dt.timedelta(days=30)
KEEP_FORMER_FACTS = dt.timedelta(days=365)
LAST_CASE = "last case number"


class SqliteStore:
    """Safe to call from several threads; one writes at a time."""

    def __init__(self, file: Path | None, seal: Seal) -> None:
        """Opens or makes `file` (None: in memory only) and brings its tables up to date.

        Raises sqlite3.Error, and KeyFault where the store was made with another key.
        """
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
        self._seal = seal
        self._lock = threading.RLock()
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
    def together(self) -> Iterator[None]:
        """See Store."""
        with self._lock:
            yield

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

    def finish(self, update_id: int | None, now: dt.datetime, changes: Changes = NOTHING) -> None:
        """See Store."""
        with self._transaction() as connection:
            if update_id is not None:
                connection.execute("DELETE FROM waiting WHERE update_id = ?", (update_id,))
            self._apply(connection, changes, now)

    def _apply(self, connection: sqlite3.Connection, changes: Changes, now: dt.datetime) -> None:
        for address, memory in changes.chats.items():
            self._keep(connection, address, memory, now.date())
        for change in changes.cases:
            self._keep_case(connection, change)
        for number in changes.dropped_cases:
            connection.execute("DELETE FROM cases WHERE number = ?", (number,))
            connection.execute("DELETE FROM outbox WHERE case_number = ?", (number,))
        counts.count(connection, changes.counts)
        at = written_moment(now)
        for fact in changes.facts:
            connection.execute(
                "INSERT INTO fact (name, value, before, by, at) VALUES (?, ?, ?, ?, ?)",
                (fact.name, fact.value, fact.before, fact.by, at),
            )
        for outgoing in changes.outgoing:
            # A case stays in order: what waits of it goes no later than what follows it.
            connection.execute(
                "UPDATE outbox SET priority = ? WHERE case_number = ? AND priority > ?",
                (outgoing.priority, outgoing.case, outgoing.priority),
            )
            connection.execute(
                "INSERT INTO outbox (priority, state, due, queued, case_number, sealed)"
                " VALUES (?, 'waiting', ?, ?, ?, ?)",
                (outgoing.priority, at, at, outgoing.case, self._seal.seal(packed(outgoing))),
            )

    def _keep(self, connection: sqlite3.Connection, address: Address, memory: Memory | None, today: dt.date) -> None:
        key = self._seal.hash(address)
        if memory is None:
            connection.execute("DELETE FROM chat WHERE address_hash = ?", (key,))
            return
        connection.execute(
            "INSERT OR REPLACE INTO chat (address_hash, language, chosen, candidate, asked, last_used)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (key, memory.language, memory.chosen, memory.candidate, memory.asked, today.isoformat()),
        )

    def _keep_case(self, connection: sqlite3.Connection, change: CaseChange) -> None:
        row = row_of(change.case)
        if change.address is not None:
            row |= {"address_hash": self._seal.hash(change.address), "sealed_address": self._seal.seal(change.address)}
            marks = ", ".join("?" for _ in row)
            connection.execute(f"INSERT INTO cases ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
            return
        settings = ", ".join(f"{name} = ?" for name in row)
        connection.execute(
            f"UPDATE cases SET {settings} WHERE number = ?",  # noqa: S608 - column names are our own
            (*row.values(), change.case.number),
        )

    def memory(self, address: Address) -> Memory | None:
        """See Store."""
        with self._lock:
            row = self._connection.execute(
                "SELECT language, chosen, candidate, asked FROM chat WHERE address_hash = ?",
                (self._seal.hash(address),),
            ).fetchone()
        return Memory(row[0], bool(row[1]), row[2], bool(row[3])) if row else None

    # Cases

    def cases_of(self, address: Address) -> tuple[Case, ...]:
        """See Store."""
        key = self._seal.hash(address)
        return self._cases("WHERE address_hash = ? ORDER BY number DESC", (key,))

    def case(self, number: int) -> Case | None:
        """See Store."""
        return next(iter(self._cases("WHERE number = ?", (number,))), None)

    def case_in(self, topic: int) -> Case | None:
        """See Store."""
        return next(iter(self._cases("WHERE topic = ? ORDER BY number DESC", (topic,))), None)

    def cases(self, *, only_open: bool) -> tuple[Case, ...]:
        """See Store."""
        return tuple(each for each in self._cases("ORDER BY number", ()) if each.is_open or not only_open)

    def _cases(self, where: str, values: tuple[object, ...]) -> tuple[Case, ...]:
        with self._lock:
            found = self._connection.execute(
                f"SELECT {', '.join(COLUMNS)} FROM cases {where}",  # noqa: S608 - written here, not by anybody else
                values,
            ).fetchall()
        return tuple(case_of(dict(zip(COLUMNS, row, strict=True))) for row in found)

    def address_of(self, number: int) -> Address | None:
        """See Store."""
        with self._lock:
            row = self._connection.execute("SELECT sealed_address FROM cases WHERE number = ?", (number,)).fetchone()
        return self._seal.open(row[0]) if row else None

    def new_case_number(self) -> int:
        """See Store."""
        with self._transaction() as connection:
            row = connection.execute("SELECT value FROM note WHERE name = ?", (LAST_CASE,)).fetchone()
            number = int(row[0]) + 1 if row else 1
            connection.execute("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)", (LAST_CASE, str(number)))
        return number

    def links_of(self, number: int) -> tuple[Link, ...]:
        """See Store."""
        return self._links("case_number = ?", number)

    def link_at_staff(self, staff_message: int) -> Link | None:
        """See Store."""
        return next(iter(self._links("staff_message = ?", staff_message)[::-1]), None)

    def leave_group(self) -> None:
        """See Store."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM link")
            connection.execute("UPDATE cases SET topic = NULL")

    def _links(self, where: str, value: int) -> tuple[Link, ...]:
        select = "SELECT case_number, resident_message, staff_message, from_staff FROM link"
        with self._lock:
            rows = self._connection.execute(f"{select} WHERE {where} ORDER BY rowid", (value,)).fetchall()
        return tuple(Link(row[0], row[1], row[2], bool(row[3])) for row in rows)

    # Outbox

    def outgoing(self, *, being_sent: bool = False) -> list[Queued]:
        """See Store."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT id, queued, due, attempts, state, sealed FROM outbox WHERE state != 'sending' OR ?"
                " ORDER BY priority, id",
                (being_sent,),
            ).fetchall()
        return [
            Queued(number, unpacked(self._seal.open(sealed)), moment(queued), moment(due), attempts, state == "unknown")
            for number, queued, due, attempts, state, sealed in rows
        ]

    def sending(self, ids: Sequence[int]) -> None:
        """See Store."""
        with self._transaction() as connection:
            for each in ids:
                connection.execute("UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?", (each,))

    def sent(self, ids: Sequence[int], links: Sequence[Link], changes: Changes = NOTHING) -> None:
        """See Store."""
        with self._transaction() as connection:
            self._delete_outgoing(connection, ids)
            for link in links:
                connection.execute(
                    "INSERT INTO link (case_number, resident_message, staff_message, from_staff)"
                    " SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM cases WHERE number = ?)",
                    (link.case, link.resident_message, link.staff_message, link.from_staff, link.case),
                )
            for change in changes.cases:
                self._keep_case(connection, change)

    def postpone(self, ids: Sequence[int], due: dt.datetime, *, unknown: bool) -> None:
        """See Store."""
        state = "unknown" if unknown else "waiting"
        with self._transaction() as connection:
            for each in ids:
                connection.execute(
                    "UPDATE outbox SET state = ?, due = ? WHERE id = ?", (state, written_moment(due), each)
                )

    def drop(self, ids: Sequence[int], now: dt.datetime, changes: Changes = NOTHING) -> None:
        """See Store."""
        with self._transaction() as connection:
            self._delete_outgoing(connection, ids)
            self._apply(connection, changes, now)

    def _delete_outgoing(self, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
        for each in ids:
            connection.execute("DELETE FROM outbox WHERE id = ?", (each,))

    def recover_outgoing(self) -> int:
        """See Store."""
        with self._transaction() as connection:
            return connection.execute("UPDATE outbox SET state = 'unknown' WHERE state = 'sending'").rowcount

    # Concerns

    def tallies(self, before: dt.date) -> tuple[Tally, ...]:
        """See Store."""
        with self._lock:
            return counts.tallies(self._connection, before)

    def publish(self, publication: Publication, spent: Sequence[Tally]) -> None:
        """See Store."""
        with self._transaction() as connection:
            counts.publish(connection, publication, spent)

    def publications(self, kind: str) -> tuple[Publication, ...]:
        """See Store."""
        with self._lock:
            return counts.publications(self._connection, kind)

    def forget_marks(self, before: dt.date) -> int:
        """See Store."""
        with self._lock:
            with self._transaction() as connection:
                forgotten = counts.forget_marks(connection, before)
            if forgotten:
                # The file is written anew, and what the log still held of the old one is cut off.
                self._connection.execute("VACUUM")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return forgotten

    # Everything else

    def facts(self, *, history: bool = False) -> tuple[SetFact, ...]:
        """See Store."""
        newest = "value IS NOT NULL AND id IN (SELECT max(id) FROM fact GROUP BY name) ORDER BY name"
        with self._lock:
            rows = self._connection.execute(
                f"SELECT name, value, before, by, at FROM fact WHERE {'1 ORDER BY id' if history else newest}"  # noqa: S608
            ).fetchall()
        return tuple(SetFact(FactChange(*row[:4]), moment(row[4])) for row in rows)

    def note(self, name: str, value: str | None = None) -> str | None:
        """See Store."""
        with self._transaction() as connection:
            if value is not None:
                connection.execute("INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)", (name, value))
            row = connection.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def forget_old(self, now: dt.datetime, keep_language_days: int) -> dict[str, int]:
        """See Store."""
        oldest = (now.date() - dt.timedelta(days=keep_language_days)).isoformat()
        with self._transaction() as connection:
            ids = connection.execute(
                "DELETE FROM seen WHERE at < ? AND update_id NOT IN (SELECT update_id FROM waiting)",
                (_minute(now - KEEP_IDS),),
            ).rowcount
            chats = connection.execute("DELETE FROM chat WHERE last_used < ?", (oldest,)).rowcount
            cases = connection.execute(
                "DELETE FROM cases WHERE closed < ?", (written_moment(now - KEEP_CLOSED_CASES),)
            ).rowcount
            facts = connection.execute(
                "DELETE FROM fact WHERE at < ? AND id NOT IN (SELECT max(id) FROM fact GROUP BY name)",
                (written_moment(now - KEEP_FORMER_FACTS),),
            ).rowcount
        return {"update ids": ids, "language choices": chats, "closed cases": cases, "former facts": facts}

    def close(self) -> None:
        """See Store."""
        with self._lock:
            self._connection.close()


def _minute(now: dt.datetime) -> str:
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M")
