"""People: what a test lets them do, in their chat with the bot or in a group."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.bot_api import contents
from tests.bot_api.callbacks import press
from tests.bot_api.chats import member_json
from tests.bot_api.groups import Group
from tests.bot_api.parameters import Upload
from tests.bot_api.replies import Place, Reply
from tests.bot_api.state import Account, Chat, Json, Member, Message, Query, User, World

Shown = Message | Reply


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


class Resident(Place):
    """Someone who writes to the bot. Everything can also be done in a group: `to=group`."""

    def __init__(self, world: World, account: Account, user: User) -> None:
        super().__init__(world, account, account.chats.get(user.id) or Chat(user.id, "private", user=user))
        self.user = user

    @property
    def id(self) -> int:
        """The user's id, which is also that of the chat with the bot."""
        return self.user.id

    async def sends(self, content: Json, *, to: Group | None = None, reply_to: Shown | None = None) -> Message:
        """Send any content; the first message opens the chat with the bot."""
        chat = self._open_chat() if to is None else to.chat
        body: Json = {"from": self.user.json(), "chat": chat.json(), "date": self.world.seconds()}
        if reply_to is not None:
            answered = chat.messages[reply_to.message_id].body
            body["reply_to_message"] = {key: value for key, value in answered.items() if key != "reply_to_message"}
        message = chat.add(body | content, by_bot=False)
        if to is None or to.reaches_bot(message):
            self.account.updates.push({"message": dict(message.body)})
        await asyncio.sleep(0)
        return message

    def _open_chat(self) -> Chat:
        if self.chat.blocked:
            raise RuntimeError("this user has blocked the bot: unblocks_bot comes first")
        self.chat = self.account.chats.setdefault(self.id, self.chat)
        return self.chat

    async def says(self, words: str, **where: Any) -> Message:
        """Write a text (`to`, `reply_to` as in `sends`)."""
        return await self.sends(contents.text(words), **where)

    async def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps by way of a link with a payload."""
        return await self.says(f"/start {payload}".strip())

    async def sends_photo(self, *, caption: str = "", data: bytes = contents.PICTURE, **where: Any) -> Message:
        """Send a picture."""
        return await self.sends(contents.captioned(contents.photo(self.account, data), caption), **where)

    async def sends_document(
        self,
        *,
        name: str = "letter.pdf",
        data: bytes = b"%PDF-1.4 a letter",
        size: int | None = None,
        caption: str = "",
        **where: Any,
    ) -> Message:
        """Send a file; `size` can claim a large one."""
        upload = Upload(name, "application/pdf", data)
        content = contents.document(self.account, upload, size)
        return await self.sends(contents.captioned(content, caption), **where)

    async def sends_voice(self, *, data: bytes = contents.SOUND, seconds: int = 3, **where: Any) -> Message:
        """Send a voice note."""
        return await self.sends(contents.voice(self.account, data, seconds), **where)

    async def sends_video(self, *, data: bytes = b"a film", seconds: int = 5, **where: Any) -> Message:
        """Send a film."""
        return await self.sends(contents.video(self.account, data, seconds), **where)

    async def sends_sticker(self, emoji: str = "👍", **where: Any) -> Message:
        """Send a sticker."""
        return await self.sends(contents.sticker(self.account, emoji), **where)

    async def sends_location(self, latitude: float = 55.73, longitude: float = 12.45, **where: Any) -> Message:
        """Send a point on the map."""
        return await self.sends(contents.location(latitude, longitude), **where)

    async def sends_contact(self, phone_number: str = "+4500000000", *, first_name: str = "", **where: Any) -> Message:
        """Send a phone number: one's own, unless another first name is given."""
        own = None if first_name else self.id
        content = contents.contact(phone_number, first_name or self.user.first_name, own)
        return await self.sends(content, **where)

    async def sends_poll(self, question: str, *options: str, **where: Any) -> Message:
        """Send a poll."""
        return await self.sends(contents.poll(question, options), **where)

    async def forwards(self, words: str, *, origin: User | str = "Someone", **where: Any) -> Message:
        """Forward a text of a user, or of someone of whom only a name is shown."""
        date = self.world.seconds() - 60
        return await self.sends(contents.forwarded(contents.text(words), origin, date), **where)

    async def edits(self, message: Message, words: str) -> Message:
        """Change the text, or the caption, of an own message."""
        name = "text" if "text" in message.body else "caption"
        message.body.pop(f"{name}_entities" if name == "caption" else "entities", None)
        changed = contents.text(words) if name == "text" else contents.captioned({}, words)
        message.body |= changed | {"edit_date": self.world.seconds()}
        message.edits += 1
        self.account.updates.push({"edited_message": dict(message.body)})
        await asyncio.sleep(0)
        return message

    async def presses(self, button: str, *, on: Shown | None = None, to: Group | None = None) -> Press:
        """Press an inline button, named by label or data, on a message or on the latest that has buttons."""
        chat = self.chat if to is None else to.chat
        message = _with_buttons(chat, on)
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

    async def joins(self, group: Group) -> None:
        """Become a member of a group."""
        await group.welcomes(self.user)

    async def leaves(self, group: Group) -> None:
        """Leave a group."""
        await group.loses(self.user)


def _with_buttons(chat: Chat, on: Shown | None) -> Message:
    if on is not None:
        message = chat.messages[on.message_id]
        if message.deleted:
            raise LookupError(f"message {on.message_id} has been deleted")
        return message
    for message in reversed(chat.from_bot()):
        if "reply_markup" in message.body and not message.deleted:
            return message
    raise LookupError("the bot has sent no message with buttons")


def _data_of(shown: Reply, wanted: str) -> str:
    for row in shown.buttons:
        for button in row:
            if wanted in (button.label, button.data):
                return button.data
    raise LookupError(f"no button {wanted!r} on message {shown.message_id}; there are {shown.buttons}")
