"""The server as plain HTTP shows it: bodies, envelopes, quarrels between pollers, webhook settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.bot_api.__main__ import print_call
from tests.bot_api.conftest import Clock
from tests.bot_api.server import BotApiServer

pytestmark = pytest.mark.asyncio
RESIDENT = 11


@pytest_asyncio.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


class Raw:
    """Calls without a library."""

    def __init__(self, server: BotApiServer, session: aiohttp.ClientSession) -> None:
        self.address = f"{server.base_url}{server.token}"
        self.session = session

    async def __call__(self, method: str, **body: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.address}/{method}", **body) as response:
            return response.status, await response.json()


@pytest.fixture
def call(server: BotApiServer, session: aiohttp.ClientSession) -> Raw:
    return Raw(server, session)


async def test_every_form_of_body(server: BotApiServer, call: Raw) -> None:
    await server.user(RESIDENT).says("hello")
    fields = {"chat_id": RESIDENT, "text": "hello"}
    multipart = aiohttp.FormData({name: str(value) for name, value in fields.items()}, default_to_multipart=True)
    for body in ({"json": fields}, {"data": fields}, {"data": multipart}, {"params": fields}):
        status, answer = await call("sendmessage", **body)
        assert (status, answer["ok"], answer["result"]["text"]) == (200, True, "hello")
    parameters = [logged.parameters for logged in server.calls("sendMessage")]
    assert parameters == [fields] * 4


async def test_nested_json_and_uploads(server: BotApiServer, call: Raw) -> None:
    await server.user(RESIDENT).says("hello")
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}], []]}
    await call("sendMessage", json={"chat_id": RESIDENT, "text": "a", "reply_markup": markup, "entities": None})
    form = aiohttp.FormData({"chat_id": str(RESIDENT), "document": "attach://file7"})
    form.add_field("file7", b"a letter", filename="letter.pdf", content_type="application/pdf")
    _, answer = await call("sendDocument", data=form)
    assert server.sent_to(RESIDENT)[0].labels == ["Yes"]
    assert answer["result"]["document"]["file_name"] == "letter.pdf"
    assert server.calls("sendDocument")[0].files == ("file7",)


async def test_errors_have_their_envelope(server: BotApiServer, call: Raw) -> None:
    assert await call("noSuchMethod") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )
    status, answer = await call("sendMessage", json={"text": "hello"})
    assert (status, answer["description"]) == (400, "Bad Request: chat_id is empty")
    for body in (b"[", b'{"text": "\\ud800"}', b'{"text": "a", "chat_id": 1, "reply_markup": "["}'):
        status, answer = await call("sendMessage", data=body, headers={"Content-Type": "application/json"})
        assert status == 400
    async with call.session.get(f"{server.origin}/elsewhere") as response:
        assert response.status == 404
    async with call.session.get(f"{server.base_file_url}{server.token}/photos/none.jpg") as response:
        assert response.status == 404


async def test_a_second_poller_ends_the_first(server: BotApiServer, call: Raw) -> None:
    first = asyncio.create_task(call("getUpdates", json={"timeout": 60}))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(call("getUpdates", json={"timeout": 60}))
    status, answer = await first
    assert (status, answer["error_code"]) == (409, 409)
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await server.user(RESIDENT).says("hello")
    status, answer = await second
    assert (status, len(answer["result"])) == (200, 1)


async def test_webhook_and_polling_exclude_each_other(server: BotApiServer, call: Raw, clock: Clock) -> None:
    poll = asyncio.create_task(call("getUpdates", json={"timeout": 60}))
    await asyncio.sleep(0.05)
    hook = {"url": "https://example.org/hook", "secret_token": "abc_1", "allowed_updates": ["message"]}
    assert (await call("setWebhook", json=hook))[1]["result"] is True
    assert (await poll)[1]["description"] == "Conflict: terminated by setWebhook request"
    status, answer = await call("getUpdates")
    assert status == 409
    assert answer["description"].startswith("Conflict: can't use getUpdates method while webhook is active")
    status, answer = await call("setWebhook", json=hook)
    assert (status, answer["parameters"]) == (429, {"retry_after": 1})
    await server.user(RESIDENT).says("hello")
    info = (await call("getWebhookInfo"))[1]["result"]
    assert (info["url"], info["pending_update_count"]) == (hook["url"], 1)
    await call("deleteWebhook")
    assert len((await call("getUpdates"))[1]["result"]) == 1
    await call("deleteWebhook", json={"drop_pending_updates": True})
    assert (await call("getUpdates"))[1]["result"] == []
    clock.moves(2)
    for url, reason in (
        ("http://example.org", "bad webhook: An HTTPS URL"),
        ("https://", "invalid webhook URL"),
    ):
        status, answer = await call("setWebhook", json={"url": url})
        assert status == 400
        assert reason in answer["description"]


async def test_replies_and_options(server: BotApiServer, call: Raw) -> None:
    own = await server.user(RESIDENT).says("hello")
    wanted = {"chat_id": RESIDENT, "text": "b", "reply_parameters": {"message_id": own.message_id}}
    _, answer = await call("sendMessage", json=wanted | {"protect_content": True})
    assert answer["result"]["reply_to_message"]["text"] == "hello"
    assert answer["result"]["has_protected_content"] is True
    wanted["reply_parameters"] = {"message_id": 99}
    assert (await call("sendMessage", json=wanted))[1]["description"] == (
        "Bad Request: message to be replied not found"
    )
    wanted["reply_parameters"] = {"message_id": 99, "allow_sending_without_reply": True}
    assert (await call("sendMessage", json=wanted))[0] == 200
    assert (await call("sendChatAction", json={"chat_id": RESIDENT, "action": "typing"}))[1]["result"] is True
    assert (await call("sendChatAction", json={"chat_id": RESIDENT, "action": "dancing"}))[0] == 400
    assert (await call("deleteMessages", json={"chat_id": RESIDENT, "message_ids": [1, 2, 77]}))[0] == 200
    assert (await call("leaveChat", json={"chat_id": RESIDENT}))[0] == 400


async def test_keyboards_are_edited_alone(server: BotApiServer, call: Raw) -> None:
    user = server.user(RESIDENT)
    await user.says("hello")
    markup = {"inline_keyboard": [[{"text": "Site", "url": "https://example.org"}]]}
    await call("sendMessage", json={"chat_id": RESIDENT, "text": "a", "reply_markup": markup})
    change = {"chat_id": RESIDENT, "message_id": 2, "reply_markup": markup}
    assert "not modified" in (await call("editMessageReplyMarkup", json=change))[1]["description"]
    change["reply_markup"] = {"inline_keyboard": []}
    assert "reply_markup" not in (await call("editMessageReplyMarkup", json=change))[1]["result"]
    assert (await user.replies())[0].text == "a"
    markup["inline_keyboard"][0][0]["url"] = "nonsense"
    _, answer = await call("sendMessage", json={"chat_id": RESIDENT, "text": "a", "reply_markup": markup})
    assert answer["description"] == "Bad Request: inline keyboard button URL 'nonsense' is invalid: Wrong HTTP URL"


async def test_two_bots_keep_apart(server: BotApiServer, call: Raw) -> None:
    other = server.add_bot("7000000002:OTHER", username="other_bot")
    await server.user(RESIDENT).says("to the first")
    await server.user(RESIDENT, bot=other).says("to the second")
    (update,) = (await call("getUpdates"))[1]["result"]
    assert update["message"]["text"] == "to the first"
    call.address = f"{server.base_url}{other.token}"
    (update,) = (await call("getUpdates"))[1]["result"]
    assert update["message"]["text"] == "to the second"


async def test_what_is_printed_holds_no_text(
    server: BotApiServer, call: Raw, capsys: pytest.CaptureFixture[str]
) -> None:
    await server.user(RESIDENT).says("a secret")
    server.log.on_end = print_call
    await call("getUpdates")
    await call("sendMessage", json={"chat_id": RESIDENT, "text": "another secret"})
    printed = capsys.readouterr().out
    assert "200 sendMessage chat_id=11 ok" in printed
    assert "secret" not in printed


async def test_any_update_can_be_pushed(server: BotApiServer, call: Raw) -> None:
    server.push({"update_id": 5000, "poll": {"id": "1"}})
    assert (await call("getUpdates"))[1]["result"] == [{"update_id": 5000, "poll": {"id": "1"}}]


async def test_reactions_that_cannot_be_read(server: BotApiServer, call: Raw) -> None:
    own = await server.user(RESIDENT).says("hello")
    wanted: dict[str, Any] = {"chat_id": RESIDENT, "message_id": own.message_id}
    custom: dict[str, Any] = {"type": "custom_emoji", "custom_emoji_id": "✅"}
    for reaction, reason in (
        ([custom], 'can\'t parse ReactionType: Field "custom_emoji_id" must be a valid Number'),
        ([{"type": "paid"}], "can't parse ReactionType: invalid reaction type specified"),
        (["👍"], "can't parse ReactionType: expected an Object"),
        ({"type": "emoji"}, "expected an Array of ReactionType"),
        ([{"type": "emoji", "emoji": emoji} for emoji in "👍👎"], "REACTIONS_TOO_MANY"),
    ):
        status, answer = await call("setMessageReaction", json=wanted | {"reaction": reaction})
        assert (status, answer["description"]) == (400, f"Bad Request: {reason}")
    assert (await call("setMessageReaction", json=wanted | {"reaction": [custom | {"custom_emoji_id": "5"}]}))[0] == 501


async def test_a_group_that_moved_tells_where(server: BotApiServer, call: Raw) -> None:
    old = server.group(-4001, kind="group")
    new = await old.upgrades(server.user(RESIDENT))
    status, answer = await call("sendMessage", json={"chat_id": old.id, "text": "hello"})
    assert (status, answer["parameters"]) == (400, {"migrate_to_chat_id": new.id})
    assert (await call("getChat", json={"chat_id": old.id}))[0] == 200


async def test_an_empty_caption_takes_words_away(server: BotApiServer, call: Raw) -> None:
    user = server.user(RESIDENT)
    photo = await user.sends_photo(caption="my kitchen")
    wanted = {"chat_id": RESIDENT, "from_chat_id": RESIDENT, "message_id": photo.message_id}
    assert (await call("copyMessage", json=wanted | {"caption": ""}))[1]["result"] == {"message_id": 2}
    assert (await user.reply()).text == ""
    del wanted["from_chat_id"]
    _, answer = await call("copyMessage", json=wanted)
    assert answer["description"] == 'Bad Request: parameter "from_chat_id" is required'
