"""The world the server keeps: users, and for each bot its chats, messages, questions and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.changes import Changes
from tests.bot_api.faults import Faults
from tests.bot_api.parameters import Parameters
from tests.bot_api.updates import UpdateQueue

Json = dict[str, Any]

SERVICE = {
    "new_chat_members", "left_chat_member", "new_chat_title", "migrate_to_chat_id", "migrate_from_chat_id",
    "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
}  # fmt: skip
"""What the messages are about that Telegram itself puts into a chat."""


@dataclass
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    deactivated: bool = False

    def json(self) -> Json:
        """As in a message's `from`."""
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return body | {name: value for name, value in optional.items() if value}


@dataclass
class Member:
    """How someone belongs to a group: status, and for administrators the rights."""

    user: User
    status: str = "member"
    rights: Json = field(default_factory=dict)


@dataclass(eq=False)
class Message:
    """A message in a chat. `body` is Telegram's own form of it."""

    chat: Chat = field(repr=False)
    message_id: int
    body: Json
    by_bot: bool
    thread: int = 0
    answered: Message | None = field(default=None, repr=False)
    parse_mode: str = ""
    markup: Json = field(default_factory=dict)
    reactions: tuple[str, ...] = ()
    edits: int = 0
    deleted: bool = False

    @property
    def is_service(self) -> bool:
        """Telegram itself notes something that happened, nobody wrote it."""
        return bool(SERVICE & self.body.keys())

    def json(self) -> Json:
        """As the server gives it out now, with what it answers as that is now.

        What answers nothing else in a topic answers the message that opened the topic, as with the real server.
        """
        answered = self.answered
        if answered is None and self.thread < self.message_id:
            answered = self.chat.messages.get(self.thread)
        if answered is None or answered.deleted:
            return dict(self.body)
        return self.body | {"reply_to_message": dict(answered.body)}


@dataclass(eq=False)
class ForumTopic:
    """A topic of a forum; its number is that of the message that opened it."""

    thread: int
    name: str
    icon_color: int
    creator: int
    icon_custom_emoji_id: str = ""
    closed: bool = False
    deleted: bool = False

    def json(self) -> Json:
        """As createForumTopic answers."""
        body: Json = {"message_thread_id": self.thread, "name": self.name, "icon_color": self.icon_color}
        return body | ({"icon_custom_emoji_id": self.icon_custom_emoji_id} if self.icon_custom_emoji_id else {})


@dataclass(eq=False)
class Chat:
    """A private chat with the bot, a group or a supergroup, as one bot knows it."""

    id: int
    type: str
    title: str = ""
    username: str = ""
    user: User | None = None
    blocked: bool = False
    is_forum: bool = False
    topics: dict[int, ForumTopic] = field(default_factory=dict, repr=False)
    migrated_to: int = 0
    sent_at: list[float] = field(default_factory=list, repr=False)
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    last_message_id: int = 0

    def json(self) -> Json:
        """As in a message's `chat`."""
        body: Json = {"id": self.id, "type": self.type}
        if self.user is not None:
            body |= {"first_name": self.user.first_name}
            optional = {"last_name": self.user.last_name, "username": self.user.username}
        else:
            body |= {"title": self.title}
            optional = {"username": self.username}
            body |= {"is_forum": True} if self.is_forum else {}
        return body | {name: value for name, value in optional.items() if value}

    def add(self, content: Json, *, by_bot: bool, thread: int = 0, answered: Message | None = None) -> Message:
        """Keep a new message under the chat's next number."""
        self.last_message_id += 1
        number = self.last_message_id
        body = {"message_id": number} | self._threading(thread, answered) | content
        message = Message(self, number, body, by_bot, thread, answered)
        self.messages[number] = message
        return message

    def _threading(self, thread: int, answered: Message | None) -> Json:
        if thread:
            return {"message_thread_id": thread, "is_topic_message": True}
        if answered is not None and self.type == "supergroup" and not self.is_forum:
            # Outside forums, answers have a thread too, but no topic.
            return {"message_thread_id": answered.body.get("message_thread_id", answered.message_id)}
        return {}

    def from_bot(self) -> list[Message]:
        """All the bot has ever sent here, deleted messages too, but not what Telegram notes of its doings."""
        return [message for message in self.messages.values() if message.by_bot and not message.is_service]


@dataclass
class Query:
    """A press on an inline button, and what the bot answered to it."""

    id: str
    chat_id: int
    data: str
    at: float
    answered: bool = False
    text: str = ""
    show_alert: bool = False


@dataclass
class StoredFile:
    """A file that can be sent again by its id and downloaded by its path."""

    file_id: str
    unique_id: str
    path: str
    data: bytes
    name: str = ""
    mime_type: str = ""
    size: int = 0

    def json(self) -> Json:
        """The part that every kind of file has in common."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


@dataclass
class Webhook:
    """Where updates are to be sent; nowhere while the address is empty."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    set_at: float = float("-inf")


@dataclass
class Account:
    """One bot and everything that belongs to it."""

    token: str
    profile: User
    updates: UpdateQueue
    privacy_mode: bool = True
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    descriptions: dict[tuple[str, str], str] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)


@dataclass(frozen=True)
class GroupLimit:
    """So many messages the bot may send to one group in so many seconds."""

    messages: int = 20
    seconds: float = 60.0


@dataclass
class World:
    """Everything of one server."""

    now: Callable[[], float]
    faults: Faults = field(default_factory=Faults)
    changes: Changes = field(default_factory=Changes)
    users: dict[int, User] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    callback_seconds: float = 30.0
    group_limit: GroupLimit | None = None

    def seconds(self) -> int:
        """The time as Telegram writes it."""
        return int(self.now())


@dataclass(frozen=True)
class Context:
    """What a method has at hand: the world, the bot that calls, and what it sent along."""

    world: World
    account: Account
    parameters: Parameters


Method = Callable[[Context], Any]
