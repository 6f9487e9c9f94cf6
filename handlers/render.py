"""Reply -> what Telegram shows. The only writer of markup; callback data is short and outlives restarts."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.messages import Action, Reply, Verb

MAX_TEXT = 4096
"""Telegram's limit, counted in UTF-16 code units."""
MAX_CALLBACK_BYTES = 64
RIGHT_TO_LEFT_MARK = "\u200f"
SEPARATOR = ":"


def text_of(reply: Reply) -> str:
    """Plain text (no parse mode, so nothing in it is ever markup), each line in the language's direction."""
    text = reply.text
    if reply.rtl:
        # A line that begins with a Latin name would otherwise be laid out from the left.
        text = "\n".join(f"{RIGHT_TO_LEFT_MARK}{line}" if line else line for line in text.split("\n"))
    return shortened(text, MAX_TEXT)


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
    verb, _, about = (data or "").partition(SEPARATOR)
    if verb not in {each.value for each in Verb} or len(about) > MAX_CALLBACK_BYTES:
        return None
    return Action(Verb(verb), about)
