"""Telegram's updates as what a resident did."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.messages import Action, Body, Commanded, Incoming, Pressed, Unreadable, Verb, Written
from handlers.receive import chat_key, incoming_of

Json = dict[str, Any]

LENE: Json = {"id": 11, "is_bot": False, "first_name": "Lene", "language_code": "da"}
PRIVATE: Json = {"id": 11, "type": "private", "first_name": "Lene"}
GROUP: Json = {"id": -100, "type": "supergroup", "title": "Neighbours"}
FILE: Json = {"file_id": "f", "file_unique_id": "u"}
PHOTO: Json = {"photo": [FILE | {"width": 1, "height": 1}]}
PLACE: Json = {"latitude": 55.7, "longitude": 12.4}
STICKER: Json = {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
DOCUMENT: Json = {"document": FILE}


def message(content: Json, chat: Json = PRIVATE) -> Json:
    return {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": LENE} | content


def incoming(update: Json) -> Incoming | None:
    return incoming_of(Update.de_json({"update_id": 1} | update, None))


def body(content: Json) -> Body | None:
    """What a new message in a private chat is taken for."""
    found = incoming({"message": message(content)})
    return found.body if found else None


def pressed(data: str | None, shown: Json) -> Json:
    return {"callback_query": {"id": "1", "from": LENE, "chat_instance": "1", "data": data, "message": shown}}


def test_a_text_comes_with_its_chat_and_the_language_of_the_app() -> None:
    found = incoming({"message": message({"text": "Stiger min husleje?"})})
    assert found == Incoming("11", Written("Stiger min husleje?"), "da", message=5, name="Lene")


def test_an_edited_text_is_written_anew() -> None:
    found = incoming({"edited_message": message({"text": "Stiger huslejen?", "edit_date": 1_800_000_001})})
    assert found == Incoming("11", Written("Stiger huslejen?", edited=True), "da", message=5, name="Lene")


def test_an_edit_without_words_is_nothing_new() -> None:
    assert incoming({"edited_message": message({"location": PLACE, "edit_date": 1_800_000_001})}) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", "start"),
        ("/start from-poster", "start"),
        ("/Start@NaboBot from-poster", "start"),
        ("/forget\nnow", "forget"),
        ("/ hvad", "hvad"),
        ("/ ", ""),
        ("/🙂", "🙂"),
    ],
)
def test_commands_lose_slash_addressee_and_payload(text: str, command: str) -> None:
    assert body({"text": text}) == Commanded(command)


def test_a_slash_alone_is_a_text() -> None:
    assert body({"text": "/"}) == Written("/")


def test_a_caption_is_a_text() -> None:
    assert body(PHOTO | {"caption": "Hvad er det?"}) == Written("Hvad er det?")


def test_a_forwarded_text_is_a_text() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "A neighbour", "date": 1_800_000_000}
    assert body({"text": "Stiger huslejen?", "forward_origin": origin}) == Written("Stiger huslejen?")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("photo", PHOTO),
        ("voice", {"voice": FILE | {"duration": 1}}),
        ("voice", {"audio": FILE | {"duration": 1}}),
        ("video", {"video": FILE | {"width": 1, "height": 1, "duration": 1}}),
        ("video", {"video_note": FILE | {"length": 1, "duration": 1}}),
        ("video", {"animation": FILE | {"width": 1, "height": 1, "duration": 1}} | DOCUMENT),
        ("document", DOCUMENT),
        ("sticker", {"sticker": FILE | STICKER}),
        ("location", {"location": PLACE}),
        ("location", {"venue": {"location": PLACE, "title": "t", "address": "a"}, "location": PLACE}),
        ("contact", {"contact": {"phone_number": "+45", "first_name": "Lene"}}),
        ("other", {"dice": {"emoji": "🎲", "value": 1}}),
        ("other", {"something_of_next_year": {"size": 1}}),
    ],
)
def test_what_is_not_text_is_named(kind: str, content: Json) -> None:
    assert body(content) == Unreadable(kind)


def test_a_button_is_its_action_and_a_forged_one_is_none() -> None:
    shown = message({"text": "Hjalp det?"})
    found = incoming(pressed("y:plan.rent", shown))
    assert found == Incoming("11", Pressed(Action(Verb.HELPED, "plan.rent")), "da", name="Lene")
    forged = incoming(pressed("rm -rf", shown))
    assert forged == Incoming("11", Pressed(None), "da", name="Lene")


def test_a_button_on_a_message_that_telegram_no_longer_shows() -> None:
    found = incoming(pressed("m", {"chat": PRIVATE, "message_id": 5, "date": 0}))
    assert found == Incoming("11", Pressed(Action(Verb.TOPICS)), "da", name="Lene")


@pytest.mark.parametrize(
    "update",
    [
        {"message": message({"text": "Stiger huslejen?"}, GROUP)},
        {"edited_message": message({"text": "Stiger huslejen?"}, GROUP)},
        pressed("m", message({"text": "Hjalp det?"}, GROUP)),
        {"channel_post": message({"text": "Nyt"}, {"id": -200, "type": "channel", "title": "News"})},
        {"callback_query": {"id": "1", "from": LENE, "chat_instance": "1", "data": "m", "inline_message_id": "x"}},
        {},
    ],
)
def test_only_private_chats_are_listened_to(update: Json) -> None:
    assert incoming(update) is None


def key(update: Json) -> str:
    return chat_key({"update_id": 1} | update)


def test_all_updates_of_a_chat_have_one_key() -> None:
    member = {"chat": PRIVATE, "from": LENE, "date": 1, "old_chat_member": {}, "new_chat_member": {}}
    updates: list[Json] = [
        {"message": message({"text": "a"})},
        {"edited_message": message({"text": "b"})},
        pressed("m", message({"text": "c"})),
        pressed("m", {"chat": PRIVATE, "message_id": 5, "date": 0}),
        {"callback_query": {"id": "1", "from": LENE, "data": "m", "inline_message_id": "x"}},
        {"my_chat_member": member},
        {"message": message({"text": "d", "reply_to_message": message({"text": "e"}, GROUP)})},
    ]
    assert {key(update) for update in updates} == {"11"}


def test_another_chat_has_another_key_even_for_the_same_person() -> None:
    assert key({"message": message({"text": "a"}, GROUP)}) == "-100"
    assert key(pressed("m", message({"text": "c"}, GROUP))) == "-100"


@pytest.mark.parametrize("update", [{}, {"message": {}}, {"message": "text"}, {"message": {"chat": "x"}}, {"new": [1]}])
def test_an_update_of_no_known_chat_has_a_key_too(update: Json) -> None:
    assert key(update) == "none"
