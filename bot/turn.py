"""The imperative shell around the core: load what is remembered, understand, respond, keep what follows.

The only module that changes a conversation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.conversation.respond import respond
from bot.conversation.speech import Speech
from bot.conversation.tongue import spoken
from bot.effects import Memory, Turn
from bot.messages import Incoming, Reply, Written
from bot.store.interface import Store
from bot.understanding.decision import Decision
from knowledge.content import Knowledge

Clock = Callable[[], dt.datetime]


class Understands(Protocol):
    """What a turn needs of understanding."""

    def decide(self, text: str, hint: str | None = None) -> Decision:
        """What `text` means; `hint` is the language it is likely to be in."""
        ...


@dataclass(frozen=True, slots=True)
class Turns:
    """Takes turns in the conversations with residents."""

    knowledge: Knowledge
    understanding: Understands
    store: Store
    clock: Clock

    def take(self, incoming: Incoming) -> Turn:
        """What to say to `incoming`. Nothing is kept before `finish`, so that a crash in between repeats the turn."""
        memory = self.store.memory(incoming.address)
        decision = self._decide(incoming, memory)
        return respond(incoming, decision, memory, self.knowledge, self.today())

    def _decide(self, incoming: Incoming, memory: Memory | None) -> Decision | None:
        if not isinstance(incoming.body, Written):
            return None
        hint = (memory.language if memory else None) or incoming.client_language
        return self.understanding.decide(incoming.body.text, hint)

    def finish(self, incoming: Incoming, turn: Turn, update_id: int | None = None) -> None:
        """Keeps what follows from a turn whose replies have been sent."""
        if update_id is None:
            self.store.remember(incoming.address, turn.memory, self.today())
        else:
            self.store.finish(update_id, self.clock(), {incoming.address: turn.memory})

    def remark(self, incoming: Incoming, key: str) -> Reply:
        """An interface text in the chat's language, outside the conversation."""
        memory = self.store.memory(incoming.address) or Memory()
        code = spoken(memory, incoming.client_language, self.knowledge)
        return Speech(self.knowledge, self.knowledge.languages[code], self.today()).say(key)

    def today(self) -> dt.date:
        """The day in the estate."""
        return self.clock().astimezone(ZoneInfo(self.knowledge.estate.timezone)).date()
