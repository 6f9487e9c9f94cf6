"""From the store to a report: what was published, and what follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.concerns.catalogue import versions_of
from bot.concerns.cells import Publication
from bot.concerns.disclosure import Rules
from bot.concerns.publication import CASES, CONCERNS
from bot.concerns.published import Period, Published
from bot.concerns.reading import changed_entries, last_weeks, published_of
from bot.report.trends import trends_of
from bot.report.values import BoardReport, Change
from bot.store.interface import DEMO, Store
from knowledge.content import Knowledge


def board_report(
    store: Store, knowledge: Knowledge, weeks: int, today: dt.date, rules: Rules | None = None
) -> BoardReport:
    """The last so many weeks of what has been published; without periods where nothing has been.

    What rose and fell is judged with the weeks before the first one shown, if there are any.
    """
    concerns = store.publications(CONCERNS)
    everything = published_of(concerns, store.publications(CASES))
    published = last_weeks(everything, weeks)
    estate = knowledge.estate.name
    return BoardReport(
        estate=f"{estate} (DEMO)" if store.note(DEMO) else estate,
        made=today,
        published=published,
        trends=trends_of(everything, rules),
        changes=_changes(concerns, published, knowledge),
    )


def _changes(concerns: Sequence[Publication], published: Published, knowledge: Knowledge) -> tuple[Change, ...]:
    """Since the last period before the report's first one, or since the first there is."""
    periods = [Period(each.first, each.last) for each in concerns]
    begin = max(0, periods.index(published.periods[0]) - 1) if published.periods else 0
    return tuple(Change(entry, on) for entry, on in changed_entries(concerns[begin:], versions_of(knowledge)))
