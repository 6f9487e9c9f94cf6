"""`/fact`: proposed, shown, confirmed, kept; what the staff read on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.effects import STAFF, Outgoing
from bot.messages import Commanded, StaffVerb
from bot.store.interface import facts_set
from knowledge.content import Knowledge
from tests.bot.desk import Desk


@pytest.fixture
def desk(knowledge: Knowledge) -> Iterator[Desk]:
    desk = Desk(knowledge)
    yield desk
    desk.store.close()


def told(desk: Desk, arguments: str) -> Outgoing:
    """The one thing said to the staff after `/fact`."""
    desk.staff_commands("fact", arguments=arguments)
    (said,) = desk.sent()
    assert said.to == STAFF
    return said


def presses(desk: Desk, said: Outgoing, verb: StaffVerb) -> str:
    (action,) = [button.action for row in said.buttons for button in row if button.action.verb is verb]
    desk.staff_presses(verb, action.about)
    (answer,) = desk.said_to_staff()
    return answer


def test_a_fact_is_shown_as_an_answer_before_it_holds(desk: Desk) -> None:
    said = told(desk, "vote.date 4.3.2027")
    assert said.text.startswith("vote.date\nNu: ikke meldt ud\nNyt: torsdag den 4. marts 2027")
    assert "torsdag den 4. marts 2027" in said.text.partition("på dansk:")[2]
    assert facts_set(desk.store) == {}


def test_a_confirmed_fact_holds_for_all_and_is_told_in_the_group(desk: Desk) -> None:
    audit = presses(desk, told(desk, "vote.place Beboerhuset"), StaffVerb.FACT_YES)
    assert audit.startswith("📌 Mette har sat vote.place.\nFør: ikke meldt ud\nNu: Beboerhuset")
    assert desk.turns.current().estate.vote.place == "Beboerhuset"
    assert desk.casework.knowledge.estate.vote.place == "Beboerhuset"
    (kept,) = desk.store.facts()
    assert (kept.change.by, kept.change.before, kept.at) == ("Mette", "", desk.now)


def test_a_refused_fact_changes_nothing(desk: Desk) -> None:
    said = told(desk, "vote.place Beboerhuset")
    assert "ikke ændret" in presses(desk, said, StaffVerb.FACT_NO)
    assert "gælder ikke længere" in presses(desk, said, StaffVerb.FACT_YES)
    assert desk.store.facts() == ()


def test_only_the_newest_proposal_of_a_fact_can_be_confirmed(desk: Desk) -> None:
    first, second = told(desk, "vote.place Skolen"), told(desk, "vote.place Beboerhuset")
    assert "gælder ikke længere" in presses(desk, first, StaffVerb.FACT_YES)
    assert "Beboerhuset" in presses(desk, second, StaffVerb.FACT_YES)
    assert "er det allerede" in presses(desk, second, StaffVerb.FACT_YES)
    assert len(desk.store.facts(history=True)) == 1


def test_a_fact_is_taken_away_and_given_back_to_the_file(desk: Desk) -> None:
    presses(desk, told(desk, "staff_hours.monday -"), StaffVerb.FACT_YES)
    assert 0 not in desk.casework.knowledge.estate.staff_hours
    audit = presses(desk, told(desk, "staff_hours.monday fil"), StaffVerb.FACT_YES)
    assert "lader filen gælde" in audit
    assert desk.casework.knowledge.estate == desk.knowledge.estate
    assert desk.store.facts() == ()


def test_words_for_choices_are_danish(desk: Desk) -> None:
    said = told(desk, "phase Genhusning")
    assert "Nyt: genhusning" in said.text
    presses(desk, said, StaffVerb.FACT_YES)
    assert desk.turns.current().estate.phase == "rehousing"
    assert "modsiger hinanden" in told(desk, "vote.result nej").text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("vote.dat 4.3.2027", "Mente du vote.date?"),
        ("nonsense 1", "Der er intet faktum, der hedder nonsense."),
        ("vote.date til foråret", "Skriv en dato fra i dag og frem"),
        ("vote.date 4.3.2026", "Skriv en dato fra i dag og frem"),
        ("vote.date onsdag den 4.3.2027", "En ugedag skal passe"),
        ("contacts.staff.phone ring til Mette", "Skriv kun telefonnummeret"),
        ("phase snart", "før afstemningen, vedtaget, genhusning"),
        ("vote.date", "vote.date: ikke meldt ud"),
        ("", "/fact NAVN VÆRDI"),
    ],
)
def test_what_cannot_be_set_is_answered_with_what_can(desk: Desk, arguments: str, words: str) -> None:
    said = told(desk, arguments)
    assert words in said.text
    assert said.buttons == ()


def test_a_wrong_name_brings_all_the_names(desk: Desk) -> None:
    assert desk.casework.staff("fact-names").split("\n")[1] in told(desk, "nonsense 1").text


def test_what_is_set_is_listed(desk: Desk) -> None:
    presses(desk, told(desk, "vote.place Beboerhuset"), StaffVerb.FACT_YES)
    assert told(desk, "").text.endswith("Sat her i gruppen:\nvote.place: Beboerhuset")


def test_events_stand_on_lines_of_their_own(desk: Desk) -> None:
    said = told(desk, "events\n4.3.2027 kl. 18.30, Møde, Beboerhuset\n5.3.2027, Fest")
    presses(desk, said, StaffVerb.FACT_YES)
    assert [each.title for each in desk.turns.current().estate.events] == ["Møde", "Fest"]


def test_in_a_case_the_proposal_is_there_and_the_change_is_told_to_all(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff(Commanded("fact"), case, arguments="vote.place Beboerhuset")
    (said,) = desk.sent()
    assert said.case == case.number
    (action,) = [button.action for row in said.buttons for button in row if button.action.verb is StaffVerb.FACT_YES]
    desk.staff_presses(StaffVerb.FACT_YES, action.about)
    (audit,) = desk.sent()
    assert audit.case is None


@pytest.mark.parametrize("about", ["", "vote.date", "vote.date/", "vote.date/1", "nonsense/1", "x" * 60])
@pytest.mark.parametrize("verb", [StaffVerb.FACT_YES, StaffVerb.FACT_NO])
def test_forged_confirmations_set_nothing(desk: Desk, verb: StaffVerb, about: str) -> None:
    desk.staff_presses(verb, about)
    assert desk.store.facts() == ()
