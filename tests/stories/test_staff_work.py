"""What the staff do in the topic of a case: answers, files, edits, notes, buttons and commands."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.bot_api import Message, Resident
from tests.stories.office import Office, forged
from tests.stories.program import Program, grace_has_a_case

pytestmark = pytest.mark.asyncio

Sends = Callable[..., Awaitable[Message]]
FILES = [
    ("photo", Resident.sends_photo),
    ("document", Resident.sends_document),
    ("voice", Resident.sends_voice),
    ("video", Resident.sends_video),
    ("location", Resident.sends_location),
    ("sticker", Resident.sends_sticker),
]


# What is sent both ways


@pytest.mark.parametrize(("kind", "sends"), FILES, ids=[kind for kind, _ in FILES])
async def test_files_go_both_ways_as_copies(program: Program, office: Office, kind: str, sends: Sends) -> None:
    grace, case = await grace_has_a_case(program, office)

    sent = await sends(grace.resident)
    copy = await case.hears()
    assert (copy.reply.kind, copy.reply.body[kind]) == (kind, sent.body[kind])
    assert not {"forward_origin", "forward_from", "contact"} & copy.reply.body.keys()
    assert "Grace" not in str(copy.reply.body)
    await grace.resident.until(lambda chat: chat.now(sent).reactions == ("👍",))

    back = await sends(office.mette, to=case.topic)
    heard = await grace.hears()
    assert (heard.reply.kind, heard.reply.body[kind]) == (kind, back.body[kind])
    assert "Mette" not in str(heard.reply.body)
    await case.sees_delivered(back)
    assert program.server.calls("forwardMessage") == []


async def test_words_below_a_picture_go_with_it(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await grace.resident.sends_photo(caption="This came today")
    copy = await case.hears()
    assert (copy.reply.kind, copy.text) == ("photo", "This came today")
    await office.mette.sends_photo(caption="Den form skal du bruge", to=case.topic)
    heard = await grace.hears()
    assert (heard.reply.kind, heard.text) == ("photo", "Den form skal du bruge")

    await office.mette.sends_document(caption="// kun til os", to=case.topic)
    assert await grace.resident.quiet()


async def test_an_album_arrives_whole_and_in_order(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    pictures = (b"picture 1", b"picture 2", b"picture 3")
    sent = await grace.resident.sends_album(*pictures, caption="My kitchen")
    copies = [await case.hears() for _ in pictures]
    assert [copy.reply.body["photo"] for copy in copies] == [message.body["photo"] for message in sent]
    assert copies[0].text == "My kitchen"

    back = await office.mette.sends_album(*pictures, to=case.topic)
    heard = [await grace.hears() for _ in pictures]
    assert [each.reply.body["photo"] for each in heard] == [message.body["photo"] for message in back]


async def test_a_picture_under_the_button_is_what_is_handed_over(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()

    await grace.resident.sends_photo(caption="I can't pay my rent any more")
    assert (await grace.hears()).says("offer-person")
    assert (await grace.presses("button-yes-unnamed")).says("case-writing")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    copy = await case.hears()
    assert (copy.reply.kind, copy.text) == ("photo", "I can't pay my rent any more")


async def test_what_the_staff_could_not_be_shown_is_said_so(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await grace.resident.sends_contact("+4512345678")
    assert (await grace.hears()).says("case-media-unsupported")
    assert await case.topic.quiet()


async def test_edits_go_both_ways(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    answer = await case.writes("Kom kl. 9")
    heard = await grace.hears()
    await office.mette.edits(answer, "Kom kl. 10")
    changed = await grace.resident.next_edit()
    assert changed.message_id == heard.reply.message_id
    assert changed.text == f"{grace.language.texts('case-edited')}\n\nKom kl. 10"

    message = await grace.resident.says("I owe two months")
    passed_on = await case.hears()
    await grace.resident.edits(message, "I owe three months")
    told = await case.hears()
    assert told.text == f"{case.alias} har rettet sin besked:\nI owe three months"
    assert told.reply.answers == passed_on.reply.message_id


async def test_an_edit_that_changes_nothing_is_no_failure(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    answer = await case.writes("Kom kl. 9")
    await grace.hears()
    for _ in range(2):
        await office.mette.edits(answer, "Kom kl. 10")
    await program.server.called("editMessageText", 2)
    assert await case.topic.quiet()


async def test_answers_to_a_message_stay_answers_both_ways(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    question = await grace.resident.says("On which day?")
    passed_on = await case.hears()
    await case.writes("På torsdag", reply_to=passed_on.reply)
    heard = await grace.hears()
    assert heard.reply.answers == question.message_id

    answer = await case.writes("Kl. 10")
    heard = await grace.hears()
    await grace.resident.answers(heard.reply, "Can I bring my son?")
    assert (await case.hears()).reply.answers == answer.message_id


async def test_notes_stay_in_the_group(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await case.writes("// hun var her også i går")
    await case.writes("//uden mellemrum")
    assert (await case.asks("/note ring til kommunen")).says("note-kept")
    await office.general.writes("Hvem har vagten i morgen?")
    topic = await office.group.opens_topic(office.mette, "Frokost")
    await office.room(topic).writes("Rugbrød?")
    assert await grace.resident.quiet(0.2)
    await case.writes("Kom forbi")
    assert (await grace.hears()).text.endswith("Kom forbi")


async def test_an_anonymous_administrator_answers_too(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    group = office.group.chat.json()
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    await office.mette.sends({"text": "Kom forbi", "from": anonymous, "sender_chat": group}, to=case.topic)
    assert (await grace.hears()).text.endswith("Kom forbi")


async def test_very_long_answers_arrive_whole(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    words = " ".join(f"ord{number}" for number in range(600))
    await case.writes(words)
    parts = [(await grace.hears()).text, (await grace.hears()).text]
    assert " ".join(parts).endswith(words)


# Buttons


async def test_claim_release_close_and_reopen(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await case.presses("button-claim")
    assert (await case.hears()).says("case-claimed", name="Mette")
    await case.presses("button-release")
    assert (await case.hears()).says("case-released")
    await case.presses("button-release")
    assert (await case.hears()).says("case-not-possible", status=office.texts("status-waiting"))

    await case.presses("button-close")
    assert (await case.hears()).says("case-closed")
    assert (await grace.hears()).says("case-closed", number="1")
    await case.topic.until(lambda topic: topic.is_closed)
    await case.writes("Er du der?")
    assert (await case.hears()).says("case-not-possible", status=office.texts("status-closed"))

    await case.presses("button-reopen")
    assert (await case.hears()).says("case-reopened")
    assert (await grace.hears()).says("case-reopened", number="1")
    await case.topic.until(lambda topic: not topic.is_closed)
    await grace.resident.says("Thank you")
    assert (await case.hears()).text.endswith("Thank you")


async def test_a_case_is_handed_over_to_a_colleague(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await case.presses("button-hand-over")
    assert (await case.hears()).says("case-hand-over-how")
    assert (await case.asks("/give @jens")).says("case-handed-over", name="Mette", to="@jens")
    assert "taget" in (await case.asks("/cases")).text
    assert grace.unheard == []


async def test_the_matter_is_set_right(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()
    case = await office.takes_case(grace, "my husband hits me, I am afraid")
    assert case.name.startswith("🔴 1")

    await case.presses("button-not-sensitive")
    assert (await case.hears()).says("case-not-sensitive")
    assert case.name == f"1 {case.alias} · engelsk · ubesvaret spørgsmål"
    await case.presses("button-category")
    choices = await case.hears()
    await case.presses("category-conflict", on=choices)
    assert (await case.hears()).says("case-set-category", category=office.texts("category-conflict"))
    assert case.name == f"1 {case.alias} · engelsk · konflikt"


async def test_an_answer_of_nabos_is_sent_in_the_residents_language(program: Program, office: Office) -> None:
    amina = program.resident(104, "ar")
    await amina.starts()
    await amina.says("زوجي يضربني")
    await amina.hears()
    case = await office.new_topic()
    await case.hears()
    await case.hears()
    candidates = await case.hears()
    assert candidates.says("case-candidates")

    danish, data = candidates.reply.buttons[0][0]
    entry = data.partition("/")[2]
    assert danish == program.knowledge.languages["da"].wordings[entry].title
    await case.presses(danish, on=candidates)
    assert (await case.hears()).says("case-answer-sent", title=danish, language="arabisk")
    heard = await amina.hears()
    assert heard.says("case-from-staff")
    assert amina.language.wordings[entry].title in heard.text

    assert (await case.asks("/faq plan.rent")).text.endswith("er sendt på arabisk.")
    assert amina.language.wordings["plan.rent"].title in (await amina.hears()).text
    assert (await case.asks("/faq plan.nonsense")).says("faq-unknown", id="plan.nonsense")


@pytest.mark.parametrize(
    "data", ["sc:2", "sc:x", "sc:", "sx:99999999999999999999999", "sk:1/nonsense", "cw:1", "?", ""]
)
async def test_forged_presses_in_the_group_do_nothing(program: Program, office: Office, data: str) -> None:
    grace, case = await grace_has_a_case(program, office)

    program.server.push(forged(office.mette, case.topic.sent[0], data))
    await program.server.called("answerCallbackQuery", 2)
    assert await case.topic.quiet()
    await grace.resident.says("Is anybody there?")
    assert (await case.hears()).text.endswith("Is anybody there?")


# Commands


async def test_the_staff_s_commands(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    listed = await office.general.asks("/cases")
    assert listed.text == f"1 åben sag:\n1 {case.alias} · penge · venter · ventet 0 min."
    assert (await office.general.asks("/cases@nabo_test_bot")).text == listed.text
    assert (await office.general.asks("/stats")).text.startswith("Åbne sager: 1. Venter på første svar: 1.")
    assert (await office.general.asks("/help")).says("help")
    assert (await office.general.asks("/case")).says("case-unknown")
    assert (await office.general.asks("/close")).says("case-unknown")
    await office.general.writes("/nonsense")

    assert (await case.asks("/case")).offers("button-claim", "button-close")
    assert (await case.asks("/help")).says("help")
    assert (await case.asks("/close")).says("case-closed")
    assert (await grace.hears()).says("case-closed", number="1")
    assert (await office.general.asks("/cases")).says("cases-none")


@pytest.mark.parametrize("command", ["/cases", "/case", "/close", "/stats", "/faq plan.rent", "/note x"])
async def test_staff_commands_are_none_outside_the_group(program: Program, office: Office, command: str) -> None:
    grace, case = await grace_has_a_case(program, office)
    mette = program.resident(office.mette.id, "da")
    await mette.starts()

    assert (await mette.says(command)).says("unknown-command")
    assert (await mette.hears()).says("help")
    program.server.push(forged(office.mette, mette.resident.sent[0], "sx:1"))
    assert (await mette.hears()).says("old-button")
    assert await case.topic.quiet()
    assert grace.unheard == []


async def test_other_groups_are_left_and_the_staffs_is_kept(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    other = program.server.group(-100777, title="Neighbours", bot_is=None)
    await other.adds_bot(grace.resident)
    await program.until(lambda: other.bot_member.status == "left", "leaving")
    again = program.server.group(-100778, title="Neighbours")
    await again.says(office.mette, "/cases")
    await program.until(lambda: again.bot_member.status == "left", "leaving")
    assert other.sent == again.sent == []

    await office.group.sets_bot(office.mette, "administrator", can_pin_messages=False)
    await case.writes("Kom forbi")
    assert (await grace.hears()).text.endswith("Kom forbi")
    assert office.group.bot_member.status == "administrator"


async def test_two_residents_at_once_each_have_their_own_topic(program: Program, office: Office) -> None:
    grace, hers = await grace_has_a_case(program, office)
    lene, other = await grace_has_a_case(program, office, number=105)
    assert hers.alias != other.alias

    message: dict[str, Any] = {}
    for number in range(3):
        message[f"grace {number}"] = await grace.resident.says(f"grace {number}")
        message[f"lene {number}"] = await lene.resident.says(f"lene {number}")
    for room, name in ((hers, "grace"), (other, "lene")):
        heard = ""
        while f"{name} 2" not in heard:
            heard += (await room.hears()).text
        assert [f"{name} {number}" in heard for number in range(3)] == [True] * 3
    await other.writes("Til den anden")
    assert (await lene.hears()).text.endswith("Til den anden")
    assert grace.unheard == []
