"""Reply -> what Telegram shows. The only writer of markup; callback data is short and outlives restarts."""

from __future__ import annotations

import re

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.messages import Action, Reply, StaffVerb, Verb
from knowledge.texts import isolate

MAX_TEXT = 4096
"""Telegram's limit, counted in UTF-16 code units."""
MAX_CALLBACK_BYTES = 64
RIGHT_TO_LEFT_MARK = "\u200f"
SEPARATOR = ":"
COMMAND = re.compile(r"(?<![\w/])/[a-z]+")
BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")
NO_BREAK_SPACE = "\u00a0"


def text_of(reply: Reply, *, shorten: bool = True) -> str:
    """Plain text (no parse mode, so nothing in it is ever markup), each line in the language's direction."""
    # A telephone number on two rows is misread, most of all where rows run from right to left.
    text = BETWEEN_DIGITS.sub(NO_BREAK_SPACE, reply.text)
    if reply.rtl:
        # Between Arabic words the slash of /forget would otherwise stand behind it.
        text = COMMAND.sub(lambda command: isolate(command[0]), text)
        # A line that begins with a Latin name would otherwise be laid out from the left.
        text = "\n".join(f"{RIGHT_TO_LEFT_MARK}{line}" if line else line for line in text.split("\n"))
    return shortened(text, MAX_TEXT) if shorten else text


def pieces(text: str) -> list[str]:
    """`text` in as many messages as Telegram needs for it; words are kept whole where that is possible."""
    parts = []
    while len(text.encode("utf-16-le", "replace")) > MAX_TEXT * 2:
        part = text.encode("utf-16-le", "replace")[: MAX_TEXT * 2].decode("utf-16-le", "ignore")
        part = part[: part.rfind(" ")] if " " in part[len(part) // 2 :] else part
        parts.append(part)
        text = text[len(part) :].lstrip(" ")
    return [*parts, text]


def shortened(text: str, limit: int) -> str:
    """At most `limit` UTF-16 code units of `text`, never half a character."""
    encoded = text.encode("utf-16-le", "replace")
    if len(encoded) <= limit * 2:
        return text
    return encoded[: (limit - 1) * 2].decode("utf-16-le", "ignore") + "…"


def keyboard_of(reply: Reply) -> InlineKeyboardMarkup | None:
    """The reply's buttons, None if it has none."""
    if not reply.buttons:
        return None
    rows = [
        [InlineKeyboardButton(button.label, callback_data=packed(button.action)) for button in row]
        for row in reply.buttons
    ]
    return InlineKeyboardMarkup(rows)


def packed(action: Action) -> str:
    """`verb:about`, at most 64 bytes."""
    data = f"{action.verb.value}{SEPARATOR}{action.about}" if action.about else action.verb.value
    if len(data.encode()) > MAX_CALLBACK_BYTES:
        raise ValueError(f"button data of {action.verb.name} is longer than {MAX_CALLBACK_BYTES} bytes")
    return data


def unpacked(data: str | None) -> Action | None:
    """The action of a pressed button; None where this version does not know it. Anybody can forge this text."""
    verb, about = _halves(data)
    return Action(Verb(verb), about) if verb in {each.value for each in Verb} else None


def unpacked_for_staff(data: str | None) -> Action | None:
    """The action of a button pressed in the staff's group; None where this version does not know it."""
    verb, about = _halves(data)
    return Action(StaffVerb(verb), about) if verb in {each.value for each in StaffVerb} else None


def _halves(data: str | None) -> tuple[str, str]:
    verb, _, about = (data or "").partition(SEPARATOR)
    return (verb, about) if len(about) <= MAX_CALLBACK_BYTES else ("", "")
