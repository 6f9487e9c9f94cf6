"""Residents and staff around one store, with understanding scripted by the test and no channel at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.app import forgetful_store
from bot.cases.case import Case
from bot.casework import Casework
from bot.drafts import DraftFolder
from bot.effects import STAFF, CaseChange, Changes, Outgoing, Sending
from bot.messages import Action, Body, Commanded, FromStaff, Incoming, Pressed, Quoted, StaffVerb, Verb, Written
from bot.store.interface import Link
from bot.store.sqlite import SqliteStore
from bot.turn import Turns
from bot.understanding.decision import Candidate, Decision, Escalation
from knowledge.content import Knowledge

MONDAY = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)
HOURS = {day: ((dt.time(9), dt.time(12)), (dt.time(13), dt.time(15))) for day in range(5)}
ISOLATES = str.maketrans("", "", "\u2068\u2069")
NO_MATCH = Decision("no_match", None, 0.9, (), "en")


def danger(language: str = "en") -> Decision:
    """What the recogniser says of a cry for help."""
    candidates = (Candidate("plan.rent", 0.2), Candidate("rehousing.rent", 0.1))
    return Decision("escalate", None, 0.9, candidates, language, Escalation("violence", True, "automatic"))


def plain(text: str) -> str:
    """Without the marks that keep names apart from the direction of a text."""
    return text.translate(ISOLATES)


class Desk:
    """Everything but Telegram."""

    def __init__(
        self, knowledge: Knowledge, store: SqliteStore | None = None, drafts: DraftFolder | None = None
    ) -> None:
        estate = replace(knowledge.estate, staff_hours=HOURS)
        self.knowledge = replace(knowledge, estate=estate)
        self.now = MONDAY
        self.store = store or forgetful_store()
        self.means = NO_MATCH
        self.casework = Casework(self.knowledge, self.store, "da", self._first_free, ("4711",), drafts)
        self.turns = Turns(self.knowledge, self, self.store, self.clock, self.casework)
        self._update = 0
        self._message = 100

    def clock(self) -> dt.datetime:
        """The time, as the test lets it pass."""
        return self.now

    @staticmethod
    def _first_free(free: Sequence[str]) -> str:
        return free[0]

    def decide(self, text: str, hint: str | None = None) -> Decision:  # noqa: ARG002 - a protocol's arguments
        """Understanding, as the test scripts it."""
        return self.means

    def passes(self, **time: float) -> None:
        """Lets time pass."""
        self.now += dt.timedelta(**time)

    # What people do

    def resident(self, body: Body, address: str = "1001", quoted: Quoted | None = None) -> tuple[str, ...]:
        """A resident does something; what is said to them at once."""
        self._message += 1
        incoming = Incoming(address, body, "en", message=self._message, name="Leyla Test", quoted=quoted)
        turn = self.turns.take(incoming)
        self.turns.finish(incoming, turn)
        return tuple(reply.text for reply in turn.replies)

    def writes(self, text: str, means: Decision = NO_MATCH, address: str = "1001") -> tuple[str, ...]:
        """A resident writes."""
        self.means = means
        return self.resident(Written(text), address)

    def agrees(self, words: str, category: str = "money", *, named: bool = False) -> Case:
        """A resident says yes to a person."""
        verb = Verb.NAMED if named else Verb.UNNAMED
        self.resident(Pressed(Action(verb, category)), quoted=Quoted(55, words))
        return self.case()

    def staff(self, body: Body, case: Case | None = None, *, by: str = "Mette", arguments: str = "") -> int:
        """A member of staff does something in the topic of a case; the number of their message."""
        self._message += 1
        self._update += 1
        topic = 9000 + case.number if case else None
        incoming = FromStaff(body, by, topic, self._message, arguments=arguments)
        self.turns.take_from_staff(incoming, self._update)
        return self._message

    def staff_in(self, number: int, body: Body) -> int:
        """A member of staff does something in the topic that the case really has; the number of their message."""
        self._message += 1
        self._update += 1
        self.turns.take_from_staff(FromStaff(body, "Mette", self.case(number).topic, self._message), self._update)
        return self._message

    def staff_presses(self, verb: StaffVerb, about: str) -> None:
        """A member of staff presses a button."""
        self.staff(Pressed(Action(verb, about)))

    def staff_commands(self, name: str, case: Case | None = None, arguments: str = "") -> None:
        """A member of staff writes a command."""
        self.staff(Commanded(name), case, arguments=arguments)

    # What is there

    def case(self, number: int | None = None) -> Case:
        """A case, the newest if no number is given."""
        found = self.store.cases(only_open=False)
        case = found[-1] if number is None else self.store.case(number)
        assert case is not None
        return case

    def sent(self) -> list[Outgoing]:
        """Takes everything out of the outbox, as if it had arrived; topics get the number 9000 + case."""
        queued = self.store.outgoing()
        links = []
        for each in queued:
            outgoing = each.outgoing
            if outgoing.kind is Sending.OPEN_TOPIC and outgoing.case is not None:
                case = self.store.case(outgoing.case)
                if case:
                    self.store.finish(
                        None, self.now, Changes(cases=(CaseChange(replace(case, topic=9000 + case.number)),))
                    )
            if outgoing.source is not None and outgoing.case is not None:
                self._message += 1
                pair = (outgoing.source, self._message) if outgoing.to == STAFF else (self._message, outgoing.source)
                links.append(Link(outgoing.case, *pair, from_staff=outgoing.to != STAFF))
        self.store.sent([each.id for each in queued], links)
        return [replace(each.outgoing, text=plain(each.outgoing.text)) for each in queued]

    def said_to_staff(self) -> list[str]:
        """What the staff read of what was waiting."""
        return [each.text for each in self.sent() if each.to == STAFF and each.kind is Sending.SAY]
