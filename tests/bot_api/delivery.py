"""Which messages of a chat reach the bot, and handing them over."""

from __future__ import annotations

from tests.bot_api.chats import GONE
from tests.bot_api.state import Account, Chat, Json, Message, User, World


def reaches_bot(account: Account, message: Message) -> bool:
    """Whether the bot sees a message: in privacy mode a plain member sees only what concerns it."""
    if message.chat.user is not None:
        return True
    member = message.chat.members.get(account.profile.id)
    if member is None or member.status in GONE:
        return False
    if member.status == "administrator" or not account.privacy_mode or message.is_service:
        return True
    return _concerns(account.profile, message)


def _concerns(bot: User, message: Message) -> bool:
    if message.answered is not None and message.answered.body["from"]["id"] == bot.id:
        return True
    body = message.body
    words = str(body.get("text") or body.get("caption") or "").lower()
    if f"@{bot.username}".lower() in words:
        return True
    starts = [entity for entity in body.get("entities", []) if entity["offset"] == 0]
    is_command = any(entity["type"] == "bot_command" for entity in starts)
    return is_command and "@" not in words.split()[0]


def deliver(account: Account, message: Message, kind: str = "message") -> None:
    """Tell the bot of a message, new or edited, if it is to see it."""
    if reaches_bot(account, message):
        account.updates.push({kind: message.json()})


def note(world: World, account: Account, chat: Chat, by: User, content: Json, thread: int = 0) -> Message:
    """Put a message of Telegram's own into a group: someone came, a topic was closed."""
    message = put(world, account, chat, by, content, thread)
    deliver(account, message)
    return message


def put(world: World, account: Account, chat: Chat, by: User, content: Json, thread: int = 0) -> Message:
    """The same without telling the bot yet."""
    body: Json = {"from": by.json(), "chat": chat.json(), "date": world.seconds()}
    message = chat.add(body | content, by_bot=by.id == account.profile.id, thread=thread)
    world.changes.tell()
    return message
