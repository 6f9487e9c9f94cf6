"""Translating what waits in the outbox, beside the sending: nothing is lost or late because of it.

Words are held back for a few seconds at most, so that they can go out with their translation. Where it takes longer
they go as they are, and the translation follows as a new text for the message. Nothing of it is stored: after a crash
the words are sent as they are, and translated anew if they still waited.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.cases.case import Case
from bot.casework import Casework
from bot.effects import NEWS, STAFF, Changes, Foreign, Outgoing, Sending
from bot.messages import Address
from bot.store.interface import Queued, Store
from bot.translation.service import Translation
from bot.translation.translator import Fault, NoTranslation
from bot.turn import Clock, Understands

log = logging.getLogger(__name__)

PATIENCE = dt.timedelta(seconds=4)
LONGEST_EDIT = 4000
"""UTF-16 code units: a longer text cannot take the place of a message."""
QUIET_FAULTS = frozenset({Fault.SAME, Fault.ABSENT})
"""Not worth telling the staff: it reads the same in both languages, or the head of the case has told them."""


class Interprets(Protocol):
    """What the outbox needs of an interpreter."""

    @property
    def is_on(self) -> bool:
        """Whether anything may be translated."""
        ...

    def begin(self, queue: Sequence[Queued]) -> None:
        """Takes up what is new in everything that waits for one chat, and drops what is gone."""
        ...

    def held_for(self, queued: Queued, now: dt.datetime) -> float:
        """Seconds for which a message may still wait for its translation; 0: it is to go."""
        ...

    def with_translation(self, group: Sequence[Queued], sent: Outgoing, case: Case | None) -> Outgoing:
        """`sent`, which stands for all of `group`, with the translations there are by now."""
        ...

    def follow(self, group: Sequence[Queued], sent: Outgoing, message: int | None) -> None:
        """`sent` has arrived as `message`: what was not translated in time follows."""
        ...


class Nobody:
    """Translation is off."""

    is_on = False

    def begin(self, queue: Sequence[Queued]) -> None:
        """See Interprets."""

    def held_for(self, queued: Queued, now: dt.datetime) -> float:  # noqa: ARG002 - a protocol's arguments
        """See Interprets."""
        return 0.0

    def with_translation(self, group: Sequence[Queued], sent: Outgoing, case: Case | None) -> Outgoing:  # noqa: ARG002
        """See Interprets."""
        return sent

    def follow(self, group: Sequence[Queued], sent: Outgoing, message: int | None) -> None:
        """See Interprets."""


@dataclass
class Interpreter:
    """Translates with the operator's service."""

    translation: Translation
    understanding: Understands
    store: Store
    casework: Casework
    clock: Clock
    wake: Callable[[], None]
    """Called when something may go that was held back, or follows."""
    _tasks: dict[int, tuple[Address, asyncio.Task[str | None]]] = field(default_factory=dict)
    """By the number in the outbox; with the chat that the words go to."""
    _following: dict[asyncio.Task[None], Outgoing] = field(default_factory=dict)

    @property
    def is_on(self) -> bool:
        """See Interprets."""
        return True

    def begin(self, queue: Sequence[Queued]) -> None:
        """See Interprets."""
        chats, there = {each.outgoing.to for each in queue}, {each.id for each in queue}
        for number, (chat, _) in list(self._tasks.items()):
            if chat in chats and number not in there:
                self._tasks.pop(number)[1].cancel()
        for queued in queue:
            outgoing = queued.outgoing
            if outgoing.kind is Sending.EDIT and outgoing.source is not None:
                self._outdated(outgoing)
            if outgoing.foreign is not None and queued.id not in self._tasks:
                task = asyncio.create_task(self._translated(outgoing.foreign, tell=outgoing))
                self._tasks[queued.id] = (outgoing.to, task)
                task.add_done_callback(lambda _: self.wake())

    def _outdated(self, edit: Outgoing) -> None:
        """A translation of words that have been corrected since would undo the correction."""
        for task, sent in self._following.items():
            if (sent.to, sent.source) == (edit.to, edit.source):
                task.cancel()

    def held_for(self, queued: Queued, now: dt.datetime) -> float:
        """See Interprets."""
        _, task = self._tasks.get(queued.id, ("", None))
        if task is None or task.done() or queued.attempts:
            return 0.0
        return max(0.0, (queued.queued + PATIENCE - now).total_seconds())

    def with_translation(self, group: Sequence[Queued], sent: Outgoing, case: Case | None) -> Outgoing:
        """See Interprets."""
        tasks = self._tasks_of(group)
        if case is None or not tasks or not all(task.done() for task in tasks):
            return sent
        found = [task.result() for task in tasks if not task.cancelled()]
        words = "\n".join(each for each in found if each)
        return self.casework.translated(sent, words, case) if words else sent

    def follow(self, group: Sequence[Queued], sent: Outgoing, message: int | None) -> None:
        """See Interprets."""
        tasks = self._tasks_of(group) if sent.foreign else []  # else it went with its translation
        for each in group:
            self._tasks.pop(each.id, None)
        target = sent.target if sent.kind is Sending.EDIT else message
        if tasks and target is not None:
            following = asyncio.create_task(self._followed(sent, target, tasks))
            self._following[following] = sent
            following.add_done_callback(lambda task: self._following.pop(task, None))

    def _tasks_of(self, group: Sequence[Queued]) -> list[asyncio.Task[str | None]]:
        return [self._tasks[each.id][1] for each in group if each.id in self._tasks]

    async def _translated(self, foreign: Foreign, tell: Outgoing) -> str | None:
        """The words in the reader's language; None where they are, or there is no way to them."""
        try:
            source = await self._language(foreign)
            if source == foreign.into:
                return None
            return await self.translation.faithful.translate(foreign.words, source, foreign.into, foreign.names)
        except NoTranslation as error:
            log.info("a message of a case is not translated: %s", error.fault.value)
            if tell.to != STAFF and error.fault not in QUIET_FAULTS:
                await asyncio.to_thread(self._tell_staff, tell)
                self.wake()
        except Exception as error:
            log.error("translating a message failed with %s", type(error).__name__)  # noqa: TRY400 - see inbox
        return None

    async def _language(self, foreign: Foreign) -> str:
        decision = await asyncio.to_thread(self.understanding.decide, foreign.words, foreign.hint)
        known = {source for source, target in self.translation.policy.pairs() if target == foreign.into}
        written = decision.language
        return written if written == foreign.into or written in known else foreign.hint

    async def _followed(self, sent: Outgoing, message: int, tasks: Sequence[asyncio.Task[str | None]]) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            found = await asyncio.gather(*tasks)
            words = "\n".join(each for each in found if each)
            if not words:
                return
            if await asyncio.to_thread(self._keep, sent, message, words):
                self.wake()

    def _keep(self, sent: Outgoing, message: int, words: str) -> bool:
        """The translation waits in the outbox like everything else, unless it has come too late."""
        now = self.clock()
        with self.store.together():
            case = self.store.case(sent.case) if sent.case is not None else None
            if case is None or self._is_corrected(sent):
                return False
            kind, text = Sending.EDIT, self.casework.translated(sent, words, case)
            if len(text.text.encode("utf-16-le", "replace")) > LONGEST_EDIT * 2:
                alone = replace(sent, text="", foreign=None)
                kind, text = Sending.SAY, self.casework.translated(alone, words, case)
            following = replace(text, kind=kind, text=text.text.strip(), target=message, merge=False, source=None)
            self.store.finish(None, now, Changes(outgoing=(following,)))
        return True

    def _is_corrected(self, sent: Outgoing) -> bool:
        waiting = (each.outgoing for each in self.store.outgoing(being_sent=True))
        return sent.source is not None and any(
            each.kind is Sending.EDIT and (each.to, each.source) == (sent.to, sent.source) for each in waiting
        )

    def _tell_staff(self, outgoing: Outgoing) -> None:
        now = self.clock()
        with self.store.together():
            case = self.store.case(outgoing.case) if outgoing.case is not None else None
            if case is not None:
                told = self.casework.to_staff(case, self.casework.staff("case-untranslated"), NEWS)
                self.store.finish(None, now, Changes(outgoing=(told,)))

    async def close(self) -> None:
        """Gives up what is being translated; the words themselves are safe."""
        tasks = [*(task for _, task in self._tasks.values()), *self._following]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
