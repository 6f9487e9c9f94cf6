"""Published figures for the tests of what the board sees: invented, and the same each time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from bot.concerns.catalogue import versions_of
from bot.concerns.cells import Publication
from bot.concerns.publication import CASES, CONCERNS
from bot.concerns.published import SENSITIVE, Outcome, Period, Published, Punctuality, Table
from bot.report.values import BoardReport, Change, Direction, Trend
from knowledge.content import Knowledge

MONDAY = dt.date(2026, 9, 7)
TOPICS = ("plan", "vote", "rehousing", "cafe", "community", "help", "bot", SENSITIVE)
LANGUAGES = ("da", "en", "ar", "tr", "ur+fa", "bs+pl+uk+ro", "other")
ENTRIES = ("plan.rent", "vote.when", "rehousing.return")
FEWEST = 5


def weeks(count: int, first: dt.date = MONDAY) -> tuple[Period, ...]:
    """So many weeks in a row."""
    mondays = [first + dt.timedelta(weeks=number) for number in range(count)]
    return tuple(Period(monday, monday + dt.timedelta(days=6)) for monday in mondays)


def published(periods: Sequence[Period]) -> Published:
    """Figures for these periods: some rise, some fall, some are hidden."""
    residents: dict[Period, int | None] = {period: 60 + 3 * at for at, period in enumerate(periods)}
    due = [Punctuality(period, 6 + at % 4, 5 + at % 3) for at, period in enumerate(periods)]
    due[len(due) // 2] = Punctuality(periods[len(due) // 2], None, None)
    return Published(
        tuple(periods),
        residents,
        topics=_table(TOPICS, periods, 26),
        entries=_table(ENTRIES, periods, 14),
        languages=_table(LANGUAGES, periods, 30),
        outcomes=_table(tuple(Outcome), periods, 40),
        unanswered=_table((*TOPICS[:4], "other"), periods, 9),
        punctuality=tuple(due),
    )


def _table(rows: Sequence[str], periods: Sequence[Period], most: int) -> Table:
    cells = {
        (row, period): _hidden(most * (len(rows) - at) // len(rows) + (week * (3 - at)) // 2 + (week * at * 7) % 5)
        for at, row in enumerate(rows)
        for week, period in enumerate(periods)
    }
    return Table(tuple(rows), cells)


def _hidden(number: int) -> int | None:
    return number if number >= FEWEST else None


def report(count: int) -> BoardReport:
    """A report over so many weeks."""
    periods = weeks(count)
    last = periods[-1]
    trends = (
        Trend("vote", Direction.UP, last, 33, 24),
        Trend("community", Direction.DOWN, last, 10, 14),
        Trend("plan", Direction.LEVEL, last, 36, 34),
        Trend("help", Direction.FEW, last),
    )
    changes = (Change("vote.when", last.first), Change("plan.rent", periods[0].last))
    return BoardReport("Værebro Park", last.last, published(periods), trends, changes)


def publications(count: int, knowledge: Knowledge) -> list[Publication]:
    """The figures of so many weeks as a store keeps them."""
    whole = published(weeks(count))
    tables = {name: getattr(whole, name) for name in ("topics", "entries", "languages", "outcomes", "unanswered")}
    concerns = [
        _publication(
            CONCERNS,
            period,
            {"residents": whole.residents[period], "versions": versions_of(knowledge)}
            | {name: {row: table.at(row, period) for row in table.rows} for name, table in tables.items()},
        )
        for period in whole.periods
    ]
    cases = [
        _publication(CASES, each.period, {"due": each.answered, "in time": each.in_time}) for each in whole.punctuality
    ]
    return concerns + cases


def _publication(kind: str, period: Period, body: object) -> Publication:
    return Publication(kind, period.first, period.last, json.dumps(body))
