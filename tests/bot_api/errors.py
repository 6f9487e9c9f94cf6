"""The ways in which a call is refused, with the descriptions the real server gives."""

from __future__ import annotations


class ApiError(Exception):
    """A call was refused: HTTP status, description, and sometimes parameters such as retry_after."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> ApiError:
    """The call itself is wrong. Reasons begin with a small letter, unless they are codes."""
    if len(reason) > 1 and not (reason[1].isupper() or reason[1] == "_"):
        reason = reason[0].lower() + reason[1:]
    return ApiError(400, f"Bad Request: {reason}")


def unauthorized(reason: str = "") -> ApiError:
    """The token is not that of a bot."""
    return ApiError(401, f"Unauthorized: {reason}" if reason else "Unauthorized")


def forbidden(reason: str) -> ApiError:
    """The bot may not do this there, now or any more."""
    return ApiError(403, f"Forbidden: {reason}")


def not_found(reason: str = "") -> ApiError:
    """There is no such method or file."""
    return ApiError(404, f"Not Found: {reason}" if reason else "Not Found")


def conflict(reason: str) -> ApiError:
    """Two ways of receiving updates are in each other's way."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """The bot is to be quiet for so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def not_emulated(what: str) -> ApiError:
    """Telegram can do this, this server cannot: no real bot ever sees this answer."""
    return ApiError(501, f"Not Implemented: this test server does not know {what}")
