"""What waits on its way in and on its way out, as SQL.

A lane is the queue of one chat, named by the keyed hash of the chat. One worker at a time holds a lane, so that what is
in it happens in order and once; how a lane is held is what the two databases do differently.
"""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Sequence

from bot.effects import STAFF, Changes
from bot.store.connection import Connection
from bot.store.interface import NOTHING, Lane, Lanes, Link, Queued, Update
from bot.store.packing import moment, unpacked, written_moment
from bot.store.tables import Tables, marks, minute

IN, OUT = b"in ", b"out "
"""Before the name of a lane, since a chat has one each way."""
MOST_AT_ONCE = 20
"""Messages of a case that are looked at to be sent as one."""

LANES = (
    "WITH RECURSIVE lanes (lane) AS (SELECT * FROM (SELECT lane FROM {table} ORDER BY lane LIMIT 1) AS first"
    " UNION ALL SELECT (SELECT next.lane FROM {table} AS next WHERE next.lane > lanes.lane ORDER BY next.lane LIMIT 1)"
    " FROM lanes WHERE lanes.lane IS NOT NULL)"
)
"""Each lane once, found by one step in the index instead of by reading all rows."""

FIRST_UPDATES = (
    "SELECT lane, (SELECT min(update_id) FROM waiting WHERE waiting.lane = lanes.lane) FROM lanes"
    " WHERE lane IS NOT NULL ORDER BY 2"
)
FIRST_MESSAGES = (
    "SELECT outbox.lane, due FROM lanes JOIN outbox ON id ="
    " (SELECT id FROM outbox AS head WHERE head.lane = lanes.lane ORDER BY priority, id LIMIT 1)"
    " ORDER BY priority, id"
)


OLDEST = 256
"""So many updates are looked at first, so that a long queue is not read at each look."""


class QueueTables(Tables):
    """The part of a store that has the inbox and the outbox."""

    # Lanes

    @abstractmethod
    def _held(self, connection: Connection) -> set[bytes]:
        """The lanes that are held, by this worker or by another that lives."""

    @abstractmethod
    def _hold(self, connection: Connection, lanes: Sequence[bytes]) -> list[bytes]:
        """Holds those lanes that are free; returns them."""

    @abstractmethod
    def _release(self, connection: Connection, lanes: Sequence[bytes]) -> None:
        """Gives lanes back that this worker holds."""

    def _give_lanes(self) -> None:
        """What waits from before there were lanes: of incoming updates the chat is not known, so they share one."""
        with self._transaction() as connection:
            connection.execute("UPDATE waiting SET lane = ? WHERE lane IS NULL", (self._seal.hash(""),))
            for number, sealed in connection.execute("SELECT id, sealed FROM outbox WHERE lane IS NULL").fetchall():
                lane = self._seal.hash(unpacked(self._seal.open(sealed)).to)
                connection.execute("UPDATE outbox SET lane = ? WHERE id = ?", (lane, number))

    # Inbox

    def receive(self, updates: Sequence[Update], now: dt.datetime) -> list[Update]:
        """See Store."""
        new = []
        with self._transaction() as connection:
            for update in updates:
                added = connection.execute(
                    "INSERT INTO seen (update_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (update.id, minute(now))
                )
                if added.rowcount:
                    connection.execute(
                        "INSERT INTO waiting (update_id, lane, sealed) VALUES (?, ?, ?)",
                        (update.id, self._seal.hash(update.chat), self._seal.seal(update.payload)),
                    )
                    new.append(update)
        return new

    def waiting(self) -> list[Update]:
        """See Store."""
        with self._reading() as connection:
            rows = connection.execute("SELECT update_id, sealed FROM waiting ORDER BY update_id").fetchall()
        return [Update(update_id, self._seal.open(sealed)) for update_id, sealed in rows]

    def claim(self, most: int) -> list[Update]:
        """See Store."""
        if most < 1:
            return []
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT lane, update_id FROM waiting ORDER BY update_id LIMIT ?", (OLDEST,)
            ).fetchall()
            held = self._held(connection) if rows else set()
            free = _free(rows, held, most)
            if len(free) < most and len(rows) == OLDEST:
                # All that is oldest is of chats in hand; others may wait behind.
                rows = connection.execute(f"{LANES.format(table='waiting')} {FIRST_UPDATES}").fetchall()
                free = _free(rows, held, most)
        if not free:
            return []
        with self._transaction() as connection:
            return self._taken(connection, self._hold(connection, free))

    def _taken(self, connection: Connection, lanes: Sequence[bytes]) -> list[Update]:
        updates = []
        for lane in lanes:
            # Looked at anew: whoever held it may have handled what was first.
            row = connection.execute(
                "SELECT update_id, sealed FROM waiting WHERE lane = ? ORDER BY update_id LIMIT 1",
                (lane.removeprefix(IN),),
            ).fetchone()
            if row:
                updates.append(Update(row[0], self._seal.open(row[1])))
            else:
                self._release(connection, [lane])
        return sorted(updates, key=lambda update: update.id)

    def finish(self, update_id: int | None, now: dt.datetime, changes: Changes = NOTHING) -> None:
        """See Store."""
        with self._transaction() as connection:
            if update_id is None or not self._was_ended(connection, update_id):
                self._apply(connection, changes, now)

    def _was_ended(self, connection: Connection, update_id: int) -> bool:
        """Ends an update; whether that had been done before, by this worker or by one that took it over."""
        row = connection.execute("DELETE FROM waiting WHERE update_id = ? RETURNING lane", (update_id,)).fetchone()
        if row:
            self._release(connection, [IN + row[0]])
            return False
        return bool(connection.execute("SELECT 1 FROM seen WHERE update_id = ?", (update_id,)).fetchone())

    # Outbox

    def lanes(self, now: dt.datetime, most: int) -> Lanes:
        """See Store."""
        with self._reading() as connection:
            heads = connection.execute(f"{LANES.format(table='outbox')} {FIRST_MESSAGES}").fetchall()
            held = self._held(connection) if heads else set()
        free = [(OUT + lane, moment(due)) for lane, due in heads if OUT + lane not in held]
        due_now = [lane for lane, due in free if due <= now][:most]
        later = min((due for _, due in free if due > now), default=None)
        if not due_now:
            return Lanes((), later)
        with self._transaction() as connection:
            taken = [lane.removeprefix(OUT) for lane in self._hold(connection, due_now)]
            # Nobody sends in a lane that nobody held: the end of such a sending was not seen.
            unseen = (
                connection.execute(
                    f"UPDATE outbox SET state = 'unknown' WHERE state = 'sending' AND lane IN ({marks(taken)})",  # noqa: S608
                    taken,
                ).rowcount
                if taken
                else 0
            )
        return Lanes(tuple(taken), later, unseen)

    def release(self, lane: Lane) -> None:
        """See Store."""
        with self._transaction() as connection:
            self._release(connection, [OUT + lane])

    def first_in(self, lane: Lane) -> list[Queued]:
        """See Store."""
        first = self._queued("WHERE lane = ? AND state != 'sending' ORDER BY priority, id LIMIT 1", (lane,))
        if not first or first[0].outgoing.case is None:
            return first
        return self._queued(
            "WHERE lane = ? AND state != 'sending' AND case_number = ? ORDER BY priority, id LIMIT ?",
            (lane, first[0].outgoing.case, MOST_AT_ONCE),
        )

    def queue_of(self, lane: Lane) -> list[Queued]:
        """See Store."""
        return self._queued("WHERE lane = ? AND state != 'sending' ORDER BY priority, id", (lane,))

    def outgoing(self, *, being_sent: bool = False) -> list[Queued]:
        """See Store."""
        return self._queued("WHERE state != 'sending' OR ? = 1 ORDER BY priority, id", (int(being_sent),))

    def outgoing_to_staff(self, case: int) -> list[Queued]:
        """See Store."""
        return self._queued("WHERE lane = ? AND case_number = ? ORDER BY priority, id", (self._seal.hash(STAFF), case))

    def outgoing_count(self) -> int:
        """See Store."""
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM outbox").fetchone()[0])

    def _queued(self, where: str, values: Sequence[object]) -> list[Queued]:
        with self._reading() as connection:
            rows = connection.execute(
                f"SELECT id, queued, due, attempts, state, sealed FROM outbox {where}",  # noqa: S608 - see _cases
                values,
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
                    " SELECT number, ?, ?, ? FROM cases WHERE number = ?",
                    (link.resident_message, link.staff_message, int(link.from_staff), link.case),
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
            if self._delete_outgoing(connection, ids) or not ids:
                self._apply(connection, changes, now)

    def _delete_outgoing(self, connection: Connection, ids: Sequence[int]) -> int:
        return sum(connection.execute("DELETE FROM outbox WHERE id = ?", (each,)).rowcount for each in ids)


def _free(rows: Sequence[tuple[bytes, int]], held: set[bytes], most: int) -> list[bytes]:
    """The lanes of these updates that nobody holds, in the order of their first."""
    lanes = dict.fromkeys(IN + lane for lane, _ in rows)
    return [lane for lane in lanes if lane not in held][:most]
