"""What a bot does, as a small interface under which one scenario runs with unrelated libraries."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

Rows = list[list[tuple[str, str]]]


class RefusedError(Exception):
    """The server refused a call; the text in small letters, as libraries change it."""

    def __init__(self, text: str, retry_after: int = 0, migrated_to: int = 0) -> None:
        super().__init__(text.lower())
        self.retry_after = retry_after
        self.migrated_to = migrated_to


@dataclass(frozen=True)
class At:
    """Where in a chat to send: in which topic, and as an answer to what."""

    topic: int | None = None
    answers: int | None = None
    even_without: bool = False
    """Send it also where the message to answer is gone."""


class Client(ABC):
    """What a bot does, whatever library it uses."""

    @abstractmethod
    async def me(self) -> tuple[int, str, bool]:
        """Id, username, and whether it is a bot."""

    @abstractmethod
    async def send(self, chat_id: int, text: str, rows: Rows | None = None, html: bool = False) -> int:
        """Send a text; the message's number."""

    @abstractmethod
    async def edit(self, chat_id: int, message_id: int, text: str) -> str:
        """Edit a text; the text as it is then."""

    @abstractmethod
    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete a message."""

    @abstractmethod
    async def updates(self, offset: int | None = None, **more: Any) -> list[dict[str, Any]]:
        """Updates, as they came."""

    @abstractmethod
    async def answer(self, query_id: str, text: str) -> bool:
        """Answer a press on a button."""

    @abstractmethod
    async def set_commands(self, language: str, **commands: str) -> bool:
        """Set the menu for a language."""

    @abstractmethod
    async def commands(self, language: str) -> dict[str, str]:
        """The menu for a language."""

    @abstractmethod
    async def send_photo(self, chat_id: int, data: bytes, caption: str) -> str:
        """Send a picture; the id of its largest file."""

    @abstractmethod
    async def download(self, file_id: str) -> bytes:
        """The content of a file."""

    @abstractmethod
    async def member_status(self, chat_id: int, user_id: int) -> str:
        """How someone belongs to a chat."""

    @abstractmethod
    async def chat_title(self, chat_id: int) -> str:
        """What a chat is called."""

    @abstractmethod
    async def send_at(self, chat_id: int, at: At, text: str, rows: Rows | None = None) -> dict[str, Any]:
        """Send a text in a topic or as an answer; the message."""

    @abstractmethod
    async def copy(
        self, chat_id: int, source: tuple[int, int], at: At | None = None, caption: str | None = None
    ) -> int:
        """Copy a message (its chat and number), perhaps with another caption; the copy's number."""

    @abstractmethod
    async def react(self, chat_id: int, message_id: int, *emoji: str) -> bool:
        """Put an emoji under a message, or take it away."""

    @abstractmethod
    async def create_topic(self, chat_id: int, name: str) -> tuple[int, str, int]:
        """Make a topic; its number, name and colour."""

    @abstractmethod
    async def rename_topic(self, chat_id: int, topic: int, name: str) -> bool:
        """Give a topic another name."""

    @abstractmethod
    async def close_topic(self, chat_id: int, topic: int) -> bool:
        """Close a topic."""

    @abstractmethod
    async def reopen_topic(self, chat_id: int, topic: int) -> bool:
        """Open a closed topic again."""

    @abstractmethod
    async def delete_topic(self, chat_id: int, topic: int) -> bool:
        """Delete a topic with its messages."""

    @abstractmethod
    async def chat_kind(self, chat_id: int) -> tuple[str, bool]:
        """A chat's type, and whether it is a forum."""

    @abstractmethod
    async def rights(self, chat_id: int, user_id: int) -> set[str]:
        """The names of an administrator's rights."""
