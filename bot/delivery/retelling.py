"""Answers for somebody whose language has no curated content: translated on their way out, with the curated text below.

A machine's words never stand alone: below them it is said in the curated language that a machine made them, and what
it was given follows. Where it is slow, fails, or changes a figure, the curated text goes alone and at once.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from babel import Locale, UnknownLocaleError

from bot.conversation.translatable import TRANSLATED_LABELS
from bot.effects import Turn
from bot.messages import Button, Reply
from bot.store.interface import Store
from bot.translation.service import Translation
from bot.translation.translator import Fault, NoTranslation
from bot.turn import Clock
from knowledge.checks.agreement import COMMAND, NAME
from knowledge.content import Knowledge

log = logging.getLogger(__name__)

PATIENCE = 4.0
"""Seconds for all texts of a turn together."""
LONGEST = 4000
"""UTF-16 code units of a message."""
DATED = re.compile("\u2068[^\u2068\u2069]*\\d[^\u2068\u2069]*\u2069")
"""Dates, hours and contacts, which Nabo sets apart from the words around them."""


@dataclass
class Retelling:
    """Translates with the operator's service; what has been translated once is kept."""

    translation: Translation
    knowledge: Knowledge
    store: Store
    clock: Clock
    _tasks: dict[str, asyncio.Task[str | None]] = field(default_factory=dict)
    """By key, for as long as they last."""
    _is_slow: bool = False

    async def replies(self, turn: Turn) -> tuple[Reply, ...]:
        """The replies of a turn as they are to be sent."""
        curated = self.knowledge.languages.get((turn.memory.language if turn.memory else None) or "")
        if turn.into is None or curated is None:
            return turn.replies
        mark = curated.texts("machine-translated")
        found = await self._translated({mark, *_texts(turn.replies)}, curated.code, turn.into)
        return tuple(retold(reply, found, mark, turn.into) for reply in turn.replies)

    async def _translated(self, texts: Iterable[str], source: str, target: str) -> Mapping[str, str]:
        tasks = {text: self._task(text, source, target) for text in texts}
        await asyncio.wait(tasks.values(), timeout=0.05 if self._is_slow else PATIENCE)
        # Nobody waits a second time for a service that is behind; what it still makes is there for the next one.
        self._is_slow = not all(task.done() for task in tasks.values())
        done = {text: task.result() for text, task in tasks.items() if task.done() and not task.cancelled()}
        return {text: words for text, words in done.items() if words}

    def _task(self, text: str, source: str, target: str) -> asyncio.Task[str | None]:
        parts = (self.translation.service.name, source, target, text)
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
        if key not in self._tasks:
            self._tasks[key] = asyncio.create_task(self._kept_or_made(key, text, source, target))
            self._tasks[key].add_done_callback(lambda _: self._tasks.pop(key, None))
        return self._tasks[key]

    async def _kept_or_made(self, key: str, text: str, source: str, target: str) -> str | None:
        try:
            kept = await asyncio.to_thread(self.store.retold, key)
            if kept is not None:
                return kept
            same = [found.span() for kind in (DATED, COMMAND, NAME) for found in kind.finditer(text)]
            made = await self.translation.faithful.translate(text, source, target, kept=same)
            await asyncio.to_thread(self.store.keep_retold, key, made, self.clock())
        except NoTranslation as error:
            if error.fault is not Fault.SAME:
                log.info("a text for a language without content is not translated: %s", error.fault.value)
            return None
        except Exception as error:
            log.error("translating an answer failed with %s", type(error).__name__)  # noqa: TRY400 - see inbox
            return None
        return made

    async def close(self) -> None:
        """Gives up what is being translated."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _texts(replies: Iterable[Reply]) -> Iterable[str]:
    for reply in replies:
        yield reply.text
        yield from (each.label for row in reply.buttons for each in row if each.action.verb in TRANSLATED_LABELS)


def retold(reply: Reply, found: Mapping[str, str], mark: str, target: str) -> Reply:
    """`reply` with its translation above it, marked in both languages; as it is where there is none, or no room."""
    words = found.get(reply.text)
    if words is None:
        return reply
    marks = "\n".join(dict.fromkeys([found.get(mark, mark), mark]))
    text = f"{words}\n\n{marks}\n\n{reply.text}"
    if len(text.encode("utf-16-le", "replace")) > LONGEST * 2:
        return reply
    rows = tuple(tuple(_labelled(button, found) for button in row) for row in reply.buttons)
    return replace(reply, text=text, buttons=rows, rtl=is_rtl(target))


def _labelled(button: Button, found: Mapping[str, str]) -> Button:
    if button.action.verb not in TRANSLATED_LABELS:
        return button
    return replace(button, label=found.get(button.label, button.label))


def is_rtl(code: str) -> bool:
    """Whether a language is written from right to left; no for one that Babel does not know."""
    try:
        return Locale.parse(code).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False
