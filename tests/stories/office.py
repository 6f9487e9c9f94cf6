"""The staff's group as a script: what Nabo says in the topic of a case, and what the staff do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge.texts import Texts
from tests.bot_api import BotApiServer, Group, Message, Reply, Resident, Topic
from tests.stories.dialogue import PATIENCE, Dialogue, plain

METTE = 9001


@dataclass(frozen=True)
class Told:
    """One message of Nabo to the staff."""

    reply: Reply
    texts: Texts

    @property
    def text(self) -> str:
        """The words."""
        return plain(self.reply.text)

    def says(self, key: str, **arguments: str) -> bool:
        """Whether a text for the staff is in it."""
        return plain(self.texts(key, **arguments)) in self.text

    def offers(self, *keys: str) -> bool:
        """Whether there is a button for each of these texts."""
        return {self.texts(key) for key in keys} <= set(self.reply.labels)


class Room:
    """One topic of the group, or what is outside all topics."""

    def __init__(self, topic: Topic, mette: Resident, texts: Texts) -> None:
        self.topic = topic
        self._mette = mette
        self._texts = texts

    @property
    def name(self) -> str:
        """The topic's name now."""
        return plain(self.topic.name)

    @property
    def alias(self) -> str:
        """What the staff call the resident: "🔴 7 Birk 10 · arabisk · vold" -> "Birk 10"."""
        return " ".join(self.name.split(" · ")[0].split()[-2:])

    async def hears(self) -> Told:
        """The next message of Nabo here."""
        return Told(await self.topic.reply(PATIENCE), self._texts)

    async def writes(self, words: str, **where: Any) -> Message:
        """Mette writes here."""
        return await self._mette.says(words, **({"to": self.topic} | where))

    async def asks(self, command: str) -> Told:
        """Mette writes a command; what Nabo says to it."""
        await self.writes(command)
        return await self.hears()

    async def presses(self, button: str, *, on: Told | None = None) -> None:
        """Mette presses the button of a text for the staff, on the head of the case if on no other message."""
        shown = on.reply if on else next(reply for reply in self.topic.sent if reply.buttons)
        known = button.startswith(("button-", "category-"))
        await self._mette.presses(self._texts(button) if known else button, on=shown)

    async def sees_delivered(self, message: Message, emoji: str = "👍") -> None:
        """Nabo's mark is under a message."""
        await self.topic.until(lambda topic: topic.now(message).reactions == (emoji,), PATIENCE)


class Office:
    """The group, with Mette in it."""

    def __init__(self, server: BotApiServer, group: Group, texts: Texts) -> None:
        self.server = server
        self.group = group
        self.texts = texts
        self.mette = server.user(METTE, first_name="Mette", language_code="da")
        self.general = self.room(group.general)

    async def opens(self) -> None:
        """Mette comes into the group."""
        await self.mette.joins(self.group, "administrator")

    def moves(self, group: Group) -> None:
        """The group goes on under another number."""
        self.group = group
        self.general = self.room(group.general)

    def room(self, topic: Topic) -> Room:
        """A place in the group as a script."""
        return Room(topic, self.mette, self.texts)

    async def new_topic(self) -> Room:
        """The topic that Nabo makes next."""
        return self.room(await self.group.next_topic(PATIENCE))

    async def takes_case(self, resident: Dialogue, words: str) -> Room:
        """A resident tells of danger, and everything that follows is heard on both sides."""
        assert (await resident.says(words)).says("urgent-112")
        assert resident.language.texts("button-withdraw") in (await resident.hears()).reply.labels
        topic = await self.new_topic()
        assert (await topic.hears()).says("case-how")
        assert words in (await topic.hears()).text
        assert (await topic.hears()).says("case-candidates")
        return topic

    @property
    def unheard(self) -> list[str]:
        """Texts in the group that no line of the script took notice of."""
        places = [self.group.general, *self.group.topics]
        return [reply.text for place in places for reply in place.unread]


def forged(who: Resident, on: Message | Reply, data: str) -> dict[str, Any]:
    """The press of a button that is not on the message, as none of Telegram's own apps would send it."""
    chat = on.chat if isinstance(on, Message) else who.account.chats[on.chat_id]
    query = {"id": f"{who.id}{data}", "from": who.user.json(), "chat_instance": "1", "data": data}
    return {"callback_query": query | {"message": chat.messages[on.message_id].json()}}
