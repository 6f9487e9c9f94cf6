"""When a person is needed: numbers to call first, the offer, and the resident's side of a case."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.cases.case import Case, Status, Step
from bot.effects import Effect, ForgetChat, Memory, MoveCase, OpenCase, PassOn, RateCase, TurnCase
from bot.messages import Action, Quoted, StaffVerb, Verb, Written
from bot.understanding.decision import Candidate, Decision, Escalation
from knowledge.content import Knowledge
from tests.bot.conversation.resident import Resident, actions, answer, no_match, said, title

NOW = dt.datetime(2027, 3, 1, 12, 0, tzinfo=dt.UTC)
CASE = Case(17, "Birk 42", "money", "en", urgent=False, named=False, opened=NOW, promised=None)
RENT = "plan.rent"


def escalated(category: str, *, urgent: bool, language: str = "en") -> Decision:
    escalation = Escalation(category, urgent, "automatic" if urgent else "ask")
    return Decision("escalate", None, 0.9, (Candidate(RENT, 0.2),), language, escalation)


DANGER = escalated("violence", urgent=True)
DEBT = escalated("money", urgent=False)


def resident(knowledge: Knowledge, *cases: Case, hands_over: bool = True, language: str = "en") -> Resident:
    one = Resident(knowledge, memory=Memory(language))
    one.cases, one.hands_over = cases, hands_over
    return one


def followed(one: Resident) -> tuple[Effect, ...]:
    """What followed from the last turn (a call, so that the type checker does not remember the turn before)."""
    return one.effects


# Danger


@pytest.mark.parametrize("code", ["da", "en", "ar", "tr", "ur", "fa", "so", "bs", "pl", "uk", "ro", "vi"])
def test_in_danger_the_numbers_to_call_come_before_anything_else(knowledge: Knowledge, code: str) -> None:
    fresh = Resident(knowledge)
    fresh.hands_over = True
    first = fresh.writes(escalated("violence", urgent=True, language=code))[0]
    assert first.text.startswith(said(knowledge, "urgent-112", code))
    assert "112" in first.text.split("\n")[0]
    assert "1888" in first.text
    assert first.text.endswith(said(knowledge, "urgent-not-watched", code))


def test_danger_opens_a_case_at_once_without_a_name(knowledge: Knowledge) -> None:
    one = resident(knowledge)
    one.writes(DANGER, "he hits me")
    assert one.effects == (
        OpenCase(
            "violence", urgent=True, language="en", named=False, text="he hits me", message=77, candidates=(RENT,)
        ),
    )


def test_in_danger_without_staff_the_numbers_come_and_the_way_to_people(knowledge: Knowledge) -> None:
    one = resident(knowledge, hands_over=False)
    lines, person = one.writes(DANGER)
    assert said(knowledge, "urgent-112") in lines.text
    assert said(knowledge, "person-none") in person.text
    assert one.effects == ()


def test_danger_in_an_open_case_goes_to_it_and_makes_it_urgent(knowledge: Knowledge) -> None:
    one = resident(knowledge, replace(CASE, with_bot=True))
    (lines,) = one.writes(DANGER, "he is at the door")
    assert said(knowledge, "urgent-112") in lines.text
    assert one.effects == (PassOn(17, "he is at the door", 77, urgent_category="violence"),)


def test_every_helpline_of_the_estate_has_words_in_every_language(knowledge: Knowledge) -> None:
    for language in knowledge.languages.values():
        for line in knowledge.estate.helplines:
            assert line.number in language.texts(f"helpline-{line.name}", number=line.number)
            assert set(line.categories) <= knowledge.sensitive.keys()


# The offer


def test_what_is_sensitive_is_offered_a_person_with_or_without_a_name(knowledge: Knowledge) -> None:
    one = resident(knowledge)
    (offer,) = one.writes(DEBT)
    assert actions(offer) == [Action(verb, "money") for verb in (Verb.UNNAMED, Verb.NAMED, Verb.DECLINED)]
    assert offer.answers == 77, "a press must bring the words along"
    assert one.effects == ()


def test_a_question_with_an_answer_is_answered_and_offered_a_person(knowledge: Knowledge) -> None:
    decision = replace(answer(RENT), escalation=Escalation("money", urgent=False, mode="ask"))
    reply, offer = resident(knowledge).writes(decision)
    assert title(knowledge, RENT) in reply.text
    assert Action(Verb.UNNAMED, "money") in actions(offer)


def test_without_staff_the_way_to_people_is_shown_instead(knowledge: Knowledge) -> None:
    (reply,) = resident(knowledge, hands_over=False).writes(DEBT)
    assert said(knowledge, "person-none") in reply.text


@pytest.mark.parametrize(("verb", "named"), [(Verb.UNNAMED, False), (Verb.NAMED, True)])
def test_a_yes_opens_a_case_with_the_words_it_stands_below(knowledge: Knowledge, verb: Verb, named: bool) -> None:
    one = resident(knowledge)
    one.quoted = Quoted(55, "i cannot pay")
    assert one.presses(verb, "money") == ()
    assert one.effects == (OpenCase("money", False, "en", named=named, text="i cannot pay", message=55),)


def test_a_yes_whose_words_are_gone_asks_for_them(knowledge: Knowledge) -> None:
    one = resident(knowledge)
    one.presses(Verb.UNNAMED, "human")
    assert one.effects == (OpenCase("human", urgent=False, language="en", named=False, text=None, message=None),)


def test_a_second_yes_opens_no_second_case(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.presses(Verb.UNNAMED, "money")
    assert reply.text == said(knowledge, "case-too-many", number="17")
    assert one.effects == ()


def test_a_no_is_taken_kindly(knowledge: Knowledge) -> None:
    one = resident(knowledge)
    (reply,) = one.presses(Verb.DECLINED, "money")
    assert (reply.text, one.effects) == (said(knowledge, "offer-declined"), ())


@pytest.mark.parametrize("category", ["", "nonsense", "violence'; --"])
def test_a_yes_to_what_was_never_offered_is_an_old_button(knowledge: Knowledge, category: str) -> None:
    one = resident(knowledge)
    (reply,) = one.presses(Verb.UNNAMED, category)
    assert (reply.text, one.effects) == (said(knowledge, "old-button"), ())


def test_a_question_nobody_could_answer_can_be_sent_on(knowledge: Knowledge) -> None:
    one = resident(knowledge)
    (reply,) = one.writes(no_match())
    assert Action(Verb.SEND_QUESTION) in actions(reply)
    assert reply.answers == 77
    one.quoted = Quoted(77, "who cleans the stairs")
    (offer,) = one.presses(Verb.SEND_QUESTION)
    assert said(knowledge, "offer-unanswered") in offer.text
    assert offer.answers == 77
    one.presses(Verb.UNNAMED, "unanswered")
    (effect,) = one.effects
    assert isinstance(effect, OpenCase)
    assert (effect.category, effect.text) == ("unanswered", "who cleans the stairs")


def test_a_person_can_be_asked_for_by_command(knowledge: Knowledge) -> None:
    (offer,) = resident(knowledge).commands("person")
    assert Action(Verb.UNNAMED, "human") in actions(offer)


# An open case


def test_what_is_written_goes_to_the_staff(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    assert one.writes(answer(RENT), "is the rent going up") == ()
    assert one.effects == (PassOn(17, "is the rent going up", 77),)


def test_words_that_only_may_mean_danger_are_left_to_the_staff(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    unsure = Decision("escalate", None, 0.4, (), "en", Escalation("distress", urgent=True, mode="ask"))
    assert one.writes(unsure, "and one more thing") == ()
    assert one.effects == (PassOn(17, "and one more thing", 77),)


def test_an_edit_is_passed_on_as_one(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    one.does(Written("i mean tuesday", edited=True), no_match())
    assert one.effects == (PassOn(17, "i mean tuesday", 77, edited=True),)


@pytest.mark.parametrize("words", ["12", "😢"])
def test_digits_and_emoji_go_to_the_staff_too(knowledge: Knowledge, words: str) -> None:
    one = resident(knowledge, CASE)
    one.does(Written(words), no_match())
    assert one.effects == (PassOn(17, words, 77),)


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document", "location"])
def test_pictures_and_voices_go_to_the_staff(knowledge: Knowledge, kind: str) -> None:
    one = resident(knowledge, CASE)
    assert one.sends(kind) == ()
    assert one.effects == (PassOn(17, None, 77),)


@pytest.mark.parametrize("kind", ["contact", "poll"])
def test_what_would_name_somebody_is_not_passed_on(knowledge: Knowledge, kind: str) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.sends(kind)
    assert (reply.text, one.effects) == (said(knowledge, "case-media-unsupported"), ())


def test_the_resident_can_ask_nabo_meanwhile_and_come_back(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.presses(Verb.TO_NABO, "17")
    assert reply.text == said(knowledge, "case-bot-mode")
    assert one.effects == (TurnCase(17, with_bot=True),)

    one.cases = (replace(CASE, with_bot=True),)
    (answered,) = one.writes(answer(RENT))
    assert title(knowledge, RENT) in answered.text
    assert followed(one) == ()

    (back,) = one.presses(Verb.TO_STAFF, "17")
    assert back.text == said(knowledge, "case-staff-mode")
    assert one.effects == (TurnCase(17, with_bot=False),)


@pytest.mark.parametrize(
    ("verb", "step", "key"),
    [(Verb.WITHDRAW, Step.WITHDRAW, "case-withdrawn"), (Verb.END_CASE, Step.END, "case-ended-by-you")],
)
def test_the_resident_can_take_it_back_or_end_it(knowledge: Knowledge, verb: Verb, step: Step, key: str) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.presses(verb, "17")
    assert reply.text == said(knowledge, key, number="17")
    assert one.effects == (MoveCase(17, step),)


def test_a_closed_case_can_be_opened_again_and_judged(knowledge: Knowledge) -> None:
    one = resident(knowledge, replace(CASE, status=Status.CLOSED, closed=NOW))
    one.presses(Verb.REOPEN_CASE, "17")
    assert one.effects == (MoveCase(17, Step.REOPEN),)
    one.presses(Verb.CASE_NOT_HELPED, "17")
    assert followed(one) == (RateCase(17, helped=False),)


def test_words_after_a_closed_case_are_answered_by_nabo(knowledge: Knowledge) -> None:
    one = resident(knowledge, replace(CASE, status=Status.CLOSED, closed=NOW))
    (reply,) = one.writes(answer(RENT))
    assert title(knowledge, RENT) in reply.text


@pytest.mark.parametrize("verb", [Verb.WITHDRAW, Verb.END_CASE, Verb.TO_NABO, Verb.REOPEN_CASE, Verb.CASE_HELPED])
@pytest.mark.parametrize("number", ["18", "", "17/x", "-17"])
def test_nobody_reaches_anothers_case_by_a_forged_button(knowledge: Knowledge, verb: Verb, number: str) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.presses(verb, number)
    assert (reply.text, one.effects) == (said(knowledge, "old-button"), ())


@pytest.mark.parametrize("verb", list(StaffVerb))
def test_buttons_of_the_staff_do_nothing_in_a_private_chat(knowledge: Knowledge, verb: StaffVerb) -> None:
    one = resident(knowledge, CASE)
    (reply,) = one.presses(verb, "17")
    assert (reply.text, one.effects) == (said(knowledge, "old-button"), ())


# What is stored


def test_mydata_shows_language_and_cases(knowledge: Knowledge) -> None:
    (reply,) = resident(knowledge, CASE).commands("mydata")
    assert knowledge.languages["en"].texts("mydata-language", language="English") in reply.text
    assert said(knowledge, "mydata-case", number="17", alias="Birk 42") in reply.text
    assert said(knowledge, "privacy-counting") in reply.text


def test_of_a_stranger_nothing_is_stored_and_nothing_is_begun(knowledge: Knowledge) -> None:
    one = Resident(knowledge, "en")
    (reply,) = one.commands("mydata")
    told = f"{said(knowledge, 'mydata-nothing')}\n\n{said(knowledge, 'privacy-counting')}"
    assert (reply.text, one.memory) == (told, None)


def test_forget_takes_the_cases_along(knowledge: Knowledge) -> None:
    one = resident(knowledge, CASE)
    texts = [reply.text for reply in one.commands("forget")]
    assert said(knowledge, "forget-case", number="17") in texts
    assert (one.memory, one.effects) == (None, (ForgetChat(),))
