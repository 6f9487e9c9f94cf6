"""Every rule of `nabo check` has an example here that breaks it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from knowledge.check import summary
from knowledge.checks.agreement import differences, facts_in, numbers_in
from knowledge.checks.markup import balanced
from knowledge.checks.neutral import loaded_words
from knowledge.problems import Problem
from tests.knowledge.content_tree import ContentTree

CATALOGUE, ESTATE = "catalogue.yaml", "estate.yaml"
PLAN_DA, PLAN_EN = "languages/da/faq/plan.yaml", "languages/en/faq/plan.yaml"
VOTE_DA, VOTE_EN = "languages/da/faq/vote.yaml", "languages/en/faq/vote.yaml"
OTHER, LANGUAGE = "languages/en/other.yaml", "languages/en/language.yaml"
FTL_DA, FTL_EN = "languages/da/interface.ftl", "languages/en/interface.ftl"


@dataclass(frozen=True)
class Broken:
    """One change to the content, and the problem it must give."""

    file: str
    old: str
    new: str
    what: str
    remedy: str
    at: str
    """Words on the line that the problem names."""
    entry: str | None = None
    severity: str = "error"
    reported: str | None = None
    """The file that the problem names, if it is not the one that was changed."""


CATALOGUE_RULES = [
    Broken(
        CATALOGUE, "[vote.when]", "[vote.gone]", "'vote.gone', which is no entry", "id of another", "gone", "plan.start"
    ),
    Broken(CATALOGUE, "[vote.when]", "[plan.start]", "is the entry itself", "another", "related: [plan", "plan.start"),
    Broken(CATALOGUE, "    sections: [S4]\n", "", "no section is named", "sections: [S4]", "plan.start", "plan.start"),
]

WORDING_RULES = [
    Broken(PLAN_EN, "plan.start:", "plan.other:", "has no wording in English", "Add plan.start", "plan", "plan.start"),
    Broken(PLAN_EN, "plan.start:", "plan.other:", "knows no such entry", "Correct the id", "plan.other", "plan.other"),
    Broken(
        PLAN_EN,
        "does it start?",
        "does it start, and how and why?",
        "title has 36 characters",
        "to 30",
        "title",
        "plan.start",
    ),
    Broken(VOTE_EN, "When is the vote?", "when does  it start?", "same as that of plan.start", "apart", "title"),
    Broken(PLAN_EN, "In 2026", "so " * 60 + "In 2026", "answer has 81 words", "75 words", "answer", "plan.start"),
    Broken(PLAN_DA, "Tidligst", "så " * 55 + "tidligst", "answer has 77 words", "70 words", "answer", "plan.start"),
    Broken(VOTE_EN, "unset: The", "unset: " + "so " * 80 + "The", "unset has 86", "75 words", "unset", "vote.when"),
    Broken(PLAN_EN, "adopted: The", "adopted: " + "so " * 80 + "The", "phases.adopted has 85", "75", "    adopted"),
    Broken(PLAN_EN, "    rehousing:", "    building:", "phases.rehousing is missing", "da/faq/plan.yaml:1", "phases"),
    Broken(PLAN_EN, "    rehousing:", "    building:", "phases.building is a text that", "Remove it", "building:"),
    Broken(PLAN_EN, "  phases:", "  unset: Not yet.\n  phases:", "unset is a text that", "da/faq/plan.yaml:1", "unset"),
    Broken(
        VOTE_DA, "meldt ud.", "fastsat.", "moved on since version", "follows: ", "when", "vote.when", "warning", VOTE_EN
    ),
    Broken(PLAN_EN, "  follows:", "  # was:", "does not say which", "follows: ", "plan.start", "plan.start", "warning"),
]

PHRASING_RULES = [
    Broken(PLAN_EN, "    - when do they build 8\n", "", "7 phrasings", "until there are 8", "plan.start", "plan.start"),
    Broken(PLAN_DA, "    - hvornår bygger de 12\n", "", "11 phrasings", "until there are 12", "plan.start"),
    Broken(PLAN_EN, "build 8", "build 8\n    - WHEN do  they build 2", "stands twice", "plan.yaml:12", "WHEN"),
    Broken(
        VOTE_EN, "vote 8", "vote 8\n    - when do they build 2", "phrasing of plan.start too", "where it fits", "build"
    ),
    Broken(VOTE_EN, "when do we vote 7", '"we\\u202e vote"', "invisible characters", "anew", "202e", "vote.when"),
    Broken(OTHER, "    - talk thanks 3\n", "", "smalltalk.thanks has 4 messages", "at least 5", "thanks:"),
    Broken(OTHER, "  - talk nothing 7\n", "", "out_of_scope has 49 messages", "at least 50", "out_of_scope"),
    Broken(OTHER, "talk ok 3", "When do we vote 3", "phrasing of vote.when too", "one place", "we vote 3", "vote.when"),
]

MARKUP_RULES = [
    Broken(VOTE_EN, "{vote.date}", "{vote.day}", "unknown fact {vote.day}", "vote.date, ", "answer", "vote.when"),
    Broken(VOTE_EN, "date is {", "date {} is {", "stray brace", "no braces otherwise", "answer", "vote.when"),
    Broken(VOTE_EN, "{vote.date}.", "{vote.date", "stray brace", "no braces otherwise", "answer", "vote.when"),
    Broken(VOTE_EN, "When is the vote?", '"When: {vote.date}"', "a button cannot show", "answer", "title", "vote.when"),
    Broken(
        VOTE_EN, "  unset: The date", "  # The date", "but there is no unset text", "Add unset", "answer", "vote.when"
    ),
    Broken(VOTE_EN, "not been announced.", "held on {vote.date}.", "unset needs a fact itself", "without", "unset"),
    Broken(PLAN_EN, "In 2026", "<b>In</b> 2026", "answer has markup: '<b>'", "plain text", "answer", "plan.start"),
    Broken(PLAN_EN, "DAB has", "DAB &amp; has", "has markup: '&amp;'", "plain text", "answer", "plan.start"),
    Broken(PLAN_EN, "DAB has", "**DAB** has", "has markup: '**'", "plain text", "answer", "plan.start"),
    Broken(PLAN_EN, "DAB has", "[DAB](x) has", "has markup: ']('", "plain text", "answer", "plan.start"),
    Broken(
        VOTE_EN,
        "The date has not been announced.",
        '"The date\\ais not known."',
        "invisible character U+0007",
        "anew",
        "unset",
        "vote.when",
    ),
    Broken(
        VOTE_EN,
        "The date has not been announced.",
        '"\\u2067The date is not known."',
        "not closed",
        "close each",
        "unset",
        "vote.when",
    ),
    Broken(
        VOTE_EN,
        "The date has not been announced.",
        '"\\u200fNot known."',
        "invisible direction marks",
        "Remove",
        "unset",
        None,
        "warning",
    ),
]

AGREEMENT_RULES = [
    Broken(PLAN_EN, "In 2026", "In 2027", "lacks numbers of the Danish text: 2026", "da/faq/plan.yaml:1", "answer"),
    Broken(
        PLAN_EN, "In 2026", "In 2027", "numbers that the Danish text has not: 2027", "Follow", "answer", "plan.start"
    ),
    Broken(PLAN_EN, "1,345", "1,354", "lacks numbers of the Danish text: 1345", "as in the Danish", "answer"),
    Broken(PLAN_EN, "12345678", "12345679", "lacks phone numbers of the Danish text: 12345678", "as in", "answer"),
    Broken(PLAN_EN, "nabo@example.dk", "nabo@example.com", "lacks e-mail addresses", "as in", "answer", "plan.start"),
    Broken(PLAN_EN, "example.dk/plan", "example.dk/en", "lacks links", "as in", "answer", "plan.start"),
    Broken(PLAN_EN, "/forget", "/delete", "lacks commands of the Danish text: /forget", "as in", "answer"),
    Broken(
        PLAN_EN, "Gladsaxe", "the town", "lacks names of the Danish text: Gladsaxe", "as in", "answer", "plan.start"
    ),
    Broken(PLAN_EN, "In 2026", "Netto: 2026", "has names that the Danish text has not: Netto", "Follow", "answer"),
    Broken(
        VOTE_EN, "{vote.date}", "{meeting.date}", "lacks placeholders of the Danish text: {vote.date}", "as", "answer"
    ),
    Broken(
        VOTE_EN,
        "The date has not been announced",
        "Datoen er ikke meldt ud",
        "still the Danish",
        "Trans",
        "unset",
        None,
        "warning",
    ),
]

NEUTRAL_RULES = [
    Broken(
        VOTE_EN, "The date has", "Unfortunately it has", "judges: 'unfortunately'", "only what", "unset", "vote.when"
    ),
    Broken(
        VOTE_DA,
        "Datoen er ikke",
        "Vi anbefaler at vente, den er ikke",
        "'anbefaler'",
        "only what",
        "unset",
        "vote.when",
    ),
]

INTERFACE_RULES = [
    Broken(FTL_EN, "topic-vote = The vote", "topic-vote The vote", "cannot read this", "name = text", "topic-vote The"),
    Broken(FTL_EN, "smalltalk-ok = Good.", "smalltalk-ok =", "cannot read this", "name = text", "smalltalk-ok ="),
    Broken(FTL_EN, "smalltalk-ok = Good.", 'smalltalk-ok = { "" }', "'smalltalk-ok' is empty", "Write", "smalltalk-ok"),
    Broken(FTL_EN, "Good.", "Good { -brand }.", "'smalltalk-ok' cannot be shown", "braces", "smalltalk-ok"),
    Broken(FTL_EN, "button-topics = Topics\n", "", "'button-topics' is missing", "da/interface.ftl:20", "# Texts"),
    Broken(FTL_EN, "command-help", "command-hepl", "'command-hepl' does not exist in Danish", "name", "command-hepl"),
    Broken(FTL_EN, "command-help", "topic-plan = A plan\ncommand-help", "stands twice", "Remove", "topic-plan = A"),
    Broken(FTL_EN, "{ $estate }", "{ $state }", "variables ($estate, $state)", "exactly: { $estate }", "welcome ="),
    Broken(FTL_EN, "Topics", "T" * 31, "'button-topics' has 31 characters", "to 30", "button-topics"),
    Broken(FTL_EN, "The plan", "P" * 31, "'topic-plan' has 31 characters", "to 30", "topic-plan"),
    Broken(FTL_EN, "= Help", "= " + "H" * 257, "'command-help' has 257 characters", "to 256", "command-help"),
    Broken(FTL_EN, "from 2023", "from 2024", "lacks numbers of the Danish text: 2023", "ftl:10", "source-agreement"),
    Broken(FTL_EN, "/privacy", "/secrecy", "lacks commands of the Danish text: /privacy", "as in", "welcome ="),
    Broken(FTL_EN, "Good.", "<b>Good</b>.", "'smalltalk-ok' has markup", "plain text", "smalltalk-ok"),
    Broken(FTL_EN, "Good.", "\u2067Good.", "'smalltalk-ok' has direction marks that", "close", "smalltalk-ok"),
    Broken(FTL_DA, "topic-plan =", "topic-plans =", "'topic-plan' is missing, though", "Add it", "# Texts"),
    Broken(FTL_DA, "smalltalk-ok =", "smalltalk-no =", "'smalltalk-ok' is missing, though", "Add it", "# Texts"),
    Broken(FTL_DA, "contact-hours =", "contact-hour =", "'contact-hours' is missing, though", "Add it", "# Texts"),
    Broken(
        FTL_EN,
        "Hello, I know the estate { $estate } well.\n    Write",
        "Hej, jeg kender området { $estate } godt.\n    Skriv",
        "still the Danish text",
        "Translate it",
        "welcome",
        severity="warning",
    ),
]

LANGUAGE_RULES = [
    Broken(LANGUAGE, "ltr", "rtl", "English is written ltr, not rtl", "direction: ltr", "direction"),
]

ESTATE_RULES = [
    Broken(ESTATE, "phase:", "phase: before_vote", "'yes' contradicts the phase 'before_vote'", "adopted", "result"),
    Broken(ESTATE, "phase:", "phase: rejected", "'yes' contradicts the phase 'rejected'", "adopted", "result"),
    Broken(ESTATE, "phase:", "phase: ", "a result, but no phase is set", "Set the phase", "result", None, "warning"),
    Broken(ESTATE, "Europe/", "Europa/", "no time zone 'Europa/Copenhagen'", "Europe/Copenhagen", "timezone"),
    Broken(ESTATE, "phone:", "phone: ring bare", "'ring bare' does not look", "Check it", "phone", None, "warning"),
    Broken(ESTATE, "email:", "email: nabo(a)dk", "'nabo(a)dk' does not look", "Check it", "email", None, "warning"),
]


def the_problem(problems: list[Problem], broken: Broken) -> Problem:
    found = [each for each in problems if broken.what in each.what]
    assert len(found) == 1, "\n".join(str(each) for each in problems)
    return found[0]


def assert_names_it(problem: Problem, tree: ContentTree, broken: Broken) -> None:
    name = broken.reported or broken.file
    assert problem.place.file == tree.root / name
    assert problem.place.line == tree.line_of(name, broken.at), problem
    assert broken.remedy in problem.remedy
    assert problem.severity == broken.severity
    if broken.entry:
        assert problem.entry == broken.entry
    assert str(problem).startswith(f"{tree.root / name}:{problem.place.line}: {problem.severity}:")


@pytest.mark.parametrize(
    "broken",
    [
        *CATALOGUE_RULES,
        *WORDING_RULES,
        *PHRASING_RULES,
        *MARKUP_RULES,
        *AGREEMENT_RULES,
        *NEUTRAL_RULES,
        *INTERFACE_RULES,
        *LANGUAGE_RULES,
        *ESTATE_RULES[3:],
    ],
    ids=lambda broken: broken.what,
)
def test_a_broken_rule_names_line_entry_and_remedy(tree: ContentTree, broken: Broken) -> None:
    tree.replace(broken.file, broken.old, broken.new)
    assert_names_it(the_problem(tree.problems(), broken), tree, broken)


@pytest.mark.parametrize("broken", ESTATE_RULES[:3], ids=lambda broken: broken.what)
def test_result_and_phase_must_fit(tree: ContentTree, broken: Broken) -> None:
    tree.replace(ESTATE, "result:", "result: yes")
    tree.replace(broken.file, broken.old, broken.new)
    assert_names_it(the_problem(tree.problems(), broken), tree, broken)


def test_content_without_fault_has_no_problem(tree: ContentTree) -> None:
    assert tree.problems(dt.date(2026, 1, 1)) == []


def test_a_wording_belongs_in_the_file_of_its_topic(tree: ContentTree) -> None:
    vote = (tree.root / VOTE_EN).read_text(encoding="utf-8")
    plan = (tree.root / PLAN_EN).read_text(encoding="utf-8")
    tree.write(VOTE_EN, "{}\n")
    tree.write(PLAN_EN, plan + vote)
    (problem,) = tree.problems()
    assert "file of another topic" in problem.what
    assert problem.place.line == tree.line_of(PLAN_EN, "vote.when")
    assert problem.remedy == "Move it to faq/vote.yaml"


def test_a_topic_needs_an_entry(tree: ContentTree) -> None:
    tree.replace(CATALOGUE, "[plan, vote]", "[plan, vote, cafe]")
    for code in ("da", "en"):
        tree.write(f"languages/{code}/faq/cafe.yaml", "")
        tree.replace(f"languages/{code}/interface.ftl", "topic-vote", "topic-cafe = Café\ntopic-vote")
    (problem,) = tree.problems()
    assert (problem.place.file.name, problem.place.line) == (CATALOGUE, 1)
    assert problem.what == "topic 'cafe' has no entry"


def test_a_file_of_no_topic_is_found(tree: ContentTree) -> None:
    tree.write("languages/en/faq/cafe.yaml", "cafe.hours:\n  title: Open?\n")
    (problem,) = tree.problems()
    assert (problem.place.file.name, problem.place.line) == ("cafe.yaml", 1)
    assert "belongs to no topic" in problem.what


@pytest.mark.parametrize(
    ("phase", "today", "found"),
    [
        ("", dt.date(2026, 5, 2), True),
        ("before_vote", dt.date(2026, 5, 2), True),
        ("before_vote", dt.date(2026, 5, 1), False),
        ("adopted", dt.date(2026, 5, 2), False),
        ("", None, False),
    ],
)
def test_a_vote_that_has_passed(tree: ContentTree, phase: str, today: dt.date | None, found: bool) -> None:
    tree.replace(ESTATE, "phase:", f"phase: {phase}")
    tree.replace(ESTATE, "  date:", "  date: 2026-05-01")
    problems = tree.problems(today)
    assert [problem.place.line for problem in problems] == ([tree.line_of(ESTATE, "date:")] if found else [])
    assert all(problem.severity == "warning" and "2026-05-01" in problem.what for problem in problems)


@pytest.mark.parametrize("phone", ["112", "12345678", "12 34 56 78", "+45 12 34 56 78", "(+45) 12 34 56 78"])
def test_phone_numbers_as_people_write_them(tree: ContentTree, phone: str) -> None:
    tree.replace(ESTATE, "phone:", f'phone: "{phone}"')
    assert tree.problems() == []


def test_a_language_without_a_list_of_loaded_words(tree: ContentTree) -> None:
    tree.write("loaded_words.yaml", "words:\n  da: [anbefal*]\n")
    (problem,) = tree.problems()
    assert problem.place.file == tree.root / "loaded_words.yaml"
    assert (problem.severity, problem.remedy) == ("warning", "Add en to loaded_words.yaml")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Vi anbefaler planen"),
        ("en", "You should come"),
        ("ar", "وننصحكم بالموافقة"),
        ("tr", "Maalesef tarih belli değil"),
    ],
)
def test_loaded_words_are_found(code: str, text: str) -> None:
    assert loaded_words()[code].search(text.casefold())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Hvis beboerne stemmer ja. Planen er fordelt."),
        ("en", "If the residents vote yes, the plan is adopted"),
        ("ar", "السكان صوتوا بنعم"),
        ("tr", "Sakinler evet derse"),
    ],
)
def test_neutral_words_are_left_alone(code: str, text: str) -> None:
    assert not loaded_words()[code].search(text.casefold())


@pytest.mark.parametrize(
    ("ours", "danish"),
    [
        ("١٬٣٤٥ بيتا في ٢٠٢٦", "1.345 boliger i 2026"),
        ("۱٬۳۴۵ خانه", "1.345 boliger"),
        ("1,345 homes", "1345 boliger"),
        ("1 345 mieszkań", "1.345 boliger"),
        ("saat 11:30", "kl. 11.30"),
        ("DAB'ın, Gladsaxe'nin", "DABs og Gladsaxes"),
        ("وDAB", "DAB"),
        ("ring +45 12-34-56-78", "ring +45 12 34 56 78"),
        ("(https://example.dk/a).", "https://example.dk/a"),
    ],
)
def test_the_same_fact_in_another_hand(ours: str, danish: str) -> None:
    assert list(differences(ours, danish)) == []


def test_what_counts_as_a_fact() -> None:
    facts = facts_in("{vote.date}: skriv /forget og/eller til a@b.dk; AB er ikke ABC")
    assert facts["placeholders"] == {"{vote.date}"}
    assert facts["commands"] == {"/forget"}
    assert facts["e-mail addresses"] == {"a@b.dk"}
    assert facts["names"] == {"AB"}
    assert numbers_in("2.810 og 3,5 og 12") == {"2810", "3.5", "12"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("\u2068a\u2069", True),
        ("\u202aa\u2067b\u2069c\u202c", True),
        ("\u200fa", True),
        ("\u2068a", False),
        ("a\u2069", False),
        ("\u2068a\u202c", False),
    ],
)
def test_balanced_direction_marks(text: str, right: bool) -> None:
    assert balanced(text) is right


def test_errors_come_first(tree: ContentTree) -> None:
    tree.replace(PLAN_EN, "  follows:", "  # was:")
    tree.replace(VOTE_EN, "    - when do we vote 8\n", "")
    assert [problem.severity for problem in tree.problems()] == ["error", "warning"]


def test_summary_of_whole_content(tree: ContentTree) -> None:
    danish, english = summary(tree.load())
    assert danish == {
        "language": "da",
        "entries": 1.0,
        "phrasings": 24,
        "interface": 1.0,
        "follows Danish": 1.0,
        "sensitive": 1.0,
        "reviewed": "no",
    }
    assert (english["language"], english["phrasings"], english["reviewed"]) == ("en", 16, "no")


def test_summary_of_what_is_missing(tree: ContentTree) -> None:
    tree.write(VOTE_EN, "{}\n")
    tree.replace(PLAN_EN, "  follows:", "  # was:")
    tree.replace(FTL_EN, "command-help", "command-hepl")
    tree.replace(LANGUAGE, "locale:", "reviews: [{by: Ann, native: yes, on: 2026-01-31}]\nlocale:")
    english = summary(tree.load())[1]
    assert english["entries"] == 0.5
    assert english["follows Danish"] == 0.0
    assert english["interface"] == pytest.approx(18 / 19)
    assert english["reviewed"] == "yes"
