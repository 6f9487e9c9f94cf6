"""The outcome of understanding a message: the contract that tests, tools and outside checks rely on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Outcome = Literal["answer", "clarify", "escalate", "smalltalk", "no_match"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be meant."""

    entry: str
    score: float
    """Calibrated probability (0 to 1) that this is the right entry."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """A matter that a person must answer."""

    category: str
    """One of `knowledge/sensitive.yaml`."""
    urgent: bool
    """Somebody may be in danger, even where the likeliest category is not urgent: the numbers to call come first."""
    mode: Literal["automatic", "ask"]
    """Whether a case is opened at once, or only if the resident says yes."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a message means and what to do about it."""

    outcome: Outcome
    entry: str | None
    """The entry to answer with; only for `answer`."""
    confidence: float
    """Calibrated probability that the outcome's entry (or kind of small talk) is right."""
    candidates: tuple[Candidate, ...]
    """Best first; for `clarify` exactly those to offer as buttons."""
    language: str
    """ISO 639-1, or 639-3 where there is none: what the resident wrote, curated or not; `und` if unknown."""
    escalation: Escalation | None = None
    smalltalk: str | None = None
    """greeting, thanks, goodbye or ok; only for `smalltalk`."""

    def as_dict(self) -> dict[str, Any]:
        """The decision as `nabo ask --jsonl` prints it."""
        escalation = self.escalation
        return {
            "outcome": self.outcome,
            "entry": self.entry,
            "confidence": round(self.confidence, 4),
            "candidates": [{"entry": each.entry, "score": round(each.score, 4)} for each in self.candidates],
            "language": self.language,
            "escalation": escalation
            and {"category": escalation.category, "urgent": escalation.urgent, "mode": escalation.mode},
        }
