"""The long run of the attacks on published figures: `python -m tests.benchmarks.disclosure [--towns 200] [--json]`.

Random and hostile towns; three attackers with integer programmes for the smallest and the largest count of every hidden
cell: one who only uses what is certain, and two who bet that no blur is larger than 10 (right for 999 cells in 1,000)
or 4 (right for 95 in 100). Beside what they find: what the blur costs the board.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.concerns.disclosure import Rules
from tests.attacks.solver import PEOPLE, Attack, Beliefs, Contradiction, betting, certain
from tests.attacks.town import ADVERSARIAL, Asked, coins, counts_of, published, random_town, shown_in

RULES = Rules()
ATTACKERS: Mapping[str, Beliefs] = {
    "certain": certain(RULES),
    "bets on 10": betting(RULES, 10),
    "bets on 4": betting(RULES, 4),
}
SIZES = ((5, 9), (10, 11), (12, 14), (15, 19), (20, PEOPLE))


@dataclass
class Found:
    """What one attacker found."""

    widths: list[int] = field(default_factory=list)
    wrong: int = 0
    """Intervals without the true count: the bet was lost."""
    contradictions: int = 0
    """Towns in which no counts fit the bet at all."""

    def as_dict(self) -> dict[str, int | float]:
        return {
            "hidden cells": len(self.widths),
            "narrowest interval": min(self.widths),
            "under 5 wide": sum(width < RULES.floor for width in self.widths),
            "median interval": float(np.median(self.widths)),
            "true count not in it": self.wrong,
            "towns without any solution": self.contradictions,
        }


@dataclass
class Cost:
    """What the board loses, by the size of the true count."""

    shown: dict[tuple[int, int], list[bool]] = field(default_factory=lambda: {size: [] for size in SIZES})
    errors: list[int] = field(default_factory=list)
    small_shown: int = 0

    def add(self, count: int, figure: int | None) -> None:
        for size in SIZES:
            if size[0] <= count <= size[1]:
                self.shown[size].append(figure is not None)
        self.small_shown += count < RULES.floor and figure is not None
        if figure is not None:
            self.errors.append(abs(figure - count))

    def as_dict(self) -> dict[str, int | float]:
        shares = {f"shown of cells with {low} to {high}": np.mean(each) for (low, high), each in self.shown.items()}
        return {
            "cells under 5 that are shown": self.small_shown,
            **{name: round(float(share), 3) for name, share in shares.items()},
            "mean error of shown figures": round(float(np.mean(self.errors)), 2),
            "95 % of errors are at most": float(np.percentile(self.errors, 95)),
        }


def towns(number: int) -> Iterator[Sequence[Asked]]:
    """Each hostile town several times, the others at random."""
    for at in range(number):
        yield random_town(at) if at % 2 else list(ADVERSARIAL.values())[at // 2 % len(ADVERSARIAL)]


def measure(number: int) -> dict[str, dict[str, int | float]]:
    """All figures."""
    found, cost = {name: Found() for name in ATTACKERS}, Cost()
    for at, town in enumerate(track(list(towns(number)), "attacking", console=Console(stderr=True), transient=True)):
        counts = counts_of(town)
        shown = shown_in(published(counts, coins(10_000 + at)))
        for cell, figure in shown.items():
            cost.add(counts.get(cell, 0), figure)
        for name, beliefs in ATTACKERS.items():
            attack = Attack(shown, beliefs)
            try:
                for cell in (each for each, figure in shown.items() if figure is None):
                    interval = attack.interval(cell)
                    found[name].widths.append(interval.width)
                    found[name].wrong += not interval.low <= counts.get(cell, 0) <= interval.high
            except Contradiction:
                found[name].contradictions += 1
    return {name: each.as_dict() for name, each in found.items()} | {"the board": cost.as_dict()}


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--towns", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    arguments = parser.parse_args()
    figures = measure(arguments.towns)
    if arguments.json:
        print(json.dumps(figures, indent=1))
        return
    table = Table("of", "what", "figure", box=None)
    for of, each in figures.items():
        for what, figure in each.items():
            table.add_row(of, what, str(figure))
    Console().print(table)


if __name__ == "__main__":
    main()
