"""What is wrong with a file is said with its line, and all of it at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from knowledge.problems import ContentError
from tests.knowledge.content_tree import ContentTree

CATALOGUE, ESTATE = "catalogue.yaml", "estate.yaml"
PLAN, VOTE = "languages/en/faq/plan.yaml", "languages/en/faq/vote.yaml"
OTHER, LANGUAGE, FTL = "languages/en/other.yaml", "languages/en/language.yaml", "languages/en/interface.ftl"


@dataclass(frozen=True)
class Broken:
    """One change to a file, and what must be said of it."""

    file: str
    old: str
    new: str
    what: str
    remedy: str
    at: str
    """Words on the line that must be named."""
    entry: str | None = None


BROKEN = [
    Broken(CATALOGUE, "asks: when is", "ask: when is", "unknown key ask", "Check its spelling", "ask:", "vote.when"),
    Broken(
        CATALOGUE, "  vote.when:", "  cafe.when:", "'cafe.when' belongs to no topic", "plan, vote", "cafe", "cafe.when"
    ),
    Broken(CATALOGUE, "[S4]", "[S9]", "sections.0 has an unknown value", "'S7'", "S9", "plan.start"),
    Broken(
        CATALOGUE, "source: estate", "source: gossip", "source has an unknown value", "'nabo'", "gossip", "vote.when"
    ),
    Broken(CATALOGUE, "2026-01-31", "31.1.2026", "confirmed must be a date", "2026-12-31", "31.1", "plan.start"),
    Broken(CATALOGUE, "topics: [plan, vote]", "topics: plan", "topics must be a list", "dash", "topics"),
    Broken(CATALOGUE, "topics: [plan, vote]", "", "topics is missing", "Add it", "entries"),
    Broken(ESTATE, "phase:", "phase: soon", "phase has an unknown value", "'before_vote', 'adopted'", "soon"),
    Broken(ESTATE, "  date:", "  date: tomorrow", "vote.date must be a date", "2026-12-31", "tomorrow"),
    Broken(ESTATE, "  time:", "  time: late", "vote.time must be a time of day", "18:30", "late"),
    Broken(ESTATE, "  place:", "  places:", "unknown key vote.places", "spelling", "places"),
    Broken(ESTATE, "    phone:", "    phone: [1]", "contacts.staff.phone must be text", "quotes", "phone"),
    Broken(PLAN, "  title: When", "  titel: When", "title is missing", "Add it", "plan.start", "plan.start"),
    Broken(PLAN, "title: When does it start?", 'title: " "', "title is empty", "Fill it in", "title", "plan.start"),
    Broken(PLAN, "title: When does it start?", "title:", "title is missing", "Add it", "title", "plan.start"),
    Broken(
        PLAN, "    adopted:", "    agreed:", "unknown phase 'agreed'", "before_vote, adopted", "agreed", "plan.start"
    ),
    Broken(
        PLAN, "    rehousing:", "    finished,adopted:", "'adopted' stands twice", "once", "finished,", "plan.start"
    ),
    Broken(PLAN, "build 3", "build 3: now", "phrasings.2 must be text", "double quotes", "build 3", "plan.start"),
    Broken(PLAN, "  answer: >-", "  answer: a: b", "not valid YAML", 'texts holding ": "', "answer"),
    Broken(PLAN, "  answer: >-", "\tanswer: >-", "not valid YAML", "indentation", "answer"),
    Broken(
        VOTE, "vote.when:", "plan.start:", "the entry stands in", "Remove one of the two", "plan.start", "plan.start"
    ),
    Broken(OTHER, "  thanks:", "  thx:", "smalltalk.thx has an unknown value", "'thanks'", "thx"),
    Broken(OTHER, "out_of_scope:", "out_of_scop:", "out_of_scope is missing", "Add it", "smalltalk:"),
    Broken(LANGUAGE, "ltr", "up", "direction has an unknown value", "'ltr' or 'rtl'", "direction"),
    Broken(LANGUAGE, "en_GB", "xx_YY", "xx_YY is not known", "Correct", "locale"),
    Broken(LANGUAGE, "en_GB", "e/n", "e/n is not known", "Correct", "locale"),
    Broken(
        LANGUAGE, "locale:", "reviews: [{by: A, native: often, on: 2026-01-01}]\nlocale:", "native", "Correct", "often"
    ),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.what)
def test_a_fault_is_named_with_line_and_remedy(tree: ContentTree, broken: Broken) -> None:
    tree.replace(broken.file, broken.old, broken.new)
    found = [problem for problem in tree.load_problems() if broken.what in problem.what]
    assert len(found) == 1, tree.load_problems()
    (problem,) = found
    assert problem.place.file == tree.root / broken.file
    assert problem.place.line == tree.line_of(broken.file, broken.at)
    assert broken.remedy in problem.remedy
    assert problem.severity == "error"
    assert problem.entry == broken.entry


@pytest.mark.parametrize(
    ("name", "key", "again"),
    [
        (CATALOGUE, "plan.start", "  plan.start: {}"),
        (PLAN, "plan.start", "plan.start: {}"),
        (ESTATE, "name", "name: B"),
    ],
)
def test_a_key_that_stands_twice(tree: ContentTree, name: str, key: str, again: str) -> None:
    before = (tree.root / name).read_text(encoding="utf-8")
    tree.write(name, before + again + "\n")
    (problem,) = tree.load_problems()[:1]
    assert problem.what == f"{key!r} stands twice"
    assert (problem.place.file, problem.place.line) == (tree.root / name, before.count("\n") + 1)


@pytest.mark.parametrize("name", [CATALOGUE, ESTATE, PLAN, OTHER, LANGUAGE, FTL])
def test_a_missing_file(tree: ContentTree, name: str) -> None:
    (tree.root / name).unlink()
    problem = tree.load_problems()[0]
    assert (problem.place.file, problem.place.line) == (tree.root / name, 1)
    assert problem.remedy


@pytest.mark.parametrize("name", [CATALOGUE, ESTATE, PLAN, OTHER, LANGUAGE, FTL])
def test_a_file_in_another_encoding(tree: ContentTree, name: str) -> None:
    (tree.root / name).write_bytes("name: Værebro".encode("latin-1"))
    problem = tree.load_problems()[0]
    assert problem.place.file == tree.root / name
    assert "cannot be read" in problem.what


@pytest.mark.parametrize("text", ["[]", "- a", "words", '"words"'])
@pytest.mark.parametrize("name", [CATALOGUE, ESTATE, PLAN, OTHER, LANGUAGE])
def test_a_file_that_is_something_else(tree: ContentTree, name: str, text: str) -> None:
    tree.write(name, text)
    problem = tree.load_problems()[0]
    assert problem.place.file == tree.root / name
    assert "list of names and values" in problem.what


@pytest.mark.parametrize(
    "text", ["plan.start:", "plan.start: words", "plan.start: [a]", "plan.start: {phrasings: words}"]
)
def test_a_wording_that_is_something_else(tree: ContentTree, text: str) -> None:
    tree.write(PLAN, text)
    assert all(problem.entry == "plan.start" and problem.place.line == 1 for problem in tree.load_problems())


def test_a_part_that_refers_to_itself(tree: ContentTree) -> None:
    tree.write(PLAN, "plan.start: &a {title: *a}")
    assert "refers to itself" in tree.load_problems()[0].what


def test_without_danish_nothing_works(tree: ContentTree) -> None:
    (tree.root / "languages/da").rename(tree.root / "languages/sv")
    (problem,) = tree.load_problems()
    assert problem.what == "the Danish content is missing"


def test_folders_that_hide_are_no_languages(tree: ContentTree) -> None:
    (tree.root / "languages/.draft").mkdir()
    (tree.root / "languages/_draft").mkdir()
    assert list(tree.load().languages) == ["da", "en"]


def test_all_problems_are_collected(tree: ContentTree) -> None:
    tree.replace(CATALOGUE, "source: estate", "source: gossip")
    tree.replace(ESTATE, "phase:", "phase: soon")
    tree.replace(PLAN, "title:", "titel:")
    tree.replace(VOTE, "title:", "titel:")
    tree.replace(LANGUAGE, "ltr", "up")
    files = [problem.place.file.name for problem in tree.load_problems()]
    assert files == ["catalogue.yaml", "estate.yaml", "language.yaml"]
    tree.replace(LANGUAGE, "up", "ltr")
    files = [problem.place.file.name for problem in tree.load_problems()]
    assert files == ["catalogue.yaml", "estate.yaml", *["plan.yaml"] * 2, *["vote.yaml"] * 2]
    with pytest.raises(ContentError, match=r"(?s)gossip|source has an unknown value.*phase has an unknown value"):
        tree.load()


def test_an_empty_value_counts_as_not_given(tree: ContentTree) -> None:
    tree.replace(CATALOGUE, "related: [plan.start]", "related:\n    offers_person:")
    entry = tree.load().entries["vote.when"]
    assert entry.related == ()
    assert entry.offers_person is False


def test_what_is_loaded(tree: ContentTree) -> None:
    tree.replace(ESTATE, "phase:", "phase: adopted")
    tree.replace(ESTATE, "  date:", "  date: 2026-05-01")
    tree.replace(ESTATE, "  time:", '  time: "18:30"')
    tree.replace(ESTATE, "  result:", "  result: yes")
    tree.replace(ESTATE, "contacts:", "cafe: {dinner_days: [friday, monday]}\nclosed: [2026-12-24]\ncontacts:")
    tree.replace(CATALOGUE, "    related: [plan.start]", "    offers_person: yes")
    knowledge = tree.load()
    estate, entry = knowledge.estate, knowledge.entries["vote.when"]
    assert (estate.phase, estate.vote_result) == ("adopted", "yes")
    assert (estate.vote.date, estate.vote.time) == (dt.date(2026, 5, 1), dt.time(18, 30))
    assert estate.cafe.dinner_days == (4, 0)
    assert estate.closed == (dt.date(2026, 12, 24),)
    assert (entry.topic, entry.offers_person, entry.confirmed) == ("vote", True, dt.date(2026, 1, 31))
    assert entry.place.line == tree.line_of(CATALOGUE, "vote.when:")
    wording = knowledge.languages["da"].wordings["plan.start"]
    assert dict(wording.phases) == {"adopted": "Byggeriet er vedtaget.", "rehousing": "Byggeriet er vedtaget."}
    assert len(wording.phrasings) == 12
    assert knowledge.entries_of("plan") == (knowledge.entries["plan.start"],)


def test_who_reads_what(tree: ContentTree) -> None:
    tree.replace("languages/da/language.yaml", "locale:", "also_read: [nb, sv]\nlocale:")
    knowledge = tree.load()
    readers = {code: knowledge.reader_of(code) for code in ("en", "sv", "ta")}
    assert {code: language and language.code for code, language in readers.items()} == {
        "en": "en",
        "sv": "da",
        "ta": None,
    }
