"""Which language to reply in. A greeting never changes it; a chosen one changes when another is written twice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.effects import Memory
from bot.understanding.decision import Decision
from knowledge.content import MASTER_LANGUAGE, Knowledge

UNKNOWN = "und"
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of the replies to one message."""

    memory: Memory
    """What to remember of it."""
    switched: bool = False
    """The reply is in another language than the one before, because the resident writes it."""
    offer: str | None = None
    """A curated language the resident may rather want: offered as a button."""
    uncurated: bool = False
    """The resident writes a language Nabo has no answers in, and is to be asked which other one they read."""


def spoken(memory: Memory, client_language: str | None, knowledge: Knowledge) -> str:
    """The language to reply in when nothing was written: the remembered one, the client's, or the fallback."""
    if memory.language and memory.language in knowledge.languages:
        return memory.language
    reader = knowledge.reader_of((client_language or "").partition("-")[0].lower())
    if reader:
        return reader.code
    return FALLBACK if FALLBACK in knowledge.languages else MASTER_LANGUAGE


def heard(
    memory: Memory,
    decision: Decision,
    client_language: str | None,
    knowledge: Knowledge,
    pairs: Collection[tuple[str, str]] = (),
) -> Tongue:
    """The language to reply in after a written message; `pairs`: what a machine can translate."""
    current = spoken(memory, client_language, knowledge)
    known = memory.language in knowledge.languages
    reader = knowledge.reader_of(decision.language)
    if decision.outcome == "smalltalk":
        return Tongue(memory)
    if reader is None:
        uncurated = decision.language != UNKNOWN and not memory.chosen and not memory.asked
        asked = memory.asked or uncurated
        kept = _reading(memory, decision.language, can=(current, decision.language) in pairs)
        return Tongue(replace(kept, language=current, asked=asked), uncurated=uncurated)
    memory = replace(memory, reads=None)
    if not known or reader.code == current:
        return Tongue(replace(memory, language=reader.code, chosen=memory.chosen and known, candidate=None))
    if not memory.chosen or memory.candidate == reader.code:
        return Tongue(replace(memory, language=reader.code, candidate=None), switched=True)
    return Tongue(replace(memory, candidate=reader.code), offer=reader.code)


def _reading(memory: Memory, written: str, *, can: bool) -> Memory:
    """Somebody has written a language without content; who has chosen a curated one must write the other twice."""
    if written == UNKNOWN:
        return replace(memory, candidate=None)
    if can and memory.chosen and written not in (memory.reads, memory.candidate):
        return replace(memory, candidate=written, reads=None)
    return replace(memory, candidate=None, reads=written if can else None)
