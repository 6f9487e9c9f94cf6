"""The text that holds today, with the facts filled in, or the one for facts that are not set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.content import Cafe, Contact, Entry, Estate, Happening, Knowledge, Phase, Place, Wording
from knowledge.facts import FACTS, answer_text, contact_lines, notice_key, placeholders, short_date
from knowledge.load import load_knowledge
from tests.knowledge.content_tree import ContentTree
from tests.knowledge.estates import COMING, EMPTY, FULL, TODAY, any_estate

YESTERDAY = TODAY - dt.timedelta(1)
LATER = TODAY + dt.timedelta(30)
REAL = load_knowledge()

Phases = Mapping[Phase, str]
NO_PHASES: Phases = {}


def wording(answer: str, phases: Phases = NO_PHASES, unset: str | None = "Not announced.") -> Wording:
    place = Place(REAL.root / "plan.yaml", 7)
    return Wording("vote.when", "When?", answer, phases, unset, (), None, place)


def text(answer: str, estate: Estate, code: str = "en", phases: Phases = NO_PHASES) -> str:
    return plain(answer_text(wording(answer, phases), estate, REAL.languages[code], TODAY))


def plain(words: str) -> str:
    """Without the marks that keep directions apart, and with plain spaces."""
    for mark in "\u2066\u2067\u2068\u2069\u200e\u200f":
        words = words.replace(mark, "")
    return " ".join(words.replace("\u202f", " ").split(" "))


@pytest.mark.parametrize(
    ("phase", "expected"),
    [(None, "Plan."), ("before_vote", "Plan."), ("adopted", "Adopted."), ("rejected", "Plan.")],
)
def test_the_phase_selects_the_text(phase: Phase | None, expected: str) -> None:
    assert text("Plan.", replace(EMPTY, phase=phase), phases={"adopted": "Adopted."}) == expected


def test_a_fact_that_is_not_set_selects_the_unset_text() -> None:
    assert text("On {vote.date}.", EMPTY) == "Not announced."
    assert text("On {vote.date} at {vote.time}.", replace(EMPTY, vote=Happening(LATER))) == "Not announced."
    assert text("Plan.", replace(EMPTY, phase="adopted"), phases={"adopted": "On {meeting.date}."}) == "Not announced."


def test_facts_that_are_set_are_filled_in() -> None:
    assert text("{vote.date} - {vote.place}.", FULL, "da") == "tirsdag den 17. marts 2026 - Beboerhuset."
    assert text("{cafe.dinner_days}", FULL) == "Monday and Friday"
    assert text("{cafe.dinner_days}", replace(FULL, cafe=Cafe(dinner_days=(4, 0)))) == "Monday and Friday"
    assert text("{vote.result}", FULL) == "Yes"


def test_without_any_text_that_holds_it_says_where() -> None:
    with pytest.raises(LookupError, match=r"plan\.yaml:7: vote\.when"):
        answer_text(wording("On {vote.date}.", unset=None), EMPTY, REAL.languages["en"], TODAY)


@pytest.mark.parametrize(("day", "told"), [(YESTERDAY, False), (TODAY, True), (LATER, True)])
@pytest.mark.parametrize("fact", ["vote.date", "meeting.date", "events.next", "activities.next"])
def test_a_date_that_has_passed_is_not_told(fact: str, day: dt.date, told: bool) -> None:
    happening = Happening(day, title="Møde")
    estate = replace(EMPTY, vote=happening, meeting=happening, events=(happening,), activities=(happening,))
    assert (text(f"{{{fact}}}", estate) != "Not announced.") is told


@pytest.mark.parametrize(("day", "told"), [(YESTERDAY, False), (TODAY, True), (LATER, False), (None, True)])
def test_the_dish_is_told_on_its_day(day: dt.date | None, told: bool) -> None:
    estate = replace(EMPTY, cafe=Cafe(menu="Suppe", menu_date=day))
    assert (text("{cafe.menu}", estate) == "Suppe") is told


def test_events_come_in_order_a_line_each() -> None:
    first = Happening(TODAY, dt.time(9, 0), title="Kaffe")
    second = Happening(TODAY, dt.time(18, 0), "Klubben", "Film")
    past, undated = Happening(YESTERDAY, title="Før"), Happening(title="Uden dato")
    estate = replace(EMPTY, events=(COMING, past, second, undated, first))
    assert text("{events.next}", estate, "da").split("\n") == [
        "• tirsdag den 10. marts 2026 · 09.00 · Kaffe",
        "• tirsdag den 10. marts 2026 · 18.00 · Film · Klubben",
        "• tirsdag den 17. marts 2026 · 18.30 · Møde · Beboerhuset",
    ]


@pytest.mark.parametrize("code", sorted(REAL.languages))
def test_dates_are_written_as_the_language_writes_them(code: str) -> None:
    language = REAL.languages[code]
    vote, other = text("{vote.date}", FULL, code), text("{vote.date}", FULL, "da")
    assert (vote == other) is (code == "da")
    assert plain(short_date(TODAY, language)) not in ("", vote)
    assert text("{vote.time}", FULL, code) != "Not announced."
    assert text("{cafe.dinner_days}", FULL, code).strip()


@pytest.mark.parametrize(
    ("code", "expected"),
    [("da", "tirsdag den 17. marts 2026"), ("en", "17 March 2026"), ("tr", "17 Mart 2026 Salı")],
)
def test_dates_in_some_languages(code: str, expected: str) -> None:
    assert expected in text("{vote.date}", FULL, code)


def test_contacts_show_what_is_set() -> None:
    english = REAL.languages["en"]
    assert contact_lines(Contact(), english) is None
    assert plain(contact_lines(Contact(phone="12 34 56 78"), english) or "").endswith(": 12 34 56 78")
    assert len((contact_lines(FULL.contacts["staff"], english) or "").split("\n")) == 4


def test_placeholders_in_order() -> None:
    assert placeholders("{b.c} and {a.b_c}, not {} or {A}") == ("b.c", "a.b_c")


@pytest.mark.parametrize("name", sorted(FACTS))
def test_every_fact_is_told_once_set_and_only_then(name: str) -> None:
    language = REAL.languages["en"]
    assert FACTS[name](EMPTY, language, TODAY) is None
    assert FACTS[name](FULL, language, TODAY)


@pytest.mark.parametrize(
    ("entry", "phase", "phases", "expected"),
    [
        ("plan.start", None, {}, None),
        ("plan.start", "rejected", {}, "notice-rejected"),
        ("plan.start", "rejected", {"rejected": "No."}, None),
        ("plan.start", "adopted", {}, None),
        ("vote.when", "adopted", {}, "notice-vote-held"),
        ("vote.when", "rejected", {}, "notice-vote-held"),
        ("vote.when", "before_vote", {}, None),
    ],
)
def test_notice_before_an_answer(
    tree: ContentTree, entry: str, phase: Phase | None, phases: Phases, expected: str | None
) -> None:
    known: Entry = tree.load().entries[entry]
    assert notice_key(known, wording("Plan.", phases), replace(EMPTY, phase=phase)) == expected


def all_wordings(knowledge: Knowledge) -> list[tuple[str, str]]:
    return [(code, entry) for code, language in knowledge.languages.items() for entry in language.wordings]


@settings(deadline=None)
@given(which=st.sampled_from(all_wordings(REAL)), estate=any_estate(), today=st.dates(dt.date(2026, 1, 1)))
def test_a_resident_never_reads_a_raw_placeholder(which: tuple[str, str], estate: Estate, today: dt.date) -> None:
    language = REAL.languages[which[0]]
    answer = answer_text(language.wordings[which[1]], estate, language, today)
    assert answer.strip()
    assert not set(answer) & {"{", "}"}
