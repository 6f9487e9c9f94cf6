"""Which replies a machine may translate: curated words that are about nobody and that nobody's safety hangs on."""

from __future__ import annotations

from bot.conversation.chat import Chat
from bot.effects import Turn
from bot.messages import Commanded, Incoming, Pressed, Verb
from bot.understanding.decision import Decision

ABOUT_THE_RESIDENT = frozenset({"mydata", "forget"})
CURATED = frozenset(
    {Verb.ANSWER, Verb.HELPED, Verb.NOT_HELPED, Verb.TOPIC, Verb.TOPICS, Verb.PERSON, Verb.SEND_QUESTION, Verb.DECLINED}
)
"""Buttons whose answers hold nothing of a case."""
TRANSLATED_LABELS = CURATED - {Verb.DECLINED} | {Verb.DANISH, Verb.LANGUAGES}
"""Buttons that lead to curated words. What somebody agrees to is said in words that a person wrote."""


def may_be_translated_into(incoming: Incoming, decision: Decision | None, chat: Chat, turn: Turn) -> str | None:
    """The language into which the replies of a turn may be translated; None: they go at once, as they are."""
    reads = turn.memory.reads if turn.memory else None
    in_danger = decision is not None and decision.escalation is not None and decision.escalation.urgent
    if reads is None or in_danger or turn.effects or chat.open_case:
        return None
    match incoming.body:
        case Commanded(name) if name in ABOUT_THE_RESIDENT:
            return None
        case Pressed(action) if action is None or action.verb not in CURATED:
            return None
        case _:
            return reads
