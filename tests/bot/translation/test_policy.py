from __future__ import annotations

import pytest

from bot.conversation.chat import Interpreting
from bot.translation.policy import CasePolicy


@pytest.mark.parametrize(
    ("stays", "third_party", "told"),
    [
        (True, False, Interpreting.OWN),
        (True, True, Interpreting.OWN),
        (False, True, Interpreting.ASKED),
        (False, False, Interpreting.NOBODY),
    ],
)
def test_residents_are_told_who_may_translate(stays: bool, third_party: bool, told: Interpreting) -> None:
    policy = CasePolicy("LibreTranslate", stays, third_party, pairs=lambda: ())
    assert policy.interpreting is told
    assert (told is not Interpreting.NOBODY) == policy.may(agreed=True)
