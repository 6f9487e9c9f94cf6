"""Keyboards as the server takes them in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from tests.bot_api.errors import ApiError, bad_request
from tests.bot_api.parameters import Parameters

Json = dict[str, Any]

LONGEST_DATA = 64
MOST_BUTTONS = 100
_OTHER_PURPOSES = {
    "callback_game", "copy_text", "login_url", "pay", "switch_inline_query",
    "switch_inline_query_chosen_chat", "switch_inline_query_current_chat", "web_app",
}  # fmt: skip


def read_markup(parameters: Parameters) -> Json:
    """The reply markup of a call, checked; empty when there is none."""
    markup = parameters.structure("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None:
        return {}
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    for button in [button for row in rows for button in row]:
        _check_inline_button(button)
    for button in [button for row in _rows(markup, "keyboard", "ReplyKeyboardMarkup") for button in row]:
        if not isinstance(button, dict | str):
            raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
        if isinstance(button, dict) and not isinstance(button.get("text"), str):
            raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    if "inline_keyboard" in markup:
        markup["inline_keyboard"] = [row for row in rows if row]
    return markup


def inline_keyboard(markup: Json) -> Json:
    """The part of a markup that is shown in messages; an inline keyboard without buttons is none."""
    rows = markup.get("inline_keyboard")
    return {"inline_keyboard": rows} if rows else {}


def _rows(markup: Json, name: str, kind: str) -> list[list[Any]]:
    rows = markup.get(name, [])
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        of = f" of the {kind}" if name == "inline_keyboard" else ""
        raise bad_request(f'field "{name}"{of} must be an Array of Arrays')
    return rows


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unparsable('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unparsable('Field "text" must be of type String')
    if not (button.get("url") or button.get("callback_data") or _OTHER_PURPOSES & button.keys()):
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if not button["text"].strip():
        # The real server silently leaves such a button out: here that is made visible.
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("url"):
        _check_address(str(button["url"]))
    elif len(str(button.get("callback_data", "")).encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_address(address: str) -> None:
    parts = urlsplit(address if "://" in address else f"http://{address}")
    usable = parts.scheme in {"http", "https"} and "." in parts.netloc
    if not usable and parts.scheme not in {"tg", "ton"}:
        reason = "Unsupported URL protocol" if "://" in address and parts.netloc else "Wrong HTTP URL"
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: {reason}")


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
