"""What is known of a chat when something comes in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.cases.case import Case
from bot.effects import Memory


class Interpreting(StrEnum):
    """Who may translate the words of a case."""

    NOBODY = "nobody"
    OWN = "own"
    """A service of the operator's own."""
    ASKED = "asked"
    """A third party, where the resident has said yes."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat with a resident, as it is remembered."""

    memory: Memory | None = None
    """None for a chat not known yet."""
    cases: tuple[Case, ...] = ()
    """The resident's cases that are still kept, newest first; at most one of them is open."""
    hands_over: bool = False
    """There is a staff group that cases can go to."""
    pairs: Collection[tuple[str, str]] = ()
    """Languages from which, and into which, a machine can translate answers."""
    interpreting: Interpreting = Interpreting.NOBODY

    @property
    def open_case(self) -> Case | None:
        """The case that words go to."""
        return next((case for case in self.cases if case.is_open), None)

    def case(self, number: str) -> Case | None:
        """The resident's own case of that number: nobody reaches another's by a forged button."""
        return next((case for case in self.cases if str(case.number) == number), None)
