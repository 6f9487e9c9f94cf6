"""Groups: who is in them, what of their talk reaches the bot, how the bot comes and goes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal

from tests.bot_api.chats import ALL_RIGHTS, GONE, member_json
from tests.bot_api.replies import Place
from tests.bot_api.state import Account, Chat, Json, Member, Message, User, World

if TYPE_CHECKING:
    from tests.bot_api.actors import Press, Resident

Standing = Literal["administrator", "member", "left", "kicked"]
SERVICE = {"new_chat_members", "left_chat_member", "new_chat_title"}


class Group(Place):
    """A group or supergroup."""

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

    async def welcomes(self, user: User) -> None:
        """Someone comes in."""
        before = self.chat.members.get(user.id) or Member(user, "left")
        self.chat.members[user.id] = Member(user)
        self._push_change("chat_member", user, before, self.chat.members[user.id])
        await self._announces(user, {"new_chat_members": [user.json()]})

    async def loses(self, user: User) -> None:
        """Someone goes."""
        before = self.chat.members.get(user.id) or Member(user)
        self.chat.members[user.id] = Member(user, "left")
        self._push_change("chat_member", user, before, self.chat.members[user.id])
        await self._announces(user, {"left_chat_member": user.json()})

    def reaches_bot(self, message: Message) -> bool:
        """Whether the bot sees a message: in privacy mode a plain member sees only what concerns it."""
        standing = self.bot_member.status
        if standing in GONE:
            return False
        if standing == "administrator" or not self.account.privacy_mode or SERVICE & message.body.keys():
            return True
        return self._concerns_bot(message.body)

    def _concerns_bot(self, body: Json) -> bool:
        name = f"@{self.account.profile.username}".lower()
        answered = body.get("reply_to_message", {}).get("from", {}).get("id")
        if answered == self.account.profile.id:
            return True
        words = str(body.get("text") or body.get("caption") or "").lower()
        if name in words:
            return True
        starts = [entity for entity in body.get("entities", []) if entity["offset"] == 0]
        is_command = any(entity["type"] == "bot_command" for entity in starts)
        return is_command and "@" not in words.split()[0]

    async def _announces(self, who: User, content: Json) -> None:
        body: Json = {"from": who.json(), "chat": self.chat.json(), "date": self.world.seconds()}
        message = self.chat.add(body | content, by_bot=False)
        if self.reaches_bot(message):
            self.account.updates.push({"message": dict(message.body)})
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


def create_group(world: World, account: Account, named: tuple[int, str, str], bot_is: Standing | None) -> Group:
    """The group with this id, kind and title; it is made when there is none yet."""
    number, kind, title = named
    chat = account.chats.setdefault(number, Chat(number, kind, title))
    if bot_is is not None:
        rights = dict(ALL_RIGHTS) if bot_is == "administrator" else {}
        chat.members[account.profile.id] = Member(account.profile, bot_is, rights)
    return Group(world, account, chat)
