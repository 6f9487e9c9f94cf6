"""What the program says to its operator: lines for people or JSON for machines, never what anybody wrote."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import traceback
from typing import Literal

LogFormat = Literal["text", "json"]

QUIET = ("httpx", "httpcore", "urllib3", "telegram", "aiolimiter", "uvicorn")
"""Libraries whose lines may hold the token, a link, or what somebody wrote."""


class JsonLines(logging.Formatter):
    """A JSON object a line. An exception is told by its kind and place: its words may hold what somebody wrote."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        line = {
            "at": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "where": record.name,
            "message": record.getMessage(),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["error"] = f"{type(error).__name__} at {place_of(error)}"
        return json.dumps(line, ensure_ascii=False)


class TextLines(logging.Formatter):
    """A line for people. An exception is told by its kind and place, as in JsonLines."""

    def formatException(self, ei: object) -> str:
        """See logging.Formatter."""
        error = ei[1] if isinstance(ei, tuple) else None
        return f"{type(error).__name__} at {place_of(error)}" if isinstance(error, BaseException) else ""


def start_log(level: str, log_format: LogFormat = "text") -> None:
    """Lines on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    words = "%(asctime)s %(levelname)s %(name)s %(message)s"
    handler.setFormatter(JsonLines() if log_format == "json" else TextLines(words))
    logging.basicConfig(handlers=[handler], level=level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def place_of(error: BaseException) -> str:
    """`file:line` of each step into the error, without its words."""
    steps = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{step.filename.rpartition('/')[2]}:{step.lineno}" for step in steps[-4:])
