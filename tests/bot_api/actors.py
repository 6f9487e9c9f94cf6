"""People: what a test lets them do, in their chat with the bot or in a group."""

from __future__ import annotations

import asyncio

from tests.bot_api import contents
from tests.bot_api.callbacks import press
from tests.bot_api.chats import member_json
from tests.bot_api.delivery import deliver
from tests.bot_api.groups import Group, Role
from tests.bot_api.places import Place
from tests.bot_api.replies import Reply
from tests.bot_api.sending import Sender, Shown
from tests.bot_api.state import Member, Message, Query, World
from tests.bot_api.topics import Topic


class Press:
    """A press on a button, and how the bot answered it."""

    def __init__(self, world: World, query: Query) -> None:
        self._world = world
        self.query = query

    async def answer(self, timeout: float = 2.0) -> Query:
        """Wait for answerCallbackQuery: its text and show_alert."""
        query = self.query
        return await self._world.changes.until(
            lambda: query if query.answered else None, timeout, f"an answer to the press on {query.data}"
        )


class Resident(Sender):
    """Someone who writes to the bot. Everything can also be done in a group or one of its topics: `to=`."""

    async def edits(self, message: Message, words: str) -> Message:
        """Change the text, or the caption, of an own message."""
        name = "text" if "text" in message.body else "caption"
        message.body.pop(f"{name}_entities" if name == "caption" else "entities", None)
        changed = contents.text(words) if name == "text" else contents.captioned({}, words)
        message.body |= changed | {"edit_date": self.world.seconds()}
        message.edits += 1
        deliver(self.account, message, "edited_message")
        self.world.changes.tell()
        await asyncio.sleep(0)
        return message

    def deletes(self, shown: Shown) -> None:
        """Delete a message, for everyone; the bot is not told."""
        self._found(shown).deleted = True
        self.world.changes.tell()

    async def presses(self, button: str, *, on: Shown | None = None, to: Group | Topic | None = None) -> Press:
        """Press an inline button, named by label or data, on a message or on the latest that has buttons."""
        message = self._found(on) if on is not None else _latest_with_buttons(to or self)
        if message.deleted:
            raise LookupError(f"message {message.message_id} has been deleted")
        data = _data_of(Reply.of(message), button)
        query = press(self.world, self.account, self.user, message, data)
        await asyncio.sleep(0)
        return Press(self.world, query)

    async def blocks_bot(self) -> None:
        """Stop the bot: from now on it may not write here."""
        await self._turns("member", "kicked")

    async def unblocks_bot(self) -> None:
        """Let the bot write again."""
        await self._turns("kicked", "member")

    async def _turns(self, before: str, after: str) -> None:
        self.chat = self.account.chats.setdefault(self.id, self.chat)
        self.chat.blocked = after == "kicked"
        bot = self.account.profile
        update = {
            "chat": self.chat.json(),
            "from": self.user.json(),
            "date": self.world.seconds(),
            "old_chat_member": member_json(Member(bot, before)),
            "new_chat_member": member_json(Member(bot, after)),
        }
        self.account.updates.push({"my_chat_member": update})
        await asyncio.sleep(0)

    def deletes_account(self) -> None:
        """Be gone from Telegram."""
        self.user.deactivated = True

    async def joins(self, group: Group, role: Role = "member") -> None:
        """Become a member of a group, or one who manages it."""
        await group.welcomes(self.user, role)

    async def leaves(self, group: Group) -> None:
        """Leave a group."""
        await group.loses(self.user)


def _latest_with_buttons(place: Place) -> Message:
    for shown in reversed(place.sent):
        if "reply_markup" in shown.body:
            return place.chat.messages[shown.message_id]
    raise LookupError("the bot has sent no message with buttons")


def _data_of(shown: Reply, wanted: str) -> str:
    for row in shown.buttons:
        for button in row:
            if wanted in (button.label, button.data):
                return button.data
    raise LookupError(f"no button {wanted!r} on message {shown.message_id}; there are {shown.buttons}")
