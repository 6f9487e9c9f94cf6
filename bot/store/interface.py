"""What the program needs of a store, named by what it is for. One implementation today: SQLite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from bot.effects import Memory
from bot.messages import Address

EMPTY: Mapping[Address, Memory | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Update:
    """An update of the channel, as it came."""

    id: int
    payload: str
    """The channel's own JSON: sealed while stored, gone once handled."""


class Store(Protocol):
    """Every method is one transaction, finished when it returns."""

    def receive(self, updates: Sequence[Update], now: dt.datetime) -> list[Update]:
        """Writes down updates before they are confirmed to the channel; returns those not seen before, in order."""
        ...

    def waiting(self) -> list[Update]:
        """Updates written down and not handled, oldest first: what a crash left."""
        ...

    def finish(self, update_id: int, now: dt.datetime, chats: Mapping[Address, Memory | None] = EMPTY) -> None:
        """Ends an update: drops its content, keeps its id against repeats, and keeps what to remember of chats
        (None deletes a chat), all at once.
        """
        ...

    def remember(self, address: Address, memory: Memory | None, today: dt.date) -> None:
        """Keeps what is remembered of a chat, for edges without updates; None deletes it."""
        ...

    def memory(self, address: Address) -> Memory | None:
        """What is remembered of a chat; None if it is not known."""
        ...

    def forget_old(self, now: dt.datetime, keep_language_days: int) -> dict[str, int]:
        """Deletes what has been kept long enough; returns how many rows of what."""
        ...

    def close(self) -> None:
        """Finishes; the store cannot be used afterwards."""
        ...
