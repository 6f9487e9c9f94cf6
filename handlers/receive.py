"""telegram.Update -> Incoming. The only reader of updates: what this module does not take, nobody sees."""

from __future__ import annotations

import json
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType

from bot.messages import Body, Commanded, Incoming, Pressed, Unreadable, Written
from handlers.render import unpacked

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


def incoming_of(update: Update) -> Incoming | None:
    """What a resident did in a private chat; None for anything else."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or chat.type != ChatType.PRIVATE:
        return None
    body = _body(update)
    if body is None:
        return None
    return Incoming(str(chat.id), body, user.language_code if user else None)


def _body(update: Update) -> Body | None:
    if update.callback_query:
        return Pressed(unpacked(update.callback_query.data))
    if update.message:
        return _written_or_sent(update.message, edited=False)
    if update.edited_message:
        return _written_or_sent(update.edited_message, edited=True)
    return None


def _written_or_sent(message: Message, *, edited: bool) -> Body | None:
    text = message.text or message.caption
    if text and text.startswith("/") and len(text) > 1:
        # "/start@NaboBot payload" -> "start"
        return Commanded(text[1:].split(maxsplit=1)[0].partition("@")[0].lower() if text[1:].split() else "")
    if text:
        return Written(text, edited)
    if edited:
        return None  # a live location moves every few seconds
    kind = next((name for attribute, name in _KINDS.items() if getattr(message, attribute, None)), "other")
    return Unreadable(kind)


def chat_key(payload: str) -> str:
    """Which chat an update in Telegram's JSON belongs to, so that one chat's updates stay in order."""
    update: dict[str, Any] = json.loads(payload)
    for part in update.values():
        if isinstance(part, dict):
            message = part.get("message")
            carrier = message if isinstance(message, dict) else part
            chat = carrier.get("chat") or part.get("from")
            if isinstance(chat, dict) and "id" in chat:
                return str(chat["id"])
    return "none"
