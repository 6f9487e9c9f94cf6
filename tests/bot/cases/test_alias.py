"""Aliases follow from chance alone, and no two living cases share one."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from bot.cases.alias import NAMES, NUMBERS, new_alias


def test_no_alias_is_given_twice_while_it_lives() -> None:
    taken: set[str] = set()
    for _ in range(300):
        taken.add(new_alias(taken, secrets.choice))
    assert len(taken) == 300


def test_every_free_alias_can_be_drawn() -> None:
    offered: list[str] = []

    def look(free: Sequence[str]) -> str:
        offered.extend(free)
        return free[0]

    new_alias({"Birk 42"}, look)
    assert len(offered) == len(NAMES) * len(NUMBERS) - 1
    assert "Birk 42" not in offered


def test_when_all_are_taken_there_are_more() -> None:
    everything = {f"{name} {number}" for name in NAMES for number in NUMBERS}
    assert new_alias(everything, secrets.choice) not in everything
