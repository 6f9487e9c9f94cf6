"""A group that becomes another chat, that the bot is thrown out of, that takes only so many messages a minute."""

from __future__ import annotations

import pytest

from tests.bot_api import BotApiServer, Resident
from tests.bot_api.clients import At, Client, RefusedError
from tests.bot_api.conftest import Clock

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.filterwarnings("ignore:.*attribute `retry_after` will be:DeprecationWarning"),
]


@pytest.fixture
def worker(server: BotApiServer) -> Resident:
    return server.user(21, first_name="Worker")


async def test_a_group_becomes_a_supergroup(server: BotApiServer, bot: Client, worker: Resident) -> None:
    old = server.group(-4001, kind="group")
    number = await bot.send(old.id, "hello")
    new = await old.upgrades(worker, -1001000000077, forum=True)
    left, came = [update["message"] for update in await bot.updates()]
    assert (left["chat"]["id"], left["migrate_to_chat_id"]) == (old.id, new.id)
    assert (came["chat"]["id"], came["migrate_from_chat_id"]) == (new.id, old.id)
    for call in (
        bot.send(old.id, "hello?"),
        bot.copy(old.id, (old.id, number)),
        bot.edit(old.id, number, "new"),
        bot.create_topic(old.id, "Case"),
        bot.rights(old.id, server.bot.profile.id),
    ):
        with pytest.raises(RefusedError) as refused:
            await call
        assert refused.value.migrated_to == new.id
    last = server.calls("sendMessage")[-1]
    assert (last.status, last.outcome) == (400, "Bad Request: group chat was upgraded to a supergroup chat")

    topic, *_ = await bot.create_topic(new.id, "Case")
    await bot.send_at(new.id, At(topic), "hello")
    assert (await (await new.topic("Case")).reply()).text == "hello"
    assert server.group(new.id).topics[0].name == "Case"
    assert await bot.member_status(new.id, server.bot.profile.id) == "administrator"


async def test_a_bot_that_is_thrown_out(server: BotApiServer, bot: Client, worker: Resident) -> None:
    staff = server.forum()
    topic, *_ = await bot.create_topic(staff.id, "Case")
    await staff.removes_bot(worker)
    (change,) = [update["my_chat_member"] for update in await bot.updates() if "my_chat_member" in update]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("administrator", "kicked")
    assert change["chat"]["is_forum"]
    for call in (
        bot.send_at(staff.id, At(topic), "hello?"),
        bot.close_topic(staff.id, topic),
        bot.react(staff.id, topic, "👍"),
        bot.chat_kind(staff.id),
    ):
        with pytest.raises(RefusedError, match="bot was kicked from the supergroup chat"):
            await call
    before = len(await bot.updates())
    await staff.says(worker, "it is gone")
    assert len(await bot.updates()) == before
    await staff.adds_bot(worker, bot_is="administrator")
    assert await bot.send_at(staff.id, At(topic), "back")


async def test_a_resident_blocks_the_bot(server: BotApiServer, bot: Client) -> None:
    resident = server.user(11)
    await resident.says("hello")
    await resident.blocks_bot()
    assert (await bot.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    with pytest.raises(RefusedError, match="bot was blocked by the user"):
        await bot.send(resident.id, "hello")
    with pytest.raises(RuntimeError, match="this user has blocked the bot"):
        await resident.says("hello")
    await resident.unblocks_bot()
    assert (await bot.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert await bot.send(resident.id, "hello")


async def test_only_so_many_messages_a_minute(
    server: BotApiServer, bot: Client, worker: Resident, clock: Clock
) -> None:
    staff, other = server.forum(), server.group()
    await worker.says("hello")
    for _ in range(21):
        await bot.send(staff.id, "as many as you like")
    server.limits_groups(3, seconds=60)
    await bot.send(staff.id, "one")
    clock.moves(20)
    await bot.send(staff.id, "two")
    await bot.copy(staff.id, (staff.id, staff.sent[-1].message_id))
    with pytest.raises(RefusedError) as refused:
        await bot.send(staff.id, "three")
    assert refused.value.retry_after == 40
    assert await bot.send(other.id, "elsewhere")
    assert await bot.send(worker.id, "in private")
    clock.moves(40)
    assert await bot.send(staff.id, "three")
    with pytest.raises(RefusedError):
        await bot.send(staff.id, "four")
