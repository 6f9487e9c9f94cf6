"""What a bot has sent, in a form that tests can compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.bot_api.state import Account, Chat, Json, Message, World

_KINDS = ("text", "photo", "document", "voice", "video", "sticker", "location", "contact", "poll")


class Button(NamedTuple):
    """An inline button: its label, and its callback data (or else its address)."""

    label: str
    data: str


@dataclass(frozen=True)
class Reply:
    """A message of the bot as it was when looked at."""

    chat_id: int
    message_id: int
    text: str
    kind: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    parse_mode: str = ""
    edited: bool = False
    deleted: bool = False
    body: Json = field(default_factory=dict, repr=False)

    @property
    def labels(self) -> list[str]:
        """The labels of all inline buttons in reading order."""
        return [button.label for row in self.buttons for button in row]

    @classmethod
    def of(cls, message: Message) -> Reply:
        """The reply that this message is."""
        body = message.body
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
            body=dict(body),
        )


def _button(button: dict[str, Any]) -> Button:
    return Button(button["text"], button.get("callback_data") or button.get("url", ""))


class Place:
    """A chat as those in it see it: what the bot has sent there, and waiting for more."""

    def __init__(self, world: World, account: Account, chat: Chat) -> None:
        self.world = world
        self.account = account
        self.chat = chat
        self._seen = 0
        self._seen_edits: dict[int, int] = {}

    @property
    def sent(self) -> list[Reply]:
        """All messages of the bot that are still there, oldest first."""
        return [Reply.of(message) for message in self.chat.from_bot() if not message.deleted]

    @property
    def unread(self) -> list[Reply]:
        """Messages that `replies` has not handed out yet."""
        return [Reply.of(message) for message in self.chat.from_bot()[self._seen :]]

    async def replies(self, n: int = 1, timeout: float = 2.0) -> list[Reply]:
        """The next n messages of the bot, waiting for those that are still to come."""

        def look() -> list[Reply] | None:
            found = self.unread
            return found[:n] if len(found) >= n else None

        try:
            found = await self.world.changes.until(look, timeout, f"{n} replies in chat {self.chat.id}")
        except TimeoutError as error:
            came = [reply.text for reply in self.unread]
            raise TimeoutError(f"{error}; came: {came}") from None
        self._seen += n
        for reply in found:
            self._seen_edits[reply.message_id] = self.chat.messages[reply.message_id].edits
        return found

    async def reply(self, timeout: float = 2.0) -> Reply:
        """The next message of the bot."""
        return (await self.replies(1, timeout))[0]

    async def next_edit(self, timeout: float = 2.0) -> Reply:
        """A message of the bot that was edited since it was last handed out."""

        def look() -> Message | None:
            messages = self.chat.from_bot()
            return next((each for each in messages if each.edits > self._seen_edits.get(each.message_id, 0)), None)

        message = await self.world.changes.until(look, timeout, f"an edit in chat {self.chat.id}")
        self._seen_edits[message.message_id] = message.edits
        return Reply.of(message)

    async def quiet(self, seconds: float = 0.1) -> bool:
        """Whether the bot sends nothing for so long."""
        try:
            await self.world.changes.until(lambda: self.unread or None, seconds, "anything")
        except TimeoutError:
            return True
        return False

    def catch_up(self) -> None:
        """Count everything up to now as seen."""
        self._seen = len(self.chat.from_bot())
        self._seen_edits = {message.message_id: message.edits for message in self.chat.from_bot()}
