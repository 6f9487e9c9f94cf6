"""What there is to learn from."""

from __future__ import annotations

from bot.understanding.examples import NOTHING, SMALLTALK, examples_of, is_entry
from bot.understanding.normalise import normalised
from knowledge.content import SMALLTALK_KINDS, Knowledge


def test_every_entry_has_examples_in_every_language(knowledge: Knowledge) -> None:
    found = {(example.label, example.language) for example in examples_of(knowledge)}
    assert {(entry, code) for entry in knowledge.entries for code in knowledge.languages} <= found


def test_smalltalk_and_what_no_entry_answers_are_labels_of_their_own(knowledge: Knowledge) -> None:
    others = {example.label for example in examples_of(knowledge) if not is_entry(example.label)}
    assert others == {NOTHING, *(SMALLTALK + kind for kind in SMALLTALK_KINDS)}


def test_titles_are_examples_too(knowledge: Knowledge) -> None:
    examples = {(example.text, example.label) for example in examples_of(knowledge)}
    for wording in knowledge.languages["da"].wordings.values():
        assert (normalised(wording.title), wording.entry) in examples


def test_examples_are_normalised_in_a_fixed_order_and_none_stands_twice(knowledge: Knowledge) -> None:
    examples = examples_of(knowledge)
    assert examples == examples_of(knowledge)
    assert len(set(examples)) == len(examples)
    assert all(example.text for example in examples)
