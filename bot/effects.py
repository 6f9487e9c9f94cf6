"""What a turn asks the outside world to do beside replying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.cases.case import Case, Step
from bot.concerns.cells import Cell, Count
from bot.messages import Address, Reply, Rows


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered of a chat between two messages. It holds nothing that was written in it."""

    language: str | None = None
    """The curated language replies are written in."""
    chosen: bool = False
    """The resident picked it, rather than Nabo noticing it."""
    candidate: str | None = None
    """Another language the last message was written in; a second time switches to it."""
    asked: bool = False
    """They write a language Nabo has no answers in, and have been asked which other one they read."""
    reads: str | None = None
    """A language without content that they write, into which a machine translates what Nabo says."""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A matter goes to the staff."""

    category: str
    urgent: bool
    language: str
    named: bool
    text: str | None
    """The resident's words, if there are any yet."""
    message: int | None
    """The resident's message that holds them, or what they sent instead of words."""
    candidates: tuple[str, ...] = ()
    """Entries that may answer it."""


@dataclass(frozen=True, slots=True)
class PassOn:
    """More words (or a picture, a file) go to the staff of a case."""

    number: int
    text: str | None
    message: int | None
    edited: bool = False
    urgent_category: str | None = None
    """They tell of danger: the case becomes urgent."""


@dataclass(frozen=True, slots=True)
class MoveCase:
    """The resident takes a step in the life of their case."""

    number: int
    step: Step


@dataclass(frozen=True, slots=True)
class TurnCase:
    """The resident turns to Nabo, or back to the staff."""

    number: int
    with_bot: bool


@dataclass(frozen=True, slots=True)
class RateCase:
    """The resident says whether the staff helped."""

    number: int
    helped: bool


@dataclass(frozen=True, slots=True)
class ForgetChat:
    """Everything stored of the chat goes, its cases too."""


@dataclass(frozen=True, slots=True)
class MayTranslate:
    """The resident says whether the words of a case may be translated by somebody else's service."""

    number: int
    yes: bool


@dataclass(frozen=True, slots=True)
class ShowOriginal:
    """The resident wants to see what a member of staff wrote before a machine translated it."""

    number: int
    message: int
    """The message in the staff's group."""


Effect = OpenCase | PassOn | MoveCase | TurnCase | RateCase | MayTranslate | ShowOriginal | ForgetChat


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows from one incoming message."""

    replies: tuple[Reply, ...]
    memory: Memory | None
    """To be stored; None = forget the chat."""
    effects: tuple[Effect, ...] = ()
    cells: tuple[Cell, ...] = ()
    """Where the resident counts."""
    into: str | None = None
    """The language into which a machine may translate the replies; None: they go as they are."""


STAFF: Address = "staff"
"""Where the staff are, whatever their group's number."""


class Sending(StrEnum):
    """What is to be done in a chat. The values are stored, sealed, while they wait."""

    SAY = "say"
    """A text."""
    COPY = "copy"
    """A copy of a message of another chat, which does not show who sent it."""
    EDIT = "edit"
    """A new text for a message sent earlier."""
    DELETE = "delete"
    """A message sent earlier goes."""
    OPEN_TOPIC = "open topic"
    CLOSE_TOPIC = "close topic"
    REOPEN_TOPIC = "reopen topic"
    RENAME_TOPIC = "rename topic"
    DELETE_TOPIC = "delete topic"


URGENT, WORDS, NEWS = 0, 1, 2
"""Priorities: what is urgent, what people write to each other, what is only good to know."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """What people wrote in an outgoing text, which its reader may want translated."""

    words: str
    into: str
    """The reader's language."""
    hint: str
    """The language it is likely to be in."""
    names: tuple[str, ...] = ()
    """What is known of people's names, so that the translator does not learn them."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to send that must not be lost: kept, sealed, until the channel has taken it."""

    to: Address
    kind: Sending
    text: str = ""
    buttons: Rows = ()
    rtl: bool = False
    case: int | None = None
    priority: int = WORDS
    source: int | None = None
    """The message of the other side that this passes on: the two are then linked, for edits and answers."""
    copied_from: Address | None = None
    target: int | None = None
    """The message in `to` that is edited, deleted or answered."""
    merge: bool = False
    """May be joined with words of the same case that wait behind it."""
    foreign: Foreign | None = None
    linked: bool = True
    """False: a copy beside the message that already says the same there."""


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case as it is to be kept, with its resident's chat where it is new."""

    case: Case
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact of the estate as staff set it in their group; it holds instead of what `estate.yaml` says."""

    name: str
    value: str | None
    """Empty: not announced. None: what the file says holds again."""
    before: str
    by: str
    """The member of staff, as they call themselves in the group."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one turn changes, kept at once or not at all."""

    chats: Mapping[Address, Memory | None] = field(default_factory=dict)
    """What to remember of chats; None deletes one."""
    cases: tuple[CaseChange, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    dropped_cases: tuple[int, ...] = ()
    """Cases to delete with their links."""
    facts: tuple[FactChange, ...] = ()
    counts: tuple[Count, ...] = ()
    """What is counted of it, without text and without knowing whom."""
