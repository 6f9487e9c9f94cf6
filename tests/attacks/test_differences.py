"""Two reports side by side, one language against all, before and after /forget, a late correction."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.app import forgetful_store
from bot.concerns.cells import ALL, Cell, Count, Series
from bot.concerns.disclosure import Rules
from bot.concerns.languages import GROUPS
from bot.concerns.publication import CASES, CONCERNS
from bot.concerns.published import Published
from bot.concerns.reading import last_weeks, published_of
from bot.counting import Counter
from bot.effects import Changes, Memory
from bot.messages import Commanded, Incoming
from bot.store.interface import Store
from bot.store.weekkeys import KeyFiles
from bot.turn import Turns
from bot.understanding.decision import Decision
from bot.weekend import WeekEnd
from knowledge.content import Knowledge
from tests.attacks.town import Asked, cells, coins, counts_of, published, random_town, shown_in

MONDAY = dt.date(2027, 3, 1)
WEEK = dt.timedelta(weeks=1)


class Town:
    """A store through which a town goes, week by week."""

    def __init__(self, store: Store, knowledge: Knowledge, folder: Path, seed: int = 1) -> None:
        self.store = store
        self.counter = Counter(KeyFiles(folder), knowledge)
        self.monday = MONDAY
        self.turns = Turns(knowledge, Nobody(), store, self.now, counter=self.counter)
        self.ending = WeekEnd(store, self.counter, Rules(), coins(seed), self.now)

    def now(self) -> dt.datetime:
        return dt.datetime.combine(self.monday, dt.time(12), dt.UTC)

    def asks(self, town: list[Asked]) -> None:
        counts: list[Count] = []
        for asked in town:
            counts += self.counter.counts(str(asked.resident), tuple(sorted(cells(asked))), self.now())
        self.store.finish(None, self.now(), Changes(counts=tuple(counts)))

    def ends(self) -> None:
        self.monday += WEEK
        self.ending.look()

    def published(self) -> Published:
        return published_of(self.store.publications(CONCERNS), self.store.publications(CASES))


class Nobody:
    """Understands nothing: only commands are given."""

    def decide(self, text: str, hint: str | None = None) -> Decision:
        raise AssertionError(text, hint)


@pytest.fixture
def town(knowledge: Knowledge, tmp_path: Path) -> Iterator[Town]:
    store = forgetful_store()
    yield Town(store, knowledge, tmp_path)
    store.close()


def test_a_later_report_never_shows_what_an_earlier_one_hid_nor_another_figure(town: Town) -> None:
    before: dict[object, object] = {}
    for week in range(9):
        town.asks(random_town(week))
        town.ends()
        now = town.published()
        for name in ("topics", "entries", "languages", "outcomes", "unanswered"):
            for key, figure in getattr(now, name).cells.items():
                assert before.setdefault((name, key), figure) == figure
    assert len(before) > 500


def test_periods_never_overlap_so_that_none_can_be_taken_from_another(town: Town) -> None:
    draw = np.random.default_rng(3)
    for week in range(14):
        town.asks(random_town(week)[: int(draw.integers(0, 60))])
        town.ends()
    periods = town.published().periods
    assert len(periods) > 3
    assert all(one.last < other.first for one, other in itertools.pairwise(periods))


def test_a_report_of_four_weeks_is_cut_from_that_of_eight(town: Town) -> None:
    for week in range(8):
        town.asks(random_town(week))
        town.ends()
    whole = town.published()
    for weeks in (1, 4, 8):
        part = last_weeks(whole, weeks)
        assert len(part.periods) == weeks
        assert part.topics.cells.items() <= whole.topics.cells.items()
        assert part.residents.items() <= whole.residents.items()


def test_forgetting_changes_no_count_and_no_report(town: Town) -> None:
    people = random_town(5)
    town.asks(people)
    address = str(people[0].resident)
    town.store.finish(None, town.now(), Changes(chats={address: Memory("ar")}))
    before = town.store.tallies(MONDAY + WEEK)
    forget = Incoming(address, Commanded("forget"))
    town.turns.finish(forget, town.turns.take(forget))
    assert town.store.memory(address) is None
    assert town.store.tallies(MONDAY + WEEK) == before
    town.asks(people)
    assert town.store.tallies(MONDAY + WEEK) == before, "whoever forgets and asks again is not counted twice"


def test_a_late_count_never_moves_a_figure_that_was_published(town: Town) -> None:
    town.asks(random_town(1))
    town.ends()
    before = town.store.publications(CONCERNS)
    town.store.finish(None, town.now(), Changes(counts=(Count(MONDAY, Cell(Series.RESIDENTS, ALL)),)))
    town.asks(random_town(2))
    town.ends()
    assert town.store.publications(CONCERNS)[:1] == before


def test_one_language_is_not_everybody_less_the_others() -> None:
    """The stranger's language is hidden; subtracting all others from all hits its count about as often as chance."""
    people = [Asked(number, "da", "plan.0") for number in range(60)] + [Asked(99, "ar", "plan.0")]
    guesses = []
    for seed in range(400):
        shown = shown_in(published(counts_of(people), coins(seed)))
        known = [shown[Cell(Series.LANGUAGES, group)] for group in GROUPS]
        everybody = shown[Cell(Series.RESIDENTS, ALL)]
        assert everybody is not None
        guesses.append(everybody - sum(each for each in known if each is not None))
    hits = sum(guess == 1 for guess in guesses) / len(guesses)
    others = max(sum(guess == number for guess in guesses) for number in (0, 2)) / len(guesses)
    assert hits < 0.3
    assert hits < 2.5 * others
    assert np.std(guesses) > 2


def test_publishing_twice_would_help_and_does_not_happen(town: Town) -> None:
    """Fresh blur each time would average out. The counts are gone after the first, so that there is nothing to blur."""
    town.asks(random_town(1))
    town.ends()
    before = town.store.publications(CONCERNS)
    for _ in range(5):
        town.ending.look()
    assert town.store.publications(CONCERNS) == before
    assert town.store.tallies(town.monday) == ()
