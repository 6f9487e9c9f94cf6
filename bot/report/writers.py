"""The report in the form that a file's name asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.report.page import page
from bot.report.pdf import pdf
from bot.report.picture import picture
from bot.report.plain import csv_file, json_file
from bot.report.values import BoardReport
from bot.report.voice import Voice

Writer = Callable[[BoardReport, Voice], bytes]


class UnknownEnding(Exception):
    """A file's name asks for a form that there is not; the words say which there are."""


def _html(report: BoardReport, voice: Voice) -> bytes:
    return page(report, voice).encode()


WRITERS: Mapping[str, Writer] = {".pdf": pdf, ".html": _html, ".png": picture, ".csv": csv_file, ".json": json_file}
"""By the ending of the name."""


def writer_for(file: Path) -> Writer:
    """What writes a file of this name; raises UnknownEnding."""
    writer = WRITERS.get(file.suffix.lower())
    if writer is None:
        *most, last = WRITERS
        raise UnknownEnding(f"{file.name!r} does not say what to write. End it with {', '.join(most)} or {last}.")
    return writer
