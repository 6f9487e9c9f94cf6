"""Putting what a bot sends into a chat, in the topic and as the answer it is meant to be."""

from __future__ import annotations

import math

from tests.bot_api.chats import bot_may, open_chat
from tests.bot_api.errors import bad_request, not_emulated, too_many_requests
from tests.bot_api.markup import inline_keyboard
from tests.bot_api.state import Chat, Context, Json, Message, World


def find_message(context: Context, purpose: str, *, for_writing: bool = True, field: str = "chat_id") -> Message:
    """The message a call names, which is wanted for a purpose (to edit, to copy)."""
    chat = open_chat(context, for_writing=for_writing, field=field)
    message = chat.messages.get(context.parameters.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request(f"message to {purpose} not found")
    return message


def post(context: Context, chat: Chat, content: Json, markup: Json) -> Message:
    """Put what a bot sends into a chat."""
    parameters = context.parameters
    named = _named_topic(context, chat)
    answered = _replied_to(context, chat)
    thread = _thread(context, chat, named, answered)
    _keep_to_limit(context.world, chat)
    body: Json = {
        "from": context.account.profile.json(),
        "chat": chat.json(),
        "date": context.world.seconds(),
    }
    shown = inline_keyboard(markup)
    if shown:
        body["reply_markup"] = shown
    if parameters.flag("protect_content"):
        body["has_protected_content"] = True
    message = chat.add(body | content, by_bot=True, thread=thread, answered=answered)
    message.parse_mode = parameters.text("parse_mode")
    message.markup = markup
    context.world.changes.tell()
    return message


def _named_topic(context: Context, chat: Chat) -> int:
    thread = context.parameters.integer("message_thread_id", low=0)
    if not thread or not (chat.is_forum or chat.user):
        return 0  # groups without topics take no notice of it
    topic = chat.topics.get(thread)
    if topic is None or topic.deleted:
        raise bad_request("message thread not found")
    return thread


def _thread(context: Context, chat: Chat, named: int, answered: Message | None) -> int:
    """An answer is in the topic of what it answers."""
    if answered is not None and named and answered.thread != named:
        raise not_emulated("answers in another topic")
    thread = answered.thread if answered is not None else named
    topic = chat.topics.get(thread)
    if topic is not None and topic.closed and not bot_may(context.account, chat, "can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread


def _replied_to(context: Context, chat: Chat) -> Message | None:
    wanted = context.parameters.structure("reply_parameters", "can't parse reply parameters JSON object")
    if isinstance(wanted, dict):
        if str(wanted.get("chat_id", chat.id)) != str(chat.id):
            raise not_emulated("answers in another chat")
        number = wanted.get("message_id", 0)
        optional = wanted.get("allow_sending_without_reply", False)
    else:
        number = context.parameters.integer("reply_to_message_id")
        optional = context.parameters.flag("allow_sending_without_reply")
    if not number:
        return None
    message = chat.messages.get(number)
    if message is not None and not message.deleted:
        return message
    if optional:
        return None
    raise bad_request("message to be replied not found")


def _keep_to_limit(world: World, chat: Chat) -> None:
    limit = world.group_limit
    if limit is None or chat.user is not None:
        return
    now = world.now()
    chat.sent_at = [at for at in chat.sent_at if at + limit.seconds > now]
    if len(chat.sent_at) >= limit.messages:
        raise too_many_requests(max(1, math.ceil(chat.sent_at[0] + limit.seconds - now)))
    chat.sent_at.append(now)
