"""What of a case may go to a translation service."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.conversation.chat import Interpreting
from bot.translation.translator import Pair


@dataclass(frozen=True, slots=True)
class CasePolicy:
    """The operator's choice; the resident's is kept with the case."""

    service: str
    """What people call it."""
    stays: bool
    """The service is the operator's own: nothing leaves their machines."""
    third_party: bool
    """The operator lets words of a case go to a third party where the resident agrees."""
    pairs: Callable[[], Collection[Pair]]
    """What the service can translate, as far as that is known by now."""

    @property
    def asks(self) -> bool:
        """Whether the resident has to be asked first."""
        return self.third_party and not self.stays

    @property
    def interpreting(self) -> Interpreting:
        """What residents are told of it."""
        if self.stays:
            return Interpreting.OWN
        return Interpreting.ASKED if self.third_party else Interpreting.NOBODY

    def may(self, *, agreed: bool) -> bool:
        """Whether words of a case may be translated."""
        return self.stays or (self.third_party and agreed)

    def has(self, one: str, other: str) -> bool:
        """Whether both ways between two languages are there."""
        return {(one, other), (other, one)} <= set(self.pairs())
