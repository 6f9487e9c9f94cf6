"""Rules for `catalogue.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.reading import Lines
from knowledge.content import Knowledge
from knowledge.problems import Problem


def check_catalogue(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    """Every entry rests on its sections and leads on to entries that exist."""
    yield from _related(knowledge, lines)
    yield from _sections(knowledge)
    yield from _topics(knowledge, lines)


def _related(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    for entry in knowledge.entries.values():
        for number, other in enumerate(entry.related):
            if other not in knowledge.entries or other == entry.id:
                place = lines.find(entry.place.file, "entries", entry.id, "related", number)
                what = f"related names {other!r}, which is " + ("the entry itself" if other == entry.id else "no entry")
                yield Problem(place, what, "Write the id of another entry of this file, or remove it", entry.id)


def _sections(knowledge: Knowledge) -> Iterator[Problem]:
    for entry in knowledge.entries.values():
        if entry.source == "agreement" and not entry.sections:
            remedy = "Add the sections it rests on, as in: sections: [S4]"
            yield Problem(entry.place, "the source is the agreement, but no section is named", remedy, entry.id)


def _topics(knowledge: Knowledge, lines: Lines) -> Iterator[Problem]:
    for number, topic in enumerate(knowledge.topics):
        if not knowledge.entries_of(topic):
            place = lines.find(knowledge.root / "catalogue.yaml", "topics", number)
            yield Problem(place, f"topic {topic!r} has no entry", "Add one or remove the topic")
