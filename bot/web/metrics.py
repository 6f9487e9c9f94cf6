"""Figures for Prometheus. No label names a person, a chat, a language or an entry.

A scrape is seconds apart: "somebody wrote in Somali at 14:03" would be finer than the week in which concerns are
counted, so that what residents ask about is in the board's report only.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.cases.case import Case
from bot.delivery.channel import Blocked, Busy, Channel, Moved, Refused, TopicGone, Unseen
from bot.effects import NEWS, STAFF, URGENT, WORDS, Outgoing
from bot.messages import Address
from bot.store.interface import Store
from bot.turn import Clock, Understands
from bot.understanding.decision import Decision
from bot.web.health import Seen, inside_only

DECISION_SECONDS = (0.005, 0.01, 0.015, 0.02, 0.04, 0.08, 0.15, 0.3, 1.0, 3.0)
PRIORITIES = {URGENT: "urgent", WORDS: "words", NEWS: "news"}
ENDS: Mapping[type[Exception], str] = {
    Busy: "told to wait",
    Unseen: "not seen",
    Blocked: "blocked",
    TopicGone: "topic gone",
    Moved: "group moved",
    Refused: "refused",
}
"""What the outbox knows, as a label."""

Timer = Callable[[], float]


class Metrics:
    """One registry for one running program."""

    def __init__(self, timer: Timer = time.perf_counter) -> None:
        self.timer = timer
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        kept = self.registry
        self.updates = Counter("nabo_updates_handled", "Updates of Telegram that have been handled.", registry=kept)
        self.decisions = Counter("nabo_decisions", "What messages were taken for.", ["outcome"], registry=kept)
        self.seconds = Histogram(
            "nabo_decision_seconds", "Time to understand a message.", buckets=DECISION_SECONDS, registry=kept
        )
        self.deliveries = Counter("nabo_deliveries", "How sending from the outbox ended.", ["end"], registry=kept)
        self._waiting = Gauge("nabo_outbox_waiting", "Messages that wait to be sent.", ["priority"], registry=kept)
        self._oldest = Gauge(
            "nabo_outbox_oldest_seconds", "How long the oldest of them has waited.", ["priority"], registry=kept
        )
        self._open = Gauge("nabo_cases_open", "Cases that are open.", registry=kept)
        self._late = Gauge("nabo_cases_late", "Open cases without an answer by the promised time.", registry=kept)

    def look(self, store: Store, now: dt.datetime) -> None:
        """Takes the figures that stand in the store; with several workers each of them shows the same."""
        ages: dict[str, list[float]] = {name: [] for name in PRIORITIES.values()}
        for queued in store.outgoing(being_sent=True):
            name = PRIORITIES.get(queued.outgoing.priority, "news")
            ages[name].append((now - queued.queued).total_seconds())
        for name, waits in ages.items():
            self._waiting.labels(name).set(len(waits))
            self._oldest.labels(name).set(max(waits, default=0.0))
        cases = store.cases(only_open=True)
        self._open.set(len(cases))
        self._late.set(sum(each.is_late(now) for each in cases))

    def routes(self, store: Store, clock: Clock) -> list[BaseRoute]:
        """/metrics."""

        async def shown(_request: Request) -> Response:
            await asyncio.to_thread(self.look, store, clock())
            return Response(generate_latest(self.registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)

        return [Route("/metrics", inside_only(shown))]


@dataclass(frozen=True, slots=True)
class TimedUnderstanding:
    """Understanding, with what it decides counted and timed."""

    within: Understands
    metrics: Metrics

    def decide(self, text: str, hint: str | None = None) -> Decision:
        """See Understands."""
        begun = self.metrics.timer()
        decision = self.within.decide(text, hint)
        self.metrics.seconds.observe(self.metrics.timer() - begun)
        self.metrics.decisions.labels(decision.outcome).inc()
        return decision


@dataclass(frozen=True, slots=True)
class WatchedChannel:
    """A channel, with how each delivery ended counted, and whether the staff's group takes messages noted."""

    within: Channel
    metrics: Metrics
    seen: Seen

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:
        """See Channel."""
        end = "failed"
        try:
            message = await self.within.deliver(outgoing, case)
            end = "arrived"
        except tuple(ENDS) as error:
            end = ENDS[type(error)]
            raise
        finally:
            self.metrics.deliveries.labels(end).inc()
            if outgoing.to == STAFF and end in ("arrived", "blocked"):
                self.seen.staff_refuses = end == "blocked"
        return message

    async def mark(self, address: Address, message: int, *, delivered: bool) -> None:
        """See Channel."""
        await self.within.mark(address, message, delivered=delivered)
