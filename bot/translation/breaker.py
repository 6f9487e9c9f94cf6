"""A circuit breaker: a service that keeps failing is left alone for a while, so that nobody waits for it."""

from __future__ import annotations

FAILURES = 3
FIRST_PAUSE, LONGEST_PAUSE = 15.0, 300.0


class Breaker:
    """Opens after some failures in a row; then lets one attempt through after each pause, and closes when one succeeds.

    After "Release It!" by M. Nygard (2007), chapter on stability patterns. Times are seconds of any steady clock.
    """

    def __init__(self) -> None:
        self._failures = 0
        self._pause = FIRST_PAUSE
        self._opens_at = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the service is being left alone."""
        return self._failures >= FAILURES

    def admits(self, now: float) -> bool:
        """Whether an attempt may be made; while open, True for one attempt a pause."""
        if not self.is_open:
            return True
        if now < self._opens_at:
            return False
        self._opens_at = now + self._pause
        return True

    def succeeded(self) -> None:
        """The service has answered as it should."""
        self._failures, self._pause = 0, FIRST_PAUSE

    def failed(self, now: float) -> None:
        """The service could not be reached, or did not answer in time."""
        if self.is_open:
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        self._failures += 1
        self._opens_at = now + self._pause
