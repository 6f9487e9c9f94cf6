"""Copies, answers, reactions and buttons between residents and staff, under two unrelated client libraries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from telegram.constants import ReactionEmoji

from tests.bot_api import BotApiServer, Group, Message, Resident
from tests.bot_api.clients import At, Client, RefusedError
from tests.bot_api.reactions import REACTIONS

pytestmark = pytest.mark.asyncio


@pytest.fixture
def resident(server: BotApiServer) -> Resident:
    return server.user(11, first_name="Amina")


@pytest.fixture
def staff(server: BotApiServer) -> Group:
    return server.forum()


@pytest.mark.parametrize(
    ("kind", "sends"),
    [
        ("text", lambda who: who.says("hello")),
        ("photo", lambda who: who.sends_photo(caption="hello")),
        ("document", lambda who: who.sends_document(caption="hello")),
        ("voice", lambda who: who.sends_voice()),
        ("video", lambda who: who.sends_video()),
        ("location", lambda who: who.sends_location()),
        ("sticker", lambda who: who.sends_sticker()),
    ],
)
async def test_a_copy_shows_the_same_and_not_from_whom(
    bot: Client, resident: Resident, staff: Group, kind: str, sends: Callable[[Resident], Awaitable[Message]]
) -> None:
    topic, *_ = await bot.create_topic(staff.id, "Case")
    message = await sends(resident)
    number = await bot.copy(staff.id, (resident.id, message.message_id), At(topic))
    copied = await staff.topic_of(topic).reply()
    assert (copied.message_id, copied.kind, copied.thread) == (number, kind, topic)
    assert copied.body[kind] == message.body[kind]
    assert copied.text == (message.body.get("text") or message.body.get("caption") or "")
    assert copied.body["from"]["is_bot"]
    assert "Amina" not in str(copied.body)


async def test_a_copy_of_what_was_forwarded_or_in_an_album(bot: Client, resident: Resident, staff: Group) -> None:
    forwarded = await resident.forwards("look", origin="Someone else")
    for message in [forwarded, *await resident.sends_album()]:
        await bot.copy(staff.id, (resident.id, message.message_id))
        copied = await staff.reply()
        assert not {"forward_origin", "media_group_id"} & copied.body.keys()


async def test_a_copy_with_other_words_under_it(bot: Client, resident: Resident, staff: Group) -> None:
    photo = await resident.sends_photo(caption="my /kitchen")
    source = (resident.id, photo.message_id)
    await bot.copy(staff.id, source, caption="From case 7")
    changed = await staff.reply()
    assert (changed.kind, changed.text, "caption_entities" in changed.body) == ("photo", "From case 7", False)
    with pytest.raises(RefusedError, match="message caption is too long"):
        await bot.copy(staff.id, source, caption="x" * 1025)


async def test_copies_that_are_refused(server: BotApiServer, bot: Client, resident: Resident, staff: Group) -> None:
    message = await resident.says("hello")
    with pytest.raises(RefusedError, match="message to copy not found"):
        await bot.copy(staff.id, (resident.id, 77))
    created, *_ = await bot.create_topic(staff.id, "Case")
    with pytest.raises(RefusedError, match="the message can't be copied"):
        await bot.copy(resident.id, (staff.id, created))
    await resident.blocks_bot()
    assert await bot.copy(staff.id, (resident.id, message.message_id))
    with pytest.raises(RefusedError, match="bot was blocked by the user"):
        await bot.copy(resident.id, (resident.id, message.message_id))
    resident.deletes(message)
    with pytest.raises(RefusedError, match="message to copy not found"):
        await bot.copy(staff.id, (resident.id, message.message_id))


async def test_an_answer_carries_what_it_answers(bot: Client, resident: Resident) -> None:
    question = await resident.says("When?")
    sent = await bot.send_at(resident.id, At(answers=question.message_id), "On Monday")
    assert sent["reply_to_message"]["text"] == "When?"
    again = await resident.answers(resident.sent[0], "Thanks")
    update = (await bot.updates())[-1]
    assert update["message"]["reply_to_message"]["text"] == "On Monday"
    assert "reply_to_message" not in update["message"]["reply_to_message"]
    await bot.copy(resident.id, (resident.id, question.message_id), At(answers=again.message_id))
    assert resident.sent[-1].answers == again.message_id


async def test_an_answer_to_what_is_gone(bot: Client, resident: Resident, staff: Group) -> None:
    question = await resident.says("When?")
    resident.deletes(question)
    gone = At(answers=question.message_id)
    with pytest.raises(LookupError, match="has been deleted"):
        await resident.answers(question, "You there?")
    with pytest.raises(RefusedError, match="message to be replied not found"):
        await bot.send_at(resident.id, gone, "On Monday")
    sent = await bot.send_at(resident.id, At(answers=question.message_id, even_without=True), "On Monday")
    assert "reply_to_message" not in sent
    with pytest.raises(RefusedError, match="message to be replied not found"):
        await bot.copy(resident.id, (resident.id, sent["message_id"]), gone)


async def test_an_answer_is_in_the_topic_of_what_it_answers(bot: Client, resident: Resident, staff: Group) -> None:
    one, *_ = await bot.create_topic(staff.id, "One")
    two, *_ = await bot.create_topic(staff.id, "Two")
    message = await resident.says("in one", to=await staff.topic("One"))
    assert (await bot.send_at(staff.id, At(answers=message.message_id), "so is this"))["message_thread_id"] == one
    with pytest.raises(RefusedError, match="this test server does not know answers in another topic"):
        await bot.send_at(staff.id, At(two, message.message_id), "from elsewhere")


async def test_a_button_brings_along_what_its_message_answers(bot: Client, resident: Resident) -> None:
    question = await resident.says("My heating is broken")
    rows = [[("To the staff", "yes")]]
    await bot.send(resident.id, "Shall I?", rows)
    await resident.presses("yes")
    assert "reply_to_message" not in (await bot.updates())[-1]["callback_query"]["message"]

    await bot.send_at(resident.id, At(answers=question.message_id), "Shall I ask the staff?", rows)
    await resident.presses("To the staff")
    pressed = (await bot.updates())[-1]["callback_query"]["message"]
    assert pressed["reply_to_message"]["text"] == "My heating is broken"
    assert pressed["reply_to_message"]["from"]["id"] == resident.id


async def test_a_button_brings_along_words_as_they_are_now(bot: Client, resident: Resident) -> None:
    question = await resident.says("My heating is broken")
    await bot.send_at(resident.id, At(answers=question.message_id), "Shall I?", [[("Yes", "yes")]])
    asked = await resident.reply()
    await resident.edits(question, "My heating and my tap are broken")
    await resident.presses("Yes", on=asked)
    pressed = (await bot.updates())[-1]["callback_query"]["message"]
    assert pressed["reply_to_message"]["text"] == "My heating and my tap are broken"
    resident.deletes(question)
    await resident.presses("Yes", on=asked)
    assert "reply_to_message" not in (await bot.updates())[-1]["callback_query"]["message"]


async def test_an_edit_keeps_what_a_message_answers(bot: Client, resident: Resident) -> None:
    question = await resident.says("When?")
    sent = await bot.send_at(resident.id, At(answers=question.message_id), "Soon")
    await bot.edit(resident.id, sent["message_id"], "On Monday")
    assert (await resident.next_edit()).body["reply_to_message"]["text"] == "When?"


async def test_reactions(bot: Client, resident: Resident) -> None:
    message = await resident.says("hello")
    assert await bot.react(resident.id, message.message_id, "👀")
    assert resident.now(message).reactions == ("👀",)
    await resident.until(lambda place: place.holds[0].reactions)
    assert await bot.react(resident.id, message.message_id)
    assert resident.now(message).reactions == ()
    with pytest.raises(RefusedError, match="reaction_invalid"):
        await bot.react(resident.id, message.message_id, "✅")
    with pytest.raises(RefusedError, match="message to react not found"):
        await bot.react(resident.id, 77, "👀")
    assert {emoji.value for emoji in ReactionEmoji} == REACTIONS


async def test_a_member_edits_answers_and_presses_in_a_topic(
    server: BotApiServer, bot: Client, resident: Resident, staff: Group
) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    sent = await bot.send_at(staff.id, At(number), "A resident asks")
    answer = await resident.answers(await topic.reply(), "noted")
    await resident.edits(answer, "noted, thanks")
    assert (await bot.updates())[-1]["edited_message"]["message_thread_id"] == number
    assert topic.texts == ["A resident asks", "noted, thanks"]

    await bot.send(staff.id, "Elsewhere", [[("Yes", "elsewhere")]])
    with pytest.raises(LookupError, match="no message with buttons"):
        await topic.presses(resident, "Yes")
    press = await staff.general.presses(resident, "Yes")
    assert await bot.answer(press.query.id, "Noted")
    assert (await press.answer()).text == "Noted"
    assert await bot.edit(staff.id, sent["message_id"], "A resident asked") == "A resident asked"
    assert (await topic.next_edit()).text == "A resident asked"
    assert await bot.delete(staff.id, answer.message_id)
    assert topic.now(answer).deleted
    await staff.sets_bot(resident, "administrator", can_delete_messages=False)
    another = await topic.says(resident, "mine")
    with pytest.raises(RefusedError, match="message can't be deleted"):
        await bot.delete(staff.id, another.message_id)
