"""A resident is answered at once for a burst, then steadily. Nothing is ever dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.limits import MANY_CHATS, ResidentLimit, SendLimit, Wait

FREE = Wait(0.0, warn=False)


def limit() -> ResidentLimit:
    """Four at once, then one every two seconds."""
    return ResidentLimit(burst=4, refill_seconds=2.0)


def test_a_burst_is_free() -> None:
    chat = limit()
    assert [chat.admit("a", now=100.0) for _ in range(4)] == [FREE] * 4


def test_what_is_over_waits_each_a_little_longer() -> None:
    chat = limit()
    assert [chat.admit("a", now=100.0).seconds for _ in range(7)] == [0, 0, 0, 0, 2, 4, 6]


def test_the_resident_is_told_once_in_a_row_of_messages() -> None:
    chat = limit()
    assert [chat.admit("a", now=100.0).warn for _ in range(8)] == [False] * 4 + [True] + [False] * 3


def test_places_come_back_with_time() -> None:
    chat = limit()
    for _ in range(4):
        chat.admit("a", now=100.0)
    assert chat.admit("a", now=102.0) == FREE
    assert chat.admit("a", now=102.0).seconds == 2


def test_after_a_quiet_while_the_whole_burst_is_free_and_the_warning_comes_anew() -> None:
    chat = limit()
    for _ in range(6):
        chat.admit("a", now=100.0)
    assert [chat.admit("a", now=200.0) for _ in range(4)] == [FREE] * 4
    assert chat.admit("a", now=200.0).warn


def test_one_resident_does_not_slow_another() -> None:
    chat = limit()
    for _ in range(50):
        chat.admit("a", now=100.0)
    assert chat.admit("b", now=100.0) == FREE


def test_a_resident_who_waits_still_waits_when_a_thousand_others_have_written() -> None:
    chat = limit()
    for _ in range(6):
        chat.admit("a", now=100.0)
    for other in range(2 * MANY_CHATS):
        chat.admit(f"other {other}", now=100.0)
    assert chat.admit("a", now=100.0).seconds == 6


@given(st.lists(st.floats(0, 10), min_size=1, max_size=60))
def test_nobody_is_answered_out_of_turn_faster_than_allowed_or_never(pauses: list[float]) -> None:
    chat, now, answered = limit(), 0.0, []
    for pause in pauses:
        now += pause
        answered.append(now + chat.admit("a", now).seconds)
    assert answered == sorted(answered)
    for first, fifth in zip(answered, answered[4:], strict=False):
        assert fifth - first >= 2.0 - 1e-6
    assert answered[-1] <= now + 2.0 * len(pauses)


def test_who_goes_on_writing_as_fast_as_is_answered_is_told_once() -> None:
    chat = limit()
    told = [chat.admit("a", now=100.0).warn for _ in range(5)]
    told += [chat.admit("a", now=100.0 + 2 * step).warn for step in range(1, 10)]
    assert sum(told) == 1


# Sending


def sends(limit: SendLimit, lane: str, now: float, *, group: bool = False) -> bool:
    return limit.wait(lane, now, group=group) == 0


def test_a_chat_takes_three_at_once_and_then_one_a_second() -> None:
    limit = SendLimit()
    assert [sends(limit, "a", 0.0) for _ in range(4)] == [True, True, True, False]
    assert limit.wait("a", 1.0, group=False) == 2.0
    assert sends(limit, "a", 3.1)
    assert sends(limit, "b", 0.0), "another chat is not held back"


def test_the_staff_group_takes_twenty_a_minute_all_topics_together() -> None:
    limit = SendLimit()
    assert sum(sends(limit, "staff", second / 2, group=True) for second in range(100)) == 20
    assert not sends(limit, "staff", 59.0, group=True)
    assert sends(limit, "staff", 61.0, group=True)


def test_all_chats_together_take_thirty_a_second() -> None:
    limit = SendLimit()
    assert sum(sends(limit, f"chat {number}", 0.5) for number in range(100)) == 30
    assert sends(limit, "late", 1.6)


def test_a_chat_that_telegram_has_closed_waits_until_it_opens() -> None:
    limit = SendLimit()
    limit.close("a", 0.0, 10.0)
    assert limit.wait("a", 4.0, group=False) == 6.0
    assert sends(limit, "b", 4.0)
    assert sends(limit, "a", 10.5)


@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=200))
def test_no_window_ever_holds_more_than_telegram_allows(pauses: list[float]) -> None:
    limit, now = SendLimit(), 0.0
    taken: list[float] = []
    for pause in pauses:
        now += pause
        if sends(limit, "staff", now, group=True):
            taken.append(now)
    for start in taken:
        assert sum(start <= each < start + 60 for each in taken) <= 20
