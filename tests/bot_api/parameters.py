"""What a bot sent along: form fields, JSON or multipart, all brought to one form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bot_api.errors import bad_request

_STRUCTURED = {
    "allowed_updates", "caption_entities", "commands", "entities", "link_preview_options", "message_ids",
    "reaction", "reply_markup", "reply_parameters", "scope",
}  # fmt: skip
_NUMERIC = {
    "chat_id",
    "from_chat_id",
    "icon_color",
    "limit",
    "message_id",
    "message_thread_id",
    "offset",
    "timeout",
    "user_id",
}


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime_type: str
    data: bytes


@dataclass(frozen=True)
class Parameters:
    """The fields of a call. Like the real server, it takes everything as text and reads it when needed."""

    fields: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field as it is; empty when it is missing."""
        return self.fields.get(name, "")

    def integer(self, name: str, default: int = 0, low: int = -(2**62), high: int = 2**62) -> int:
        """The field as a number brought into the given bounds; what is no number counts as missing."""
        try:
            value = int(self.fields.get(name, ""))
        except ValueError:
            value = default
        return max(low, min(high, value))

    def flag(self, name: str) -> bool:
        """The field as yes or no."""
        return self.fields.get(name, "").lower() in {"true", "yes", "1"}

    def structure(self, name: str, complaint: str = "") -> Any:
        """The field read as JSON; None when missing, and when unreadable unless a complaint is given."""
        source = self.fields.get(name, "")
        if not source:
            return None
        try:
            return json.loads(source)
        except ValueError:
            if complaint:
                raise bad_request(complaint) from None
            return None

    def readable(self) -> dict[str, Any]:
        """The fields for the call log, with numbers and nested values as such."""
        return {name: _read(name, value) for name, value in self.fields.items()}


def _read(name: str, value: str) -> Any:
    try:
        if name in _NUMERIC:
            return int(value)
        if name in _STRUCTURED:
            return json.loads(value)
    except ValueError:
        pass
    return value


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def read_parameters(request: web.Request) -> Parameters:
    """The parameters of a request, from its address and its body."""
    fields = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        try:
            body = json.loads(await request.text())
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise bad_request("can't parse request: unexpected content of the body")
        fields |= {name: _as_text(value) for name, value in body.items() if value is not None}
        if any("\ud800" <= letter <= "\udfff" for value in fields.values() for letter in value):
            raise bad_request("strings must be encoded in UTF-8")
        return Parameters(fields)
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as file:
                uploads[name] = Upload(value.filename, value.content_type, file.read())
        else:
            fields[name] = str(value)
    return Parameters(fields, uploads)
