"""A Telegram group of the operator's: its number changes when it becomes a supergroup, and the new one is kept."""

from __future__ import annotations

import logging
from typing import Protocol

from telegram import Message

log = logging.getLogger(__name__)


class Notes(Protocol):
    """What a group needs of a store."""

    def note(self, name: str, value: str | None = None) -> str | None:
        """See Store."""
        ...


class Group:
    """The staff's group, or the board's."""

    def __init__(self, notes: Notes, whose: str, configured: int) -> None:
        """`whose`: "staff" or "board"; `configured`: the number that the operator has set."""
        self._notes = notes
        self._whose = whose
        self._configured = configured
        before, _, now = (notes.note(f"{whose} chat") or f"{configured} {configured}").partition(" ")
        self.is_elsewhere = before != str(configured)
        """The operator has set another group than the one that was used before."""
        self.number = configured if self.is_elsewhere else int(now)
        self._keep()

    def _keep(self) -> None:
        self._notes.note(f"{self._whose} chat", f"{self._configured} {self.number}")

    def moved(self, new: int) -> bool:
        """The group has a new number; False if that was known."""
        if new == self.number:
            return False
        self.number = new
        self._keep()
        log.warning("the %s's group has become a supergroup; its new number is kept", self._whose)
        return True

    def move_in(self, message: Message | None) -> int | None:
        """The number from now on, where a message tells of this group's move: the old group and the new one both do."""
        if message is None:
            return None
        before, now = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
        return now if before != now and self.number in (before, now) else None
