"""The parts of the report, each with a picture and the same figures as a table; pages and the PDF are made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.concerns.published import Period, Table
from bot.report import charts
from bot.report.charts import series_of
from bot.report.values import BoardReport
from bot.report.voice import Voice

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to read: the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part: what it is about, a picture to be drawn when it is wanted, and its figures."""

    name: str
    heading: str
    note: str
    grid: Grid
    draw: Callable[[], bytes] | None = None
    """None where there is nothing to draw."""


def topics(report: BoardReport, voice: Voice) -> Section:
    """All topics."""
    grid = by_period(report.published.topics, report.published.periods, voice, voice.row)
    return _section("topics", voice, grid, lambda: charts.topics(report, voice))


def topic(row: str, report: BoardReport, voice: Voice) -> Section:
    """One topic over time."""
    periods = report.published.periods
    table = replace(report.published.topics, rows=(row,))
    (series,) = series_of(table, periods, voice.row)
    grid = by_period(table, periods, voice, voice.row)
    whole = _section("topics", voice, grid, lambda: charts.one(series, periods, voice))
    return replace(whole, name="topic", heading=voice("heading-topic", topic=voice.row(row)), note="")


def languages(report: BoardReport, voice: Voice) -> Section:
    """Groups of languages."""
    grid = by_period(report.published.languages, report.published.periods, voice, voice.language)
    return _section("languages", voice, grid, lambda: charts.languages(report.published, voice))


def unanswered(report: BoardReport, voice: Voice) -> Section:
    """What Nabo had no answer to."""
    grid = by_period(report.published.unanswered, report.published.periods, voice, voice.row)
    return _section("unanswered", voice, grid, lambda: charts.unanswered(report.published, voice))


def outcomes(report: BoardReport, voice: Voice) -> Section:
    """How concerns were met."""
    grid = by_period(report.published.outcomes, report.published.periods, voice, voice.outcome)
    return _section("outcomes", voice, grid, lambda: charts.outcomes(report.published, voice))


def punctuality(report: BoardReport, voice: Voice) -> Section:
    """Whether cases were answered by the promised time."""
    weeks = report.published.punctuality
    columns = (voice("column-weeks"), voice("column-due"), voice("column-in-time"))
    rows = [
        (voice.dated(each.period), voice.figure(each.answered), voice.figure(each.in_time)) for each in reversed(weeks)
    ]
    draw = (lambda: charts.punctuality(report.published, voice)) if weeks else None
    return _section("punctuality", voice, Grid(columns, tuple(rows)), draw)


def entries(report: BoardReport, voice: Voice) -> Section:
    """The questions whose figures of the last period are shown, the most asked first."""
    table, last = report.published.entries, report.published.periods[-1]
    shown = {row: count for row in table.rows if (count := table.at(row, last)) is not None}
    rows = [(voice.entry(row), str(shown[row])) for row in sorted(shown, key=lambda each: -shown[each])]
    return _section("entries", voice, Grid((voice("column-question"), voice.dated(last)), tuple(rows)), None)


EVERY: Mapping[str, Callable[[BoardReport, Voice], Section]] = {
    "topics": topics,
    "languages": languages,
    "unanswered": unanswered,
    "outcomes": outcomes,
    "punctuality": punctuality,
    "entries": entries,
}
"""The parts of a whole report in their order."""


def by_period(table: Table, periods: Sequence[Period], voice: Voice, name: Named) -> Grid:
    """A table with a line for each period, the newest first."""
    columns = (voice("column-weeks"), *(name(row) for row in table.rows))
    rows = [
        (voice.dated(period), *(voice.figure(table.at(row, period)) for row in table.rows))
        for period in reversed(periods)
    ]
    return Grid(columns, tuple(rows))


def _section(name: str, voice: Voice, grid: Grid, draw: Callable[[], bytes] | None) -> Section:
    return Section(name, voice(f"heading-{name}"), voice(f"note-{name}"), grid, draw)
