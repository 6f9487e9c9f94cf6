"""The plain values that cross every border: what comes in, what goes out. No channel's types are known here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Address = str
"""Where a chat is. Only the channel that made it can read it; the store sees a keyed hash of it."""


DASHES = ("-", "–", "—")
"""What the staff write instead of a value that is to go."""


class Verb(StrEnum):
    """What a button asks for. The values travel in old messages for months: never change or reuse one."""

    ANSWER = "a"
    DANISH = "d"
    TOPIC = "t"
    TOPICS = "m"
    LANGUAGE = "l"
    LANGUAGES = "ls"
    HELPED = "y"
    NOT_HELPED = "n"
    PERSON = "p"
    SEND_QUESTION = "cq"
    UNNAMED = "cu"
    NAMED = "cn"
    DECLINED = "cx"
    WITHDRAW = "cw"
    TO_NABO = "cb"
    TO_STAFF = "ct"
    END_CASE = "ce"
    REOPEN_CASE = "cr"
    CASE_HELPED = "ch"
    CASE_NOT_HELPED = "ci"
    TRANSLATE = "cy"
    DO_NOT_TRANSLATE = "cz"
    CASE_ORIGINAL = "co"


class StaffVerb(StrEnum):
    """What a button in the staff's group asks for. As stable as those of residents."""

    CLAIM = "sc"
    RELEASE = "sr"
    CLOSE = "sx"
    REOPEN = "so"
    NOT_SENSITIVE = "sn"
    CATEGORIES = "sm"
    CATEGORY = "sk"
    SEND_ANSWER = "sa"
    DRAFT = "sd"
    FACT_YES = "sf"
    FACT_NO = "sg"
    HAND_OVER = "sh"


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning, with what it is about: an entry, topic, language or category, or the number of a case."""

    verb: Verb | StaffVerb
    about: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """Text that a resident typed, or typed anew by editing a message."""

    text: str
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command such as /start, without its slash, in lower case."""

    name: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button; `action` is None where the button is from an older version or forged."""

    action: Action | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that is not text: photo, voice, video, document, sticker, location, contact, poll or other."""

    kind: str


Body = Written | Commanded | Pressed | Unreadable


@dataclass(frozen=True, slots=True)
class Quoted:
    """The resident's own message below which a pressed button stands: the channel brings it along, nobody keeps it."""

    message: int
    text: str | None
    """None for what is not text, and for words below a picture or a file."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a resident did."""

    address: Address
    body: Body
    client_language: str | None = None
    """The language the resident's app is set to, if the channel tells."""
    message: int | None = None
    """The channel's number of what was written or sent."""
    name: str | None = None
    """What the resident calls themselves in the channel; passed on only after their yes."""
    attached: bool = False
    """What was written stands below a picture or a file."""
    reply_to: int | None = None
    """The message it answers, as the resident's chat numbers it."""
    quoted: Quoted | None = None


@dataclass(frozen=True, slots=True)
class FromStaff:
    """One thing a member of staff did in their group."""

    body: Body
    by: str
    """What they call themselves in the group."""
    topic: int | None
    """The topic it was done in."""
    message: int
    reply_to: int | None = None
    """The message it answers, or that the message with the pressed button answers."""
    quoted: str | None = None
    """What that message says: the channel brings it along, nobody keeps it."""
    arguments: str = ""
    """What stands behind a command."""


def halves(arguments: str) -> tuple[str, str]:
    """The first word behind a command, and what stands behind that; each may be empty."""
    first, rest = (*arguments.split(maxsplit=1), "", "")[:2]
    return first, rest


@dataclass(frozen=True, slots=True)
class Button:
    """A choice below a reply."""

    label: str
    action: Action


Rows = tuple[tuple[Button, ...], ...]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a resident: plain text, never markup."""

    text: str
    buttons: Rows = ()
    rtl: bool = False
    answers: int | None = None
    """Shown as an answer to this message of the resident's, so that a button below it brings the words along."""
