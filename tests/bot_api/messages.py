"""Sending, editing and deleting messages."""

from __future__ import annotations

from typing import Any

from tests.bot_api.chats import bot_may, open_chat
from tests.bot_api.errors import bad_request
from tests.bot_api.markup import inline_keyboard, read_markup
from tests.bot_api.posting import find_message, post
from tests.bot_api.state import Context, Json, Message, Method
from tests.bot_api.texts import measure_text, read_text

TWO_DAYS = 2 * 86_400
MOST_AT_ONCE = 100
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)


def _send_message(context: Context) -> Json:
    if not context.parameters.text("text"):
        raise bad_request("message text is empty")
    formatted = read_text(context.parameters, "text")
    markup = read_markup(context.parameters)
    chat = open_chat(context)
    measure_text(formatted)
    return post(context, chat, formatted.body(), markup).json()


def _send_chat_action(context: Context) -> bool:
    if context.parameters.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    open_chat(context)
    return True


def _message(context: Context, purpose: str) -> Message:
    if not context.parameters.text("chat_id") and not context.parameters.integer("message_id"):
        raise bad_request("message identifier is not specified")
    return find_message(context, purpose)


def _edit(context: Context, message: Message, content: Json, markup: Json) -> Json:
    if not message.by_bot:
        raise bad_request("message can't be edited")
    shown = inline_keyboard(markup)
    changing = {*content, "entities", "caption_entities", "reply_markup"} if content else {"reply_markup"}
    wanted = content | ({"reply_markup": shown} if shown else {})
    if {name: message.body[name] for name in changing if name in message.body} == wanted:
        raise bad_request(NOT_MODIFIED)
    for name in changing:
        message.body.pop(name, None)
    message.body |= wanted | {"edit_date": context.world.seconds()}
    message.markup = markup
    message.edits += 1
    context.world.changes.tell()
    return message.json()


def _edit_message_text(context: Context) -> Json:
    if not context.parameters.text("text"):
        raise bad_request("message text is empty")
    formatted = read_text(context.parameters, "text")
    markup = read_markup(context.parameters)
    message = _message(context, "edit")
    if message.by_bot and "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    measure_text(formatted)
    answer = _edit(context, message, formatted.body(), markup)
    message.parse_mode = context.parameters.text("parse_mode")
    return answer


def _edit_message_reply_markup(context: Context) -> Json:
    markup = read_markup(context.parameters)
    return _edit(context, _message(context, "edit"), {}, markup)


def _check_deletable(context: Context, message: Message) -> None:
    chat = message.chat
    if "forum_topic_created" in message.body:
        raise bad_request("message can't be deleted")
    old = context.world.now() - message.body["date"] > TWO_DAYS
    if chat.user is None:
        manages = bot_may(context.account, chat, "can_delete_messages")
        if not manages and not message.by_bot:
            raise bad_request("message can't be deleted")
        old = old and not (manages and chat.type == "supergroup")
    if old:
        raise bad_request("message can't be deleted for everyone")


def _delete_message(context: Context) -> bool:
    if not context.parameters.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not context.parameters.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = _message(context, "delete")
    _check_deletable(context, message)
    message.deleted = True
    context.world.changes.tell()
    return True


def _delete_messages(context: Context) -> bool:
    numbers: Any = context.parameters.structure("message_ids", "can't parse message_ids JSON object")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(number, int) for number in numbers):
        raise bad_request("message identifier must be a Number")
    chat = open_chat(context)
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    for message in found:
        _check_deletable(context, message)
    for message in found:
        message.deleted = True
    context.world.changes.tell()
    return True


METHODS: dict[str, Method] = {
    "sendMessage": _send_message,
    "sendChatAction": _send_chat_action,
    "editMessageText": _edit_message_text,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "deleteMessage": _delete_message,
    "deleteMessages": _delete_messages,
}
