"""What of the content the figures rest on: the rows that there can be, and the versions of the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.concerns.cells import Series
from bot.concerns.languages import GROUPS, OTHER
from bot.concerns.published import SENSITIVE, Outcome
from knowledge.content import MASTER_LANGUAGE, Knowledge
from knowledge.versions import version_of


def rows_of(knowledge: Knowledge) -> Mapping[Series, Sequence[str]]:
    """Every row that a publication has, whatever was counted."""
    return {
        Series.TOPICS: (*knowledge.topics, SENSITIVE),
        Series.ENTRIES: tuple(knowledge.entries),
        Series.LANGUAGES: GROUPS,
        Series.OUTCOMES: tuple(each.value for each in Outcome),
        Series.UNANSWERED: (*knowledge.topics, OTHER),
    }


def versions_of(knowledge: Knowledge) -> dict[str, str]:
    """The version of each entry's Danish text."""
    wordings = knowledge.languages[MASTER_LANGUAGE].wordings
    return {entry: version_of(wordings[entry]) for entry in knowledge.entries if entry in wordings}
