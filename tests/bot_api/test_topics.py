"""Topics of a staff group under two unrelated client libraries."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot_api import BotApiServer, Group, Resident
from tests.bot_api.clients import At, Client, RefusedError

pytestmark = pytest.mark.asyncio
UNKNOWN = 999


@pytest.fixture
def staff(server: BotApiServer) -> Group:
    return server.forum()


@pytest.fixture
def worker(server: BotApiServer) -> Resident:
    return server.user(21, first_name="Worker")


async def _messages(bot: Client) -> list[dict[str, Any]]:
    return [update["message"] for update in await bot.updates() if "message" in update]


async def test_the_bot_makes_a_topic_and_writes_in_it(bot: Client, staff: Group) -> None:
    number, name, color = await bot.create_topic(staff.id, "#7 Blue Heron")
    assert (name, color) == ("#7 Blue Heron", 0x6FB9F0)
    topic = await staff.next_topic()
    assert (topic.thread, topic.name, topic.is_closed) == (number, name, False)

    sent = await bot.send_at(staff.id, At(number), "A resident asks")
    assert (sent["message_thread_id"], sent["is_topic_message"], sent["chat"]["is_forum"]) == (number, True, True)
    assert (await topic.reply()).text == "A resident asks"
    assert topic.texts == ["A resident asks"]
    await bot.send(staff.id, "To all")
    assert (await staff.general.reply()).text == "To all"
    assert topic.texts == ["A resident asks"]


async def test_a_member_writes_in_a_topic(bot: Client, staff: Group, worker: Resident) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    await topic.says(worker, "On my way")
    await worker.sends_photo(caption="Look", to=topic)
    await worker.sends_document(to=topic)
    await worker.sends_voice(to=topic)
    await worker.commands("close", "now", to=topic)
    await staff.says(worker, "Lunch?")
    created, *written, aside = await _messages(bot)
    assert created["forum_topic_created"]["name"] == "Case"
    assert {message["message_thread_id"] for message in written} == {number}
    assert all(message["is_topic_message"] for message in written)
    assert "message_thread_id" not in aside
    kinds = ("text", "photo", "document", "voice")
    assert [next(kind for kind in kinds if kind in message) for message in written] == [*kinds, "text"]
    assert written[-1]["text"] == "/close now"


async def test_what_answers_nothing_in_a_topic_answers_its_beginning(
    bot: Client, staff: Group, worker: Resident
) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    first = await topic.says(worker, "one")
    await worker.answers(first, "two")
    _, one, two = await _messages(bot)
    assert one["reply_to_message"]["message_id"] == number
    assert one["reply_to_message"]["forum_topic_created"]["name"] == "Case"
    assert two["reply_to_message"]["text"] == "one"
    assert "reply_to_message" not in two["reply_to_message"]
    assert two["message_thread_id"] == number
    assert [shown.answers for shown in topic.holds] == [None, first.message_id]


async def test_an_album_comes_as_several_messages(bot: Client, staff: Group, worker: Resident) -> None:
    await bot.create_topic(staff.id, "Case")
    await worker.sends_album(caption="The wall", to=await staff.topic("Case"))
    _, first, second = await _messages(bot)
    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "The wall"
    assert "caption" not in second


async def test_renaming_closing_and_reopening(bot: Client, staff: Group) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    assert await bot.rename_topic(staff.id, number, "Case, urgent")
    assert topic.name == "Case, urgent"
    assert await bot.close_topic(staff.id, number)
    assert topic.is_closed
    assert await bot.reopen_topic(staff.id, number)
    assert not topic.is_closed
    noted = [message for message in await _messages(bot) if message["message_thread_id"] == number]
    kinds = ("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened")
    assert [next(kind for kind in kinds if kind in message) for message in noted] == list(kinds)
    for again in (bot.rename_topic(staff.id, number, "Case, urgent"), bot.reopen_topic(staff.id, number)):
        with pytest.raises(RefusedError, match="topic_not_modified"):
            await again


async def test_a_deleted_topic_takes_its_messages_along(bot: Client, staff: Group, worker: Resident) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    message = await topic.says(worker, "on my way")
    assert await bot.delete_topic(staff.id, number)
    assert topic.is_deleted
    assert topic.holds == []
    assert staff.topics == []
    for thread in (number, UNKNOWN, 1):
        with pytest.raises(RefusedError, match="message thread not found"):
            await bot.send_at(staff.id, At(thread), "hello")
        with pytest.raises(RefusedError, match="message thread not found"):
            await bot.copy(staff.id, (staff.id, await bot.send(staff.id, "aside")), At(thread))
        with pytest.raises(RefusedError, match="topic_id_invalid"):
            await bot.close_topic(staff.id, thread)
    with pytest.raises(RefusedError, match="message to be replied not found"):
        await bot.send_at(staff.id, At(answers=message.message_id), "hello")


async def test_a_topic_that_a_member_deletes(bot: Client, staff: Group, worker: Resident) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    last = (await bot.updates())[-1]["update_id"]
    await (await staff.topic("Case")).deletes()
    assert await bot.updates(last + 1) == []
    with pytest.raises(RefusedError, match="message thread not found"):
        await bot.send_at(staff.id, At(number), "hello")
    with pytest.raises(RuntimeError, match="has been deleted"):
        await worker.says("hello", to=staff.topic_of(number))


async def test_a_topic_of_the_members_own(bot: Client, staff: Group, worker: Resident) -> None:
    topic = await staff.opens_topic(worker, "Rota")
    await topic.renames(worker, "Rota for May")
    await topic.closes(worker)
    await topic.reopens(worker)
    assert (await staff.next_topic()) is topic
    assert len(await _messages(bot)) == 4
    assert await bot.send_at(staff.id, At(topic.thread), "noted")
    await staff.sets_bot(worker, "administrator", can_manage_topics=False, can_delete_messages=False)
    with pytest.raises(RefusedError, match="not enough rights to edit the topic"):
        await bot.rename_topic(staff.id, topic.thread, "Mine")
    with pytest.raises(RefusedError, match="not enough rights to close or open the topic"):
        await bot.close_topic(staff.id, topic.thread)
    with pytest.raises(RefusedError, match="not enough rights to delete the topic"):
        await bot.delete_topic(staff.id, topic.thread)


async def test_a_closed_topic_is_for_those_who_manage_topics(bot: Client, staff: Group, worker: Resident) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    topic = await staff.topic("Case")
    await topic.closes(worker)
    await bot.send_at(staff.id, At(number), "the bot may")
    with pytest.raises(RuntimeError, match="is closed to all but administrators"):
        await topic.says(worker, "hello")
    await worker.joins(staff, "administrator")
    await topic.says(worker, "hello")
    await staff.sets_bot(worker, "administrator", can_manage_topics=False)
    with pytest.raises(RefusedError, match="topic_closed"):
        await bot.send_at(staff.id, At(number), "the bot may not any more")
    assert topic.texts == ["the bot may", "hello"]


async def test_topics_that_cannot_be_made(server: BotApiServer, bot: Client, staff: Group, worker: Resident) -> None:
    plain = server.group()
    with pytest.raises(RefusedError, match="the chat is not a forum"):
        await bot.create_topic(plain.id, "Case")
    assert await bot.chat_kind(plain.id) == ("supergroup", False)
    assert await bot.chat_kind(staff.id) == ("supergroup", True)
    with pytest.raises(RefusedError, match="name must be non-empty"):
        await bot.create_topic(staff.id, " ")
    with pytest.raises(RefusedError, match="name must be at most 128 characters long"):
        await bot.create_topic(staff.id, "x" * 129)
    assert "can_manage_topics" in await bot.rights(staff.id, server.bot.profile.id)
    await staff.sets_bot(worker, "administrator", can_manage_topics=False)
    assert "can_manage_topics" not in await bot.rights(staff.id, server.bot.profile.id)
    with pytest.raises(RefusedError, match="not enough rights to create a topic"):
        await bot.create_topic(staff.id, "Case")
    assert staff.topics == []


async def test_the_beginning_of_a_topic_stays(bot: Client, staff: Group) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    with pytest.raises(RefusedError, match="message can't be deleted"):
        await bot.delete(staff.id, number)


async def test_groups_without_topics_ignore_their_numbers(server: BotApiServer, bot: Client, worker: Resident) -> None:
    plain = server.group()
    first = await plain.says(worker, "one")
    sent = await bot.send_at(plain.id, At(topic=5), "two")
    assert "message_thread_id" not in sent
    answer = await bot.send_at(plain.id, At(answers=first.message_id), "three")
    assert answer["message_thread_id"] == first.message_id
    assert "is_topic_message" not in answer


async def test_the_log_shows_topics(server: BotApiServer, bot: Client, staff: Group) -> None:
    number, *_ = await bot.create_topic(staff.id, "Case")
    await bot.send_at(staff.id, At(number), "hello")
    await bot.close_topic(staff.id, number)
    with pytest.raises(RefusedError):
        await bot.close_topic(staff.id, UNKNOWN)
    names = [call.method.lower() for call in server.calls()]
    assert names == ["createforumtopic", "sendmessage", "closeforumtopic", "closeforumtopic"]
    assert server.calls("sendMessage")[0].parameters["message_thread_id"] == number
    assert [call.outcome for call in server.calls("closeForumTopic")] == ["ok", "Bad Request: TOPIC_ID_INVALID"]
