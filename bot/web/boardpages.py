"""What stands on each of the board's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from bot.report import sections
from bot.report.page import TEMPLATES, environment
from bot.report.sections import Section
from bot.report.sentences import everything
from bot.report.values import BoardReport
from bot.report.voice import Voice
from bot.web.boardchoice import LANGUAGES, WEEKS, Choice

Page = Callable[[BoardReport, Voice, Choice, str], str]
"""Report, voice, choice and the mark for forms -> HTML."""
OWN = Path(__file__).with_name("templates")
pages = environment.overlay(loader=FileSystemLoader([OWN, TEMPLATES]))

NAMES = {
    "": "overview",
    "topic": "topic",
    "languages": "languages",
    "punctuality": "punctuality",
    "unanswered": "unanswered",
    "did": "did",
}
"""Addresses and what the texts call them."""


def overview(report: BoardReport, voice: Voice, choice: Choice, mark: str) -> str:
    """What is new, all topics, what was asked most and what changed."""
    if not report.published.periods:
        return shown("overview", report, voice, choice, mark)
    parts = [sections.topics(report, voice), sections.outcomes(report, voice), sections.entries(report, voice)]
    changes = [(voice.entry(each.entry), voice.date(each.on)) for each in report.changes]
    return shown(
        "overview", report, voice, choice, mark, parts=parts, sentences=everything(report, voice), changes=changes
    )


def one_section(name: str, report: BoardReport, voice: Voice, choice: Choice, mark: str) -> str:
    """A page with one part of the report."""
    parts = [_section(name, report, voice, choice)] if report.published.periods else []
    return shown(name, report, voice, choice, mark, parts=parts)


PAGES: Mapping[str, Page] = {"": overview} | {
    address: partial(one_section, name) for address, name in NAMES.items() if address not in ("", "did")
}
"""By address."""


def _section(name: str, report: BoardReport, voice: Voice, choice: Choice) -> Section:
    if name == "topic":
        return sections.topic(choice.topic, report, voice)
    return sections.EVERY[name](report, voice)


def picture_of(name: str, report: BoardReport, voice: Voice, choice: Choice) -> Callable[[], bytes] | None:
    """What draws the picture of a part; None where there is none."""
    if not report.published.periods or name not in {*sections.EVERY, "topic"}:
        return None
    return _section(name, report, voice, choice).draw


def shown(name: str, report: BoardReport, voice: Voice, choice: Choice, mark: str, **more: Any) -> str:
    """A page with its heading, the way to the others and the filters; `more` is what its template needs beside."""
    periods = report.published.periods
    return _made(
        more.pop("template", "board.html"),
        voice,
        heading=voice(f"page-{name}"),
        name=name,
        names=NAMES,
        report=report,
        choice=choice,
        mark=mark,
        span=voice.span(periods) if periods else "",
        weeks=WEEKS,
        topics=[(row, voice.row(row)) for row in report.published.topics.rows],
        languages=LANGUAGES,
        **{"parts": [], "sentences": (), "changes": []} | more,
    )


# Without figures


def opening(voice: Voice) -> str:
    """Leads from the link to the pages, and leaves the link's token behind."""
    return _made("opening.html", voice, heading=voice("page-overview"))


def refused(voice: Voice) -> str:
    """Says kindly what to do about a link that does not open."""
    return _made("plain.html", voice, heading=voice("refused-title"), words_below=voice("refused-words"), back=False)


def left(voice: Voice) -> str:
    """The session is over on this device."""
    return _made("plain.html", voice, heading=voice("page-left"), words_below="", back=False)


def missing(voice: Voice) -> str:
    """There is no such page."""
    heading, below = voice("page-missing"), voice("page-missing-words")
    return _made("plain.html", voice, heading=heading, words_below=below, back=True)


def _made(template: str, voice: Voice, **values: Any) -> str:
    return pages.get_template(template).render(words=voice, **values)
