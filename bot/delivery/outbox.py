"""Messages on their way out that must not be lost: kept, sealed, until the channel has taken them.

A sending whose end was not seen is *unknown*: Telegram may have it or not. Words between a resident and the staff are
then sent again and marked as possibly repeated, since a lost cry for help is worse than one heard twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import functools
import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.cases.case import Case, NotPossible, Step, after
from bot.casework import Casework
from bot.delivery.limits import SendLimit
from bot.effects import NEWS, STAFF, CaseChange, Changes, Outgoing, Sending
from bot.messages import Address
from bot.store.interface import Link, Queued, Store
from bot.turn import Clock

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
SHORTEST_SLEEP, LONGEST_SLEEP = 0.05, 30.0
MERGED_AT_MOST = 20
TOLD_AS_DELAYED = dt.timedelta(minutes=1)
MINUTE = 60


class Busy(Exception):
    """The channel asks to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


class Unseen(Exception):
    """The network failed: whether the message arrived cannot be known."""


class Blocked(Exception):
    """The chat takes nothing from us: the resident has blocked the bot, or the group has removed it."""


class TopicGone(Exception):
    """The topic of the case has been deleted."""


class Refused(Exception):
    """The channel will never take this message; the words say why, without anything that was written."""


class Channel(Protocol):
    """What the outbox needs of Telegram."""

    async def deliver(self, outgoing: Outgoing, case: Case | None) -> int | None:
        """Sends; the number of the new message or topic, if there is one. Raises what is above."""
        ...

    async def mark(self, address: Address, message: int, *, delivered: bool) -> None:
        """Shows on a message whether what it says has arrived; never raises."""
        ...


class Outbox:
    """Sends what waits, in order within a chat and side by side across chats."""

    def __init__(self, store: Store, channel: Channel, casework: Casework, clock: Clock, limit: SendLimit) -> None:
        self._store = store
        self._channel = channel
        self._casework = casework
        self._clock = clock
        self._limit = limit
        self._news = asyncio.Event()
        self._lanes: dict[Address, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Something may be waiting."""
        self._news.set()

    async def run(self) -> None:
        """Sends until it is cancelled."""
        recovered = await asyncio.to_thread(self._store.recover_outgoing)
        if recovered:
            log.warning("%d messages were being sent when the program ended: they are sent again", recovered)
        try:
            while True:
                self._news.clear()
                pause = await self._start_lanes()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), pause)
        finally:
            for task in self._lanes.values():
                task.cancel()
            await asyncio.gather(*self._lanes.values(), return_exceptions=True)

    async def _start_lanes(self) -> float:
        """Begins to send to each chat whose first message is due; returns the seconds until there may be more to do."""
        lanes: dict[Address, list[Queued]] = defaultdict(list)
        for queued in await asyncio.to_thread(self._store.outgoing):
            lanes[queued.outgoing.to].append(queued)
        now, pause = self._clock(), LONGEST_SLEEP
        for lane, items in lanes.items():
            if lane in self._lanes:
                continue
            if items[0].due > now:
                pause = min(pause, (items[0].due - now).total_seconds())
                continue
            task = asyncio.create_task(self._drain(lane, items))
            self._lanes[lane] = task
            task.add_done_callback(functools.partial(self._ended, lane))
        return max(pause, SHORTEST_SLEEP)

    def _ended(self, lane: Address, task: asyncio.Task[None]) -> None:
        del self._lanes[lane]
        if not task.cancelled() and task.exception():
            log.error("sending to a chat ended with %s", type(task.exception()).__name__)
        self.wake()

    async def _drain(self, lane: Address, items: Sequence[Queued]) -> None:
        """Sends what a chat has waiting; when one cannot go now, those behind it wait too, so that order is kept."""
        left = list(items)
        while left:
            group = self._together(left)
            await self._turn(lane)
            if not await self._send(group):
                return
            left = [each for each in left if each not in group]

    def _together(self, items: Sequence[Queued]) -> list[Queued]:
        """The first, and the words of the same case that wait right behind it: one message instead of many."""
        first = items[0]
        group = [first]
        for queued in items[1:MERGED_AT_MOST]:
            mergeable = first.outgoing.merge and queued.outgoing.merge and queued.outgoing.case == first.outgoing.case
            if not mergeable or queued.unknown or first.unknown:
                break
            group.append(queued)
        return group

    async def _turn(self, lane: Address) -> None:
        while True:
            wait = self._limit.wait(lane, time.monotonic(), group=lane == STAFF)
            if not wait:
                return
            await asyncio.sleep(wait)

    async def _send(self, group: Sequence[Queued]) -> bool:
        """Whether the chat's next message may go."""
        ids = [queued.id for queued in group]
        first = group[0]
        case = self._store.case(first.outgoing.case) if first.outgoing.case is not None else None
        await asyncio.to_thread(self._store.sending, ids)
        try:
            message = await self._channel.deliver(self._worded(group, case), case)
        except Busy as busy:
            self._limit.close(first.outgoing.to, time.monotonic() + busy.seconds)
            await self._later(group, busy.seconds, unknown=first.unknown)
            return False
        except Unseen:
            await self._later(group, self._backoff(first.attempts), unknown=True)
            return False
        except TopicGone:
            await asyncio.to_thread(self._topic_made_again, case)
            return False
        except Blocked:
            await self._blocked(group, case)
            return first.outgoing.to != STAFF
        except Refused as error:
            log.error("a message (%s) was refused: %s", first.outgoing.kind, error)  # noqa: TRY400 - see inbox
            await asyncio.to_thread(self._given_up, group, case)
            return True
        await self._arrived(group, case, message)
        return True

    def _worded(self, group: Sequence[Queued], case: Case | None) -> Outgoing:
        first = group[0].outgoing
        if first.kind is not Sending.SAY:
            return first
        words = [first.text, *(each.outgoing.text.partition("\n")[2] for each in group[1:])]
        marks = []
        if first.to == STAFF and case is not None:
            waited = self._clock() - group[0].queued
            if waited >= TOLD_AS_DELAYED:
                marks.append(self._casework.staff("case-delayed", minutes=str(int(waited.total_seconds() // MINUTE))))
            if group[0].unknown:
                marks.append(self._casework.staff("case-again"))
        elif group[0].unknown and first.source is not None and case is not None:
            texts = self._casework.speech(case, self._clock().date()).language.texts
            plain, again = texts("case-from-staff"), texts("case-from-staff-again")
            words[0] = words[0].replace(plain, again, 1)
        return replace(first, text="\n".join([*words, *marks]))

    def _backoff(self, attempts: int) -> float:
        return float(min(FIRST_PAUSE * 2 ** min(attempts, 10), LONGEST_PAUSE))

    async def _later(self, group: Sequence[Queued], seconds: float, *, unknown: bool) -> None:
        due = self._clock() + dt.timedelta(seconds=seconds)
        await asyncio.to_thread(self._store.postpone, [each.id for each in group], due, unknown=unknown)

    # How it ended

    async def _arrived(self, group: Sequence[Queued], case: Case | None, message: int | None) -> None:
        first = group[0].outgoing
        links, changes = self._links(group, message), Changes()
        if case is not None and first.kind is Sending.OPEN_TOPIC and message is not None:
            current = self._store.case(case.number) or case
            changes = Changes(cases=(CaseChange(replace(current, topic=message)),))
        await asyncio.to_thread(self._store.sent, [each.id for each in group], links, changes)
        if first.to != STAFF and first.source is not None and first.kind in (Sending.SAY, Sending.COPY):
            await self._channel.mark(STAFF, first.source, delivered=True)

    def _links(self, group: Sequence[Queued], message: int | None) -> list[Link]:
        if message is None:
            return []
        links = []
        for queued in group:
            outgoing = queued.outgoing
            if outgoing.case is None or outgoing.source is None or outgoing.kind not in (Sending.SAY, Sending.COPY):
                continue
            if outgoing.to == STAFF:
                links.append(Link(outgoing.case, outgoing.source, message, from_staff=False))
            else:
                links.append(Link(outgoing.case, message, outgoing.source, from_staff=True))
        return links

    def _topic_made_again(self, case: Case | None) -> None:
        """A new topic and its head go out before all that waits for the case."""
        now = self._clock()
        if case is None:
            return
        theirs = [
            each
            for each in self._store.outgoing(being_sent=True)
            if each.outgoing.case == case.number and each.outgoing.to == STAFF
        ]
        words = [each.outgoing for each in theirs if each.outgoing.kind in (Sending.SAY, Sending.COPY)]
        gone = self._casework.to_staff(case, self._casework.staff("case-topic-gone"), NEWS)
        again = [self._casework.topic_opening(case), self._casework.head(case), gone, *words]
        priority = min((each.priority for each in words), default=NEWS)
        changes = Changes(
            cases=(CaseChange(replace(case, topic=None)),),
            outgoing=tuple(replace(each, priority=priority) for each in again) if words else (),
        )
        self._store.drop([each.id for each in theirs], now, changes)

    async def _blocked(self, group: Sequence[Queued], case: Case | None) -> None:
        if group[0].outgoing.to == STAFF:
            log.error("the staff group takes no messages: is the bot still in it, with its rights?")
            await self._later(group, LONGEST_PAUSE, unknown=False)
            await asyncio.to_thread(self._call_out, case)
            return
        await asyncio.to_thread(self._given_up, group, case, blocked=True)
        source = group[0].outgoing.source
        if source is not None:
            await self._channel.mark(STAFF, source, delivered=False)

    def _given_up(self, group: Sequence[Queued], case: Case | None, *, blocked: bool = False) -> None:
        """What cannot arrive is dropped, and the staff are told; a resident who has blocked Nabo parks the case."""
        now, first = self._clock(), group[0].outgoing
        changes = Changes()
        if case is not None and first.to != STAFF:
            told = self._casework.to_staff(case, self._casework.staff("case-blocked" if blocked else "case-failed"))
            changes = Changes(outgoing=(told,))
            if blocked:
                with contextlib.suppress(NotPossible):
                    changes = replace(changes, cases=(CaseChange(after(case, Step.PARK, now)),))
        self._store.drop([each.id for each in group], now, changes)

    def _call_out(self, case: Case | None) -> None:
        """An urgent case that cannot reach the group reaches the colleagues on call, once."""
        if case is None or not case.urgent or not self._casework.on_call:
            return
        name = f"called out for case {case.number}"
        if self._store.note(name):
            return
        self._store.note(name, "yes")
        text = self._casework.staff("on-call", number=str(case.number), category=self._casework.category(case))
        calls = tuple(Outgoing(address, Sending.SAY, text, priority=0) for address in self._casework.on_call)
        self._store.finish(None, self._clock(), Changes(outgoing=calls))
