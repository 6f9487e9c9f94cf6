"""What a visitor of the board's pages has chosen: weeks, topic, language. Anything else is taken as not chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

WEEKS = (4, 8, 13, 26, 52, 104)
USUAL_WEEKS = 8
LANGUAGES = {"da": "Dansk", "en": "English"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Selects among published figures only; nothing is counted for it."""

    weeks: int
    topic: str
    language: str

    @property
    def query(self) -> str:
        """The choice as it stands in an address."""
        return urlencode({"weeks": self.weeks, "topic": self.topic, "language": self.language})


def weeks_of(query: Mapping[str, str]) -> int:
    """For how many weeks an address asks."""
    weeks = query.get("weeks", "")
    return int(weeks) if weeks in map(str, WEEKS) else USUAL_WEEKS


def choice_of(query: Mapping[str, str], topics: Sequence[str], language: str) -> Choice:
    """The choice of an address; `topics` are those with published figures, the first is the usual one."""
    topic = query.get("topic", "")
    wanted = query.get("language", "")
    return Choice(
        weeks_of(query),
        topic if topic in topics else next(iter(topics), ""),
        wanted if wanted in LANGUAGES else language,
    )
