"""One topic of a forum: what it holds, what the bot does in it, what its members do with it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.bot_api.forum import Forum
from tests.bot_api.places import Place
from tests.bot_api.state import Account, Chat, ForumTopic, Message, World

if TYPE_CHECKING:
    from tests.bot_api.actors import Press, Resident


class Topic(Place):
    """A topic as the members of the group see it; number 0 is what is outside all topics."""

    def __init__(self, world: World, account: Account, chat: Chat, thread: int) -> None:
        super().__init__(world, account, chat)
        self.thread = thread

    def __repr__(self) -> str:
        return f"<Topic {self.thread} {self.name!r}>"

    @property
    def described(self) -> str:
        """What to call it in complaints."""
        return f"topic {self.thread} of chat {self.chat.id}"

    @property
    def name(self) -> str:
        """Its name now."""
        return self._state.name

    @property
    def is_closed(self) -> bool:
        """Only those who manage topics can write in it."""
        return self._state.closed

    @property
    def is_deleted(self) -> bool:
        """It is gone with all that was in it."""
        return self._state.deleted

    @property
    def texts(self) -> list[str]:
        """The words, or captions, of all that is in it, whoever wrote them."""
        return [shown.text for shown in self.holds]

    async def says(self, who: Resident, words: str, **where: Any) -> Message:
        """A member writes something in it."""
        return await who.says(words, to=self, **where)

    async def presses(self, who: Resident, button: str, **where: Any) -> Press:
        """A member presses a button in it."""
        return await who.presses(button, to=self, **where)

    async def renames(self, by: Resident, name: str) -> None:
        """A member gives it another name."""
        self._forum.change(by.user, self._state, {"name": name})
        await asyncio.sleep(0)

    async def closes(self, by: Resident) -> None:
        """A member closes it."""
        self._forum.set_closed(by.user, self._state, closed=True)
        await asyncio.sleep(0)

    async def reopens(self, by: Resident) -> None:
        """A member opens it again."""
        self._forum.set_closed(by.user, self._state, closed=False)
        await asyncio.sleep(0)

    async def deletes(self) -> None:
        """A member deletes it; the bot is not told."""
        self._forum.delete(self._state)
        await asyncio.sleep(0)

    @property
    def _forum(self) -> Forum:
        return Forum(self.world, self.account, self.chat)

    @property
    def _state(self) -> ForumTopic:
        return self.chat.topics.get(self.thread) or ForumTopic(0, "General", 0, 0)

    def _messages(self) -> list[Message]:
        return [message for message in self.chat.messages.values() if message.thread == self.thread]
