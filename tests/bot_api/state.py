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
    parse_mode: str = ""
    markup: Json = field(default_factory=dict)
    edits: int = 0
    deleted: bool = False


@dataclass(eq=False)
class Chat:
    """A private chat with the bot, a group or a supergroup, as one bot knows it."""

    id: int
    type: str
    title: str = ""
    username: str = ""
    user: User | None = None
    blocked: bool = False
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
        return body | {name: value for name, value in optional.items() if value}

    def add(self, message_body: Json, *, by_bot: bool) -> Message:
        """Keep a new message under the chat's next number."""
        self.last_message_id += 1
        body = {"message_id": self.last_message_id} | message_body
        message = Message(self, self.last_message_id, body, by_bot)
        self.messages[message.message_id] = message
        return message

    def from_bot(self) -> list[Message]:
        """All the bot has ever sent here, deleted messages too."""
        return [message for message in self.messages.values() if message.by_bot]


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


@dataclass
class World:
    """Everything of one server."""

    now: Callable[[], float]
    faults: Faults = field(default_factory=Faults)
    changes: Changes = field(default_factory=Changes)
    users: dict[int, User] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    callback_seconds: float = 30.0

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
