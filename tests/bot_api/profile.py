"""What a bot is and says of itself: getMe, commands, descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.bot_api.errors import bad_request
from tests.bot_api.state import Context, Json, Method

LONGEST_COMMAND = 32
LONGEST_COMMAND_TEXT = 256
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
MOST_COMMANDS = 100
_PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


def _get_me(context: Context) -> Json:
    account = context.account
    abilities = dict.fromkeys(
        (
            "supports_inline_queries", "supports_guest_queries", "can_connect_to_business",
            "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics", "can_manage_bots",
        ),
        False,
    )  # fmt: skip
    groups = {"can_join_groups": True, "can_read_all_group_messages": not account.privacy_mode}
    return account.profile.json() | groups | abilities


def _scope(context: Context) -> str:
    scope = context.parameters.structure("scope", "can't parse BotCommandScope JSON object")
    if scope is None:
        scope = {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind not in _PLAIN_SCOPES | _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if kind in _CHAT_SCOPES:
        if not scope.get("chat_id"):
            raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
        if str(scope["chat_id"]) not in map(str, context.account.chats):
            raise bad_request("chat not found")
    named = {name: str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope}
    return json.dumps(named, sort_keys=True)


def _language(context: Context) -> str:
    code = context.parameters.text("language_code")
    if not re.fullmatch(r"(?:[a-z]{2})?", code):
        raise bad_request("invalid language code specified")
    return code


def _command(value: Any) -> Json:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in value:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = str(value["command"]).strip().removeprefix("/")
    description = str(value["description"]).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_COMMAND_TEXT:
        raise bad_request(f"command description length must not exceed {LONGEST_COMMAND_TEXT}")
    if not re.fullmatch(r"[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _set_my_commands(context: Context) -> bool:
    values = context.parameters.structure("commands", "can't parse commands JSON object") or []
    if not isinstance(values, list):
        raise bad_request("expected an Array of BotCommand")
    commands = [_command(value) for value in values]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    context.account.commands[_scope(context), _language(context)] = commands
    return True


def _get_my_commands(context: Context) -> list[Json]:
    return context.account.commands.get((_scope(context), _language(context)), [])


def _delete_my_commands(context: Context) -> bool:
    context.account.commands.pop((_scope(context), _language(context)), None)
    return True


def _description_methods(field: str, limit: int) -> tuple[Method, Method]:
    def set_it(context: Context) -> bool:
        text = context.parameters.text(field)
        if len(text) > limit:
            raise bad_request(f"{'BOT_ABOUT' if field.startswith('short') else 'BOT_DESCRIPTION'}_TOO_LONG")
        context.account.descriptions[field, _language(context)] = text
        return True

    def get_it(context: Context) -> Json:
        descriptions = context.account.descriptions
        text = descriptions.get((field, _language(context))) or descriptions.get((field, ""), "")
        return {field: text}

    return set_it, get_it


def _yes(_: Context) -> bool:
    return True


_set_description, _get_description = _description_methods("description", LONGEST_DESCRIPTION)
_set_short, _get_short = _description_methods("short_description", LONGEST_SHORT_DESCRIPTION)

METHODS: dict[str, Method] = {
    "getMe": _get_me,
    "setMyCommands": _set_my_commands,
    "getMyCommands": _get_my_commands,
    "deleteMyCommands": _delete_my_commands,
    "setMyDescription": _set_description,
    "getMyDescription": _get_description,
    "setMyShortDescription": _set_short,
    "getMyShortDescription": _get_short,
    "logOut": _yes,
    "close": _yes,
}
