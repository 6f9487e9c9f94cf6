"""The attacker with an integer programme: the smallest and the largest count that each cell may have held.

As the auditing problem of M. Fischetti and J. J. Salazar (2001), two integer programmes a cell. They know every
published figure, the algorithm, and how the counts of a town hang together. They do not know the coins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from bot.concerns.cells import ALL, Cell, Series
from bot.concerns.disclosure import Rules

EVERYBODY = Cell(Series.RESIDENTS, ALL)
PEOPLE = 1_500
"""As many people as there are."""


@dataclass(frozen=True)
class Beliefs:
    """What an attacker takes for certain of a single cell, beside the figure."""

    shown_low: int
    """A shown cell holds at least this."""
    hidden_high: int
    """A hidden one holds at most this."""
    blur: int = 0
    """A shown figure is at most so far from its count."""

    def interval(self, figure: int | None) -> Interval:
        """What the count behind a figure may be."""
        if figure is None:
            return Interval(0, self.hidden_high)
        return Interval(max(self.shown_low, figure - self.blur), min(PEOPLE, figure + self.blur))


def certain(rules: Rules) -> Beliefs:
    """Only what follows from the algorithm."""
    return Beliefs(rules.floor, PEOPLE, PEOPLE)


def betting(rules: Rules, blur: int) -> Beliefs:
    """They bet that no cell's blur is larger than that."""
    return Beliefs(rules.floor, rules.shown_from - 1 + blur, blur)


@dataclass(frozen=True)
class Interval:
    """What a count may have been."""

    low: int
    high: int

    @property
    def width(self) -> int:
        return self.high - self.low


class Attack:
    """All that follows for certain from what is shown; `shown` has None for what is hidden."""

    def __init__(self, shown: Mapping[Cell, int | None], beliefs: Beliefs) -> None:
        self.cells = tuple(shown)
        self._at = {cell: index for index, cell in enumerate(self.cells)}
        bounds = [beliefs.interval(figure) for figure in shown.values()]
        self._bounds = Bounds(np.array([each.low for each in bounds]), np.array([each.high for each in bounds]))
        relations = list(self._relations())
        matrix = np.zeros((len(relations), len(self.cells)))
        for row, (smaller, larger) in enumerate(relations):
            matrix[row, self._at[smaller]] = 1
            for cell in larger:
                matrix[row, self._at[cell]] -= 1
        self._constraint = LinearConstraint(csr_matrix(matrix), -np.inf, 0)

    def _relations(self) -> Iterable[tuple[Cell, list[Cell]]]:
        """(a, [b, c]): a is at most b + c."""
        by_series = {series: [cell for cell in self.cells if cell.series is series] for series in Series}
        for cell in self.cells:
            if cell != EVERYBODY:
                yield cell, [EVERYBODY]
        for series in (Series.LANGUAGES, Series.OUTCOMES):
            yield EVERYBODY, by_series[series]
        for topic in by_series[Series.TOPICS]:
            entries = [cell for cell in by_series[Series.ENTRIES] if cell.row.partition(".")[0] == topic.row]
            for entry in entries:
                yield entry, [topic]
            if entries:
                yield topic, entries

    def interval(self, cell: Cell) -> Interval:
        """The counts that `cell` may have held; raises Contradiction where none fits what they assume."""
        return Interval(self._extreme(cell, 1), -self._extreme(cell, -1))

    def _extreme(self, cell: Cell, sign: int) -> int:
        aim = np.zeros(len(self.cells))
        aim[self._at[cell]] = sign
        found = milp(aim, constraints=[self._constraint], integrality=np.ones(len(aim)), bounds=self._bounds)
        if found.x is None:
            raise Contradiction
        return round(float(found.fun))


class Contradiction(Exception):
    """No counts fit: what the attacker assumes is wrong."""
