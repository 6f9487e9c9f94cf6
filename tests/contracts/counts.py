"""What every store must do with counts, marks and publications; part of `StoreContract`."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import pytest

from bot.concerns.cells import MOST_CELLS, Cell, Count, Publication, Series, Tally
from bot.effects import Changes
from bot.store.interface import Store, Update

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
WEEK, NEXT_WEEK = dt.date(2027, 3, 1), dt.date(2027, 3, 8)
RENT, VOTE = Cell(Series.ENTRIES, "plan.rent"), Cell(Series.ENTRIES, "vote.when")


class Stores(Protocol):
    """A place that holds one store's data."""

    def open(self) -> Store:
        """The store on that place, opened anew, as after a restart."""
        ...


def count(store: Store, *counts: Count) -> None:
    """Counts as a turn does."""
    store.finish(None, NOW, Changes(counts=counts))


class CountsContract:
    """Tests for every store; needs the fixtures `store` and `stores`."""

    def test_a_resident_counts_once_in_a_cell_and_week(self, store: Store) -> None:
        count(store, Count(WEEK, RENT, b"one", b"A"), Count(WEEK, RENT, b"one", b"A"), Count(WEEK, RENT, b"two", b"B"))
        count(store, Count(WEEK, RENT, b"one", b"A"), Count(NEXT_WEEK, RENT, b"one", b"A"))
        assert store.tallies(NEXT_WEEK + DAY) == (Tally(WEEK, RENT, 2), Tally(NEXT_WEEK, RENT, 1))

    def test_what_has_no_mark_counts_every_time(self, store: Store) -> None:
        count(store, Count(WEEK, RENT), Count(WEEK, RENT))
        assert store.tallies(NEXT_WEEK) == (Tally(WEEK, RENT, 2),)

    def test_tallies_are_those_of_weeks_before_in_the_order_of_their_cells(self, store: Store) -> None:
        count(store, Count(NEXT_WEEK, RENT), Count(WEEK, VOTE), Count(WEEK, RENT), Count(WEEK, VOTE))
        assert store.tallies(WEEK) == ()
        assert store.tallies(NEXT_WEEK) == (Tally(WEEK, RENT, 1), Tally(WEEK, VOTE, 2))

    def test_a_resident_raises_so_many_cells_and_no_more(self, store: Store) -> None:
        cells = [Cell(Series.ENTRIES, f"plan.{number:02}") for number in range(MOST_CELLS + 5)]
        for number, cell in enumerate(cells):
            count(store, Count(WEEK, cell, bytes([number]), b"A"))
        count(store, Count(WEEK, cells[-1], b"another", b"B"), Count(NEXT_WEEK, cells[-1], b"next", b"A"))
        counted = [tally.cell for tally in store.tallies(NEXT_WEEK)]
        assert counted == [*cells[:MOST_CELLS], cells[-1]]
        assert len(store.tallies(NEXT_WEEK + DAY)) == MOST_CELLS + 2

    def test_a_cell_that_was_not_raised_for_want_of_room_leaves_no_mark(self, store: Store) -> None:
        full = [Count(WEEK, Cell(Series.ENTRIES, str(number)), bytes([number]), b"A") for number in range(MOST_CELLS)]
        count(store, *full, Count(WEEK, RENT, b"no room", b"A"))
        assert store.forget_marks(NEXT_WEEK) == MOST_CELLS

    def test_a_finish_that_fails_counts_nothing(self, store: Store) -> None:
        store.receive([Update(7, "{}")], NOW)
        unstorable = Count(WEEK, RENT, mark={"no": "bytes"})  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"."):
            store.finish(7, NOW, Changes(counts=(Count(WEEK, VOTE), unstorable)))
        assert (store.tallies(NEXT_WEEK), store.waiting()) == ((), [Update(7, "{}")])

    def test_what_is_published_stays_and_its_counts_go(self, stores: Stores) -> None:
        store = stores.open()
        count(store, Count(WEEK, RENT), Count(WEEK, RENT), Count(WEEK, VOTE))
        spent = store.tallies(NEXT_WEEK)
        count(store, Count(WEEK, VOTE))
        published = Publication("concerns", WEEK, WEEK + 6 * DAY, '{"å": "1"}')
        store.publish(published, spent)
        again = stores.open()
        assert again.publications("concerns") == (published,)
        assert again.publications("cases") == ()
        assert again.tallies(NEXT_WEEK) == (Tally(WEEK, VOTE, 1),)

    def test_publications_come_oldest_first(self, store: Store) -> None:
        for first in (NEXT_WEEK, WEEK):
            store.publish(Publication("cases", first, first + 6 * DAY, "{}"), ())
        assert [each.first for each in store.publications("cases")] == [WEEK, NEXT_WEEK]

    def test_a_period_is_published_once_and_what_fails_spends_nothing(self, store: Store) -> None:
        store.publish(Publication("concerns", WEEK, WEEK + 6 * DAY, "{}"), ())
        count(store, Count(WEEK, RENT))
        with pytest.raises(Exception, match=r"."):
            store.publish(Publication("concerns", WEEK, WEEK + 6 * DAY, "[]"), store.tallies(NEXT_WEEK))
        assert [each.body for each in store.publications("concerns")] == ["{}"]
        assert store.tallies(NEXT_WEEK) == (Tally(WEEK, RENT, 1),)

    def test_marks_of_weeks_before_are_destroyed_and_their_counts_stay(self, store: Store) -> None:
        count(store, Count(WEEK, RENT, b"one", b"A"), Count(NEXT_WEEK, RENT, b"two", b"A"))
        assert store.forget_marks(NEXT_WEEK) == 1
        assert store.forget_marks(NEXT_WEEK) == 0
        count(store, Count(WEEK, RENT, b"one", b"A"), Count(NEXT_WEEK, RENT, b"two", b"A"))
        assert store.tallies(NEXT_WEEK + DAY) == (Tally(WEEK, RENT, 2), Tally(NEXT_WEEK, RENT, 1))

    def test_many_threads_count_without_losing_any(self, store: Store) -> None:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda each: count(store, Count(WEEK, RENT, bytes([each]), bytes([each]))), range(40)))
        assert store.tallies(NEXT_WEEK) == (Tally(WEEK, RENT, 40),)
