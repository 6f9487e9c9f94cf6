"""setMessageReaction: the emoji that a bot puts under a message."""

from __future__ import annotations

from typing import Any

from tests.bot_api.errors import ApiError, bad_request, not_emulated
from tests.bot_api.posting import find_message
from tests.bot_api.state import Context, Method

_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤️‍🔥 🌚 🌭 "
    "💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 "
    "🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡 "
)
REACTIONS = frozenset(_EMOJI.split())
"""All the emoji that can be a reaction."""


def _emoji(value: Any) -> str:
    if not isinstance(value, dict):
        raise _unparsable("expected an Object")
    if value.get("type") == "custom_emoji":
        if not str(value.get("custom_emoji_id")).isdecimal():
            raise _unparsable('Field "custom_emoji_id" must be a valid Number')
        raise not_emulated("reactions with custom emoji")
    if value.get("type") != "emoji":
        raise _unparsable("invalid reaction type specified")
    if not isinstance(value.get("emoji"), str):
        raise _unparsable('Can\'t find field "emoji"')
    return str(value["emoji"])


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse ReactionType: {reason}")


def _set_message_reaction(context: Context) -> bool:
    values = context.parameters.structure("reaction", "can't parse reaction types JSON object") or []
    if not isinstance(values, list):
        raise bad_request("expected an Array of ReactionType")
    wanted = tuple(_emoji(value) for value in values)
    message = find_message(context, "react", for_writing=False)
    if any(emoji not in REACTIONS for emoji in wanted):
        raise bad_request("REACTION_INVALID")
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = wanted
    context.world.changes.tell()
    return True


METHODS: dict[str, Method] = {"setMessageReaction": _set_message_reaction}
