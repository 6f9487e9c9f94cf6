"""Towns to attack: who asked what in one week, the counts of that, and what is published of them."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter as Sums
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.concerns.cells import ALL, Cell, Series, Tally
from bot.concerns.disclosure import Coin, Rules
from bot.concerns.languages import GROUPS, OTHER
from bot.concerns.publication import Press
from bot.concerns.published import SENSITIVE, Outcome

MONDAY = dt.date(2027, 3, 1)
TOPICS = ("plan", "vote", "rehousing")
ENTRIES = tuple(f"{topic}.{number}" for topic in TOPICS for number in range(4))
ROWS: Mapping[Series, Sequence[str]] = {
    Series.TOPICS: (*TOPICS, SENSITIVE),
    Series.ENTRIES: ENTRIES,
    Series.LANGUAGES: GROUPS,
    Series.OUTCOMES: tuple(each.value for each in Outcome),
    Series.UNANSWERED: (*TOPICS, OTHER),
}
Counts = Mapping[Cell, int]
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """One concern of one resident."""

    resident: int
    language: str
    entry: str | None
    """None: a question without an answer."""


def cells(asked: Asked) -> set[Cell]:
    """Where it counts."""
    about = {Cell(Series.RESIDENTS, ALL), Cell(Series.LANGUAGES, asked.language)}
    if asked.entry is None:
        return about | {Cell(Series.OUTCOMES, Outcome.NOT_ANSWERED), Cell(Series.UNANSWERED, OTHER)}
    topic = asked.entry.partition(".")[0]
    answered = {Cell(Series.OUTCOMES, Outcome.ANSWERED), Cell(Series.TOPICS, topic), Cell(Series.ENTRIES, asked.entry)}
    return about | answered


def counts_of(town: Sequence[Asked]) -> Counts:
    """Residents in each cell, each once."""
    return Sums(cell for _, cell in {(asked.resident, cell) for asked in town for cell in cells(asked)})


def published(counts: Counts, coin: Coin, rules: Rules | None = None) -> Body:
    """The body of the one publication of that week; `counts` must be of a town that is busy enough."""
    press = Press(rules or Rules(), coin, ROWS, {})
    tallies = sorted(Tally(MONDAY, cell, number) for cell, number in counts.items())
    while True:
        blurred = press.blurred_weeks([MONDAY], tallies, {})
        for ready in press.concerns(blurred, tallies):
            body: Body = json.loads(ready.publication.body)
            return body


def shown_in(body: Body) -> dict[Cell, int | None]:
    """Every cell of a publication."""
    found: dict[Cell, int | None] = {
        Cell(series, row): body[series.value][row] for series, rows in ROWS.items() for row in rows
    }
    return found | {Cell(Series.RESIDENTS, ALL): body[Series.RESIDENTS.value]}


def coins(seed: int) -> Coin:
    """A coin of which only the test knows the seed."""
    draw = np.random.default_rng(seed)
    return lambda: bool(draw.integers(2))


def random_town(seed: int) -> list[Asked]:
    """Between 25 and 160 residents; a few languages and entries are much more common than the others."""
    draw = np.random.default_rng(seed)
    languages = draw.dirichlet(np.full(len(GROUPS), 0.5))
    entries = draw.dirichlet(np.full(len(ENTRIES) + 1, 0.4))
    town = []
    for resident in range(int(draw.integers(25, 160))):
        language = str(draw.choice(GROUPS, p=languages))
        for _ in range(1 + int(draw.poisson(0.6))):
            entry = int(draw.choice(len(ENTRIES) + 1, p=entries))
            town.append(Asked(resident, language, ENTRIES[entry] if entry < len(ENTRIES) else None))
    return town


def _each(language: str, first: int, numbers: Mapping[str | None, int]) -> list[Asked]:
    town, resident = [], first
    for entry, number in numbers.items():
        for _ in range(number):
            town.append(Asked(resident, language, entry))
            resident += 1
    return town


ADVERSARIAL: Mapping[str, Sequence[Asked]] = {
    "one small entry in a large topic": _each("da", 0, {"plan.0": 40, "plan.1": 3}),
    "all cells at the edge": _each("da", 0, dict.fromkeys(ENTRIES, 5)),
    "all cells below the edge": _each("da", 0, dict.fromkeys(ENTRIES, 4)),
    "one stranger among many": [*_each("da", 0, {"plan.0": 60}), *_each("ar", 90, {"vote.0": 1})],
    "one entry is its whole topic": _each("tr", 0, {"plan.0": 30, "vote.0": 4}),
    "one resident asks everything": [
        *_each("da", 0, {"plan.0": 30}),
        *(Asked(99, "other", each) for each in ENTRIES),
    ],
    "one without an answer": _each("da", 0, {"plan.0": 50, None: 1}),
    "every language at the edge": [
        asked for at, group in enumerate(GROUPS) for asked in _each(group, 100 * at, {"plan.0": 4 + at % 3})
    ],
}
"""Towns made to be picked apart."""
