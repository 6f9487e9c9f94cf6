"""What people can send: words, pictures, files, places and so on, to the bot or into a group."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.bot_api import contents
from tests.bot_api.delivery import deliver
from tests.bot_api.groups import Group
from tests.bot_api.parameters import Upload
from tests.bot_api.places import Place
from tests.bot_api.replies import Reply
from tests.bot_api.state import Account, Chat, Json, Message, User, World
from tests.bot_api.topics import Topic

Shown = Message | Reply
MANAGING = {"administrator", "creator"}


class Sender(Place):
    """Someone who sends. Without `to` it goes to the bot, or to where the message is that is answered."""

    def __init__(self, world: World, account: Account, user: User) -> None:
        super().__init__(world, account, account.chats.get(user.id) or Chat(user.id, "private", user=user))
        self.user = user

    @property
    def id(self) -> int:
        """The user's id, which is also that of the chat with the bot."""
        return self.user.id

    async def sends(self, content: Json, *, to: Group | Topic | None = None, reply_to: Shown | None = None) -> Message:
        """Send any content; the first message opens the chat with the bot."""
        answered = self._answered(reply_to)
        chat, thread = self._place(to, answered)
        body: Json = {"from": self.user.json(), "chat": chat.json(), "date": self.world.seconds()}
        message = chat.add(body | content, by_bot=False, thread=thread, answered=answered)
        deliver(self.account, message)
        self.world.changes.tell()
        await asyncio.sleep(0)
        return message

    def _answered(self, shown: Shown | None) -> Message | None:
        answered = self._found(shown) if shown else None
        if answered is not None and answered.deleted:
            raise LookupError(f"message {answered.message_id} has been deleted")
        return answered

    def _place(self, to: Group | Topic | None, answered: Message | None) -> tuple[Chat, int]:
        if to is None and (answered is None or answered.chat.user is not None):
            return self._open_chat(), 0
        if answered is not None:
            chat, thread = answered.chat, answered.thread
        else:
            assert to is not None
            chat, thread = to.chat, to.thread
        self._check_topic(chat, thread)
        return chat, thread

    def _check_topic(self, chat: Chat, thread: int) -> None:
        topic = chat.topics.get(thread)
        if topic is not None and topic.deleted:
            raise RuntimeError(f"the topic {topic.name!r} has been deleted")
        member = chat.members.get(self.id)
        if topic is not None and topic.closed and (member is None or member.status not in MANAGING):
            raise RuntimeError(f"the topic {topic.name!r} is closed to all but administrators: see Resident.joins")

    def _found(self, shown: Shown) -> Message:
        """The message itself, wherever it is."""
        if isinstance(shown, Message):
            return shown
        return self.account.chats[shown.chat_id].messages[shown.message_id]

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

    async def commands(self, name: str, arguments: str = "", **where: Any) -> Message:
        """Write a command, named without its slash."""
        return await self.says(f"/{name} {arguments}".strip(), **where)

    async def answers(self, shown: Shown, words: str) -> Message:
        """Answer a message with a text, where it is."""
        return await self.says(words, reply_to=shown)

    async def sends_photo(self, *, caption: str = "", data: bytes = contents.PICTURE, **where: Any) -> Message:
        """Send a picture."""
        return await self.sends(contents.captioned(contents.photo(self.account, data), caption), **where)

    async def sends_album(self, *pictures: bytes, caption: str = "", **where: Any) -> list[Message]:
        """Send pictures as an album: several messages, the first with the caption (two pictures if none is given)."""
        album = {"media_group_id": str(13_000_000_000_000_000 + len(self.account.files))}
        photos = [contents.photo(self.account, data) | album for data in pictures or (contents.PICTURE,) * 2]
        photos[0] = contents.captioned(photos[0], caption)
        return [await self.sends(photo, **where) for photo in photos]

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
