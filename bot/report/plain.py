"""The report for other programs (JSON) and for a spreadsheet (CSV)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.concerns.published import Published, Table
from bot.report.sentences import trend_sentence
from bot.report.values import BoardReport
from bot.report.voice import Voice

Line = tuple[str, str, str, str, str, str]


def json_file(report: BoardReport, voice: Voice) -> bytes:
    """Ids of rows, days as ISO 8601, figures by period; null is hidden."""
    return (json.dumps(as_dict(report, voice), ensure_ascii=False, indent=1) + "\n").encode()


def as_dict(report: BoardReport, voice: Voice) -> dict[str, Any]:
    """The report as plain values."""
    published = report.published
    return {
        "estate": report.estate,
        "made": report.made.isoformat(),
        "periods": [{"first": each.first.isoformat(), "last": each.last.isoformat()} for each in published.periods],
        "residents": [published.residents.get(each) for each in published.periods],
        **{
            name: {row: [table.at(row, each) for each in published.periods] for row in table.rows}
            for name, table in _tables(published).items()
        },
        "punctuality": [
            {
                "first": each.period.first.isoformat(),
                "last": each.period.last.isoformat(),
                "due": each.answered,
                "in_time": each.in_time,
            }
            for each in published.punctuality
        ],
        "trends": [
            {
                "row": each.row,
                "direction": each.direction.value,
                "now": each.now,
                "before": each.before,
                "sentence": trend_sentence(each, voice),
            }
            for each in report.trends
        ],
        "changes": [{"entry": each.entry, "on": each.on.isoformat()} for each in report.changes],
    }


def _tables(published: Published) -> Mapping[str, Table]:
    return {
        "topics": published.topics,
        "entries": published.entries,
        "languages": published.languages,
        "outcomes": published.outcomes,
        "unanswered": published.unanswered,
    }


def csv_file(report: BoardReport, voice: Voice) -> bytes:
    """A line for each figure, as Danish Excel opens it: UTF-8 with a byte order mark, semicolons between columns."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([voice(f"column-{name}") for name in ("table", "row", "weeks", "first", "last", "figure")])
    writer.writerows(_lines(report.published, voice))
    return written.getvalue().encode("utf-8-sig")


def _lines(published: Published, voice: Voice) -> Iterator[Line]:
    names = {"languages": voice.language, "outcomes": voice.outcome}
    for period in published.periods:
        when = (voice.dated(period), period.first.isoformat(), period.last.isoformat())
        everybody = voice.figure(published.residents.get(period))
        yield (voice("heading-residents"), voice("column-all"), *when, everybody)
        for name, table in _tables(published).items():
            called = names.get(name, voice.row)
            yield from (
                (voice(f"heading-{name}"), called(row), *when, voice.figure(table.at(row, period)))
                for row in table.rows
            )
    for each in published.punctuality:
        when = (voice.dated(each.period), each.period.first.isoformat(), each.period.last.isoformat())
        figures: Sequence[tuple[str, int | None]] = (("column-due", each.answered), ("column-in-time", each.in_time))
        for key, figure in figures:
            yield (voice("heading-punctuality"), voice(key), *when, voice.figure(figure))
