"""Translation while the program runs: the interpreter at the outbox, and what the service can do."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.casework import Casework
from bot.delivery.interpreting import Interpreter
from bot.delivery.outbox import Outbox
from bot.delivery.retelling import Retelling
from bot.translation.service import Translation
from bot.translation.translator import NoTranslation
from bot.turn import Turns

ASK_SECONDS, ASK_AGAIN_SECONDS = 600.0, 30.0


@asynccontextmanager
async def translating(
    translation: Translation | None, turns: Turns, outbox: Outbox | None, retelling: Retelling | None = None
) -> AsyncIterator[None]:
    """Words of cases, and answers, are translated on their way, as far as the operator has switched that on."""
    if translation is None:
        yield
        return
    interpreter = _interpreter(translation, turns, turns.casework, outbox) if translation.serves_cases else None
    asking = asyncio.create_task(_keep_asking(translation))
    try:
        yield
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        if interpreter:
            await interpreter.close()
        if retelling:
            await retelling.close()
        await translation.service.close()


def _interpreter(
    translation: Translation, turns: Turns, casework: Casework | None, outbox: Outbox | None
) -> Interpreter | None:
    if casework is None or outbox is None:
        return None
    interpreter = Interpreter(translation, turns.understanding, turns.store, casework, turns.clock, outbox.wake)
    outbox.interpreted_by(interpreter)
    return interpreter


async def _keep_asking(translation: Translation) -> None:
    """The head of a case says whether the staff will be understood: for that the pairs must be known beforehand."""
    while True:
        pause = ASK_AGAIN_SECONDS
        with contextlib.suppress(NoTranslation):
            await translation.service.pairs()
            pause = ASK_SECONDS
        await asyncio.sleep(pause)
