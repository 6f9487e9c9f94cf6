"""Examples of sensitive matters: enough of each, none twice, no category that does not exist."""

from __future__ import annotations

import pytest

from tests.knowledge.content_tree import ContentTree

FILE = "languages/en/sensitive.yaml"


def whats(tree: ContentTree) -> list[str]:
    return [problem.what for problem in tree.problems()]


def test_the_small_content_is_right(tree: ContentTree) -> None:
    assert whats(tree) == []


@pytest.mark.parametrize(
    ("old", "what"),
    [
        ("    - hits violence 18\n", "sensitive matter violence has 17 examples"),
        ("    - hits money 12\n", "sensitive matter money has 11 examples"),
        ("  - hits harmless 40\n", "harmless has 39 messages"),
        ("    - hits 5\n", "urgent matter violence has 4 cues"),
    ],
)
def test_too_few_are_named(tree: ContentTree, old: str, what: str) -> None:
    tree.replace(FILE, old, "")
    assert whats(tree) == [what]


@pytest.mark.parametrize("twin", ["hits violence 1", "Hits  Money 1", "when do they build 1", "when do we vote 8"])
def test_a_message_that_stands_for_two_things_is_named_with_both_places(tree: ContentTree, twin: str) -> None:
    tree.replace(FILE, "hits harmless 7\n", f"{twin}\n")
    (problem,) = tree.problems()
    assert problem.what.startswith(f"{twin!r} stands at ")
    assert problem.place.line == tree.line_of(FILE, "hits harmless 8") - 1


def test_a_cue_of_two_letters_is_named(tree: ContentTree) -> None:
    tree.replace(FILE, "    - hits 5\n", "    - hi*\n")
    assert whats(tree) == ["the cue 'hi*' is too short"]


@pytest.mark.parametrize("part", ["examples", "cues"])
def test_a_category_there_is_not_is_named(tree: ContentTree, part: str) -> None:
    tree.replace(FILE, f"{part}:\n  violence:", f"{part}:\n  violense:")
    (problem,) = tree.load_problems()
    assert problem.what == "there is no category 'violense'"
    assert problem.place.line == tree.line_of(FILE, "violense")


def test_a_missing_file_is_named(tree: ContentTree) -> None:
    (tree.root / FILE).unlink()
    (problem,) = tree.load_problems()
    assert problem.what == "the file is missing"
