"""Third parties' services, through deep-translator: synchronous, without time limits, unreliable in what it raises.

Each call has a thread of its own, for which nobody waits too long: one that hangs ends with the program.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.translation.translator import Fault, NoTranslation, Pair

T = TypeVar("T")

MOST_CHARACTERS = 10_000
SPACE = re.compile(r"\s+")
FAULTS: Mapping[str, Fault] = {
    "TooManyRequests": Fault.BUSY,
    "LanguageNotSupportedException": Fault.ABSENT,
    "InvalidSourceOrTargetLanguage": Fault.ABSENT,
    "NotValidLength": Fault.TOO_LONG,
    "NotValidPayload": Fault.NONSENSE,
    "AuthorizationException": Fault.REFUSED,
    "ApiKeyException": Fault.REFUSED,
    "MicrosoftAPIerror": Fault.REFUSED,
    "TranslationNotFound": Fault.NONSENSE,
    "RequestError": Fault.DOWN,
    "ServerException": Fault.DOWN,
    "ConnectionError": Fault.DOWN,
    "ConnectTimeout": Fault.SLOW,
    "ReadTimeout": Fault.SLOW,
    "ChunkedEncodingError": Fault.DOWN,
}
"""What the library raises, by name; whatever else it lets slip means that the answer made no sense to it."""
REMARKS = re.compile(r"MYMEMORY WARNING|QUERY LENGTH LIMIT|INVALID (?:SOURCE|TARGET|LANGUAGE)|NO QUERY SPECIFIED")
"""Where a translation should be, MyMemory may say what is wrong."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How one of the library's services is called."""

    name: str
    make: Callable[[str, str], Any]
    """(their source, their target) -> the library's translator."""
    codes: Callable[[], Iterable[str]]
    """The codes it knows, as it writes them; may ask the service."""
    theirs: Mapping[str, str]
    """Our codes -> theirs, where they differ."""
    longest: int
    """Characters in one call."""


class ThirdParty:
    """One third party's service. At most `at_once` threads work or hang; while all hang it says that it is busy."""

    def __init__(self, engine: Engine, at_once: int) -> None:
        self._engine = engine
        self._places = threading.BoundedSemaphore(at_once)

    @property
    def name(self) -> str:
        """See Translator."""
        return self._engine.name

    async def pairs(self) -> Collection[Pair]:
        """See Translator."""
        codes = await self._in_thread(lambda: list(self._engine.codes()))
        ours = {theirs: our for our, theirs in self._engine.theirs.items()}
        known = {ours.get(each, each.partition("-")[0].lower()) for each in codes}
        return {(source, target) for source in known for target in known if source != target}

    async def translate(self, text: str, source: str, target: str) -> str:
        """See Translator. Line by line, since some of the services join lines."""
        if len(text) > MOST_CHARACTERS:
            raise NoTranslation(Fault.TOO_LONG)
        theirs = self._engine.theirs
        pair = theirs.get(source, source), theirs.get(target, target)
        return await self._in_thread(lambda: self._lines(text, *pair))

    def _lines(self, text: str, source: str, target: str) -> str:
        translator = self._engine.make(source, target)
        return "\n".join(
            " ".join(_words(translator.translate(part)) for part in parts_of(line, self._engine.longest))
            for line in text.split("\n")
        )

    async def _in_thread(self, work: Callable[[], T]) -> T:
        if not self._places.acquire(blocking=False):
            raise NoTranslation(Fault.BUSY)
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, fault: Fault | None) -> None:
            if done.done():
                return  # nobody waits any more
            if fault is None:
                done.set_result(result)  # type: ignore[arg-type]
            else:
                done.set_exception(NoTranslation(fault))

        def run() -> None:
            try:
                outcome: tuple[T | None, Fault | None] = (work(), None)
            except Exception as error:
                outcome = (None, _fault_of(error))
            finally:
                self._places.release()
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(settle, *outcome)

        threading.Thread(target=run, name=f"{self.name} call", daemon=True).start()
        return await done

    async def close(self) -> None:
        """See Translator."""


def _fault_of(error: Exception) -> Fault:
    if isinstance(error, NoTranslation):
        return error.fault
    for kind in type(error).__mro__:
        if kind.__name__ in FAULTS:
            return FAULTS[kind.__name__]
    return Fault.NONSENSE


def _words(found: object) -> str:
    """A part's translation; None, lists and remarks of the service are none."""
    if not isinstance(found, str) or not found.strip():
        raise NoTranslation(Fault.NONSENSE)
    if REMARKS.search(found):
        raise NoTranslation(Fault.BUSY if "WARNING" in found else Fault.REFUSED)
    return found


def parts_of(line: str, longest: int) -> list[str]:
    """A line in parts of fewer than `longest` characters, divided between words; none if it is empty.

    Raises NoTranslation where a word is too long.
    """
    parts: list[str] = []
    for piece in SPACE.split(line.strip()):
        if len(piece) >= longest:
            raise NoTranslation(Fault.TOO_LONG)
        if parts and len(parts[-1]) + 1 + len(piece) < longest:
            parts[-1] += f" {piece}"
        elif piece:
            parts.append(piece)
    return parts
