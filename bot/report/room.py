"""What the board can ask for in its chat: the picture, a link to the pages, all links closed, the month's report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.did import Keeps
from bot.report.links import Links
from bot.report.monthly import Due, Posted, State, due
from bot.report.sentences import three
from bot.report.values import BoardReport
from bot.report.voice import Voice
from knowledge.content import Knowledge

WEEKS = 8
LAST_REPORT = "board report"
COMMANDS = ("trends", "board", "help")


@dataclass(frozen=True, slots=True)
class Told:
    """One message to the board."""

    text: str
    picture: bytes | None = None
    """Shown above the text."""
    file: tuple[str, bytes] | None = None
    """Name and content, sent along."""


@dataclass(frozen=True, slots=True)
class Boardroom:
    """Answers the board, from published figures alone."""

    knowledge: Knowledge
    reports: Callable[[int], BoardReport]
    """The report over the last so many weeks."""
    links: Links
    notes: Keeps
    clock: Callable[[], dt.datetime]
    language: str
    address: str
    """Where the web pages are reached; empty where there are none."""

    @property
    def voice(self) -> Voice:
        """The board's language."""
        return Voice(self.knowledge, self.language)

    def answer(self, command: str, arguments: str) -> Told | None:
        """What to say to a command; None where it is not one of the board's."""
        match command, arguments.strip().lower():
            case "trends", _:
                return self.trends()
            case "board", "off":
                self.links.revoke()
                return Told(self.voice("board-off"))
            case "board", _:
                return Told(self._link())
            case "help" | "start", _:
                return Told(self.voice("board-help"))
        return None

    def trends(self) -> Told:
        """The picture with three sentences."""
        from bot.report.picture import picture  # noqa: PLC0415 - Matplotlib is loaded when something is drawn

        report = self.reports(WEEKS)
        if not report.published.periods:
            return Told(self.voice("trends-none"))
        return Told("\n".join(f"• {each}" for each in three(report, self.voice)), picture(report, self.voice))

    def _link(self) -> str:
        if not self.address:
            return self.voice("board-no-address")
        return self.voice("board-link", link=f"{self.address}/board/open?link={self.links.token(self.clock())}")

    # The month's report

    def takes_in_hand(self, *, what_was_left: bool) -> Due | None:
        """The month's report, if it is due and no other worker sends it; noted before anything is sent.

        `what_was_left`: a report that is noted as being sent was left so by a run that ended, or by a failure here.
        """
        estate = self.knowledge.estate
        with self.notes.together():
            last = Posted.read(self.notes.note(LAST_REPORT))
            found = due(last, self.clock(), frozenset(estate.closed), self.knowledge.zone)
            if found is None or (found.again and not what_was_left):
                return None
            self._note(found.month, State.SENDING if found.post else State.DONE)
        return found

    def is_done(self, month: str) -> None:
        """Keeps that a month's report has arrived."""
        self._note(month, State.DONE)

    def _note(self, month: str, state: State) -> None:
        self.notes.note(LAST_REPORT, str(Posted(month, state)))

    def monthly(self, *, again: bool) -> Told:
        """The month's report: picture, sentences and, where this machine can make one, the PDF."""
        voice, told = self.voice, self.trends()
        head = voice("monthly-again") if again else voice("monthly-report")
        return Told(f"{head}\n{told.text}", told.picture, self._file() if told.picture else None)

    def _file(self) -> tuple[str, bytes] | None:
        from bot.report.pdf import NoPdf, pdf  # noqa: PLC0415

        report = self.reports(WEEKS)
        try:
            return f"nabo-{report.made:%Y-%m}.pdf", pdf(report, self.voice)
        except NoPdf:
            return None
