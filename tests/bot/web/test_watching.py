"""What is seen from outside: alive, ready and why not, figures; and nobody in any of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import httpx
import pytest
import pytest_asyncio

from bot.app import forgetful_store
from bot.cases.case import Case
from bot.delivery.channel import Blocked, Busy
from bot.effects import NEWS, STAFF, URGENT, CaseChange, Changes, Outgoing, Sending
from bot.understanding.decision import Decision
from bot.web.health import PASSED_ON, Health, Seen
from bot.web.metrics import Metrics, TimedUnderstanding, WatchedChannel
from tests.bot.web.site import site

pytestmark = pytest.mark.asyncio

NOW = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
CHAT = "71830465912"
MARK = "Qvistmarkør"
CASE = Case(1, "Birk 10", "money", "so", urgent=False, named=False, opened=NOW, promised=NOW)


class House:
    """Health and metrics of a store, with a clock that is set by hand."""

    def __init__(self) -> None:
        self.store = forgetful_store()
        self.seen = Seen(telegram=0.0)
        self.metrics = Metrics()
        self.seconds = 0.0
        self.now = NOW

    async def asked(self, path: str, **headers: str) -> httpx.Response:
        health = Health(self.seen, self.store, lambda: self.now, lambda: self.seconds)
        async with site([*health.routes(), *self.metrics.routes(self.store, lambda: self.now)]) as client:
            return await client.get(path, headers=headers)

    async def reasons(self) -> list[str]:
        answer = await self.asked("/readyz")
        told = answer.json()
        assert answer.status_code == (200 if told["ready"] else 503)
        assert told["ready"] == (told["reasons"] == [])
        return list(told["reasons"])

    async def figures(self) -> dict[str, float]:
        lines = (await self.asked("/metrics")).text.splitlines()
        return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if line[0] != "#")}


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    yield house
    house.store.close()


def letter(priority: int) -> Outgoing:
    return Outgoing(CHAT, Sending.SAY, MARK, priority=priority)


async def test_it_is_alive_even_where_it_is_not_ready(house: House) -> None:
    house.seen.telegram = None
    assert (await house.asked("/healthz")).status_code == 200
    assert await house.reasons() == ["Telegram has not been reached yet"]


async def test_it_is_ready_where_nothing_is_missing(house: House) -> None:
    assert await house.reasons() == []


async def test_silence_of_telegram_is_told_in_seconds(house: House) -> None:
    house.seconds = 400
    assert await house.reasons() == ["Telegram has not been reached for 400 s"]


async def test_a_store_that_cannot_be_written_is_told_by_the_kind_of_fault_only(house: House) -> None:
    house.store._connection.execute("PRAGMA query_only = ON")
    assert await house.reasons() == ["the store cannot be written (OperationalError)"]


async def test_a_store_that_does_not_answer_is_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.health.STORE_SECONDS", 0.1)
    held, (reasons,) = house.store.together(), [house.reasons()]
    with held:
        told = await reasons
    assert told == ["the store does not answer within 0 s"]


async def test_what_is_missing_in_the_staff_group_is_told(house: House) -> None:
    house.seen.staff, house.seen.staff_refuses = ("missing: bot can manage topics",), True
    first, second = await house.reasons()
    assert first == "missing: bot can manage topics"
    assert second.startswith("the staff group takes no messages")


@pytest.mark.parametrize("header", PASSED_ON)
@pytest.mark.parametrize("path", ["/readyz", "/metrics"])
async def test_what_a_proxy_passes_on_sees_neither_reasons_nor_figures(house: House, path: str, header: str) -> None:
    assert (await house.asked(path, **{header: "192.0.2.1"})).status_code == 404


async def test_the_backlog_is_shown_by_priority_and_age(house: House) -> None:
    house.store.finish(None, NOW, Changes(outgoing=(letter(URGENT), letter(NEWS), letter(NEWS))))
    house.now = NOW + dt.timedelta(seconds=90)
    figures = await house.figures()
    assert figures['nabo_outbox_waiting{priority="urgent"}'] == 1
    assert figures['nabo_outbox_waiting{priority="news"}'] == 2
    assert figures['nabo_outbox_waiting{priority="words"}'] == 0
    assert figures['nabo_outbox_oldest_seconds{priority="news"}'] == 90


async def test_open_and_late_cases_are_counted(house: House) -> None:
    cases = [CASE, replace(CASE, number=2, promised=None), replace(CASE, number=3, answered=NOW)]
    house.store.finish(None, NOW, Changes(cases=tuple(CaseChange(case, CHAT) for case in cases)))
    house.now = NOW + dt.timedelta(seconds=1)
    figures = await house.figures()
    assert (figures["nabo_cases_open"], figures["nabo_cases_late"]) == (3, 1)


@dataclass
class Understanding:
    """Takes everything for small talk."""

    def decide(self, text: str, hint: str | None = None) -> Decision:  # noqa: ARG002 - as Understands has it
        return Decision("smalltalk", None, 1.0, (), "so", None)


async def test_decisions_are_counted_by_what_they_are_and_by_nothing_finer(house: House) -> None:
    TimedUnderstanding(Understanding(), house.metrics).decide(MARK, "so")
    figures = await house.figures()
    assert figures['nabo_decisions_total{outcome="smalltalk"}'] == 1
    assert figures["nabo_decision_seconds_count"] == 1
    assert not any("so" in name.partition("{")[2].split('"') for name in figures)


class Telegram:
    """Ends each delivery as it is told to."""

    def __init__(self, *ends: Exception | None) -> None:
        self.ends = list(ends)

    async def deliver(self, _outgoing: Outgoing, _case: Case | None) -> int | None:
        end = self.ends.pop(0)
        if end is not None:
            raise end
        return 7

    async def mark(self, address: str, message: int, *, delivered: bool) -> None:  # noqa: ARG002 - as Channel has it
        raise AssertionError


async def test_deliveries_are_counted_by_their_end(house: House) -> None:
    channel = WatchedChannel(Telegram(None, Busy(3), Blocked(), ValueError(MARK)), house.metrics, house.seen)
    assert await channel.deliver(letter(NEWS), None) == 7
    for error in (Busy, Blocked, ValueError):
        with pytest.raises(error):
            await channel.deliver(letter(NEWS), None)
    figures = await house.figures()
    ends = {name: value for name, value in figures.items() if name.startswith("nabo_deliveries_total")}
    assert ends == {
        f'nabo_deliveries_total{{end="{end}"}}': 1 for end in ("arrived", "told to wait", "blocked", "failed")
    }


async def test_a_staff_group_that_turns_messages_away_is_noted_until_it_takes_one(house: House) -> None:
    channel = WatchedChannel(Telegram(Blocked(), None, Blocked()), house.metrics, house.seen)
    with pytest.raises(Blocked):
        await channel.deliver(replace(letter(NEWS), to=STAFF), None)
    assert house.seen.staff_refuses
    await channel.deliver(replace(letter(NEWS), to=STAFF), None)
    assert not house.seen.staff_refuses
    with pytest.raises(Blocked):
        await channel.deliver(letter(NEWS), None)
    assert not house.seen.staff_refuses, "a resident who has blocked Nabo is not the staff's group"


async def test_no_figure_holds_a_resident(house: House) -> None:
    house.store.finish(None, NOW, Changes(outgoing=(letter(NEWS),), cases=(CaseChange(CASE, CHAT),)))
    shown = (await house.asked("/metrics")).text
    assert [mark for mark in (CHAT, f"{int(CHAT):x}", MARK, "Birk", "money") if mark in shown] == []
