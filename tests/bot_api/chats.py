"""Chats: who may write where, what a chat and its members are, leaving."""

from __future__ import annotations

from tests.bot_api.errors import ApiError, bad_request, forbidden
from tests.bot_api.state import Account, Chat, Context, Json, Member, Method

GONE = {"left", "kicked"}
ALL_RIGHTS: Json = dict.fromkeys(
    (
        "can_manage_chat", "can_change_info", "can_delete_messages", "can_invite_users",
        "can_restrict_members", "can_pin_messages", "can_manage_topics", "can_promote_members",
        "can_manage_video_chats", "can_post_stories", "can_edit_stories", "can_delete_stories",
        "can_manage_tags", "can_send_welcome_messages",
    ),
    True,
)  # fmt: skip


def open_chat(context: Context, *, for_writing: bool = True, field: str = "chat_id") -> Chat:
    """The chat a call names, if the bot may use it."""
    chat = _find(context, for_writing, field)
    if chat.user is not None:
        if for_writing:
            _check_private(chat)
        return chat
    if for_writing:
        check_not_upgraded(chat)
    member = chat.members.get(context.account.profile.id)
    status = member.status if member else "left"
    if status in GONE and (for_writing or chat.type == "supergroup"):
        raise _outside(chat.type, status)
    return chat


def check_not_upgraded(chat: Chat) -> None:
    """Refuse to use a group that goes on under another number."""
    if chat.migrated_to:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, reason, migrate_to_chat_id=chat.migrated_to)


def _find(context: Context, for_writing: bool, field: str) -> Chat:
    name = context.parameters.text(field)
    if not name:
        raise bad_request(f"{field} is empty")
    chats = context.account.chats
    if name.startswith("@"):
        for chat in chats.values():
            if chat.user is None and chat.username.lower() == name[1:].lower():
                return chat
        raise bad_request("chat not found")
    chat_id = context.parameters.integer(field)
    if chat_id in chats:
        return chats[chat_id]
    if for_writing and chat_id in context.world.users:
        raise forbidden("bot can't initiate conversation with a user")
    raise bad_request("chat not found")


def _check_private(chat: Chat) -> None:
    if chat.user is not None and chat.user.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")


def _outside(kind: str, status: str) -> ApiError:
    if status == "kicked":
        return forbidden(f"bot was kicked from the {kind} chat")
    return forbidden(f"bot is not a member of the {kind} chat")


def bot_may(account: Account, chat: Chat, right: str) -> bool:
    """Whether the bot is an administrator with this right there."""
    member = chat.members.get(account.profile.id)
    return member is not None and member.status == "administrator" and bool(member.rights.get(right))


def member_json(member: Member) -> Json:
    """A ChatMember, with the fields its status has."""
    body: Json = {"user": member.user.json(), "status": member.status}
    if member.status == "administrator":
        rights = dict.fromkeys(ALL_RIGHTS, False) | member.rights
        body |= {"can_be_edited": False, "is_anonymous": False} | rights
    elif member.status == "creator":
        body |= {"is_anonymous": False}
    elif member.status == "kicked":
        body |= {"until_date": 0}
    return body


def _get_chat(context: Context) -> Json:
    chat = open_chat(context, for_writing=False)
    body = chat.json() | {"accent_color_id": 1, "max_reaction_count": 11}
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    body["accepted_gift_types"] = dict.fromkeys(gifts, False)
    return body


def _get_chat_member(context: Context) -> Json:
    user_id = context.parameters.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    chat = open_chat(context, for_writing=False)
    check_not_upgraded(chat)
    if chat.user is not None and user_id in (chat.user.id, context.account.profile.id):
        user = chat.user if user_id == chat.user.id else context.account.profile
        return member_json(Member(user))
    if user_id in chat.members:
        return member_json(chat.members[user_id])
    if user_id not in context.world.users:
        raise bad_request("user not found")
    return member_json(Member(context.world.users[user_id], "left"))


def _get_chat_administrators(context: Context) -> list[Json]:
    chat = open_chat(context, for_writing=False)
    check_not_upgraded(chat)
    if chat.user is not None:
        raise bad_request("there are no administrators in the private chat")
    managing = {"creator", "administrator"}
    me = context.account.profile.id
    found = [member for member in chat.members.values() if member.status in managing]
    return [member_json(member) for member in found if not member.user.is_bot or member.user.id == me]


def _leave_chat(context: Context) -> bool:
    chat = open_chat(context, for_writing=False)
    if chat.user is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.members[context.account.profile.id].status = "left"
    return True


METHODS: dict[str, Method] = {
    "getChat": _get_chat,
    "getChatMember": _get_chat_member,
    "getChatAdministrators": _get_chat_administrators,
    "leaveChat": _leave_chat,
}
