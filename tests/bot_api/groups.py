"""Groups: who is in them, what of their talk reaches the bot, how the bot comes and goes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal

from tests.bot_api.chats import ALL_RIGHTS, member_json
from tests.bot_api.delivery import note
from tests.bot_api.forum import Forum
from tests.bot_api.places import Place
from tests.bot_api.state import Account, Chat, Json, Member, Message, User, World
from tests.bot_api.topics import Topic

if TYPE_CHECKING:
    from tests.bot_api.actors import Press, Resident

Standing = Literal["administrator", "member", "left", "kicked"]
Role = Literal["member", "administrator", "creator"]


class Group(Place):
    """A group or supergroup, its topics included where it is a forum (for one of these see `topic`)."""

    thread = 0

    def __init__(self, world: World, account: Account, chat: Chat) -> None:
        super().__init__(world, account, chat)
        self._topics: dict[int, Topic] = {}
        self._newest_topic = 0

    @property
    def id(self) -> int:
        """The chat's id."""
        return self.chat.id

    @property
    def bot_member(self) -> Member:
        """How the bot belongs to the group."""
        bot = self.account.profile
        return self.chat.members.get(bot.id) or Member(bot, "left")

    async def says(self, who: Resident, words: str, **where: Any) -> Message:
        """A member writes something."""
        return await who.says(words, to=self, **where)

    async def presses(self, who: Resident, button: str, **where: Any) -> Press:
        """A member presses a button."""
        return await who.presses(button, to=self, **where)

    async def adds_bot(self, by: Resident, *, bot_is: Standing = "member") -> None:
        """Someone takes the bot into the group."""
        await self.sets_bot(by, bot_is)
        await self._announces(by.user, {"new_chat_members": [self.account.profile.json()]})

    async def removes_bot(self, by: Resident) -> None:
        """Someone throws the bot out."""
        await self.sets_bot(by, "kicked")

    async def sets_bot(self, by: Resident, bot_is: Standing, **rights: bool) -> None:
        """Change the bot's standing; an administrator has all rights but those given as False."""
        before = self.bot_member
        bot = self.account.profile
        after = Member(bot, bot_is, ALL_RIGHTS | rights if bot_is == "administrator" else {})
        self.chat.members[bot.id] = after
        self._push_change("my_chat_member", by.user, before, after)
        await asyncio.sleep(0)

    async def upgrades(self, by: Resident, to: int = -1001000000002, *, forum: bool = False) -> Group:
        """The group becomes a supergroup, perhaps with topics: from now on it is another chat."""
        old = self.chat
        chat = Chat(to, "supergroup", old.title, is_forum=forum, members=dict(old.members))
        old.migrated_to, self.account.chats[to] = to, chat
        await self._announces(by.user, {"migrate_to_chat_id": to})
        note(self.world, self.account, chat, by.user, {"migrate_from_chat_id": old.id})
        return Group(self.world, self.account, chat)

    @property
    def topics(self) -> list[Topic]:
        """The topics that are there, in the order in which they were made."""
        return [self.topic_of(topic.thread) for topic in self.chat.topics.values() if not topic.deleted]

    @property
    def general(self) -> Topic:
        """What is written outside the topics."""
        return self.topic_of(0)

    def topic_of(self, thread: int) -> Topic:
        """The topic with this number, deleted or not."""
        return self._topics.setdefault(thread, Topic(self.world, self.account, self.chat, thread))

    async def topic(self, name: str, timeout: float = 2.0) -> Topic:
        """The newest topic with these words in its name, waiting for it."""

        def look() -> Topic | None:
            return next((topic for topic in reversed(self.topics) if name in topic.name), None)

        return await self.world.changes.until(look, timeout, f"a topic {name!r} in {self.described}")

    async def next_topic(self, timeout: float = 2.0) -> Topic:
        """The next topic that was made and not handed out here yet, waiting for it."""

        def look() -> Topic | None:
            made = (thread for thread in self.chat.topics if thread > self._newest_topic)
            return next(map(self.topic_of, made), None)

        topic = await self.world.changes.until(look, timeout, f"a new topic in {self.described}")
        self._newest_topic = topic.thread
        return topic

    async def opens_topic(self, by: Resident, name: str) -> Topic:
        """A member makes a topic."""
        opened = Forum(self.world, self.account, self.chat).open(by.user, name)
        await asyncio.sleep(0)
        return self.topic_of(opened.thread)

    async def welcomes(self, user: User, role: Role = "member") -> None:
        """Someone comes in."""
        before = self.chat.members.get(user.id) or Member(user, "left")
        self.chat.members[user.id] = Member(user, role, dict(ALL_RIGHTS) if role == "administrator" else {})
        self._push_change("chat_member", user, before, self.chat.members[user.id])
        await self._announces(user, {"new_chat_members": [user.json()]})

    async def loses(self, user: User) -> None:
        """Someone goes."""
        before = self.chat.members.get(user.id) or Member(user)
        self.chat.members[user.id] = Member(user, "left")
        self._push_change("chat_member", user, before, self.chat.members[user.id])
        await self._announces(user, {"left_chat_member": user.json()})

    async def _announces(self, who: User, content: Json) -> None:
        note(self.world, self.account, self.chat, who, content)
        await asyncio.sleep(0)

    def _push_change(self, kind: str, by: User, before: Member, after: Member) -> None:
        if kind == "chat_member" and self.bot_member.status != "administrator":
            return
        update = {
            "chat": self.chat.json(),
            "from": by.json(),
            "date": self.world.seconds(),
            "old_chat_member": member_json(before),
            "new_chat_member": member_json(after),
        }
        self.account.updates.push({kind: update})


def create_group(world: World, account: Account, new: Chat, bot_is: Standing | None) -> Group:
    """The group with this id; it is as given where there is none yet."""
    chat = account.chats.setdefault(new.id, new)
    if bot_is is not None and account.profile.id not in chat.members:
        rights = dict(ALL_RIGHTS) if bot_is == "administrator" else {}
        chat.members[account.profile.id] = Member(account.profile, bot_is, rights)
    return Group(world, account, chat)
