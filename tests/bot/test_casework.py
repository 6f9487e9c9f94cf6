"""A case on both sides: what the staff read, what the resident reads, and what neither does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.cases.case import Status
from bot.effects import STAFF, URGENT, CaseChange, Changes, Sending
from bot.messages import Action, Commanded, FromStaff, Pressed, Quoted, StaffVerb, Unreadable, Verb, Written
from knowledge.content import Knowledge
from tests.bot.desk import Desk, danger, plain


@pytest.fixture
def desk(knowledge: Knowledge) -> Iterator[Desk]:
    desk = Desk(knowledge)
    yield desk
    desk.store.close()


# Opening


def test_a_cry_for_help_is_with_the_staff_under_an_alias_before_the_turn_is_over(desk: Desk) -> None:
    said = desk.writes("he hits me every night", danger())
    assert "112" in said[0]
    case = desk.case()
    assert (case.category, case.urgent, case.named, case.status) == ("violence", True, False, Status.WAITING)
    topic, head, words, candidates, receipt = desk.sent()
    assert (topic.kind, topic.to) == (Sending.OPEN_TOPIC, STAFF)
    assert "🔴" in topic.text
    assert case.alias in topic.text
    assert "engelsk" in head.text
    assert words.text.endswith("he hits me every night")
    assert [row[0].action.about for row in candidates.buttons] == ["1/plan.rent", "1/rehousing.rent"]
    assert receipt.to == "1001"
    assert case.alias in receipt.text
    assert {each.priority for each in (topic, head, words, candidates, receipt)} == {URGENT}


def test_nothing_the_staff_read_names_the_resident(desk: Desk) -> None:
    desk.writes("he hits me", danger())
    for text in desk.said_to_staff():
        assert "Leyla" not in text
        assert "1001" not in text


def test_the_staff_read_the_name_only_after_a_yes(desk: Desk) -> None:
    case = desk.agrees("i cannot pay", named=True)
    assert case.named
    assert any("Leyla Test" in text for text in desk.said_to_staff())


def test_the_receipt_promises_a_time_in_the_opening_hours(desk: Desk) -> None:
    # Monday 10:00 in Copenhagen: two hours until noon, two after it, four on Tuesday.
    case = desk.agrees("i cannot pay")
    assert case.promised == dt.datetime(2027, 3, 2, 13, 0, tzinfo=dt.UTC)
    receipt = desk.sent()[-1]
    assert "Tuesday, 2 March 2027 at 14:00" in receipt.text


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("da", "tirsdag den 2. marts 2027 kl. 14.00"),
        ("ar", "الثلاثاء، 2 آذار 2027، الساعة 2:00 م"),
        ("so", "Talaado, Maarso 2, 2027, saacadda 2:00 GD"),
        ("pl", "wtorek, 2 marca 2027, godz. 14:00"),
        ("vi", "14:00, Thứ Ba, 2 tháng 3, 2027"),
    ],
)
def test_a_promised_time_is_written_as_each_language_writes_it(desk: Desk, code: str, written: str) -> None:
    language = desk.knowledge.languages[code]
    moment = dt.datetime(2027, 3, 2, 13, 0, tzinfo=dt.UTC)
    assert plain(desk.casework.when(moment, language, language.texts)).replace("\u202f", " ") == written


def test_staff_who_read_english_read_titles_and_times_in_english(desk: Desk) -> None:
    desk.casework = replace(desk.casework, staff_language="en")
    desk.turns = replace(desk.turns, casework=desk.casework)
    desk.writes("he hits me", danger())
    _, head, _, candidates, _ = desk.sent()
    assert "Answer promised by Monday, 1 March 2027 at 11:00" in head.text
    title = desk.knowledge.languages["en"].wordings["plan.rent"].title
    assert candidates.buttons[0][0].label == title
    desk.staff_commands("faq", desk.case(), "plan.rent")
    assert title in desk.said_to_staff()[0]


def test_an_urgent_case_is_promised_an_answer_within_the_hour(desk: Desk) -> None:
    desk.writes("he hits me", danger())
    assert desk.case().promised == desk.now + dt.timedelta(hours=1)


def test_without_opening_hours_nothing_is_promised(desk: Desk) -> None:
    desk.casework = replace(
        desk.casework, content=replace(desk.knowledge, estate=replace(desk.knowledge.estate, staff_hours={}))
    )
    desk.turns = replace(desk.turns, casework=desk.casework)
    assert desk.agrees("i cannot pay").promised is None
    assert desk.knowledge.languages["en"].texts("case-answer-by-unknown") in desk.sent()[-1].text


def test_two_residents_have_two_aliases_and_two_numbers(desk: Desk) -> None:
    desk.writes("he hits me", danger(), address="1001")
    desk.writes("he hits me", danger(), address="1002")
    first, second = desk.store.cases(only_open=True)
    assert first.alias != second.alias
    assert first.number != second.number


def test_a_picture_below_the_yes_is_copied(desk: Desk) -> None:
    desk.resident(Pressed(Action(Verb.UNNAMED, "own_case")), quoted=Quoted(55, None))
    copies = [each for each in desk.sent() if each.kind is Sending.COPY]
    assert [(each.to, each.copied_from, each.source) for each in copies] == [(STAFF, "1001", 55)]


# Words both ways


def test_words_go_to_the_staff_and_the_answer_comes_back_in_the_residents_chat(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.writes("it is three months now")
    (words,) = desk.sent()
    assert (words.to, words.text) == (STAFF, "Birk 10 skriver:\nit is three months now")

    message = desk.staff(Written("Kom forbi i morgen"), case)
    (back,) = desk.sent()
    assert back.to == "1001"
    assert back.text.endswith("Kom forbi i morgen")
    assert back.source == message
    assert desk.case().claimed_by == "Mette"
    assert desk.case().answered == desk.now


def test_an_internal_note_goes_nowhere(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff(Written("// hun var her også i går"), case)
    desk.staff(Commanded("note"), case, arguments="ring til kommunen")
    assert [each.to for each in desk.sent()] == [STAFF]


def test_what_is_written_outside_a_case_reaches_nobody(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.staff(Written("hvem har vagten i morgen?"))
    assert desk.sent() == []


def test_an_answer_to_a_message_is_kept_as_one_on_the_other_side(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    (link,) = desk.store.links_of(1)
    incoming_reply = link.staff_message
    desk.turns.take_from_staff(FromStaff(Written("Ja"), "Mette", None, 777, reply_to=incoming_reply), 99)
    (back,) = desk.sent()
    assert back.target == link.resident_message


def test_edits_go_both_ways(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    number = desk.staff(Written("Kom kl. 9"), case)
    desk.sent()
    desk.turns.take_from_staff(FromStaff(Written("Kom kl. 10", edited=True), "Mette", 9001, number), 98)
    (edit,) = desk.sent()
    assert (edit.kind, edit.to) == (Sending.EDIT, "1001")
    assert edit.text.endswith("Kom kl. 10")

    desk.resident(Written("i mean four months", edited=True))
    (told,) = desk.sent()
    assert told.text.startswith("Birk 10 har rettet")


def test_after_a_pause_the_resident_is_told_again_where_their_words_go(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.passes(hours=2)
    desk.writes("hello?")
    assert [each.to for each in desk.sent()] == [STAFF, "1001"]


def test_the_staff_can_send_an_answer_of_nabos_in_the_residents_language(desk: Desk) -> None:
    case = desk.agrees("what about the rent", "unanswered")
    desk.sent()
    desk.staff_presses(StaffVerb.SEND_ANSWER, f"{case.number}/plan.rent")
    to_resident, to_staff = desk.sent()
    assert desk.knowledge.languages["en"].wordings["plan.rent"].title in to_resident.text
    assert desk.knowledge.languages["da"].wordings["plan.rent"].title in to_staff.text
    desk.staff_commands("faq", case, "plan.nonsense")
    assert desk.said_to_staff() == ["Der er intet svar, der hedder plan.nonsense."]
    desk.staff_commands("faq", case)
    assert desk.said_to_staff() == ["Skriv /faq og navnet på svaret, som i /faq plan.rent."]


def test_an_answer_sent_by_the_staff_says_what_has_been_done_since(desk: Desk) -> None:
    case = replace(desk.agrees("hvad med huslejen", "unanswered"), language="da")
    desk.store.finish(None, desk.now, Changes(cases=(CaseChange(case),)))
    desk.staff_commands("wedid", arguments="plan.rent Vi har bedt om et møde.")
    desk.sent()
    desk.staff_commands("faq", case, "plan.rent")
    assert "Vi har bedt om et møde." in desk.sent()[0].text


# The life of a case


def test_claim_release_close_and_reopen(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff_presses(StaffVerb.CLAIM, "1")
    assert desk.case().claimed_by == "Mette"
    desk.staff_presses(StaffVerb.RELEASE, "1")
    assert desk.case().status is Status.WAITING
    desk.staff_commands("close", case)
    assert desk.case().status is Status.CLOSED
    to_resident = [each for each in desk.sent() if each.to == "1001"]
    assert Action(Verb.CASE_HELPED, "1") in [button.action for row in to_resident[-1].buttons for button in row]
    desk.staff(Written("en ting til"), case)
    assert desk.said_to_staff() == ["Det kan ikke gøres nu: sagen er lukket."]
    desk.staff_presses(StaffVerb.REOPEN, "1")
    assert desk.case().is_open


def test_withdrawn_by_one_tap(desk: Desk) -> None:
    desk.writes("he hits me", danger())
    desk.sent()
    desk.resident(Pressed(Action(Verb.WITHDRAW, "1")))
    assert desk.case().status is Status.WITHDRAWN
    assert any("trukket" in text for text in desk.said_to_staff())


def test_the_matter_can_be_set_right(desk: Desk) -> None:
    desk.writes("the noise kills me", danger())
    desk.sent()
    desk.staff_presses(StaffVerb.NOT_SENSITIVE, "1")
    assert (desk.case().category, desk.case().urgent) == ("unanswered", False)
    desk.staff_presses(StaffVerb.CATEGORY, "1/conflict")
    assert desk.case().category == "conflict"
    desk.staff_presses(StaffVerb.CATEGORY, "1/nonsense")
    assert desk.case().category == "conflict"


@pytest.mark.parametrize("about", ["", "99", "x", "-1/plan.rent", "99/plan.rent"])
@pytest.mark.parametrize("verb", list(StaffVerb))
def test_forged_buttons_do_no_harm(desk: Desk, verb: StaffVerb, about: str) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.staff_presses(verb, about)
    assert [each for each in desk.sent() if each.to != STAFF] == []


def test_danger_in_an_open_case_makes_it_urgent(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.writes("he is here with a knife", danger())
    case = desk.case()
    assert (case.urgent, case.category) == (True, "violence")
    kinds = [each.kind for each in desk.sent()]
    assert Sending.RENAME_TOPIC in kinds


def test_pictures_go_both_ways_as_copies(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.resident(Unreadable("photo"))
    number = desk.staff(Unreadable("document"), case)
    to_staff, to_resident = desk.sent()
    assert (to_staff.kind, to_staff.copied_from, to_staff.to) == (Sending.COPY, "1001", STAFF)
    assert (to_resident.kind, to_resident.copied_from, to_resident.source) == (Sending.COPY, STAFF, number)


# Time


def test_the_staff_are_reminded_before_the_promise_runs_out_and_once(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.now = dt.datetime(2027, 3, 2, 12, 29, tzinfo=dt.UTC)
    assert desk.casework.by_now(desk.now).outgoing == ()
    desk.passes(minutes=2)
    desk.store.finish(None, desk.now, desk.casework.by_now(desk.now))
    assert [text[:1] for text in desk.said_to_staff()] == ["⏰"]
    assert desk.casework.by_now(desk.now).outgoing == ()


def test_a_missed_promise_is_told_to_both_once(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.passes(days=2)
    desk.store.finish(None, desk.now, desk.casework.by_now(desk.now))
    to_staff, to_resident = desk.sent()
    assert to_staff.text.startswith("⚠️")
    assert to_resident.text == plain(desk.knowledge.languages["en"].texts("case-late", number="1"))
    assert desk.casework.by_now(desk.now).outgoing == ()


def test_an_answered_case_is_never_late(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.staff(Commanded("case"), case)
    desk.sent()
    desk.staff(Written("Kom forbi"), case)
    desk.sent()
    desk.passes(days=3)
    assert desk.casework.by_now(desk.now).outgoing == ()


def test_after_seven_quiet_days_a_case_is_closed_with_notice_to_both(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff(Written("Kom forbi"), case)
    desk.sent()
    desk.passes(days=7)
    desk.store.finish(None, desk.now, desk.casework.by_now(desk.now))
    assert desk.case().status is Status.CLOSED
    assert {each.to for each in desk.sent()} == {STAFF, "1001"}


def test_a_case_nobody_answered_is_never_closed_by_quiet(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.passes(days=30)
    desk.store.finish(None, desk.now, desk.casework.by_now(desk.now))
    assert desk.case().is_open


def test_the_list_of_cases_begins_with_the_late_ones(desk: Desk) -> None:
    desk.writes("he hits me", danger(), address="1001")
    desk.passes(hours=30)
    desk.writes("he hits me too", danger(), address="1002")
    desk.sent()
    desk.staff_commands("cases")
    (text,) = desk.said_to_staff()
    lines = text.split("\n")
    assert lines[0] == "2 åbne sager:"
    assert lines[1].startswith("⚠️ 1 ")
    desk.staff_commands("stats")
    assert desk.said_to_staff() == ["Åbne sager: 2. Venter på første svar: 2. Over tiden: 1. Beskeder i kø: 0."]


# Forgetting


def test_forget_removes_the_case_and_what_is_in_the_group(desk: Desk) -> None:
    desk.agrees("i cannot pay")
    desk.sent()
    desk.writes("and one thing more")
    desk.resident(Commanded("forget"))
    assert desk.store.cases(only_open=False) == ()
    assert desk.store.links_of(1) == ()
    left = desk.sent()
    assert [(each.kind, each.target) for each in left] == [(Sending.DELETE_TOPIC, 9001)]


def test_a_closed_case_is_gone_after_thirty_days(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.staff_commands("close", case)
    desk.sent()
    desk.staff_presses(StaffVerb.CLOSE, "1")
    assert desk.store.forget_old(desk.now + dt.timedelta(days=29), 90)["closed cases"] == 0
    assert desk.store.forget_old(desk.now + dt.timedelta(days=31), 90)["closed cases"] == 1


# To a colleague


def test_a_case_is_handed_over_to_a_colleague_by_name(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff_commands("give", case, "@jens")
    assert desk.said_to_staff() == ["Mette har givet sagen videre til @jens."]
    assert (desk.case().claimed_by, desk.case().status) == ("@jens", Status.CLAIMED)
    desk.staff_presses(StaffVerb.HAND_OVER, "1")
    desk.staff_commands("give", case)
    assert [text[:12] for text in desk.said_to_staff()] == ["Skriv /give "] * 2


def test_a_closed_case_is_not_handed_over(desk: Desk) -> None:
    case = desk.agrees("i cannot pay")
    desk.sent()
    desk.staff_commands("close", case)
    desk.sent()
    desk.staff_commands("give", case, "@jens")
    assert desk.said_to_staff() == ["Det kan ikke gøres nu: sagen er lukket."]


# What the head says


def test_a_head_shown_again_does_not_say_that_a_named_resident_is_not(desk: Desk) -> None:
    case = desk.agrees("i cannot pay", named=True)
    desk.sent()
    desk.staff_commands("case", case)
    (head,) = desk.said_to_staff()
    assert "Beboerens navn står i sagens første besked." in head
    assert "Leyla" not in head


def test_a_case_opened_by_a_press_has_candidates_too(desk: Desk) -> None:
    desk.means = replace(danger(), escalation=None)
    case = desk.agrees("what about the rent", "unanswered")
    offered = [row[0].action for each in desk.sent() for row in each.buttons]
    assert Action(StaffVerb.SEND_ANSWER, f"{case.number}/plan.rent") in offered
