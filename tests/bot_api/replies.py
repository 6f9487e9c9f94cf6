"""Messages in a form that tests can compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.bot_api.state import Json, Message

_KINDS = ("text", "photo", "document", "voice", "video", "sticker", "location", "contact", "poll")


class Button(NamedTuple):
    """An inline button: its label, and its callback data (or else its address)."""

    label: str
    data: str


@dataclass(frozen=True)
class Reply:
    """A message, mostly one of the bot's, as it was when looked at."""

    chat_id: int
    message_id: int
    text: str
    kind: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    parse_mode: str = ""
    edited: bool = False
    deleted: bool = False
    by_bot: bool = True
    thread: int = 0
    """The topic it is in; 0 outside topics."""
    answers: int | None = None
    """The number of the message it answers."""
    reactions: tuple[str, ...] = ()
    """The bot's emoji under it."""
    body: Json = field(default_factory=dict, repr=False)

    @property
    def labels(self) -> list[str]:
        """The labels of all inline buttons in reading order."""
        return [button.label for row in self.buttons for button in row]

    @classmethod
    def of(cls, message: Message) -> Reply:
        """The reply that this message is."""
        body = message.json()
        rows = body.get("reply_markup", {}).get("inline_keyboard", [])
        keys = message.markup.get("keyboard", [])
        return cls(
            chat_id=message.chat.id,
            message_id=message.message_id,
            text=body.get("text") or body.get("caption") or "",
            kind=next((kind for kind in _KINDS if kind in body), "service"),
            buttons=tuple(tuple(map(_button, row)) for row in rows),
            keyboard=tuple(tuple(key if isinstance(key, str) else key["text"] for key in row) for row in keys),
            parse_mode=message.parse_mode,
            edited=message.edits > 0,
            deleted=message.deleted,
            by_bot=message.by_bot,
            thread=message.thread,
            answers=message.answered.message_id if message.answered else None,
            reactions=message.reactions,
            body=body,
        )


def _button(button: dict[str, Any]) -> Button:
    return Button(button["text"], button.get("callback_data") or button.get("url", ""))
