"""A case: one resident's matter with the staff, from its opening to its end. Its whole life is one table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """Where a case stands. The values are stored: never change or reuse one."""

    WAITING = "waiting"
    """Nobody of the staff has taken it."""
    CLAIMED = "claimed"
    """Somebody of the staff has."""
    PARKED = "parked"
    """The resident cannot be reached: they have blocked the bot."""
    CLOSED = "closed"
    """By the staff, or after days of quiet."""
    ENDED = "ended"
    """By the resident."""
    WITHDRAWN = "withdrawn"
    """By the resident, who did not want it at all."""


class Step(StrEnum):
    """What can happen to a case."""

    CLAIM = "claim"
    RELEASE = "release"
    RESIDENT_WRITES = "resident writes"
    STAFF_WRITE = "staff write"
    CLOSE = "close"
    END = "end"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    PARK = "park"


OPEN = frozenset({Status.WAITING, Status.CLAIMED, Status.PARKED})

LIFE: Mapping[tuple[Status, Step], Status] = {
    (Status.WAITING, Step.CLAIM): Status.CLAIMED,
    (Status.CLAIMED, Step.CLAIM): Status.CLAIMED,
    (Status.CLAIMED, Step.RELEASE): Status.WAITING,
    (Status.WAITING, Step.RESIDENT_WRITES): Status.WAITING,
    (Status.CLAIMED, Step.RESIDENT_WRITES): Status.CLAIMED,
    (Status.PARKED, Step.RESIDENT_WRITES): Status.WAITING,
    (Status.WAITING, Step.STAFF_WRITE): Status.CLAIMED,
    (Status.CLAIMED, Step.STAFF_WRITE): Status.CLAIMED,
    (Status.PARKED, Step.STAFF_WRITE): Status.PARKED,
    **{(status, Step.CLOSE): Status.CLOSED for status in OPEN},
    **{(status, Step.END): Status.ENDED for status in OPEN},
    **{(status, Step.WITHDRAW): Status.WITHDRAWN for status in OPEN},
    **{(status, Step.PARK): Status.PARKED for status in OPEN},
    **{(status, Step.REOPEN): Status.WAITING for status in Status if status not in OPEN},
}
"""(before, step) -> after. What is not in it cannot happen."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. It names nobody: the resident's chat is kept beside it, sealed."""

    number: int
    alias: str
    """What the staff call the resident; it follows from nothing that is known of them."""
    category: str
    """A sensitive category, or `unanswered`."""
    language: str
    """The curated language the resident reads."""
    urgent: bool
    named: bool
    """The resident has said yes to the staff knowing their name."""
    opened: dt.datetime
    promised: dt.datetime | None
    """When the first answer is promised by; None where the opening hours are not known."""
    status: Status = Status.WAITING
    claimed_by: str | None = None
    """The member of staff, as they call themselves in the group."""
    answered: dt.datetime | None = None
    """The first answer."""
    last_word: dt.datetime | None = None
    """When either last wrote."""
    closed: dt.datetime | None = None
    topic: int | None = None
    """The number of its topic in the staff's group, once there is one."""
    with_bot: bool = False
    """The resident has turned back to Nabo: what they write is answered by Nabo until they turn again."""
    reminded: bool = False
    """The staff have been told that the promised time is near."""
    overdue_told: bool = False
    """Both sides have been told that the promised time has passed."""
    may_translate: bool = False
    """The resident has agreed that in this case words go to somebody else's translation service."""

    @property
    def is_open(self) -> bool:
        """Whether words still go both ways."""
        return self.status in OPEN

    @property
    def is_awaited(self) -> bool:
        """Whether the resident still waits for the first answer."""
        return self.is_open and self.answered is None and self.status is not Status.PARKED

    def is_late(self, now: dt.datetime) -> bool:
        """Whether the promised time has passed without an answer."""
        return self.is_awaited and self.promised is not None and self.promised < now


class NotPossible(Exception):
    """The step cannot happen to a case where it stands now."""


def after(case: Case, step: Step, now: dt.datetime, by: str | None = None) -> Case:
    """The case after a step at `now`; `by` is the member of staff who took it. Raises NotPossible."""
    try:
        status = LIFE[case.status, step]
    except KeyError:
        raise NotPossible(f"a case that is {case.status} cannot {step}") from None
    return replace(case, status=status, **_changes(case, step, now, by))


def _changes(case: Case, step: Step, now: dt.datetime, by: str | None) -> dict[str, Any]:
    match step:
        case Step.CLAIM:
            return {"claimed_by": by}
        case Step.RELEASE:
            return {"claimed_by": None}
        case Step.STAFF_WRITE:
            return {"claimed_by": case.claimed_by or by, "answered": case.answered or now, "last_word": now}
        case Step.RESIDENT_WRITES:
            return {"last_word": now}
        case Step.REOPEN:
            return {"closed": None, "claimed_by": None, "last_word": now, "with_bot": False}
        case _:
            return {"closed": now} if step is not Step.PARK else {}
