"""Names and texts of the report in the board's language: plain words, weeks, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_date

from bot.concerns.published import SENSITIVE, Period
from knowledge.content import MASTER_LANGUAGE, Knowledge
from knowledge.texts import FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE, Argument

OTHER = "other"
WEEKS_A_YEAR = 52
_ISOLATES = str.maketrans("", "", FIRST_STRONG_ISOLATE + POP_DIRECTIONAL_ISOLATE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Says everything in `code`, Danish or English."""

    knowledge: Knowledge
    code: str

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """A text of the board's; both languages are read from left to right, so nothing has to be kept apart."""
        return self.knowledge.board[self.code](key, **arguments).translate(_ISOLATES)

    def row(self, row: str) -> str:
        """The name of a topic, of the sum of sensitive matters, or of "other"."""
        if row in (SENSITIVE, OTHER):
            return self(f"row-{row}")
        if row in self.knowledge.topics:
            return self.knowledge.languages[self.code].texts(f"topic-{row}").translate(_ISOLATES)
        return self.entry(row)

    def entry(self, row: str) -> str:
        """An entry's title; its id where it is no longer in the catalogue."""
        wordings = self.knowledge.languages[self.code].wordings
        return wordings[row].title if row in wordings else row

    def outcome(self, row: str) -> str:
        """How a concern was met."""
        return self(f"outcome-{row.replace(' ', '-')}")

    def language(self, group: str) -> str:
        """A group of languages, written as codes with "+" between them, or "other"."""
        if group == OTHER:
            return self("language-others")
        names = " + ".join(self._language(code) for code in group.split("+"))
        return names[:1].upper() + names[1:]

    def _language(self, code: str) -> str:
        known = self.knowledge.languages.get(code)
        if known is None:
            return code
        return known.danish_name if self.code == MASTER_LANGUAGE else known.english_name

    def period(self, period: Period) -> str:
        """Such as "uge 37", or "uge 37-38" for weeks put together."""
        first, last = _week(period.first), _week(period.last)
        return self("week", first=str(first)) if first == last else self("weeks", first=str(first), last=str(last))

    def dated(self, period: Period) -> str:
        """A period with its year: "uge 37, 2026"."""
        return self("weeks-long", weeks=self.period(period), year=str(period.last.isocalendar().year))

    def short(self, periods: Sequence[Period]) -> list[str]:
        """Each period's name; with its year where a week's number comes twice."""
        is_long = len(periods) > 1 and (periods[-1].last - periods[0].first).days > WEEKS_A_YEAR * 7
        return [self.dated(period) if is_long else self.period(period) for period in periods]

    def span(self, periods: Sequence[Period]) -> str:
        """All of several periods: "uge 37-44, 2026"."""
        whole = Period(periods[0].first, periods[-1].last)
        year, last_year = whole.first.isocalendar().year, whole.last.isocalendar().year
        if year == last_year:
            return self.dated(whole)
        first, last = (self("week", first=str(_week(day))) for day in (whole.first, whole.last))
        return self("weeks-over-years", first=first, year=str(year), last=last, lastyear=str(last_year))

    def date(self, day: dt.date) -> str:
        """A day as the language writes it."""
        return format_date(day, "long", locale=self.knowledge.languages[self.code].locale)

    def figure(self, number: int | None) -> str:
        """A figure, or that it is hidden."""
        return self("few") if number is None else str(number)


def _week(day: dt.date) -> int:
    return day.isocalendar().week
