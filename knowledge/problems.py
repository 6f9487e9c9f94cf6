"""What is wrong with the content, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.content import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend."""

    place: Place
    what: str
    remedy: str
    entry: str | None = None
    severity: Literal["error", "warning", "note"] = "error"

    def __str__(self) -> str:
        where = f" [{self.entry}]" if self.entry else ""
        return f"{self.place}: {self.severity}:{where} {self.what}. {self.remedy}."


class ContentError(Exception):
    """The content cannot be loaded; carries every problem found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
