"""What a turn asks the outside world to do beside replying."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages import Reply


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered of a chat between two messages. It holds nothing that was written in it."""

    language: str | None = None
    """The curated language replies are written in."""
    chosen: bool = False
    """The resident picked it, rather than Nabo noticing it."""
    candidate: str | None = None
    """Another language the last message was written in; a second time switches to it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows from one incoming message."""

    replies: tuple[Reply, ...]
    memory: Memory | None
    """To be stored; None = forget the chat."""
