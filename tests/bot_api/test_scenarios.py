"""The same scenarios under two unrelated client libraries."""

from __future__ import annotations

import pytest

from tests.bot_api import Button, faults
from tests.bot_api.clients import Client, RefusedError
from tests.bot_api.conftest import Clock, client
from tests.bot_api.server import BotApiServer

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.filterwarnings("ignore:.*attribute `retry_after` will be:DeprecationWarning"),
]
RESIDENT = 11
UNKNOWN = 999


async def test_a_bot_knows_itself(bot: Client) -> None:
    assert await bot.me() == (7000000001, "nabo_test_bot", True)


async def test_a_conversation_with_a_button(server: BotApiServer, bot: Client) -> None:
    user = server.user(RESIDENT, first_name="Amina", language_code="ar")
    await user.says("/start hello")
    (first,) = await bot.updates()
    assert first["message"]["text"] == "/start hello"
    assert first["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert first["message"]["from"]["language_code"] == "ar"

    number = await bot.send(RESIDENT, "<b>Choose</b>", [[("Yes", "y"), ("No", "n")]], html=True)
    shown = await user.reply()
    assert (shown.message_id, shown.text, shown.parse_mode) == (number, "Choose", "HTML")
    assert shown.buttons == ((Button("Yes", "y"), Button("No", "n")),)
    assert shown.body["entities"] == [{"type": "bold", "offset": 0, "length": 6}]

    press = await user.presses("No")
    (pressed,) = await bot.updates(first["update_id"] + 1)
    assert pressed["callback_query"]["data"] == "n"
    assert await bot.answer(pressed["callback_query"]["id"], "Noted")
    assert (await press.answer()).text == "Noted"

    assert await bot.edit(RESIDENT, number, "Thanks") == "Thanks"
    edited = await user.next_edit()
    assert (edited.text, edited.edited, edited.buttons) == ("Thanks", True, ())
    assert await bot.updates(pressed["update_id"] + 1) == []


async def test_updates_stay_until_confirmed(server: BotApiServer, bot: Client) -> None:
    user = server.user(RESIDENT)
    for words in ("one", "two", "three"):
        await user.says(words)
    everything = await bot.updates()
    assert [update["message"]["text"] for update in everything] == ["one", "two", "three"]
    assert await bot.updates(limit=1) == everything[:1]
    assert await bot.updates(everything[1]["update_id"]) == everything[1:]
    assert await bot.updates() == everything[1:]
    assert await bot.updates(-1) == everything[2:]
    assert await bot.updates() == everything[2:]


async def test_being_too_fast(server: BotApiServer, bot: Client) -> None:
    await server.user(RESIDENT).says("hello")
    server.faults.next("sendMessage", faults.too_many(7))
    with pytest.raises(RefusedError) as refused:
        await bot.send(RESIDENT, "too fast")
    assert refused.value.retry_after == 7
    assert await bot.send(RESIDENT, "later") == 2
    assert [call.status for call in server.calls("sendMessage")] == [429, 200]


async def test_those_who_cannot_be_written_to(server: BotApiServer, bot: Client) -> None:
    blocking = server.user(RESIDENT)
    await blocking.says("hello")
    await blocking.blocks_bot()
    with pytest.raises(RefusedError, match="bot was blocked by the user"):
        await bot.send(RESIDENT, "are you there?")
    await blocking.unblocks_bot()
    assert await bot.send(RESIDENT, "welcome back")
    blocking.deletes_account()
    with pytest.raises(RefusedError, match="user is deactivated"):
        await bot.send(RESIDENT, "gone?")
    server.user(12)
    with pytest.raises(RefusedError, match="bot can't initiate conversation with a user"):
        await bot.send(12, "hello?")
    with pytest.raises(RefusedError, match="chat not found"):
        await bot.send(UNKNOWN, "hello?")


async def test_messages_that_are_refused(server: BotApiServer, bot: Client) -> None:
    await server.user(RESIDENT).says("hello")
    with pytest.raises(RefusedError, match=r"message text is empty|text must be non-empty"):
        await bot.send(RESIDENT, "")
    with pytest.raises(RefusedError, match="text must be non-empty"):
        await bot.send(RESIDENT, "<b> </b>", html=True)
    with pytest.raises(RefusedError, match="message is too long"):
        await bot.send(RESIDENT, "å" * 4097)
    with pytest.raises(RefusedError, match='can\'t parse entities: unsupported start tag "x" at byte offset 3'):
        await bot.send(RESIDENT, "å <x>", html=True)
    with pytest.raises(RefusedError, match="button_data_invalid"):
        await bot.send(RESIDENT, "choose", [[("Yes", "å" * 33)]])
    with pytest.raises(RefusedError, match="text buttons are unallowed"):
        await bot.send(RESIDENT, "choose", [[("Yes", "")]])
    with pytest.raises(RefusedError, match="button text must be non-empty"):
        await bot.send(RESIDENT, "choose", [[(" ", "y")]])
    assert server.sent_to(RESIDENT) == []


async def test_edits_that_are_refused(server: BotApiServer, bot: Client) -> None:
    own = await server.user(RESIDENT).says("hello")
    number = await bot.send(RESIDENT, "same")
    with pytest.raises(RefusedError, match="message is not modified"):
        await bot.edit(RESIDENT, number, "same ")
    with pytest.raises(RefusedError, match="message to edit not found"):
        await bot.edit(RESIDENT, 77, "new")
    with pytest.raises(RefusedError, match="message can't be edited"):
        await bot.edit(RESIDENT, own.message_id, "new")
    assert await bot.delete(RESIDENT, number)
    with pytest.raises(RefusedError, match="message to delete not found"):
        await bot.delete(RESIDENT, number)
    with pytest.raises(RefusedError, match="message to edit not found"):
        await bot.edit(RESIDENT, number, "new")


async def test_deleting_ends_after_two_days(server: BotApiServer, bot: Client, clock: Clock) -> None:
    await server.user(RESIDENT).says("hello")
    number = await bot.send(RESIDENT, "soon old")
    clock.moves(48 * 3600 + 1)
    with pytest.raises(RefusedError, match="message can't be deleted for everyone"):
        await bot.delete(RESIDENT, number)


async def test_presses_grow_old(server: BotApiServer, bot: Client, clock: Clock) -> None:
    user = server.user(RESIDENT)
    await user.says("hello")
    await bot.send(RESIDENT, "choose", [[("Yes", "y")]])
    answered, late = await user.presses("Yes"), await user.presses("y")
    assert await bot.answer(answered.query.id, "")
    clock.moves(31)
    for query_id in (answered.query.id, late.query.id, "1"):
        with pytest.raises(RefusedError, match="query is too old and response timeout expired"):
            await bot.answer(query_id, "")


async def test_a_menu_for_each_language(bot: Client) -> None:
    await bot.set_commands("", help="Help")
    await bot.set_commands("da", help="Hjælp")
    assert await bot.commands("") == {"help": "Help"}
    assert await bot.commands("da") == {"help": "Hjælp"}
    assert await bot.commands("ar") == {}
    with pytest.raises(RefusedError, match="invalid language code specified"):
        await bot.set_commands("ckb", help="Help")
    with pytest.raises(RefusedError, match="bot_command_invalid"):
        await bot.set_commands("da", Hjælp="Help")


async def test_a_photo_there_and_back(server: BotApiServer, bot: Client) -> None:
    user = server.user(RESIDENT)
    await user.sends_photo(caption="my kitchen", data=b"their picture")
    (update,) = await bot.updates()
    assert update["message"]["caption"] == "my kitchen"
    assert await bot.download(update["message"]["photo"][-1]["file_id"]) == b"their picture"
    file_id = await bot.send_photo(RESIDENT, b"our picture", "the new one")
    assert await bot.download(file_id) == b"our picture"
    assert (await user.reply()).text == "the new one"
    with pytest.raises(RefusedError, match="message caption is too long"):
        await bot.send_photo(RESIDENT, b"our picture", "x" * 1025)
    with pytest.raises(RefusedError, match="invalid file_id"):
        await bot.download("no-such-file")


async def test_large_files_stay_out_of_reach(server: BotApiServer, bot: Client) -> None:
    await server.user(RESIDENT).sends_document(size=20 * 1024 * 1024 + 1)
    (update,) = await bot.updates()
    with pytest.raises(RefusedError, match="file is too big"):
        await bot.download(update["message"]["document"]["file_id"])


async def test_every_kind_of_message_is_understood(server: BotApiServer, bot: Client) -> None:
    user = server.user(RESIDENT, last_name="Resident", username="resident")
    first = await user.says("hello")
    await user.sends_voice(reply_to=first)
    await user.sends_video()
    await user.sends_sticker()
    await user.sends_location()
    await user.sends_contact()
    await user.sends_poll("When?", "today", "tomorrow")
    await user.forwards("look", origin=user.user)
    await user.forwards("look", origin="Hidden")
    await user.edits(first, "hello there")
    updates = await bot.updates()
    kinds = ("voice", "video", "sticker", "location", "contact", "poll")
    assert [next(kind for kind in kinds if kind in update["message"]) for update in updates[1:7]] == list(kinds)
    assert [update["message"]["forward_origin"]["type"] for update in updates[7:9]] == ["user", "hidden_user"]
    assert updates[9]["edited_message"]["text"] == "hello there"


async def test_a_group_comes_and_goes(server: BotApiServer, bot: Client) -> None:
    worker = server.user(21, first_name="Worker")
    group = server.group(title="Staff", bot_is=None)
    with pytest.raises(RefusedError, match="bot is not a member of the supergroup chat"):
        await bot.send(group.id, "hello")
    await group.adds_bot(worker)
    assert ["my_chat_member" in update for update in await bot.updates()] == [True, False]
    assert await bot.send(group.id, "hello")
    assert await bot.chat_title(group.id) == "Staff"
    assert await bot.member_status(group.id, server.bot.profile.id) == "member"
    await group.sets_bot(worker, "administrator", can_delete_messages=False)
    assert await bot.member_status(group.id, server.bot.profile.id) == "administrator"
    assert await bot.member_status(group.id, worker.id) == "left"
    await worker.joins(group)
    assert await bot.member_status(group.id, worker.id) == "member"
    await worker.leaves(group)
    await group.removes_bot(worker)
    with pytest.raises(RefusedError, match="bot was kicked from the supergroup chat"):
        await bot.send(group.id, "hello")


async def test_privacy_mode_in_groups(server: BotApiServer, bot: Client) -> None:
    worker = server.user(21)
    group = server.group(bot_is="member")
    number = await bot.send(group.id, "hello")
    await group.says(worker, "among ourselves")
    await group.says(worker, "/faq@other_bot")
    await group.says(worker, "/faq")
    await group.says(worker, "what says @nabo_test_bot?")
    await group.says(worker, "thanks", reply_to=group.sent[0])
    texts = [update["message"]["text"] for update in await bot.updates()]
    assert number == 1
    assert texts == ["/faq", "what says @nabo_test_bot?", "thanks"]


async def test_a_wrong_token(server: BotApiServer) -> None:
    for library in ("ptb", "aiogram"):
        async with client(library, server, "7000000001:WRONG") as stranger:
            with pytest.raises(RefusedError, match=r"unauthorized|rejected by the server"):
                await stranger.send(RESIDENT, "hello")
    assert [call.outcome for call in server.calls()] == ["Unauthorized", "Unauthorized"]
