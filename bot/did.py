"""You asked, we did: sentences of the board and the staff, kept as drafts until they stand in the content.

A draft is Danish and is shown to those who read Danish. Others see a sentence once somebody has translated it into
their language's `did.yaml`: nobody is shown a machine's words, nor a language that they have not chosen.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from bot.messages import DASHES, halves
from knowledge.checks.did import MOST_WORDS, Fault, faults_of_said
from knowledge.content import MASTER_LANGUAGE, Knowledge, Language, Place, Said
from knowledge.texts import Texts

DRAFTS = "you asked, we did"


class Keeps(Protocol):
    """What drafts need of a store."""

    def note(self, name: str, value: str | None = None) -> str | None:
        """See Store."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """See Store."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence; the day is that on which it was written."""

    text: str
    on: dt.date


def drafts(store: Keeps) -> dict[str, Draft]:
    """All drafts by entry."""
    kept = json.loads(store.note(DRAFTS) or "{}")
    return {entry: Draft(text, dt.date.fromisoformat(on)) for entry, (text, on) in kept.items()}


def write(store: Keeps, knowledge: Knowledge, entry: str, text: str, today: dt.date) -> Fault | None:
    """Keeps a sentence as the draft of an entry, or says what is wrong with it."""
    text = text.strip()
    fault = next(faults_of_said(entry, text, knowledge), None)
    if fault is None:
        with store.together():
            _keep(store, drafts(store) | {entry: Draft(text, today)})
    return fault


def remove(store: Keeps, entry: str) -> bool:
    """Takes the draft of an entry away; False if there is none."""
    with store.together():
        kept = drafts(store)
        found = kept.pop(entry, None) is not None
        if found:
            _keep(store, kept)
    return found


def told_by_staff(store: Keeps, knowledge: Knowledge, arguments: str, today: dt.date, staff: Texts) -> str:
    """What `/wedid`, `/wedid ENTRY WORDS` or `/wedid ENTRY -` leads to, said to the staff."""
    entry, text = halves(arguments)
    if not text:
        lines = [staff("did-line", entry=each, text=draft.text) for each, draft in sorted(drafts(store).items())]
        return "\n".join([staff("did-how"), *lines])
    if text.strip() in DASHES:
        return staff("did-removed" if remove(store, entry) else "did-none", entry=entry)
    fault = write(store, knowledge, entry, text, today)
    return staff(f"did-fault-{fault}", entry=entry, most=str(MOST_WORDS)) if fault else staff("did-kept", entry=entry)


def _keep(store: Keeps, kept: Mapping[str, Draft]) -> None:
    store.note(DRAFTS, json.dumps({entry: (draft.text, draft.on.isoformat()) for entry, draft in kept.items()}))


def with_drafts(knowledge: Knowledge, kept: Mapping[str, Draft]) -> Knowledge:
    """The content with drafts in Danish, each unless the content has one of the same day or later."""
    danish = knowledge.languages.get(MASTER_LANGUAGE)
    if not kept or danish is None:
        return knowledge
    newer = {entry: _said(draft, knowledge) for entry, draft in kept.items() if _is_newer(draft, entry, danish)}
    languages = dict(knowledge.languages) | {MASTER_LANGUAGE: replace(danish, did=dict(danish.did) | newer)}
    return replace(knowledge, languages=languages)


def _is_newer(draft: Draft, entry: str, danish: Language) -> bool:
    return entry not in danish.did or danish.did[entry].on < draft.on


def _said(draft: Draft, knowledge: Knowledge) -> Said:
    return Said(draft.text, draft.on, Place(knowledge.root, 1))
