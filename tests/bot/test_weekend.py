"""The end of a week: published once, marks and key destroyed, counts gone, whatever happened meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.concerns.cells import ALL, Cell, Count, Series
from bot.concerns.disclosure import Rules
from bot.concerns.publication import CASES, CONCERNS
from bot.concerns.published import Period, Published
from bot.concerns.reading import published_of
from bot.counting import Counter
from bot.effects import Changes
from bot.store.interface import Store
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from bot.store.weekkeys import KeyFiles
from bot.weekend import WeekEnd
from knowledge.content import Knowledge

FIRST = dt.date(2027, 3, 1)
WEEK = dt.timedelta(weeks=1)
EVERYBODY, RENT = Cell(Series.RESIDENTS, ALL), Cell(Series.ENTRIES, "plan.rent")


def never_blurs() -> bool:
    """A coin that always shows tails: every blur is 0, so that figures can be foreseen."""
    return False


def period(first: dt.date, weeks: int = 1) -> Period:
    return Period(first, first + weeks * WEEK - dt.timedelta(days=1))


@dataclass
class Estate:
    """A store whose clock is moved by hand."""

    folder: Path
    knowledge: Knowledge
    monday: dt.date = FIRST
    rules: Rules = field(default_factory=Rules)
    stores: list[SqliteStore] = field(default_factory=list)

    def start(self) -> None:
        """As after a restart: only files are left."""
        self.close()
        self.stores.append(SqliteStore(self.folder / "nabo.db", Seal(KEY)))
        self.keys = KeyFiles(self.folder)
        self.counter = Counter(self.keys, self.knowledge)

    def close(self) -> None:
        while self.stores:
            self.stores.pop().close()

    @property
    def store(self) -> Store:
        return self.stores[-1]

    @property
    def now(self) -> dt.datetime:
        return dt.datetime.combine(self.monday, dt.time(12), dt.UTC)

    def asks(self, *residents: int, cells: tuple[Cell, ...] = (EVERYBODY, RENT)) -> None:
        counts = tuple(each for resident in residents for each in self.counter.counts(str(resident), cells, self.now))
        self.store.finish(None, self.now, Changes(counts=counts))

    def looks(self) -> int:
        return WeekEnd(self.store, self.counter, self.rules, never_blurs, lambda: self.now).look()

    def published(self) -> Published:
        return published_of(self.store.publications(CONCERNS), self.store.publications(CASES))


KEY = Fernet.generate_key().decode()


@pytest.fixture
def estate(tmp_path: Path, knowledge: Knowledge) -> Iterator[Estate]:
    estate = Estate(tmp_path, knowledge)
    estate.start()
    yield estate
    estate.close()


def test_a_week_is_published_when_it_is_over_and_not_before(estate: Estate) -> None:
    estate.asks(*range(30))
    assert estate.looks() == 0
    estate.monday += WEEK
    assert estate.looks() == 1
    assert estate.looks() == 0
    published = estate.published()
    assert published.periods == (period(FIRST),)
    assert published.residents == {period(FIRST): 30}
    assert published.entries.at("plan.rent", period(FIRST)) == 30
    assert published.entries.at("vote.when", period(FIRST)) is None


def test_marks_key_and_counts_are_gone_then(estate: Estate) -> None:
    estate.asks(*range(30))
    old = estate.keys.key(FIRST)
    estate.monday += WEEK
    estate.looks()
    assert estate.store.tallies(FIRST + 9 * WEEK) == ()
    assert estate.store.forget_marks(FIRST + 9 * WEEK) == 0
    assert not estate.keys.has(FIRST)
    assert all(old.hex().encode() not in file.read_bytes() for file in estate.folder.iterdir())


def test_a_crash_before_the_weeks_end_is_made_up_for_at_the_next_start(estate: Estate) -> None:
    estate.asks(*range(30))
    estate.monday += 3 * WEEK
    estate.start()
    assert estate.looks() == 1
    assert not estate.keys.has(FIRST)
    assert estate.store.forget_marks(estate.monday) == 0


def test_a_restart_within_the_week_counts_nobody_twice(estate: Estate) -> None:
    estate.asks(*range(30))
    estate.start()
    estate.looks()
    estate.asks(*range(30))
    estate.monday += WEEK
    estate.looks()
    assert estate.published().residents == {period(FIRST): 30}


def test_a_lost_key_counts_again_and_leaves_no_marks_of_the_old_one(estate: Estate) -> None:
    estate.asks(*range(30))
    (key,) = estate.folder.glob("week-*.key")
    key.unlink()
    estate.start()
    estate.looks()
    assert estate.store.forget_marks(FIRST + WEEK) == 0
    estate.asks(*range(30))
    estate.monday += WEEK
    estate.looks()
    assert estate.published().residents == {period(FIRST): 60}


def test_quiet_weeks_are_put_together_with_the_next(estate: Estate) -> None:
    for residents in (8, 0, 9, 40):
        estate.asks(*range(residents))
        estate.monday += WEEK
        estate.looks()
    assert estate.published().residents == {period(FIRST, 4): 57}
    assert estate.store.tallies(estate.monday) == ()


def test_a_busy_week_after_a_published_one_stands_alone(estate: Estate) -> None:
    for residents in (30, 5, 25, 26):
        estate.asks(*range(residents))
        estate.monday += WEEK
        estate.looks()
    assert estate.published().residents == {
        period(FIRST): 30,
        period(FIRST + WEEK, 2): 30,
        period(FIRST + 3 * WEEK): 26,
    }


def test_weeks_in_which_nothing_ran_are_no_gap(estate: Estate) -> None:
    for residents in (30, 31):
        estate.asks(*range(residents))
        estate.monday += 3 * WEEK
    estate.looks()
    assert estate.published().residents == {period(FIRST): 30, period(FIRST + WEEK, 3): 31}


def test_what_was_published_stays_and_what_is_counted_late_waits(estate: Estate) -> None:
    estate.asks(*range(30))
    estate.monday += WEEK
    estate.looks()
    before = estate.store.publications(CONCERNS)
    estate.store.finish(None, estate.now, Changes(counts=(Count(FIRST, EVERYBODY), Count(FIRST, RENT))))
    estate.asks(*range(30))
    assert estate.looks() == 0
    estate.monday += WEEK
    estate.looks()
    assert estate.store.publications(CONCERNS)[:1] == before
    assert estate.published().residents[period(FIRST + WEEK)] == 31


def test_a_higher_floor_hides_more(estate: Estate) -> None:
    estate.rules = Rules(floor=20)
    estate.asks(*range(100))
    estate.asks(*range(26), cells=(Cell(Series.ENTRIES, "vote.when"),))
    estate.asks(*range(30), cells=(Cell(Series.ENTRIES, "plan.start"),))
    estate.monday += WEEK
    estate.looks()
    entries = estate.published().entries
    assert (entries.at("vote.when", period(FIRST)), entries.at("plan.start", period(FIRST))) == (None, 30)


def test_a_week_that_is_drawn_stays_drawn(estate: Estate) -> None:
    estate.asks(*range(8))
    estate.monday += WEEK
    estate.looks()
    notes = estate.store.note("blurred residents of weeks that wait")
    estate.start()
    estate.looks()
    assert estate.store.note("blurred residents of weeks that wait") == notes == '{"2027-03-01": 8}'


def test_cases_are_published_by_four_weeks(estate: Estate) -> None:
    for week in range(9):
        late = [Count(estate.monday, Cell(Series.CASES, "late"))] * 2
        in_time = [Count(estate.monday, Cell(Series.CASES, "in time"))] * (5 + week)
        estate.store.finish(None, estate.now, Changes(counts=(*in_time, *late)))
        estate.monday += WEEK
        estate.looks()
    blocks = estate.published().punctuality
    assert [(each.period.last - each.period.first).days for each in blocks] == [27] * len(blocks)
    assert all((each.period.first - dt.date(2024, 1, 1)).days % 28 == 0 for each in blocks)
    assert [(each.answered, each.in_time) for each in blocks] == [(24, 18), (46, 38)]


def test_without_anybody_nothing_is_published(estate: Estate) -> None:
    estate.monday += WEEK
    assert estate.looks() == 0
    assert estate.published().periods == ()
