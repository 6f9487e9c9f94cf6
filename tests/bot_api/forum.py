"""Topics of a forum: what happens to them, whoever does it, and what Telegram notes of it in the chat."""

from __future__ import annotations

from tests.bot_api.delivery import deliver, note, put
from tests.bot_api.state import Account, Chat, ForumTopic, Json, User, World

ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
LONGEST_NAME = 128


class Forum:
    """The topics of one supergroup."""

    def __init__(self, world: World, account: Account, chat: Chat) -> None:
        self.world = world
        self.account = account
        self.chat = chat

    def open(self, by: User, name: str, icon_color: int = ICON_COLORS[0], emoji_id: str = "") -> ForumTopic:
        """Someone makes a topic."""
        icon: Json = {"icon_color": icon_color} | ({"icon_custom_emoji_id": emoji_id} if emoji_id else {})
        content = {"forum_topic_created": {"name": name} | icon}
        message = put(self.world, self.account, self.chat, by, content)
        message.thread = message.message_id
        message.body |= {"message_thread_id": message.thread, "is_topic_message": True}
        topic = ForumTopic(message.thread, name, icon_color, by.id, emoji_id)
        self.chat.topics[topic.thread] = topic
        deliver(self.account, message)
        return topic

    def change(self, by: User, topic: ForumTopic, changes: Json) -> None:
        """Someone gives a topic another name or icon."""
        topic.name = changes.get("name", topic.name)
        topic.icon_custom_emoji_id = changes.get("icon_custom_emoji_id", topic.icon_custom_emoji_id)
        self._note(by, topic, {"forum_topic_edited": changes})

    def set_closed(self, by: User, topic: ForumTopic, closed: bool) -> None:
        """Someone closes or reopens a topic."""
        topic.closed = closed
        self._note(by, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})

    def delete(self, topic: ForumTopic) -> None:
        """Someone deletes a topic with all that is in it; of this no bot is told."""
        topic.deleted = True
        for message in self.chat.messages.values():
            message.deleted = message.deleted or message.thread == topic.thread
        self.world.changes.tell()

    def _note(self, by: User, topic: ForumTopic, content: Json) -> None:
        note(self.world, self.account, self.chat, by, content, topic.thread)
