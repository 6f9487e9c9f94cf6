"""A matter goes to the staff and comes back: residents in their chats, the staff in the topics of their forum."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.bot_api import Group
from tests.stories.office import Office, forged
from tests.stories.program import Program, grace_has_a_case

pytestmark = pytest.mark.asyncio

MONDAY = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)
HOURS = {day: ((dt.time(9), dt.time(15)),) for day in range(5)}


# Danger


@pytest.mark.parametrize(
    ("language", "danish", "words"),
    [("tr", "tyrkisk", "Kocam beni dövüyor, çok korkuyorum"), ("ar", "arabisk", "زوجي يضربني")],
)
async def test_a_cry_for_help(program: Program, office: Office, language: str, danish: str, words: str) -> None:
    fatma = program.resident(101, language, first_name="Fatma", last_name="Yilmaz", username="fatma_y")
    await fatma.starts()

    numbers = await fatma.says(words)
    assert numbers.text.startswith(fatma.language.texts("urgent-112"))
    assert numbers.says("helpline-violence", number="1888")
    receipt = await fatma.hears()
    assert receipt.says("case-opened-urgent", number="1")
    assert receipt.offers("button-withdraw", "button-ask-nabo")

    case = await office.new_topic()
    assert case.name == f"🔴 1 {case.alias} · {danish} · vold eller kontrol"
    assert receipt.says("case-unnamed", alias=case.alias)
    head = await case.hears()
    assert head.text.startswith(f"🔴 HASTER. Sag 1: {case.alias}")
    assert "Beboeren er ikke navngivet." in head.text
    assert head.offers("button-claim", "button-release", "button-close", "button-reopen", "button-category")
    assert (await case.hears()).text == f"{case.alias} skriver:\n{words}"
    assert (await case.hears()).says("case-candidates")

    answer = await case.writes("Kom forbi i dag kl. 14. Du er ikke alene.")
    heard = await fatma.hears()
    assert heard.text == f"{fatma.language.texts('case-from-staff')}\n\nKom forbi i dag kl. 14. Du er ikke alene."
    await case.sees_delivered(answer)
    assert nothing_names(office.group, "Fatma", "Yilmaz", "fatma_y", "101")


def nothing_names(group: Group, *names: str) -> bool:
    """Whether none of these is anywhere in the group, be it in a field that nobody sees."""
    everything = str([reply.body for reply in group.sent]) + str([topic.name for topic in group.topics])
    return not any(name in everything for name in names)


async def test_in_opening_hours_a_time_is_promised_to_both(program: Program) -> None:
    program.knows(staff_hours=HOURS)
    program.clock = lambda: MONDAY
    office = await program.has_staff(program.server.forum())
    await program.start()
    grace = program.resident(102, "en")
    await grace.starts()

    await grace.says("my husband hits me, I am afraid")
    assert "Monday, 1 March 2027 at 11:00" in (await grace.hears()).text
    case = await office.new_topic()
    assert "Svar lovet senest mandag den 1. marts 2027 kl. 11.00" in (await case.hears()).text
    assert (await case.hears()).says("case-words", alias=case.alias)
    assert (await case.hears()).says("case-candidates")


async def test_what_time_brings(program: Program) -> None:
    program.knows(staff_hours=HOURS)
    program.clock = lambda: MONDAY
    office = await program.has_staff(program.server.forum())
    await program.start()
    grace, case = await grace_has_a_case(program, office)

    # Promised within eight opening hours: by noon on Tuesday, which is eleven o'clock in UTC.
    await program.starts_again_at(MONDAY + dt.timedelta(days=1))
    assert (await office.general.hears()).text.startswith("God morgen. I dag:\n1 åben sag:\n1 ")
    await program.starts_again_at(MONDAY + dt.timedelta(days=1, hours=1.75))
    assert (await case.hears()).text.startswith("⏰ Sag 1")
    await program.starts_again_at(MONDAY + dt.timedelta(days=2))
    assert "⚠️ 1 " in (await office.general.hears()).text
    assert (await case.hears()).text.startswith("⚠️ Sag 1")
    assert (await grace.hears()).says("case-late", number="1")


async def test_danger_in_an_open_case_is_answered_at_once_and_turns_it_red(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)
    head_before = case.name

    message = await grace.resident.says("he is here with a knife and wants to kill me")
    assert (await grace.hears()).text.startswith(grace.language.texts("urgent-112"))
    assert (await case.hears()).text.startswith("🔴 HASTER.")
    assert "with a knife" in (await case.hears()).text
    assert case.name == f"🔴 {head_before.replace('penge', 'vold eller kontrol')}"
    await grace.resident.until(lambda chat: chat.now(message).reactions == ("👍",))


# The offer


async def test_without_a_name(program: Program, office: Office) -> None:
    _, case = await grace_has_a_case(program, office)
    assert case.name == f"1 {case.alias} · engelsk · penge"
    assert nothing_names(office.group, "Grace", "Hopper", "102")


async def test_the_name_is_shown_after_a_yes_and_in_the_head_only(program: Program, office: Office) -> None:
    grace = program.resident(102, "en", first_name="Grace", last_name="Hopper")
    await grace.starts()

    assert (await grace.says("I can't pay my rent any more")).says("offer-how")
    assert (await grace.presses("button-yes-named")).says("case-named")
    case = await office.new_topic()
    assert "Navn: Grace Hopper" in (await case.hears()).text
    words = await case.hears()
    assert words.text.endswith("skriver:\nI can't pay my rent any more")
    assert "Grace" not in words.text
    assert "Grace" not in case.name


async def test_no_is_no(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()

    await grace.says("I can't pay my rent any more")
    assert (await grace.presses("button-no")).says("offer-declined")
    assert office.group.topics == []


async def test_the_words_are_those_under_the_pressed_button(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()

    first = await grace.says("I can't pay my rent any more")
    assert (await grace.says("Will my rent go up?")).is_about("plan.rent")
    assert (await grace.presses("button-yes-unnamed", on=first)).says("case-opened", number="1")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("skriver:\nI can't pay my rent any more")
    assert (await case.hears()).says("case-candidates")

    assert (await grace.presses("button-yes-named", on=first)).says("case-too-many", number="1")
    assert nothing_names(office.group, "Resident")


async def test_person_by_command_begins_a_case_without_words(program: Program, office: Office) -> None:
    lene = program.resident(103, "da")
    await lene.starts()

    assert (await lene.says("/person")).says("offer-person")
    assert (await lene.presses("button-yes-unnamed")).says("case-write-now")
    case = await office.new_topic()
    assert case.name.endswith("· dansk · vil tale med en person")
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).says("case-words-none")
    message = await lene.resident.says("Min vaskemaskine er i stykker")
    assert (await case.hears()).text == f"{case.alias} skriver:\nMin vaskemaskine er i stykker"
    await lene.resident.until(lambda chat: chat.now(message).reactions == ("👍",))
    assert (await lene.says("/person")).says("case-too-many", number="1")


async def test_asking_for_a_person_in_words_passes_them_on(program: Program, office: Office) -> None:
    lene = program.resident(103, "da")
    await lene.starts()

    assert (await lene.says("Jeg vil gerne tale med et menneske")).says("offer-person")
    assert (await lene.presses("button-yes-unnamed")).says("case-writing")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("Jeg vil gerne tale med et menneske")


async def test_a_question_without_an_answer_is_sent_on_and_answered_by_a_person(
    program: Program, office: Office
) -> None:
    lene = program.resident(103, "da")
    await lene.starts()

    assert (await lene.says("Hvad er hovedstaden i Frankrig?")).says("no-match")
    assert (await lene.presses("button-send-question")).says("offer-unanswered")
    assert (await lene.presses("button-yes-unnamed")).says("case-opened", number="1")
    case = await office.new_topic()
    assert case.name.endswith("· dansk · ubesvaret spørgsmål")
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("skriver:\nHvad er hovedstaden i Frankrig?")

    answer = await case.writes("Paris")
    assert (await lene.hears()).text.endswith("Paris")
    assert (await case.hears()).says("draft-offer")
    await case.sees_delivered(answer)


async def test_the_button_below_an_answer_leads_to_a_person_too(program: Program, office: Office) -> None:
    lene = program.resident(103, "da")
    await lene.starts()

    assert (await lene.says("Stiger min husleje?")).offers("button-person")
    assert (await lene.presses("button-person")).says("offer-person")
    assert (await lene.presses("button-yes-unnamed")).says("case-write-now")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).says("case-words-none")


# The life of a case, as the resident moves it


async def test_ask_nabo_instead_and_come_back(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    assert (await grace.presses("button-ask-nabo")).says("case-bot-mode")
    assert (await case.hears()).says("case-with-bot")
    assert (await grace.says("Will my rent go up?")).is_about("plan.rent")
    assert (await grace.presses("button-back-to-case")).says("case-staff-mode")
    assert (await case.hears()).says("case-with-staff")
    await grace.resident.says("Will my rent go up?")
    assert (await case.hears()).text.endswith("skriver:\nWill my rent go up?")


async def test_the_resident_ends_a_case_and_opens_it_again(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await grace.says("/person")
    assert (await grace.presses("button-end-case")).says("case-ended-by-you", number="1")
    assert (await case.hears()).says("case-ended")
    await case.topic.until(lambda topic: topic.is_closed)
    assert (await grace.says("Will my rent go up?")).is_about("plan.rent")

    assert (await grace.presses("button-reopen")).says("case-reopened", number="1")
    await case.topic.until(lambda topic: not topic.is_closed)
    assert (await case.hears()).says("case-taken-up-again")
    await grace.resident.says("I got a new letter")
    assert (await case.hears()).text.endswith("I got a new letter")


async def test_a_case_is_withdrawn_by_one_tap(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()
    case = await office.takes_case(grace, "my husband hits me, I am afraid")

    assert (await grace.presses("button-withdraw")).says("case-withdrawn")
    assert (await case.hears()).says("case-withdrawn")
    await case.topic.until(lambda topic: topic.is_closed)
    assert (await grace.presses("button-withdraw")).says("old-button")


@pytest.mark.parametrize(
    ("button", "thanks", "told"),
    [
        ("button-helped-yes", "helped-thanks", "case-helped-yes"),
        ("button-helped-no", "helped-sorry", "case-helped-no"),
    ],
)
async def test_did_we_help(program: Program, office: Office, button: str, thanks: str, told: str) -> None:
    grace, case = await grace_has_a_case(program, office)
    assert (await case.asks("/close")).says("case-closed")
    closed = await grace.hears()
    assert closed.says("case-helped")
    assert (await grace.presses(button, on=closed)).says(thanks)
    assert (await case.hears()).says(told)


async def test_forget_takes_the_case_out_of_the_group(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    assert (await grace.says("/mydata")).says("mydata-case", number="1", alias=case.alias)
    assert (await grace.says("/forget")).says("forget-done")
    assert (await grace.hears()).says("forget-case", number="1")
    assert (await grace.hears()).says("forget-copies")
    await case.topic.until(lambda topic: topic.is_deleted)
    assert office.group.topics == []
    assert (await grace.says("/mydata")).says("mydata-nothing")


async def test_other_residents_cannot_reach_a_case_by_forged_buttons(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)
    lene = program.resident(103, "da")
    await lene.starts()
    for data in ("cw:1", "ce:1", "cb:1", "ct:1", "cr:1", "ch:1", "ci:1", "cu:nonsense", "cn:", "sx:1", "sk:1/money"):
        program.server.push(forged(lene.resident, lene.resident.sent[0], data))
        assert (await lene.hears()).says("old-button")
    assert await case.topic.quiet()
    await grace.resident.says("It is still my case")
    assert (await case.hears()).text.endswith("It is still my case")
