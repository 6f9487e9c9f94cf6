"""The report as one page of HTML that needs nothing else: style and pictures are inside it."""

from __future__ import annotations

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.report.sections import EVERY
from bot.report.sentences import everything
from bot.report.values import BoardReport
from bot.report.voice import Voice

TEMPLATES = Path(__file__).with_name("templates")
STYLE = (TEMPLATES / "board.css").read_text(encoding="utf-8")
environment = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
"""Everything put into a template is escaped."""


def page(report: BoardReport, voice: Voice, most_rows: int | None = None) -> str:
    """The whole page; tables end after `most_rows` periods, where that is given, and say so."""
    periods = report.published.periods
    made = [each(report, voice) for each in EVERY.values()] if periods else []
    sections = [(section, _embedded(section.draw()) if section.draw else None) for section in made]
    return environment.get_template("report.html").render(
        words=voice,
        report=report,
        span=voice.span(periods) if periods else "",
        sentences=everything(report, voice) if periods else (),
        sections=sections,
        most_rows=most_rows,
        changes=[(voice.entry(change.entry), voice.date(change.on)) for change in report.changes],
        made=voice.date(report.made),
        style=Markup(STYLE),  # noqa: S704 - a file of our own
    )


def _embedded(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
