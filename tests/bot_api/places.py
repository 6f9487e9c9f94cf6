"""Chats and topics as those in them see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from tests.bot_api.replies import Reply
from tests.bot_api.state import Account, Chat, Message, World


class Place:
    """A chat as those in it see it: what the bot has sent there, and waiting for more."""

    def __init__(self, world: World, account: Account, chat: Chat) -> None:
        self.world = world
        self.account = account
        self.chat = chat
        self._seen = 0
        self._seen_edits: dict[int, int] = {}

    @property
    def described(self) -> str:
        """What to call it in complaints."""
        return f"chat {self.chat.id}"

    @property
    def sent(self) -> list[Reply]:
        """All messages of the bot that are still there, oldest first."""
        return [Reply.of(message) for message in self._from_bot() if not message.deleted]

    @property
    def holds(self) -> list[Reply]:
        """All that is still there, whoever wrote it, oldest first."""
        present = [each for each in self._messages() if not each.deleted and not each.is_service]
        return [Reply.of(message) for message in present]

    def now(self, shown: Message | Reply) -> Reply:
        """A message as it is now: edited, reacted to, deleted."""
        return Reply.of(self.chat.messages[shown.message_id])

    def _messages(self) -> list[Message]:
        return list(self.chat.messages.values())

    def _from_bot(self) -> list[Message]:
        return [message for message in self._messages() if message.by_bot and not message.is_service]

    @property
    def unread(self) -> list[Reply]:
        """Messages that `replies` has not handed out yet."""
        return [Reply.of(message) for message in self._from_bot()[self._seen :]]

    async def replies(self, n: int = 1, timeout: float = 2.0) -> list[Reply]:
        """The next n messages of the bot, waiting for those that are still to come."""

        def look() -> list[Reply] | None:
            found = self.unread
            return found[:n] if len(found) >= n else None

        try:
            found = await self.world.changes.until(look, timeout, f"{n} replies in {self.described}")
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
            messages = self._from_bot()
            return next((each for each in messages if each.edits > self._seen_edits.get(each.message_id, 0)), None)

        message = await self.world.changes.until(look, timeout, f"an edit in {self.described}")
        self._seen_edits[message.message_id] = message.edits
        return Reply.of(message)

    async def quiet(self, seconds: float = 0.1) -> bool:
        """Whether the bot sends nothing for so long."""
        try:
            await self.world.changes.until(lambda: self.unread or None, seconds, "anything")
        except TimeoutError:
            return True
        return False

    async def until(self, condition: Callable[[Self], object], timeout: float = 2.0) -> None:
        """Wait until something is true here, such as a reaction, a closed topic, a message that is gone."""
        await self.world.changes.until(
            lambda: condition(self) or None, timeout, f"what was waited for in {self.described}"
        )

    def catch_up(self) -> None:
        """Count everything up to now as seen."""
        self._seen = len(self._from_bot())
        self._seen_edits = {message.message_id: message.edits for message in self._from_bot()}
