"""The plain values that cross every border: what comes in, what goes out. No channel's types are known here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Address = str
"""Where a chat is. Only the channel that made it can read it; the store sees a keyed hash of it."""


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


@dataclass(frozen=True, slots=True)
class Action:
    """A button's meaning, with the entry, topic or language it is about."""

    verb: Verb
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
class Incoming:
    """One thing a resident did."""

    address: Address
    body: Body
    client_language: str | None = None
    """The language the resident's app is set to, if the channel tells."""


@dataclass(frozen=True, slots=True)
class Button:
    """A choice below a reply."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a resident: plain text, never markup."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons."""
    rtl: bool = False
