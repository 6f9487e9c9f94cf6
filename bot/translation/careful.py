"""A service kept on a short leash: known pairs only, few calls at once, a time limit, retries, a breaker."""

from __future__ import annotations

import asyncio
import html
import logging
import re
from collections.abc import Awaitable, Callable, Collection
from typing import TypeVar

from bot.translation.breaker import Breaker
from bot.translation.translator import Fault, NoTranslation, Pair, Translator

T = TypeVar("T")

log = logging.getLogger(__name__)

ATTEMPTS = 3
FIRST_PAUSE = 0.5
WORTH_ANOTHER = frozenset({Fault.BUSY, Fault.DOWN})
THEIR_FAULT = frozenset({Fault.BUSY, Fault.DOWN, Fault.SLOW, Fault.NONSENSE, Fault.REFUSED})
KEEP_PAIRS_SECONDS = 3600.0
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
PAGE = re.compile(r"<(?:!doctype|html|head|body|script)\b", re.IGNORECASE)
MOST_TIMES_LONGER, SPARE_CHARACTERS = 8, 200


class Careful:
    """Translates, or says within the time limit that it cannot; raises NoTranslation and nothing else."""

    def __init__(self, service: Translator, seconds: float, at_once: int, pause: float = FIRST_PAUSE) -> None:
        """`seconds`: for one text, attempts included; `pause`: seconds before another attempt, doubled each time."""
        self._service = service
        self._seconds = seconds
        self._pause = pause
        self._places = asyncio.Semaphore(at_once)
        self._breaker = Breaker()
        self._pairs: Collection[Pair] | None = None
        self._pairs_until = 0.0

    @property
    def name(self) -> str:
        """See Translator."""
        return self._service.name

    @property
    def known_pairs(self) -> Collection[Pair]:
        """The pairs as far as they are known; none before the service has been asked."""
        return self._pairs or ()

    async def pairs(self) -> Collection[Pair]:
        """See Translator; asked for once an hour."""
        now = asyncio.get_running_loop().time()
        if self._pairs is None or now >= self._pairs_until:
            self._pairs = frozenset(await self._within_limits(self._service.pairs))
            self._pairs_until = now + KEEP_PAIRS_SECONDS
        return self._pairs

    async def translate(self, text: str, source: str, target: str) -> str:
        """See Translator."""
        if (source, target) not in await self.pairs():
            raise NoTranslation(Fault.ABSENT)
        translated = await self._within_limits(lambda: self._service.translate(text, source, target))
        return _sound(translated, text)

    async def close(self) -> None:
        """See Translator."""
        await self._service.close()

    async def _within_limits(self, call: Callable[[], Awaitable[T]]) -> T:
        clock = asyncio.get_running_loop().time
        if not self._breaker.admits(clock()):
            raise NoTranslation(Fault.DOWN)
        try:
            async with asyncio.timeout(self._seconds), self._places:
                found = await self._tried(call)
        except TimeoutError:
            self._failed(Fault.SLOW)
            raise NoTranslation(Fault.SLOW) from None
        except NoTranslation as error:
            if error.fault in THEIR_FAULT:
                self._failed(error.fault)
            raise
        self._breaker.succeeded()
        return found

    def _failed(self, fault: Fault) -> None:
        was_open = self._breaker.is_open
        self._breaker.failed(asyncio.get_running_loop().time())
        if self._breaker.is_open and not was_open:
            log.warning("%s is left alone for a while: %s", self.name, fault.value)

    async def _tried(self, call: Callable[[], Awaitable[T]]) -> T:
        pause = self._pause
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await call()
            except NoTranslation as error:
                if error.fault not in WORTH_ANOTHER or attempt == ATTEMPTS:
                    raise
                await asyncio.sleep(max(pause, error.wait))
                pause *= 2
        raise AssertionError("the last attempt returns or raises")


def _sound(translated: str, text: str) -> str:
    """`translated`, if it can be a translation of `text` at all; raises NoTranslation."""
    if not ENTITY.search(text):
        translated = html.unescape(translated)  # some services write as for a web page
    if not translated.strip() or (PAGE.search(translated) and not PAGE.search(text)):
        raise NoTranslation(Fault.NONSENSE)
    if len(translated) > MOST_TIMES_LONGER * len(text) + SPARE_CHARACTERS:
        raise NoTranslation(Fault.NONSENSE)
    if translated.split() == text.split():
        raise NoTranslation(Fault.SAME)
    return translated
