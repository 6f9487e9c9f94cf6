"""The imperative shell around the core: load what is remembered, understand, respond, keep what follows.

The only module that changes a conversation or a case.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Protocol

from bot.casework import Casework
from bot.conversation.chat import Chat, Interpreting
from bot.conversation.respond import respond
from bot.conversation.speech import Speech
from bot.conversation.tongue import spoken
from bot.counting import Counter, cells_of
from bot.did import drafts, with_drafts
from bot.effects import Changes, Effect, Memory, OpenCase, Turn
from bot.messages import FromStaff, Incoming, Pressed, Reply, Written
from bot.staffwork import Staffwork
from bot.store.interface import Store, facts_set
from bot.understanding.decision import Decision
from knowledge.content import Knowledge
from knowledge.settable import overlaid

Clock = Callable[[], dt.datetime]
WORTH_OFFERING = 0.05
"""The least chance with which an entry is offered to the staff as an answer."""


class Understands(Protocol):
    """What a turn needs of understanding."""

    def decide(self, text: str, hint: str | None = None) -> Decision:
        """What `text` means; `hint` is the language it is likely to be in."""
        ...


@dataclass(frozen=True, slots=True)
class Turns:
    """Takes turns in the conversations with residents, and in those with the staff."""

    knowledge: Knowledge
    """As the files say; see `current`."""
    understanding: Understands
    store: Store
    clock: Clock
    casework: Casework | None = None
    """None where there is no staff group: then nothing is handed over, and residents are told how to reach people."""
    counter: Counter | None = None
    """None where nothing is counted."""
    pairs: Callable[[], Collection[tuple[str, str]]] = tuple
    """What a machine can translate of answers, as far as that is known by now."""

    # Residents

    def take(self, incoming: Incoming) -> Turn:
        """What to say to `incoming`. Nothing is kept before `finish`, so that a crash in between repeats the turn."""
        chat = self._chat(incoming)
        decision = self._decide(incoming, chat)
        turn = self._with_candidates(incoming, respond(incoming, decision, chat, self.current(), self.today()))
        return replace(turn, cells=cells_of(incoming, decision, turn, self.knowledge)) if self.counter else turn

    def _with_candidates(self, incoming: Incoming, turn: Turn) -> Turn:
        """A case opened by a press has entries that may answer the words below the button, as any other has."""

        def filled(effect: Effect) -> Effect:
            if not isinstance(effect, OpenCase) or not isinstance(incoming.body, Pressed) or not effect.text:
                return effect
            found = self.understanding.decide(effect.text, effect.language).candidates
            return replace(effect, candidates=tuple(each.entry for each in found if each.score >= WORTH_OFFERING))

        return replace(turn, effects=tuple(map(filled, turn.effects))) if turn.effects else turn

    def current(self) -> Knowledge:
        """The content, with the facts and sentences that staff and board have written since."""
        return with_drafts(overlaid(self.knowledge, facts_set(self.store)), drafts(self.store))

    def _chat(self, incoming: Incoming) -> Chat:
        memory = self.store.memory(incoming.address)
        cases = self.store.cases_of(incoming.address) if self.casework else ()
        policy = self.casework.policy if self.casework else None
        interpreting = policy.interpreting if policy else Interpreting.NOBODY
        return Chat(memory, cases, self.casework is not None, self.pairs(), interpreting)

    def _decide(self, incoming: Incoming, chat: Chat) -> Decision | None:
        if not isinstance(incoming.body, Written):
            return None
        hint = (chat.memory.language if chat.memory else None) or incoming.client_language
        return self.understanding.decide(incoming.body.text, hint)

    def finish(self, incoming: Incoming, turn: Turn, update_id: int | None = None) -> None:
        """Keeps what follows from a turn whose replies have been sent, all of it at once."""
        now = self.clock()
        with self.store.together():
            changes = self.casework.changes(incoming, turn.effects, now) if self.casework else Changes()
            counts = self.counter.counts(incoming.address, turn.cells, now) if self.counter else ()
            self.store.finish(update_id, now, replace(changes, chats={incoming.address: turn.memory}, counts=counts))

    def remark(self, incoming: Incoming, key: str) -> Reply:
        """An interface text in the chat's language, outside the conversation."""
        memory = self.store.memory(incoming.address) or Memory()
        code = spoken(memory, incoming.client_language, self.knowledge)
        return Speech(self.current(), self.knowledge.languages[code], self.today()).say(key)

    # Staff

    def take_from_staff(self, incoming: FromStaff, update_id: int) -> None:
        """Takes and keeps one thing that a member of staff did; everything they read goes through the outbox."""
        if self.casework is None:
            return
        now = self.clock()
        with self.store.together():
            changes = Staffwork(self.casework, incoming, now).changes()
            counts = self.counter.punctuality(changes, self.store.case, now) if self.counter else ()
            self.store.finish(update_id, now, replace(changes, counts=counts))

    def today(self) -> dt.date:
        """The day in the estate."""
        return self.knowledge.day_of(self.clock())
