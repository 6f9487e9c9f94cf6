"""Cases and what is linked in them, as SQL."""

from __future__ import annotations

from bot.cases.case import Case
from bot.messages import Address
from bot.store.interface import Link
from bot.store.packing import COLUMNS, case_of
from bot.store.tables import LAST_CASE, Tables, set_note


class CaseTables(Tables):
    """The part of a store that has the cases."""

    def cases_of(self, address: Address) -> tuple[Case, ...]:
        """See Store."""
        return self._cases("WHERE address_hash = ? ORDER BY number DESC", (self._seal.hash(address),))

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
        with self._reading() as connection:
            found = connection.execute(
                f"SELECT {', '.join(COLUMNS)} FROM cases {where}",  # noqa: S608 - written here, not by anybody else
                values,
            ).fetchall()
        return tuple(case_of(dict(zip(COLUMNS, row, strict=True))) for row in found)

    def address_of(self, number: int) -> Address | None:
        """See Store."""
        with self._reading() as connection:
            row = connection.execute("SELECT sealed_address FROM cases WHERE number = ?", (number,)).fetchone()
        return self._seal.open(row[0]) if row else None

    def new_case_number(self) -> int:
        """See Store."""
        with self.together(), self._transaction() as connection:
            row = connection.execute("SELECT value FROM note WHERE name = ?", (LAST_CASE,)).fetchone()
            number = int(row[0]) + 1 if row else 1
            set_note(connection, LAST_CASE, str(number))
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
        with self._reading() as connection:
            rows = connection.execute(f"{select} WHERE {where} ORDER BY id", (value,)).fetchall()
        return tuple(Link(row[0], row[1], row[2], bool(row[3])) for row in rows)
