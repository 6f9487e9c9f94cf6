"""What residents see, in one language, of an estate whose facts are filled in."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.chat import Chat
from bot.conversation.handover import Handover
from bot.conversation.speech import Speech
from bot.messages import Commanded, Incoming, Reply
from knowledge.content import Knowledge
from tests.bot.conversation.resident import Resident, answer, clarify
from tests.knowledge.estates import FULL, TODAY

LIKE_ONE_ANOTHER = ("plan.rent", "plan.start", "vote.when")


def filled(knowledge: Knowledge) -> Knowledge:
    """The content with facts for every placeholder, and the real help lines."""
    return replace(knowledge, estate=replace(FULL, helplines=knowledge.estate.helplines))


def speech_in(knowledge: Knowledge, code: str) -> Speech:
    """All that can be said in a language."""
    return Speech(filled(knowledge), knowledge.languages[code], TODAY)


def samples(knowledge: Knowledge, code: str) -> list[Reply]:
    """The welcome, an answer with its buttons, an urgent reply, a question back, and the privacy text."""
    resident = Resident(filled(knowledge), code)
    urgent = Handover(speech_in(knowledge, code), Chat(), Incoming("a chat", Commanded("start")))
    return [
        *resident.commands("start"),
        *resident.writes(answer("vote.when", code)),
        urgent.urgent_lines("self_harm"),
        *resident.writes(clarify(*LIKE_ONE_ANOTHER, language=code)),
        *resident.commands("privacy"),
    ]


def everything(knowledge: Knowledge, code: str) -> list[Reply]:
    """Every answer, every menu, and what the commands say."""
    speech, resident = speech_in(knowledge, code), Resident(filled(knowledge), code)
    answers = [speech.answer(entry) for entry in knowledge.entries.values()]
    menus = [menu for topic in knowledge.topics for page in range(9) if (menu := speech.topic(f"{topic}~{page}"))]
    commands = [reply for name in ("help", "language", "topics", "person") for reply in resident.commands(name)]
    return [*answers, *menus, *commands]
