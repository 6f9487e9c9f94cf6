"""What the program needs of a translation service, and every way in which it can fail to translate."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Protocol

Pair = tuple[str, str]
"""The codes of two languages, from which and into which."""


class Fault(StrEnum):
    """Why there is no translation."""

    ABSENT = "the service does not have this pair of languages"
    BUSY = "the service asks to wait"
    DOWN = "the service cannot be reached"
    SLOW = "the service took too long"
    REFUSED = "the service refuses"
    NONSENSE = "the service gave no translation"
    TOO_LONG = "the text is too long for the service"
    SAME = "the text came back as it was"
    LOST = "a name or figure was lost on the way"


class NoTranslation(Exception):
    """There is no translation. Holds nothing of the text, so that it may be logged."""

    def __init__(self, fault: Fault, wait: float = 0.0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.wait = wait
        """Seconds that the service asks to wait."""


class Translator(Protocol):
    """A translation service. Codes are ours: ISO 639-1, or 639-3 where there is none."""

    @property
    def name(self) -> str:
        """What people call the service."""
        ...

    async def pairs(self) -> Collection[Pair]:
        """The pairs it has; raises NoTranslation where it cannot say."""
        ...

    async def translate(self, text: str, source: str, target: str) -> str:
        """`text` in another language; raises NoTranslation and nothing else."""
        ...

    async def close(self) -> None:
        """Lets go of connections."""
        ...
