"""Every published figure, all that is known of how counts hang together, and integer programming."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.concerns.cells import Cell, Series
from bot.concerns.disclosure import Rules
from tests.attacks.solver import EVERYBODY, PEOPLE, Attack, Beliefs, betting, certain
from tests.attacks.town import ADVERSARIAL, Counts, coins, counts_of, published, random_town, shown_in

RULES = Rules()
LIKELY = 10
"""An attacker who takes the blur to be 10 at most is right for 999 cells in 1,000."""


def hidden_widths(counts: Counts, seed: int, beliefs: Beliefs) -> dict[Cell, int]:
    """How wide the interval of each hidden cell is for the attacker."""
    shown = shown_in(published(counts, coins(seed)))
    attack = Attack(shown, beliefs)
    return {cell: attack.interval(cell).width for cell, figure in shown.items() if figure is None}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_nothing_that_is_certain_narrows_a_hidden_cell_of_a_hostile_town(name: str) -> None:
    for seed in range(2):
        widths = hidden_widths(counts_of(ADVERSARIAL[name]), seed, certain(RULES))
        assert min(widths.values()) >= PEOPLE - RULES.floor


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_is_certain_narrows_a_hidden_cell_of_any_town(seed: int) -> None:
    widths = hidden_widths(counts_of(random_town(seed)), seed, certain(RULES))
    assert min(widths.values(), default=PEOPLE) >= PEOPLE - RULES.floor


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_not_even_who_bets_that_the_blur_is_small_narrows_a_hostile_town(name: str) -> None:
    for seed in range(3):
        widths = hidden_widths(counts_of(ADVERSARIAL[name]), seed, betting(RULES, LIKELY))
        assert min(widths.values()) >= RULES.floor


@pytest.mark.parametrize("seed", range(8))
def test_not_even_who_bets_that_the_blur_is_small_narrows_any_town(seed: int) -> None:
    widths = hidden_widths(counts_of(random_town(seed)), seed, betting(RULES, LIKELY))
    assert min(widths.values(), default=PEOPLE) >= RULES.floor


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), coin=st.integers(0, 2**32))
def test_a_count_under_the_floor_is_never_shown_and_a_shown_figure_is_large(seed: int, coin: int) -> None:
    counts = counts_of(random_town(seed))
    for cell, figure in shown_in(published(counts, coins(coin))).items():
        if figure is not None:
            assert counts.get(cell, 0) >= RULES.floor
            assert figure >= RULES.shown_from


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_same_rows_are_published_whatever_was_asked(seed: int) -> None:
    body, other = published(counts_of(random_town(seed)), coins(1)), published(counts_of(random_town(0)), coins(2))
    assert [list(each) for each in body.values() if isinstance(each, dict)] == [
        list(each) for each in other.values() if isinstance(each, dict)
    ]


def test_the_attack_breaks_what_is_only_suppressed_under_five() -> None:
    """Exact figures, 1 to 4 hidden: the same attacker finds the hidden one."""
    counts = counts_of(ADVERSARIAL["one small entry in a large topic"])
    shown = shown_in(published(counts, coins(1)))
    naive = {cell: None if 0 < (number := counts.get(cell, 0)) < RULES.floor else number for cell in shown}
    found = Attack(naive, Beliefs(shown_low=0, hidden_high=4)).interval(Cell(Series.ENTRIES, "plan.1"))
    assert (found.low, found.width) == (3, 1)


def test_the_attack_breaks_figures_that_add_up() -> None:
    """A hidden language is worked out from the exact number of residents and the exact other languages."""
    counts = counts_of(ADVERSARIAL["one stranger among many"])
    shown = shown_in(published(counts, coins(1)))
    exact = {cell: counts.get(cell, 0) for cell in shown}
    stranger = Cell(Series.LANGUAGES, "ar")
    attack = Attack({**exact, stranger: None}, Beliefs(shown_low=0, hidden_high=4))
    assert exact[EVERYBODY] - exact[Cell(Series.LANGUAGES, "da")] == 1
    assert attack.interval(stranger).low == 1
