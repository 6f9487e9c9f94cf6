"""Replies as a page that looks and lays out as Telegram does on a narrow telephone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.messages import Reply
from handlers.render import keyboard_of, text_of

WIDTH = 360
"""CSS pixels: a narrow telephone."""

STYLE = f"""
* {{ box-sizing: border-box; margin: 0; }}
body {{ width: {WIDTH}px; padding: 8px; background: #d5e3c8;
  font: 16px/21px "Noto Sans", "Noto Naskh Arabic", sans-serif; }}
.message {{ width: fit-content; max-width: 312px; margin-bottom: 14px; }}
.bubble {{ background: #fff; border-radius: 12px; padding: 7px 11px; }}
.bubble p {{ min-height: 21px; text-align: start; }}
.row {{ display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 3px; margin-top: 3px; }}
.button {{ padding: 9px 7px; border-radius: 7px; background: #8fa881; color: #fff;
  font-size: 14px; line-height: 18px; text-align: center; }}
"""


def page_of(replies: Sequence[Reply]) -> str:
    """One bubble for each reply, its buttons below."""
    messages = "".join(_message(reply) for reply in replies)
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><body>{messages}</body>'


def _message(reply: Reply) -> str:
    # Each line finds its own direction, as in the apps: the hardest case for lines that begin with a Latin name.
    lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in text_of(reply).split("\n"))
    return f'<div class="message"><div class="bubble">{lines}</div>{_keyboard(reply)}</div>'


def _keyboard(reply: Reply) -> str:
    keyboard = keyboard_of(reply)
    rows = keyboard.inline_keyboard if keyboard else ()
    return "".join(f'<div class="row">{"".join(_button(each.text) for each in row)}</div>' for row in rows)


def _button(label: str) -> str:
    return f'<div class="button" dir="auto">{escape(label)}</div>'
