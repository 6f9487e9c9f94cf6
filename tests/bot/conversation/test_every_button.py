"""Pressing every button there is, in every language: each leads somewhere, and everything can be reached."""

from __future__ import annotations

from collections import deque

import pytest

from bot.conversation.respond import COMMANDS
from bot.effects import Memory
from bot.messages import Action, Commanded, Pressed, Reply, Verb
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from tests.bot.conversation.resident import Resident, actions, said

LANGUAGES = sorted(load_knowledge().languages)


def walk(knowledge: Knowledge, code: str) -> dict[Action, tuple[Reply, ...]]:
    """Every button that can be reached from the commands without changing language, with what follows on it."""

    def resident() -> Resident:
        return Resident(knowledge, memory=Memory(code, chosen=True))

    shown = [reply for name in COMMANDS for reply in resident().does(Commanded(name))]
    waiting = deque(actions(*shown))
    followed: dict[Action, tuple[Reply, ...]] = {}
    while waiting:
        action = waiting.popleft()
        if action not in followed:
            followed[action] = resident().does(Pressed(action))
            if action.verb is not Verb.LANGUAGE:
                waiting.extend(actions(*followed[action]))
    return followed


@pytest.fixture(scope="module")
def walks(knowledge: Knowledge) -> dict[str, dict[Action, tuple[Reply, ...]]]:
    return {code: walk(knowledge, code) for code in LANGUAGES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_button_leads_to_a_reply(
    knowledge: Knowledge, walks: dict[str, dict[Action, tuple[Reply, ...]]], code: str
) -> None:
    for action, replies in walks[code].items():
        assert replies, action
        assert all(reply.text.strip() for reply in replies), action
        assert said(knowledge, "old-button", code) not in [reply.text for reply in replies], action


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_topic_and_language_can_be_reached(
    knowledge: Knowledge, walks: dict[str, dict[Action, tuple[Reply, ...]]], code: str
) -> None:
    reached = walks[code].keys()
    assert {Action(Verb.ANSWER, entry) for entry in knowledge.entries} <= reached
    assert {Action(Verb.TOPIC, topic) for topic in knowledge.topics} <= reached
    assert {Action(Verb.LANGUAGE, language) for language in knowledge.languages} <= reached
    assert Action(Verb.PERSON) in reached


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_label_has_words(walks: dict[str, dict[Action, tuple[Reply, ...]]], code: str) -> None:
    labels = [
        button.label for replies in walks[code].values() for reply in replies for row in reply.buttons for button in row
    ]
    assert labels
    assert all(label.strip() for label in labels)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_button_leads_into_that_language(
    knowledge: Knowledge, walks: dict[str, dict[Action, tuple[Reply, ...]]], code: str
) -> None:
    for other in knowledge.languages:
        assert walks[code][Action(Verb.LANGUAGE, other)][0].text == said(knowledge, "language-set", other)
