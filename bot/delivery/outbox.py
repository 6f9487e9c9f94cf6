"""Messages on their way out that must not be lost: kept, sealed, until the channel has taken them.

A sending whose end was not seen is *unknown*: Telegram may have it or not. Words between a resident and the staff are
then sent again and marked as possibly repeated, since a lost cry for help is worse than one heard twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import functools
import itertools
import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from bot.cases.case import Case, NotPossible, Step, after
from bot.casework import Casework
from bot.delivery.channel import Blocked, Busy, Channel, Moved, Refused, TopicGone, Unseen
from bot.delivery.interpreting import Interprets, Nobody
from bot.delivery.keeping import Keeping
from bot.delivery.limits import SendLimit
from bot.effects import NEWS, STAFF, WORDS, CaseChange, Changes, Outgoing, Sending
from bot.messages import Address
from bot.store.interface import Lane, Link, Queued, Store
from bot.turn import Clock

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
SHORTEST_SLEEP, LONGEST_SLEEP = 0.05, 5.0
MOST_LANES = 64
"""Chats that are sent to at the same time."""
MERGED_AT_MOST = 20
END_SECONDS = 3.0
TOLD_AS_DELAYED = dt.timedelta(minutes=1)
MINUTE = 60
WORDS_AND_FILES = (Sending.SAY, Sending.COPY)
TOPIC_DELETION = Outgoing(STAFF, Sending.DELETE_TOPIC)


class Outbox:
    """Sends what waits, in order within a chat and side by side across chats."""

    def __init__(self, store: Store, channel: Channel, casework: Casework, clock: Clock, limit: SendLimit) -> None:
        self._store = store
        self._channel = channel
        self._casework = casework
        self._clock = clock
        self._limit = limit
        self._keeping = Keeping(store)
        self._news = asyncio.Event()
        self._lanes: dict[Lane, asyncio.Task[None]] = {}
        self._sending: set[Lane] = set()
        self._interpreter: Interprets = Nobody()
        self._stir = asyncio.Event()
        self._ending = False

    def interpreted_by(self, interpreter: Interprets) -> None:
        """Words are translated on their way from now on."""
        self._interpreter = interpreter

    def wake(self) -> None:
        """Something may be waiting."""
        self._news.set()
        self._stir.set()

    def in_other_group(self) -> None:
        """The staff are in another group now: each open case gets a topic and a head there."""
        with self._store.together():
            self._store.leave_group()
            for case in self._store.cases(only_open=True):
                theirs = self._store.outgoing_to_staff(case.number)
                if not any(each.outgoing.kind is Sending.OPEN_TOPIC for each in theirs):
                    self._begin_anew(case, theirs)

    async def run(self) -> None:
        """Sends until it is cancelled."""
        try:
            while True:
                self._news.clear()
                pause = await self._start_lanes()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):  # wait_for may swallow a cancellation before Python 3.12
                        await self._news.wait()
        finally:
            await self._end()

    async def _end(self) -> None:
        """What is being sent may still arrive, so that it need not be sent again; nothing new is begun."""
        self._ending = True
        lanes = dict(self._lanes)
        for lane in lanes.keys() - self._sending:
            lanes[lane].cancel()
        if lanes:
            _, late = await asyncio.wait(lanes.values(), timeout=END_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _start_lanes(self) -> float:
        """Begins to send to each chat whose first message is due; returns the seconds until there may be more to do."""
        now = self._clock()
        found = await self._keeping(self._store.lanes, now, MOST_LANES - len(self._lanes))
        if found.unseen:
            log.warning("%d messages were being sent when a program ended: they are sent again", found.unseen)
        for lane in found.taken:
            task = asyncio.create_task(self._drain(lane))
            self._lanes[lane] = task
            task.add_done_callback(functools.partial(self._ended, lane))
        pause = (found.later - now).total_seconds() if found.later else LONGEST_SLEEP
        return min(max(pause, SHORTEST_SLEEP), LONGEST_SLEEP)

    def _ended(self, lane: Lane, task: asyncio.Task[None]) -> None:
        del self._lanes[lane]
        if not task.cancelled() and task.exception():
            log.error("sending to a chat ended with %s", type(task.exception()).__name__)
        self.wake()

    async def _drain(self, lane: Lane) -> None:
        try:
            await self._send_all(lane)
        finally:
            await self._keeping(self._store.release, lane)

    async def _send_all(self, lane: Lane) -> None:
        """Sends what a chat has waiting; when one cannot go now, those behind it wait too, so that order is kept."""
        while waiting := await self._waiting(lane):
            if await self._turn(waiting[0].outgoing.to):
                # Looked at anew: something urgent may have come while it was not our turn.
                waiting = await self._waiting(lane)
            if not waiting or self._ending:
                return
            self._sending.add(lane)
            try:
                if not await self._send(self._together(waiting)):
                    return
            finally:
                self._sending.discard(lane)

    async def _waiting(self, lane: Lane) -> list[Queued]:
        """What a chat has waiting, of the same case as the first, if that is due."""
        waiting = await (self._interpreted(lane) if self._interpreter.is_on else self._first_in(lane))
        return waiting if waiting and waiting[0].due <= self._clock() else []

    async def _first_in(self, lane: Lane) -> list[Queued]:
        return await self._keeping(self._store.first_in, lane)

    async def _interpreted(self, lane: Lane) -> list[Queued]:
        """As above, but for cases whose next words wait for their translation; comes back when others may go."""
        while not self._ending:
            self._stir.clear()
            queue = await self._keeping(self._store.queue_of, lane)
            self._interpreter.begin(queue)
            held: dict[int | None, float] = {}
            free: list[Queued] = []  # what stands before held words of its case, such as its head, need not wait
            for queued in queue:
                case = queued.outgoing.case
                if case in held:
                    continue
                if seconds := self._interpreter.held_for(queued, self._clock()):
                    held[case] = seconds
                else:
                    free.append(queued)
            if free or not held:
                first = free[0].outgoing.case if free else None
                return [each for each in free if each.outgoing.case == first] if first is not None else free[:1]
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(held.values())):
                    await self._stir.wait()
        return []

    def _together(self, items: Sequence[Queued]) -> list[Queued]:
        """The first, and the words that are next in the same case: one message instead of many."""
        first = items[0]
        if first.outgoing.case is None:
            return [first]
        mergeable = itertools.takewhile(lambda each: each.outgoing.merge and not each.unknown, items)
        return [*itertools.islice(mergeable, MERGED_AT_MOST)] or [first]

    async def _turn(self, chat: Address) -> bool:
        """Comes back when it is the turn of a chat; whether that took a while."""
        waited = False
        while wait := await asyncio.to_thread(self._limit.wait, chat, time.monotonic(), group=chat == STAFF):
            waited = True
            await asyncio.sleep(wait)
        return waited

    async def _send(self, group: Sequence[Queued]) -> bool:
        """Whether the chat's next message may go."""
        ids = [queued.id for queued in group]
        first = group[0]
        case = await self._keeping(self._case, first.outgoing)
        worded = self._interpreter.with_translation(group, await self._keeping(self._worded, group, case), case)
        await self._keeping(self._store.sending, ids)
        try:
            message = await self._channel.deliver(worded, case)
        except Busy as busy:
            await asyncio.to_thread(self._limit.close, first.outgoing.to, time.monotonic(), busy.seconds)
            await self._later(group, busy.seconds, unknown=first.unknown)
            return False
        except Unseen:
            await self._later(group, self._backoff(first.attempts), unknown=True)
            return False
        except (Moved, TopicGone) as gone:
            await self._keeping(self._made_again, group, moved=isinstance(gone, Moved))
            return False
        except Blocked:
            await self._blocked(group, case)
            return first.outgoing.to != STAFF
        except Refused as error:
            log.error("a message (%s) was refused: %s", first.outgoing.kind, error)  # noqa: TRY400 - see inbox
            await self._not_taken(group)
            return True
        await self._arrived(group, message)
        self._interpreter.follow(group, worded, message)
        return True

    def _worded(self, group: Sequence[Queued], case: Case | None) -> Outgoing:
        first = group[0].outgoing
        if first.kind is Sending.EDIT:
            return self._aimed(first)
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
            texts = self._casework.language(case).texts
            plain, again = texts("case-from-staff"), texts("case-from-staff-again")
            words[0] = words[0].replace(plain, again, 1)
        return replace(first, text="\n".join([*words, *marks]))

    def _aimed(self, edit: Outgoing) -> Outgoing:
        """Only now, when everything before it has been sent, is it known which message is to be changed."""
        if edit.source is None:
            return edit
        link = self._store.link_at_staff(edit.source)
        return replace(edit, target=link.resident_message if link and link.case == edit.case else None)

    def _backoff(self, attempts: int) -> float:
        return float(min(FIRST_PAUSE * 2 ** min(attempts, 10), LONGEST_PAUSE))

    async def _later(self, group: Sequence[Queued], seconds: float, *, unknown: bool) -> None:
        due = self._clock() + dt.timedelta(seconds=seconds)
        await self._keeping(self._store.postpone, [each.id for each in group], due, unknown=unknown)

    # How it ended

    async def _arrived(self, group: Sequence[Queued], message: int | None) -> None:
        first = group[0].outgoing
        await self._keeping(self._keep, group, message)
        if first.to != STAFF and first.source is not None and first.kind in WORDS_AND_FILES:
            await self._channel.mark(STAFF, first.source, delivered=True)

    def _keep(self, group: Sequence[Queued], message: int | None) -> None:
        first, ids = group[0].outgoing, [each.id for each in group]
        with self._store.together():
            case = self._case(first)
            if first.kind is Sending.OPEN_TOPIC and case is None:
                # The resident has been forgotten while their topic was being made.
                self._store.drop(ids, self._clock(), Changes(outgoing=(replace(TOPIC_DELETION, target=message),)))
            elif first.kind is Sending.OPEN_TOPIC and case is not None and message is not None:
                self._store.sent(ids, (), Changes(cases=(CaseChange(replace(case, topic=message)),)))
            else:
                self._store.sent(ids, self._links(group, case, message))

    def _case(self, outgoing: Outgoing) -> Case | None:
        return self._store.case(outgoing.case) if outgoing.case is not None else None

    def _links(self, group: Sequence[Queued], case: Case | None, message: int | None) -> list[Link]:
        if message is None or case is None:
            return []
        links = []
        for outgoing in (queued.outgoing for queued in group if queued.outgoing.kind in WORDS_AND_FILES):
            if outgoing.to == STAFF and (outgoing.source is not None or case.topic is None):
                # Without a topic an answer to any message of a case is one to its resident.
                links.append(Link(case.number, outgoing.source or 0, message, from_staff=False))
            elif outgoing.to != STAFF and outgoing.source is not None and outgoing.linked:
                links.append(Link(case.number, message, outgoing.source, from_staff=True))
        return links

    def _made_again(self, group: Sequence[Queued], *, moved: bool) -> None:
        if moved:
            self.in_other_group()
        else:
            self._topic_made_again(group)

    def _topic_made_again(self, group: Sequence[Queued]) -> None:
        """A new topic and its head go out before all that waits for the case."""
        with self._store.together():
            case = self._case(group[0].outgoing)
            theirs = self._store.outgoing_to_staff(case.number) if case else []
            if case is None or not any(each.outgoing.kind in WORDS_AND_FILES for each in theirs):
                # Nothing waits that would need a topic.
                self._store.drop([each.id for each in group], self._clock())
                return
            gone = self._casework.to_staff(case, self._casework.staff("case-topic-gone"), NEWS)
            self._begin_anew(case, theirs, gone)

    def _begin_anew(self, case: Case, theirs: Sequence[Queued], *remarks: Outgoing) -> None:
        words = [each.outgoing for each in theirs if each.outgoing.kind in WORDS_AND_FILES]
        again = [self._casework.topic_opening(case), self._casework.head(case), *remarks, *words]
        priority = min((each.priority for each in words), default=WORDS)
        changes = Changes(
            cases=(CaseChange(replace(case, topic=None)),),
            outgoing=tuple(replace(each, priority=priority) for each in again),
        )
        self._store.drop([each.id for each in theirs], self._clock(), changes)

    async def _blocked(self, group: Sequence[Queued], case: Case | None) -> None:
        if group[0].outgoing.to == STAFF:
            log.error("the staff group takes no messages: is the bot still in it, with its rights?")
            await self._later(group, LONGEST_PAUSE, unknown=False)
            await self._keeping(self._call_out, case)
            return
        await self._not_taken(group, blocked=True)

    async def _not_taken(self, group: Sequence[Queued], *, blocked: bool = False) -> None:
        """Whoever wrote it sees on their message that it has not arrived."""
        await self._keeping(self._given_up, group, blocked=blocked)
        for outgoing in (queued.outgoing for queued in group if queued.outgoing.kind in WORDS_AND_FILES):
            writer = self._writer(outgoing)
            if writer is not None and outgoing.source is not None:
                await self._channel.mark(writer, outgoing.source, delivered=False)

    def _writer(self, outgoing: Outgoing) -> Address | None:
        if outgoing.to != STAFF:
            return STAFF
        return self._store.address_of(outgoing.case) if outgoing.case is not None else None

    def _given_up(self, group: Sequence[Queued], *, blocked: bool) -> None:
        """What cannot arrive is dropped, and the staff are told; a resident who has blocked Nabo parks the case."""
        now, first = self._clock(), group[0].outgoing
        with self._store.together():
            case, changes = self._case(first), Changes()
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
