"""A resident in a test, whose chat goes on from turn to turn as the program would keep it; decisions made by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.cases.case import Case
from bot.conversation.chat import Chat, Interpreting
from bot.conversation.respond import respond
from bot.effects import Effect, Memory
from bot.messages import (
    Action,
    Body,
    Button,
    Commanded,
    Incoming,
    Pressed,
    Quoted,
    Reply,
    StaffVerb,
    Unreadable,
    Verb,
    Written,
)
from bot.understanding.decision import Candidate, Decision
from knowledge.content import Knowledge

TODAY = dt.date(2027, 3, 1)


class Resident:
    """Writes, presses and commands; `memory` is what is remembered of them."""

    def __init__(self, knowledge: Knowledge, app_language: str | None = None, memory: Memory | None = None) -> None:
        self.knowledge = knowledge
        self.app_language = app_language
        self.memory = memory
        self.cases: tuple[Case, ...] = ()
        self.hands_over = False
        self.interpreting = Interpreting.NOBODY
        self.quoted: Quoted | None = None
        self.effects: tuple[Effect, ...] = ()
        """What followed from the last turn."""

    def does(self, body: Body, decision: Decision | None = None) -> tuple[Reply, ...]:
        incoming = Incoming("a chat", body, self.app_language, message=77, quoted=self.quoted)
        chat = Chat(self.memory, self.cases, self.hands_over, interpreting=self.interpreting)
        turn = respond(incoming, decision, chat, self.knowledge, TODAY)
        self.memory, self.effects = turn.memory, turn.effects
        return turn.replies

    def writes(self, decision: Decision, text: str = "some words") -> tuple[Reply, ...]:
        return self.does(Written(text), decision)

    def commands(self, name: str) -> tuple[Reply, ...]:
        return self.does(Commanded(name))

    def presses(self, verb: Verb | StaffVerb, about: str = "") -> tuple[Reply, ...]:
        return self.does(Pressed(Action(verb, about)))

    def sends(self, kind: str) -> tuple[Reply, ...]:
        return self.does(Unreadable(kind))


def known(knowledge: Knowledge, language: str = "en", *, chosen: bool = False) -> Resident:
    """A resident who has written before."""
    return Resident(knowledge, memory=Memory(language, chosen))


def answer(entry: str, language: str = "en") -> Decision:
    return Decision("answer", entry, 0.9, (Candidate(entry, 0.9),), language)


def clarify(*entries: str, language: str = "en") -> Decision:
    return Decision("clarify", None, 0.6, tuple(Candidate(each, 0.3) for each in entries), language)


def no_match(language: str = "en") -> Decision:
    return Decision("no_match", None, 0.9, (), language)


def smalltalk(kind: str | None, language: str = "en") -> Decision:
    return Decision("smalltalk", None, 0.9, (), language, smalltalk=kind)


def said(knowledge: Knowledge, key: str, language: str = "en", **arguments: str) -> str:
    """An interface text."""
    return knowledge.languages[language].texts(key, **arguments)


def title(knowledge: Knowledge, entry: str, language: str = "en") -> str:
    return knowledge.languages[language].wordings[entry].title


def buttons(replies: Sequence[Reply]) -> Iterator[Button]:
    for reply in replies:
        for row in reply.buttons:
            yield from row


def actions(*replies: Reply) -> list[Action]:
    return [button.action for button in buttons(replies)]


def changed_language(knowledge: Knowledge, code: str, **changes: Any) -> Knowledge:
    """The content with something about one language changed."""
    language = replace(knowledge.languages[code], **changes)
    return replace(knowledge, languages={**knowledge.languages, code: language})


def changed_estate(knowledge: Knowledge, **changes: Any) -> Knowledge:
    """The content with something about the estate changed."""
    return replace(knowledge, estate=replace(knowledge.estate, **changes))
