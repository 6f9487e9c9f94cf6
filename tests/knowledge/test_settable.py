"""Facts set by staff go over the file's, and the file's come back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from knowledge.content import Estate, Knowledge
from knowledge.settable import SETTABLE, contradicts, overlaid

TYPED = {
    "date-ahead": "2000-12-31",
    "date-behind": "2000-12-31",
    "time": "18:30",
    "words": "I salen",
    "phone": "+4512345678",
    "email": "a@example.org",
    "weekdays": "monday, friday",
    "dates": "2000-12-24, 2000-12-31",
    "spans": "09:00-12:00, 13:00-15:30",
    "happenings": "2000-12-31 18:30, Møde, Salen",
}
TODAY = dt.date(2000, 12, 1)


def typed(name: str) -> str:
    form = SETTABLE[name].form
    return form.choices[0] if form.choices else TYPED[form.name]


@pytest.mark.parametrize("name", SETTABLE)
def test_every_fact_can_be_set_and_emptied(knowledge: Knowledge, name: str) -> None:
    fact = SETTABLE[name]
    value = fact.form.write(fact.form.read(typed(name), TODAY))
    changed = overlaid(knowledge, {name: value})
    assert fact.now(changed.estate) == value
    before, after = ({each: other.now(of.estate) for each, other in SETTABLE.items()} for of in (knowledge, changed))
    assert [each for each in SETTABLE if before[each] != after[each]] == [name]
    assert fact.now(overlaid(changed, {name: ""}).estate) == ""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", SETTABLE)
def test_the_staff_are_told_how_every_fact_is_written(knowledge: Knowledge, name: str, language: str) -> None:
    texts, form = knowledge.staff[language], SETTABLE[name].form
    for choice in form.choices:
        assert texts.has(f"fact-{name.replace('.', '-')}-{choice}")
    assert form.choices or texts.has(f"fact-form-{form.name}")
    listed = texts("fact-names")
    assert name in listed or name.rpartition(".")[0] in listed


def test_without_facts_the_content_is_the_same(knowledge: Knowledge) -> None:
    assert overlaid(knowledge, {}) is knowledge


def test_what_another_version_has_stored_is_passed_over(knowledge: Knowledge) -> None:
    assert overlaid(knowledge, {"nonsense": "1", "vote.date": "engang"}).estate == knowledge.estate


@pytest.mark.parametrize(
    ("result", "phase", "wrong"),
    [
        ("yes", "adopted", False),
        ("no", "rejected", False),
        ("yes", "rejected", True),
        ("no", "adopted", True),
        ("yes", "before_vote", True),
        ("yes", None, False),
        (None, "before_vote", False),
    ],
)
def test_a_result_and_a_phase_may_contradict_each_other(result: str, phase: str, wrong: bool) -> None:
    estate = replace(Estate("", "UTC"), vote_result=result, phase=phase)  # type: ignore[arg-type]
    assert contradicts(estate) is wrong
