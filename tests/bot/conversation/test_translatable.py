"""Which replies a machine may translate, and whose language it then is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.chat import Chat
from bot.conversation.respond import respond
from bot.conversation.tongue import heard
from bot.effects import Memory
from bot.messages import Action, Body, Commanded, Incoming, Pressed, Verb, Written
from bot.understanding.decision import Decision, Escalation
from knowledge.content import Knowledge
from tests.bot.conversation.resident import TODAY

PAIRS = frozenset({("en", "ta"), ("da", "ta")})
TAMIL = Memory("en", reads="ta")
IN_TAMIL = Decision("no_match", None, 0.9, (), "ta")
URGENT = Escalation("violence", urgent=True, mode="automatic")


def into(knowledge: Knowledge, body: Body, decision: Decision | None = None, memory: Memory = TAMIL) -> str | None:
    chat = Chat(memory, pairs=PAIRS)
    return respond(Incoming("a chat", body, "en"), decision, chat, knowledge, TODAY).into


@pytest.mark.parametrize(
    "body", [Commanded("help"), Commanded("topics"), Pressed(Action(Verb.TOPIC, "vote")), Pressed(Action(Verb.TOPICS))]
)
def test_curated_words_may_be_translated(knowledge: Knowledge, body: Body) -> None:
    assert into(knowledge, body) == "ta"


@pytest.mark.parametrize(
    "body",
    [
        Commanded("mydata"),
        Commanded("forget"),
        Pressed(None),
        Pressed(Action(Verb.CASE_HELPED, "7")),
        Pressed(Action(Verb.LANGUAGE, "da")),
        Pressed(Action(Verb.NAMED, "human")),
    ],
)
def test_what_is_about_the_resident_or_a_case_never_is(knowledge: Knowledge, body: Body) -> None:
    assert into(knowledge, body) is None


def test_in_danger_nothing_is_waited_for(knowledge: Knowledge) -> None:
    assert into(knowledge, Written("x y"), IN_TAMIL) == "ta"
    assert into(knowledge, Written("x y"), replace(IN_TAMIL, escalation=URGENT)) is None


def test_who_has_chosen_a_curated_language_must_write_the_other_twice(knowledge: Knowledge) -> None:
    once = heard(Memory("en", chosen=True), IN_TAMIL, "en", knowledge, PAIRS).memory
    assert (once.reads, once.candidate) == (None, "ta")
    assert heard(once, IN_TAMIL, "en", knowledge, PAIRS).memory.reads == "ta"


def test_a_language_that_no_machine_has_is_not_remembered(knowledge: Knowledge) -> None:
    assert heard(Memory("en"), replace(IN_TAMIL, language="ckb"), "en", knowledge, PAIRS).memory.reads is None
    assert heard(Memory("en"), IN_TAMIL, "en", knowledge).memory.reads is None


def test_writing_a_curated_language_ends_it(knowledge: Knowledge) -> None:
    assert heard(TAMIL, replace(IN_TAMIL, language="tr"), "en", knowledge, PAIRS).memory == Memory("tr")
