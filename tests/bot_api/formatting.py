"""Text in Telegram's HTML turned into plain text and entities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.bot_api.errors import ApiError, bad_request

Json = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}  # fmt: skip
_START = re.compile(r"<([^\s>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"\s*([^\s=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[\w.-]+))?")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LAST_CODE_POINT = 0x10FFFF


def utf16_length(text: str) -> int:
    """The length as Telegram counts it for limits and entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begins: int


class _Html:
    """One reading of a text; kept apart so that each step is short."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self.text += unescape(self.source[position:start])
            is_end = self.source.startswith("</", start)
            position = self._end_tag(start) if is_end else self._start_tag(start)
        self.text += unescape(self.source[position:])
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return self.text, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))

    def _where(self, position: int) -> str:
        return f"at byte offset {len(self.source[:position].encode('utf-8', 'surrogatepass'))}"

    def _start_tag(self, start: int) -> int:
        found = _START.match(self.source, start)
        name = re.match(r"[^\s>]*", self.source[start + 1 :])
        tag = name.group().lower() if name else ""
        if found is None and start + 1 + len(tag) >= len(self.source):
            raise _unparsable(f"Unclosed start tag {self._where(start)}")
        if tag not in _KINDS:
            raise _unparsable(f'Unsupported start tag "{tag}" {self._where(start)}')
        if found is None:
            raise _unparsable(f'Unclosed start tag "{tag}" {self._where(start)}')
        attributes = {key.lower(): unescape(value.strip("\"'")) for key, value in _ATTRIBUTE.findall(found.group(2))}
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" {self._where(start)}')
        self.open.append(_Open(tag, attributes, utf16_length(self.text), len(self.text)))
        return found.end()

    def _end_tag(self, start: int) -> int:
        if not self.open:
            raise _unparsable(f"Unexpected end tag {self._where(start)}")
        found = _END.match(self.source, start)
        if found is None:
            raise _unparsable(f"Unclosed end tag {self._where(start)}")
        name, expected = found.group(1).lower(), self.open[-1].tag
        if name not in ("", expected):
            where = self._where(start)
            raise _unparsable(f'Unmatched end tag {where}, expected "</{expected}>", found "</{name}>"')
        self._close(self.open.pop())
        return found.end()

    def _close(self, opened: _Open) -> None:
        length = utf16_length(self.text) - opened.offset
        details = self._details(opened)
        if length and details is not None:
            entity = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": length}
            self.entities.append(entity | details)

    def _details(self, opened: _Open) -> Json | None:
        if opened.tag == "a":
            return _link(opened.attributes.get("href") or self.text[opened.begins :])
        if opened.tag == "tg-emoji":
            return {"custom_emoji_id": opened.attributes.get("emoji-id", "")}
        if opened.tag == "blockquote" and "expandable" in opened.attributes:
            return {"type": "expandable_blockquote"}
        return {}


def _link(address: str) -> Json | None:
    parts = urlsplit(address)
    if parts.scheme == "tg" and parts.netloc == "user":
        user_id = parse_qs(parts.query).get("id", [""])[0]
        if not user_id.isdecimal():
            return None
        return {"type": "text_mention", "user": {"id": int(user_id), "is_bot": False, "first_name": ""}}
    if not parts.scheme:
        parts = urlsplit(f"http://{address}")
    if parts.scheme not in ("http", "https", "tg", "ton") or ("." not in parts.netloc and parts.scheme != "tg"):
        return None
    return {"url": parts._replace(path=parts.path or "/").geturl()}


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def unescape(text: str) -> str:
    """Named and numbered characters put in place; what is no known reference stays as it is."""

    def replace(found: re.Match[str]) -> str:
        hexadecimal, decimal, name = found.groups()
        if name:
            return _NAMED[name]
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        return chr(code) if 0 < code < _LAST_CODE_POINT else found.group()

    return _REFERENCE.sub(replace, text)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and the entities they stood for."""
    return _Html(source).read()
