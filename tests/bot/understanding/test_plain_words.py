"""The plainest words for each sensitive matter, in every language, lead to a person.

Each is what one would say to a doctor or an official; that they are short and formal is what makes them hard for a
recogniser that learnt from how people beat about the bush.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation import Labelled, read_messages
from bot.understanding.decide import Understanding

MESSAGES = read_messages([Path(__file__).parents[2] / "languages" / "plain.sensitive.jsonl"])
URGENT = ("emergency", "self_harm", "violence", "child_at_risk")
MOST_MISSED = 0.05
"""Of what is not urgent."""


@pytest.mark.parametrize(
    "message", [each for each in MESSAGES if each.category in URGENT], ids=lambda message: message.id
)
def test_who_says_plainly_that_somebody_is_in_danger_gets_the_numbers_to_call(
    understanding: Understanding, message: Labelled
) -> None:
    escalation = understanding.decide(message.text).escalation
    assert escalation is not None
    assert escalation.urgent


def test_who_says_plainly_what_is_the_matter_is_offered_a_person(understanding: Understanding) -> None:
    missed = [each.id for each in MESSAGES if understanding.decide(each.text).escalation is None]
    assert len(missed) <= MOST_MISSED * len(MESSAGES), missed
