"""Topics as a bot makes, renames, closes and deletes them."""

from __future__ import annotations

from tests.bot_api.chats import bot_may, open_chat
from tests.bot_api.errors import bad_request
from tests.bot_api.forum import ICON_COLORS, LONGEST_NAME, Forum
from tests.bot_api.state import Context, ForumTopic, Json, Method


def _forum(context: Context) -> Forum:
    chat = open_chat(context)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return Forum(context.world, context.account, chat)


def _topic(context: Context, forum: Forum, right: str, purpose: str) -> ForumTopic:
    """The topic a call names, if the bot has the right or made the topic itself."""
    thread = context.parameters.integer("message_thread_id", low=0)
    if not thread:
        raise bad_request("invalid forum topic identifier specified")
    topic = forum.chat.topics.get(thread)
    if topic is None or topic.deleted:
        raise bad_request("TOPIC_ID_INVALID")
    if topic.creator != context.account.profile.id and not bot_may(context.account, forum.chat, right):
        raise bad_request(f"not enough rights to {purpose} the topic")
    return topic


def _name(context: Context) -> str:
    name = context.parameters.text("name").strip()
    if not name:
        raise bad_request("name must be non-empty")
    if len(name) > LONGEST_NAME:
        # The real server silently cuts such a name: here that is made visible.
        raise bad_request(f"name must be at most {LONGEST_NAME} characters long")
    return name


def _create(context: Context) -> Json:
    forum = _forum(context)
    if not bot_may(context.account, forum.chat, "can_manage_topics"):
        raise bad_request("not enough rights to create a topic")
    name = _name(context)
    color = context.parameters.integer("icon_color") or ICON_COLORS[0]
    if color not in ICON_COLORS:
        raise bad_request("invalid icon color specified")
    emoji_id = context.parameters.text("icon_custom_emoji_id")
    return forum.open(context.account.profile, name, color, emoji_id).json()


def _edit(context: Context) -> bool:
    forum = _forum(context)
    topic = _topic(context, forum, "can_manage_topics", "edit")
    changes: Json = {}
    if context.parameters.text("name"):
        changes["name"] = _name(context)
    if "icon_custom_emoji_id" in context.parameters.fields:
        changes["icon_custom_emoji_id"] = context.parameters.text("icon_custom_emoji_id")
    if not changes:
        return True
    if all(getattr(topic, name) == value for name, value in changes.items()):
        raise bad_request("TOPIC_NOT_MODIFIED")
    forum.change(context.account.profile, topic, changes)
    return True


def _set_closed(context: Context, closed: bool) -> bool:
    forum = _forum(context)
    topic = _topic(context, forum, "can_manage_topics", "close or open")
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    forum.set_closed(context.account.profile, topic, closed)
    return True


def _close(context: Context) -> bool:
    return _set_closed(context, True)


def _reopen(context: Context) -> bool:
    return _set_closed(context, False)


def _delete(context: Context) -> bool:
    forum = _forum(context)
    forum.delete(_topic(context, forum, "can_delete_messages", "delete"))
    return True


METHODS: dict[str, Method] = {
    "createForumTopic": _create,
    "editForumTopic": _edit,
    "closeForumTopic": _close,
    "reopenForumTopic": _reopen,
    "deleteForumTopic": _delete,
}
