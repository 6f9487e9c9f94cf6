"""What goes back over HTTP."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.errors import ApiError


@dataclass(frozen=True)
class Answer:
    """Status, body and what the call log is to say of it."""

    status: int
    body: bytes
    content_type: str = "application/json"
    description: str = "ok"
    headers: dict[str, str] = field(default_factory=dict)
    result: Any = None

    @classmethod
    def success(cls, result: Any) -> Answer:
        """The result in Telegram's envelope."""
        body = json.dumps({"ok": True, "result": result}).encode()
        return cls(200, body, result=result)

    @classmethod
    def refusal(cls, error: ApiError) -> Answer:
        """The error in Telegram's envelope."""
        envelope: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
        headers = {}
        if error.parameters:
            envelope["parameters"] = error.parameters
        if "retry_after" in error.parameters:
            headers["Retry-After"] = str(error.parameters["retry_after"])
        body = json.dumps(envelope).encode()
        return cls(error.code, body, description=error.description, headers=headers)
