"""telegram.Update -> Incoming. The only reader of updates: what this module does not take, nobody sees."""

from __future__ import annotations

import json
from typing import Any

from telegram import Chat, Message
from telegram import Update as TelegramUpdate
from telegram.constants import ChatType

from bot.messages import Body, Commanded, FromStaff, Incoming, Pressed, Quoted, Unreadable, Written, halves
from bot.store.interface import Update
from handlers.render import unpacked, unpacked_for_staff

_KINDS = {
    "photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "document",
    "sticker": "sticker",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "poll": "poll",
}


def incoming_of(update: TelegramUpdate) -> Incoming | None:
    """What a resident did in a private chat; None for anything else."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type != ChatType.PRIVATE:
        return None
    body = _body(update)
    if body is None:
        return None
    message = update.message or update.edited_message
    return Incoming(
        str(chat.id),
        body,
        user.language_code if user else None,
        message=message.message_id if message else None,
        name=user.full_name if user else None,
        attached=message is not None and message.caption is not None,
        reply_to=message.reply_to_message.message_id if message and message.reply_to_message else None,
        quoted=_quoted(update),
    )


def _quoted(update: TelegramUpdate) -> Quoted | None:
    """The resident's own message that the one with the pressed button answers."""
    pressed = update.callback_query.message if update.callback_query else None
    original = pressed.reply_to_message if isinstance(pressed, Message) else None
    if original is None or original.from_user is None or original.from_user.is_bot:
        return None
    return Quoted(original.message_id, original.text)


def from_staff(update: TelegramUpdate) -> FromStaff | None:
    """What a member of staff did in their group; None for what tells of the group itself, and for other bots."""
    message = update.effective_message
    by, body = _member_of_staff(update), _body_from_staff(update)
    if by is None or body is None or message is None:
        return None
    answered = message.reply_to_message
    is_own_reply = answered is not None and answered.forum_topic_created is None
    return FromStaff(
        body,
        by=by,
        topic=message.message_thread_id if message.is_topic_message else None,
        message=message.message_id,
        reply_to=answered.message_id if answered and is_own_reply else None,
        quoted=answered.text if answered and is_own_reply and _is_by_staff(answered) else None,
        arguments=(command_of(message.text) or ("", ""))[1],
    )


def _is_by_staff(message: Message) -> bool:
    """Not by a bot, which passes on what residents write; an anonymous administrator counts as the group."""
    if message.sender_chat:
        return message.sender_chat == message.chat
    return message.from_user is not None and not message.from_user.is_bot


def command_of(text: str | None) -> tuple[str, str] | None:
    """The name of a command without its slash and @bot, and what follows it; None for what is none."""
    if not text or not text.startswith("/") or len(text) == 1:
        return None
    return halves(text[1:])[0].partition("@")[0].lower(), halves(text)[1]


def _member_of_staff(update: TelegramUpdate) -> str | None:
    """What they call themselves; an administrator who is anonymous writes as the group itself."""
    user, chat = update.effective_user, update.effective_sender
    if isinstance(chat, Chat):
        return chat.title if chat == update.effective_chat else None
    return user.full_name if user and not user.is_bot else None


def _body_from_staff(update: TelegramUpdate) -> Body | None:
    if update.callback_query:
        return Pressed(unpacked_for_staff(update.callback_query.data))
    message = update.message or update.edited_message
    if message is None or message.new_chat_members or message.left_chat_member or message.forum_topic_created:
        return None
    body = _written_or_sent(message, edited=update.edited_message is not None)
    has_media = message.caption is not None or not message.text
    if isinstance(body, Written) and has_media and not body.edited:
        # A picture with words below it goes as it is.
        return Unreadable(_kind(message))
    return body


def _body(update: TelegramUpdate) -> Body | None:
    if update.callback_query:
        return Pressed(unpacked(update.callback_query.data))
    if update.message:
        return _written_or_sent(update.message, edited=False)
    if update.edited_message:
        return _written_or_sent(update.edited_message, edited=True)
    return None


def _written_or_sent(message: Message, *, edited: bool) -> Body | None:
    text = message.text or message.caption
    command = command_of(text)
    if command:
        return Commanded(command[0])
    if text:
        return Written(text, edited)
    if edited:
        return None  # a live location moves every few seconds
    return Unreadable(_kind(message))


def _kind(message: Message) -> str:
    return next((name for attribute, name in _KINDS.items() if getattr(message, attribute, None)), "other")


def update_of(raw: dict[str, Any]) -> Update:
    """An update as it is written down; raises KeyError, TypeError where it is none."""
    payload = json.dumps(raw, ensure_ascii=False)
    return Update(int(raw["update_id"]), payload, chat_key(raw))


def chat_key(raw: dict[str, Any]) -> str:
    """Which chat an update of Telegram's belongs to, so that one chat's updates stay in order."""
    for part in raw.values():
        if isinstance(part, dict):
            message = part.get("message")
            carrier = message if isinstance(message, dict) else part
            chat = carrier.get("chat") or part.get("from")
            if isinstance(chat, dict) and "id" in chat:
                return str(chat["id"])
    return "none"
