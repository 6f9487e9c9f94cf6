"""From what was published to the tables that are shown. All that anybody sees is cut from these."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.concerns.cells import Publication, Series
from bot.concerns.published import Period, Published, Punctuality, Table

Bodies = dict[Period, Mapping[str, Any]]


def published_of(concerns: Sequence[Publication], cases: Sequence[Publication]) -> Published:
    """All that has been published, oldest first."""
    bodies: Bodies = {Period(each.first, each.last): json.loads(each.body) for each in concerns}
    return Published(
        tuple(bodies),
        {period: body[Series.RESIDENTS.value] for period, body in bodies.items()},
        topics=_table(bodies, Series.TOPICS),
        entries=_table(bodies, Series.ENTRIES),
        languages=_table(bodies, Series.LANGUAGES),
        outcomes=_table(bodies, Series.OUTCOMES),
        unanswered=_table(bodies, Series.UNANSWERED),
        punctuality=tuple(_punctuality(each) for each in cases),
    )


def _table(bodies: Bodies, series: Series) -> Table:
    """Rows in the order of the newest publication, then those that only older ones have."""
    rows = dict.fromkeys(row for period in reversed(bodies) for row in bodies[period][series.value])
    cells = {(row, period): number for period, body in bodies.items() for row, number in body[series.value].items()}
    return Table(tuple(rows), cells)


def _punctuality(publication: Publication) -> Punctuality:
    body = json.loads(publication.body)
    return Punctuality(Period(publication.first, publication.last), body["due"], body["in time"])


def last_weeks(published: Published, weeks: int) -> Published:
    """Only the periods that reach into the last so many weeks of what has been published."""
    if not published.periods:
        return published
    since = published.periods[-1].last - dt.timedelta(weeks=weeks)
    periods = tuple(period for period in published.periods if period.last > since)

    def cut(table: Table) -> Table:
        return Table(table.rows, {key: number for key, number in table.cells.items() if key[1] in periods})

    return replace(
        published,
        periods=periods,
        residents={period: published.residents[period] for period in periods},
        topics=cut(published.topics),
        entries=cut(published.entries),
        languages=cut(published.languages),
        outcomes=cut(published.outcomes),
        unanswered=cut(published.unanswered),
        punctuality=tuple(each for each in published.punctuality if each.period.last > since),
    )


def changed_entries(concerns: Sequence[Publication], now: Mapping[str, str]) -> list[tuple[str, dt.date]]:
    """Entries whose text was changed since the first of these publications, with the last day of the week in which it
    was noticed, newest first; what has changed since the last one has the day after it. `now`: today's versions.
    """
    known = [(each.last, json.loads(each.body)["versions"]) for each in concerns]
    if not known:
        return []
    steps = [*known, (known[-1][0] + dt.timedelta(days=1), now)]
    changed = {
        entry: day
        for (_, before), (day, after) in itertools.pairwise(steps)
        for entry, version in after.items()
        if before.get(entry) != version
    }
    return sorted(changed.items(), key=lambda each: (each[1], each[0]), reverse=True)
