"""What the outbox needs of a channel, and what a channel may say to it."""

from __future__ import annotations

from typing import Protocol

from bot.cases.case import Case
from bot.effects import Outgoing
from bot.messages import Address


class Busy(Exception):
    """The channel asks to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


class Unseen(Exception):
    """The network failed: whether the message arrived cannot be known."""


class Blocked(Exception):
    """The chat takes nothing from us: the resident has blocked the bot, or the group has removed it."""


class TopicGone(Exception):
    """The topic of the case has been deleted."""


class Moved(Exception):
    """The staff's group has another number now, under which nothing has the number that it had."""


class Refused(Exception):
    """The channel will never take this message; the words say why, without anything that was written."""


class Channel(Protocol):
    """What the outbox needs of Telegram."""

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:
        """Sends; the number of the new message or topic, if there is one. Raises what is above."""
        ...

    async def mark(self, address: Address, message: int, *, delivered: bool) -> None:
        """Shows on a message whether what it says has arrived; never raises."""
        ...
