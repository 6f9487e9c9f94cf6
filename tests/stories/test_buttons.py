"""Buttons: from before a restart, from an older version, forged."""

from __future__ import annotations

import pytest

from tests.bot_api import BotApiServer
from tests.bot_api.callbacks import press
from tests.stories.dialogue import Dialogue
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def forges(dialogue: Dialogue, server: BotApiServer, data: str) -> None:
    """A press whose data no message of Nabo ever carried."""
    resident = dialogue.resident
    press(server.world, server.bot, resident.user, resident.chat.from_bot()[0], data)


async def test_a_button_works_after_a_restart_and_its_spinner_ends(nabo: Program) -> None:
    lene = nabo.resident(41, "da")
    answer = await lene.says("Stiger min husleje?")
    await lene.hears()

    await nabo.stop()
    await nabo.start()
    press = await lene.resident.presses(answer.label("button-helped-yes"), on=answer.reply)
    await press.answer(30)
    assert (await lene.hears()).says("helped-thanks")


OLD = ("a:plan.that_was", "d:plan.that_was", "t:plan~99", "t:gone", "l:xx", "z", "zz:1", "A:plan.rent")
FORGED = (":", "a", "🙂", "\x00", "a:" + "x" * 200, "a:../../etc/passwd", "'; DROP TABLE chat; --", "<b>")


@pytest.mark.parametrize("presses", [OLD, FORGED], ids=["old", "forged"])
async def test_an_old_or_forged_button_is_answered_with_the_topics(program: Program, presses: tuple[str, ...]) -> None:
    program.more_settings = {"burst": 100}
    await program.start()
    lene = program.resident(41, "da")
    await lene.starts()

    for data in presses:
        await forges(lene, program.server, data)
        old = await lene.hears()
        assert old.says("old-button"), data
        assert old.offers("topic-plan", "button-person")


async def test_a_button_whose_message_is_too_old_for_telegram_to_show(nabo: Program) -> None:
    lene = nabo.resident(41, "da")
    await lene.starts()

    first = lene.resident.chat.from_bot()[0]
    nabo.server.push(
        {
            "callback_query": {
                "id": "77",
                "from": lene.resident.user.json(),
                "chat_instance": "1",
                "data": "m",
                "message": {"chat": first.body["chat"], "message_id": first.message_id, "date": 0},
            }
        }
    )
    assert (await lene.hears()).says("menu")
