"""Whether the content holds together: every rule over everything loaded, and how far each language has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from knowledge.checks.agreement import check_agreement
from knowledge.checks.catalogue import check_catalogue
from knowledge.checks.did import check_did
from knowledge.checks.estate import check_estate
from knowledge.checks.glossary import check_glossary
from knowledge.checks.interface import check_interface, share_of_interface
from knowledge.checks.languages import check_language
from knowledge.checks.markup import check_markup
from knowledge.checks.neutral import check_neutral, loaded_words, words_file
from knowledge.checks.phrasings import check_phrasings, least_phrasings
from knowledge.checks.reading import Lines, Reading
from knowledge.checks.sensitive import EXAMPLES, check_sensitive
from knowledge.checks.wordings import check_wordings
from knowledge.content import MASTER_LANGUAGE, Knowledge, Language, Wording
from knowledge.problems import Problem
from knowledge.versions import version_of

LANGUAGE_RULES: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    check_language,
    check_wordings,
    check_phrasings,
    check_sensitive,
    check_markup,
    check_agreement,
    check_interface,
    check_did,
    check_glossary,
)


def check_knowledge(knowledge: Knowledge, today: dt.date | None = None) -> list[Problem]:
    """Everything to mend, errors first; rules that need a clock are left out without `today`."""
    lines, words = Lines(), loaded_words(words_file(knowledge.root))
    problems = [*check_catalogue(knowledge, lines), *check_estate(knowledge, lines, today)]
    for language in knowledge.languages.values():
        reading = Reading(knowledge, language, lines)
        for rule in LANGUAGE_RULES:
            problems += rule(reading)
        problems += check_neutral(reading, words)
    return sorted(problems, key=lambda each: (each.severity, str(each.place.file), each.place.line))


def summary(knowledge: Knowledge) -> list[dict[str, Any]]:
    """A row for each language: how much of it is there, follows the Danish, and was read by a native speaker."""
    return [_row(knowledge, language) for language in knowledge.languages.values()]


def _row(knowledge: Knowledge, language: Language) -> dict[str, Any]:
    danish = knowledge.languages[MASTER_LANGUAGE]
    found = [
        (language.wordings[entry], danish.wordings.get(entry))
        for entry in knowledge.entries
        if entry in language.wordings
    ]
    entries = max(1, len(knowledge.entries))
    least = least_phrasings(language.code)
    return {
        "language": language.code,
        "entries": sum(_is_complete(*pair, least) for pair in found) / entries,
        "phrasings": sum(len(wording.phrasings) for wording, _ in found),
        "interface": share_of_interface(language.texts, danish.texts),
        "follows Danish": sum(_follows(*pair) for pair in found) / entries,
        "sensitive": _share_of_sensitive(knowledge, language),
        "reviewed": "yes" if language.reviewed else "no",
    }


def _share_of_sensitive(knowledge: Knowledge, language: Language) -> float:
    enough = [len(language.sensitive.examples.get(each, ())) >= EXAMPLES for each in knowledge.sensitive]
    return sum(enough) / max(1, len(enough))


def _is_complete(wording: Wording, danish: Wording | None, least: int) -> bool:
    return len(wording.phrasings) >= least and danish is not None and wording.texts().keys() == danish.texts().keys()


def _follows(wording: Wording, danish: Wording | None) -> bool:
    return danish is not None and (wording is danish or wording.follows == version_of(danish))
