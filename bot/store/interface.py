"""What the program needs of a store, named by what it is for. SQLite and PostgreSQL implement it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from bot.cases.case import Case
from bot.concerns.cells import Publication, Tally
from bot.effects import Changes, FactChange, Memory, Outgoing
from bot.messages import Address

NOTHING = Changes()

DEMO = "demo"
"""The note of a store that holds simulated residents: real ones are never counted in it."""

Lane = bytes
"""The queue of one chat: a keyed hash of the chat."""


@dataclass(frozen=True, slots=True)
class Update:
    """An update of the channel, as it came."""

    id: int
    payload: str
    """The channel's own JSON: sealed while stored, gone once handled."""
    chat: Address = field(default="", compare=False)
    """The chat it belongs to. Stored as a keyed hash only, so that it does not come back."""


@dataclass(frozen=True, slots=True)
class Queued:
    """Something to send, as the outbox keeps it."""

    id: int
    outgoing: Outgoing
    queued: dt.datetime
    due: dt.datetime
    attempts: int
    unknown: bool
    """An earlier attempt may have arrived: its end was not seen."""


@dataclass(frozen=True, slots=True)
class Link:
    """A message of the resident's chat and the one in the staff's group that says the same."""

    case: int
    resident_message: int
    """0 where the resident has none that says the same."""
    staff_message: int
    from_staff: bool


@dataclass(frozen=True, slots=True)
class SetFact:
    """A change of a fact, with its time."""

    change: FactChange
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Lanes:
    """What a look at the outbox gave."""

    taken: tuple[Lane, ...]
    """Lanes that this worker now holds, and in which something is due."""
    later: dt.datetime | None
    """When the next of the others is due."""
    unseen: int = 0
    """Messages whose sending was begun by a program that ended: they are unknown now."""


class Store(Protocol):
    """Every method is one transaction, finished when it returns."""

    def together(self) -> AbstractContextManager[None]:
        """Holds back every other thread and worker while what is written follows from what was read before."""
        ...

    def may_pass(self, error: Exception) -> bool:
        """Whether the same may work later: a full disk, a database that is being restarted."""
        ...

    # Workers

    def beat(self) -> None:
        """Says that this worker lives. Whoever has not said so for a while loses what it holds."""
        ...

    def leads(self) -> bool:
        """Whether this worker is the one that does what is to be done once."""
        ...

    def let_go(self) -> None:
        """Gives back everything that this worker holds, for others or for later."""
        ...

    # Inbox

    def receive(self, updates: Sequence[Update], now: dt.datetime) -> list[Update]:
        """Writes down updates before they are confirmed to the channel; returns those not seen before, in order."""
        ...

    def waiting(self) -> list[Update]:
        """Updates written down and not handled, oldest first."""
        ...

    def claim(self, most: int) -> list[Update]:
        """The first update of each chat that no worker has in hand, oldest first, at most so many. They are in this
        worker's hand until they are finished.
        """
        ...

    def finish(self, update_id: int | None, now: dt.datetime, changes: Changes = NOTHING) -> None:
        """Ends an update (None for edges without updates): drops its content, keeps its id against repeats, and keeps
        all that follows from it, at once or not at all. What follows from an update that was ended before is not kept
        again.
        """
        ...

    # Chats and cases

    def memory(self, address: Address) -> Memory | None:
        """What is remembered of a chat; None if it is not known."""
        ...

    def retold(self, key: str) -> str | None:
        """A machine's translation of a curated text, if it has been kept under this key."""
        ...

    def keep_retold(self, key: str, text: str, now: dt.datetime) -> None:
        """Keeps such a translation; the first under a key stays."""
        ...

    def cases_of(self, address: Address) -> tuple[Case, ...]:
        """The cases of a chat, newest first."""
        ...

    def case(self, number: int) -> Case | None:
        """A case by its number."""
        ...

    def case_in(self, topic: int) -> Case | None:
        """The case whose topic has this number."""
        ...

    def cases(self, *, only_open: bool) -> tuple[Case, ...]:
        """All cases, oldest first."""
        ...

    def address_of(self, number: int) -> Address | None:
        """The chat of a case's resident; raises KeyFault if it was sealed with another key."""
        ...

    def new_case_number(self) -> int:
        """A number that no case has had."""
        ...

    def links_of(self, number: int) -> tuple[Link, ...]:
        """The messages of a case that say the same on both sides, oldest first."""
        ...

    def link_at_staff(self, staff_message: int) -> Link | None:
        """The link of a message in the staff's group, the newest where there are several."""
        ...

    def leave_group(self) -> None:
        """Forgets the numbers of topics and messages: the staff are in another group now, where they mean others."""
        ...

    # Outbox

    def lanes(self, now: dt.datetime, most: int) -> Lanes:
        """Takes up to so many lanes that nobody holds and whose first message is due, the most urgent first. What was
        being sent in them waits again, as unknown.
        """
        ...

    def first_in(self, lane: Lane) -> list[Queued]:
        """The first message of a lane, and what is next in the same case."""
        ...

    def queue_of(self, lane: Lane) -> list[Queued]:
        """Everything that waits in a lane, in order."""
        ...

    def release(self, lane: Lane) -> None:
        """Gives a lane back."""
        ...

    def outgoing(self, *, being_sent: bool = False) -> list[Queued]:
        """Everything that waits (and what is being sent), urgent first, then in the order it was queued."""
        ...

    def outgoing_to_staff(self, case: int) -> list[Queued]:
        """What waits or is being sent to the staff about a case, in order."""
        ...

    def outgoing_count(self) -> int:
        """How many messages wait or are being sent."""
        ...

    def sending(self, ids: Sequence[int]) -> None:
        """Notes that these are being sent: if the program ends now, nobody knows whether they arrived."""
        ...

    def sent(self, ids: Sequence[int], links: Sequence[Link], changes: Changes = NOTHING) -> None:
        """Drops what has arrived, and keeps what it is linked to."""
        ...

    def postpone(self, ids: Sequence[int], due: dt.datetime, *, unknown: bool) -> None:
        """Tries these again later; `unknown`: they may have arrived all the same."""
        ...

    def drop(self, ids: Sequence[int], now: dt.datetime, changes: Changes = NOTHING) -> None:
        """Gives up on these, which cannot arrive, and keeps what follows from that, unless that was done before."""
        ...

    # Concerns (they are counted by `finish`, from the changes' `counts`)

    def tallies(self, before: dt.date) -> tuple[Tally, ...]:
        """What has been counted, and not published, in weeks that began before `before`; by week and cell."""
        ...

    def publish(self, publication: Publication, spent: Sequence[Tally]) -> None:
        """Keeps a publication for good and takes the counts it was made from out of the tallies, at once.

        Raises an error of the database where that kind and first day have been published before.
        """
        ...

    def publications(self, kind: str) -> tuple[Publication, ...]:
        """Everything published of a kind, oldest first."""
        ...

    def forget_marks(self, before: dt.date) -> int:
        """Destroys the marks of weeks that began before `before`, leaving no trace in the files; returns how many."""
        ...

    # Everything else

    def facts(self, *, history: bool = False) -> tuple[SetFact, ...]:
        """What the staff have set and what holds, by name; or every change that is still kept, oldest first."""
        ...

    def note(self, name: str, value: str | None = None) -> str | None:
        """A plain value kept under a name; sets it where `value` is given."""
        ...

    def forget_old(self, now: dt.datetime, keep_language_days: int) -> dict[str, int]:
        """Deletes what has been kept long enough; returns how many rows of what."""
        ...

    def close(self) -> None:
        """Finishes; the store cannot be used afterwards."""
        ...


def facts_set(store: Store) -> Mapping[str, str]:
    """The values that hold instead of what `estate.yaml` says, by name."""
    return {each.change.name: each.change.value or "" for each in store.facts()}
