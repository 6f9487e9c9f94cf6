"""What the recogniser of sensitive matters takes from the matching of entries."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.decide import Understanding
from bot.understanding.examples import NOTHING
from bot.understanding.normalise import normalised
from bot.understanding.sensitive import PLAIN, Matched, sensitive_chances

LABELS = ("plan.rent", "~thanks", NOTHING)


def test_being_off_topic_is_no_answer() -> None:
    matched = Matched.of(np.array([0.1, 0.2, 0.7], dtype=np.float32), LABELS)
    assert matched.answered == pytest.approx(0.2)
    assert matched.off_topic == pytest.approx(0.7)


def test_the_surer_a_message_is_answered_or_off_topic_the_less_it_needs_a_person(spelling_only: Understanding) -> None:
    recogniser, weights = spelling_only.recogniser, spelling_only.calibration.sensitive
    plain = recogniser.model.labels.index(PLAIN)

    def chance_of_plain(matched: Matched) -> float:
        views = recogniser.views(normalised("jeg skal have en ny opskrift"), None, "da", matched)
        return float(sensitive_chances(views, weights)[plain])

    unsure = chance_of_plain(Matched(0.2, 0.2))
    assert chance_of_plain(Matched(0.9, 0.05)) > unsure
    assert chance_of_plain(Matched(0.05, 0.9)) > chance_of_plain(Matched(0.05, 0.2))
