"""What a turn adds to the counts: which cells of the week, and under which marks. Nothing of what was written."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.cases.case import Case
from bot.concerns.cells import ALL, Cell, Count, Met, Series, week_of
from bot.concerns.languages import OTHER, group_of
from bot.concerns.published import SENSITIVE, Outcome
from bot.effects import Changes, OpenCase, PassOn, Turn
from bot.messages import Address, Incoming, Pressed, Verb, Written
from bot.understanding.decision import Decision
from knowledge.content import Knowledge

CaseBefore = Callable[[int], Case | None]

MARK_BYTES = 16
TOPIC_TOLD = 0.3
"""The chance from which on a question without an answer is counted under a topic."""
NOT_SENSITIVE = frozenset({"human", "unanswered"})
"""Reasons for a case that say nothing about the resident."""


# Which cells


@dataclass(frozen=True, slots=True)
class Concern:
    """What one turn was about, and how it was met."""

    outcome: Outcome
    topic: str | None = None
    """A topic, or SENSITIVE."""
    entry: str | None = None
    unanswered: str | None = None
    """The topic in which there was no answer, or OTHER."""


def cells_of(incoming: Incoming, decision: Decision | None, turn: Turn, knowledge: Knowledge) -> tuple[Cell, ...]:
    """The cells in which the resident of this turn counts; empty where no concern was voiced."""
    concern = concern_of(incoming, decision, turn, knowledge)
    if concern is None or turn.memory is None:
        return ()
    rows = (
        (Series.RESIDENTS, ALL),
        (Series.LANGUAGES, _language(decision, turn, knowledge)),
        (Series.OUTCOMES, concern.outcome.value),
        (Series.TOPICS, concern.topic),
        (Series.ENTRIES, concern.entry),
        (Series.UNANSWERED, concern.unanswered),
    )
    return tuple(Cell(series, row) for series, row in rows if row is not None)


def concern_of(incoming: Incoming, decision: Decision | None, turn: Turn, knowledge: Knowledge) -> Concern | None:
    """What is counted of a turn. Words to the staff of an open case are between the two and are not counted."""
    if any(isinstance(effect, PassOn) for effect in turn.effects):
        return None
    opened = next((effect for effect in turn.effects if isinstance(effect, OpenCase)), None)
    if opened:
        return Concern(Outcome.HANDED_OVER, None if opened.category in NOT_SENSITIVE else SENSITIVE)
    match incoming.body:
        case Written() if decision:
            return _of_words(decision, knowledge)
        case Pressed(action) if action and action.about in knowledge.entries:
            if action.verb is Verb.ANSWER:
                return Concern(Outcome.ANSWERED, knowledge.entries[action.about].topic, action.about)
            if action.verb is Verb.NOT_HELPED:
                return Concern(Outcome.DID_NOT_HELP)
    return None


def _of_words(decision: Decision, knowledge: Knowledge) -> Concern | None:
    if decision.escalation:
        outcome = Outcome.ANSWERED if decision.outcome == "answer" else Outcome.ASKED_BACK
        return Concern(outcome, None if decision.escalation.category in NOT_SENSITIVE else SENSITIVE)
    entry = knowledge.entries.get(decision.entry or "")
    match decision.outcome:
        case "answer" if entry:
            return Concern(Outcome.ANSWERED, entry.topic, entry.id)
        case "clarify":
            return Concern(Outcome.ASKED_BACK, _only_topic(decision))
        case "no_match":
            return Concern(Outcome.NOT_ANSWERED, unanswered=_likeliest_topic(decision) or OTHER)
    return None


def _only_topic(decision: Decision) -> str | None:
    """The topic that all candidates are in, if there is one."""
    topics = {candidate.entry.partition(".")[0] for candidate in decision.candidates}
    return topics.pop() if len(topics) == 1 else None


def _likeliest_topic(decision: Decision) -> str | None:
    """The topic in which the candidates lie, if one is likely enough."""
    chances: dict[str, float] = {}
    for candidate in decision.candidates:
        topic = candidate.entry.partition(".")[0]
        chances[topic] = chances.get(topic, 0.0) + candidate.score
    return next((topic for topic, chance in chances.items() if chance >= max(TOPIC_TOLD, *chances.values())), None)


def _language(decision: Decision | None, turn: Turn, knowledge: Knowledge) -> str:
    """The group of the language they read; of one without answers, what they write."""
    written = decision.language if decision else None
    if written and written != "und" and knowledge.reader_of(written) is None:
        return group_of(written)
    return group_of(turn.memory.language if turn.memory else None)


# Under which marks


class WeekKeys(Protocol):
    """A random key for each week, kept where the counts are not, and destroyed when the week is over."""

    def key(self, week: dt.date) -> bytes:
        """The key of the week that begins on that Monday, made if there is none; several workers get the same."""
        ...

    def has(self, week: dt.date) -> bool:
        """Whether there is a key for that week: not after a loss."""
        ...

    def destroy_before(self, week: dt.date) -> None:
        """Destroys the keys of weeks before that one."""
        ...


@dataclass(frozen=True, slots=True)
class Counter:
    """Marks what is counted, so that a resident counts once in a cell and week and nobody can tell which resident.

    A mark is HMAC-SHA256, cut to 128 bits, of cell and chat under the key of the week: without the key neither the
    chat nor the cell can be found by trying, and no two marks can be tied to each other.
    """

    keys: WeekKeys
    knowledge: Knowledge

    def week(self, now: dt.datetime) -> dt.date:
        """The Monday of the estate's week."""
        return week_of(self.knowledge.day_of(now))

    def counts(self, address: Address, cells: tuple[Cell, ...], now: dt.datetime) -> tuple[Count, ...]:
        """The cells with their marks."""
        if not cells:
            return ()
        week = self.week(now)
        key = self.keys.key(week)
        resident = _mark(key, "resident", address)
        return tuple(
            Count(week, cell, _mark(key, f"{cell.series.value}\0{cell.row}", address), resident) for cell in cells
        )

    def punctuality(self, changes: Changes, before: CaseBefore, now: dt.datetime) -> tuple[Count, ...]:
        """Cases whose first answer, or whose missing it, is among `changes`; `before` gives a case as it was."""
        pairs = [(before(change.case.number), change.case) for change in changes.cases]
        met = [met_by(was, case) for was, case in pairs if was is not None]
        return tuple(Count(self.week(now), Cell(Series.CASES, each.value)) for each in met if each)


def met_by(was: Case, case: Case) -> Met | None:
    """How a case was met, if that has been decided between `was` and `case`; once in the life of a case."""
    if case.promised is None or was.overdue_told or was.answered is not None:
        return None
    if case.answered is not None:
        return Met.IN_TIME if case.answered <= case.promised else Met.LATE
    return Met.LATE if case.overdue_told else None


def _mark(key: bytes, what: str, address: Address) -> bytes:
    return hmac.digest(key, f"{what}\0{address}".encode(), hashlib.sha256)[:MARK_BYTES]
