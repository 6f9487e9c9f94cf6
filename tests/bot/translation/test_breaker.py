"""A service that keeps failing is left alone for a while."""

from __future__ import annotations

from bot.translation.breaker import FAILURES, FIRST_PAUSE, LONGEST_PAUSE, Breaker


def broken(now: float = 0.0) -> Breaker:
    breaker = Breaker()
    for _ in range(FAILURES):
        breaker.failed(now)
    return breaker


def test_a_few_failures_change_nothing() -> None:
    breaker = Breaker()
    for _ in range(FAILURES - 1):
        breaker.failed(0.0)
    assert breaker.admits(0.0)


def test_after_too_many_nobody_is_admitted_until_the_pause_is_over() -> None:
    breaker = broken()
    assert not breaker.admits(FIRST_PAUSE - 1)
    assert breaker.admits(FIRST_PAUSE)


def test_after_the_pause_one_attempt_is_admitted_not_many() -> None:
    breaker = broken()
    assert [breaker.admits(FIRST_PAUSE) for _ in range(3)] == [True, False, False]


def test_each_failed_attempt_makes_the_pause_longer_up_to_a_limit() -> None:
    breaker, now, pauses = broken(), 0.0, []
    for _ in range(8):
        pause = next(seconds for seconds in range(1, 1000) if breaker.admits(now + seconds))
        pauses.append(pause)
        now += pause
        breaker.failed(now)
    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


def test_one_success_closes_it() -> None:
    breaker = broken()
    assert breaker.admits(FIRST_PAUSE)
    breaker.succeeded()
    assert all(breaker.admits(FIRST_PAUSE) for _ in range(3))
