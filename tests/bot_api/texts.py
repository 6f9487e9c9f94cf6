"""Texts as the server takes them in: parsed, trimmed, measured, with commands and links found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.errors import bad_request, not_emulated
from tests.bot_api.formatting import parse_html, utf16_length
from tests.bot_api.parameters import Parameters

Json = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_SOURCE = 32_768

_FINDERS = [
    ("bot_command", re.compile(r"(?<![\w/@<>])/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "url",
        re.compile(r"(?<!\w)(?:https?://[^\s<>\"]+|[\w-]+(?:\.[\w-]+)*\.(?:com|dk|eu|me|net|org)\b(?:/\S*)?)"),
    ),
    ("mention", re.compile(r"(?<![\w@])@[a-zA-Z]\w{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ -]?\d){7,14}(?!\w)")),
]


@dataclass(frozen=True)
class Formatted:
    """A text with its entities."""

    text: str
    entities: list[Json] = field(default_factory=list)

    def body(self, text_name: str = "text", entities_name: str = "entities") -> Json:
        """As part of a message."""
        body: Json = {text_name: self.text}
        return body | {entities_name: self.entities} if self.entities else body


def found_in(text: str, present: list[Json] | None = None) -> list[Json]:
    """The given entities and those that Telegram finds by itself where no link or code is yet."""
    entities = list(present or [])
    taken = [_span(entity) for entity in entities if entity["type"] in {"code", "pre", "text_link", "text_mention"}]
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            offset, length = utf16_length(text[: match.start()]), utf16_length(match.group())
            if not any(offset < end and start < offset + length for start, end in taken):
                entities.append({"type": kind, "offset": offset, "length": length})
                taken.append((offset, offset + length))
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _trimmed(text: str, entities: list[Json]) -> Formatted:
    text = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=len(text))
    leading = min(len(text) - len(text.lstrip()), first)
    text = text[leading:]
    end = utf16_length(text)
    moved = [entity | {"offset": entity["offset"] - leading} for entity in entities]
    kept = [
        entity | {"length": min(entity["length"], end - entity["offset"])} for entity in moved if entity["offset"] < end
    ]
    return Formatted(text, kept)


def read_text(parameters: Parameters, name: str, entities_name: str = "entities") -> Formatted:
    """The text of a call after parse mode or entities; nothing is measured yet."""
    source, mode = parameters.text(name), parameters.text("parse_mode").lower()
    if len(source.encode("utf-8", "surrogatepass")) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    if source and mode in {"markdown", "markdownv2"}:
        raise not_emulated(f"parse_mode {mode}")
    if source and mode not in {"", "none", "html"}:
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        text, entities = parse_html(source)
    else:
        text, entities = source, _given(parameters.structure(entities_name))
    formatted = _trimmed(text, entities)
    return Formatted(formatted.text, found_in(formatted.text, formatted.entities))


def _given(value: Any) -> list[Json]:
    if not isinstance(value, list):
        return []
    for entity in value:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request("can't parse MessageEntity: expected an Object with type, offset and length")
    return value


def measure_text(formatted: Formatted) -> None:
    """Refuse a text that is empty or too long after parsing."""
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > LONGEST_TEXT:
        raise bad_request("message is too long")


def measure_caption(formatted: Formatted) -> None:
    """Refuse a caption that is too long after parsing."""
    if utf16_length(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
