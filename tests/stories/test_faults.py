"""Telegram and the network misbehave: nobody is forgotten, and one resident's trouble is not another's."""

from __future__ import annotations

import logging

import pytest

from tests.bot_api import Fault, faults
from tests.bot_api.calls import Call
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


def answers_to(nabo: Program, chat: int) -> int:
    """How many messages to a chat have been refused or taken."""
    calls = nabo.server.calls("sendMessage")
    return sum(call.status is not None and str(call.parameters.get("chat_id")) == str(chat) for call in calls)


async def test_a_resident_who_blocked_nabo_stops_nobody_else(nabo: Program) -> None:
    lene, grace = nabo.resident(71, "da"), nabo.resident(72, "en")
    await lene.starts()
    await grace.starts()

    welcomes = answers_to(nabo, 71)
    await lene.resident.says("Stiger min husleje?")
    await lene.resident.blocks_bot()
    assert (await grace.says("When does building start?")).is_about("plan.start")
    await nabo.until(lambda: answers_to(nabo, 71) == welcomes + 1, "an answer to her, whether it reached her or not")
    lene.resident.catch_up()

    await lene.resident.unblocks_bot()
    assert (await lene.says("Hvornår begynder byggeriet?")).is_about("plan.start")


async def test_nabo_waits_as_long_as_telegram_says(nabo: Program) -> None:
    lene = nabo.resident(71, "da")
    await lene.starts()

    nabo.server.faults.next("sendMessage", faults.too_many(1))
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
    refused, sent = nabo.server.calls("sendMessage")[-2:]
    assert (refused.status, sent.carried_out) == (429, True)
    assert sent.at - refused.at >= 1


@pytest.mark.parametrize(
    "fault",
    [faults.bad_gateway(), faults.drop(), faults.garbage(), faults.error(500, "Internal Server Error")],
    ids=lambda fault: fault.name,
)
async def test_a_message_that_did_not_get_out_is_sent_again(nabo: Program, fault: Fault) -> None:
    lene = nabo.resident(71, "da")
    await lene.starts()

    nabo.server.faults.next("sendMessage", fault)
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
    assert (await lene.says("Hvornår begynder byggeriet?")).is_about("plan.start")


async def test_when_telegrams_reply_is_lost_the_answer_comes_once_more_rather_than_never(nabo: Program) -> None:
    lene = nabo.resident(71, "da")
    await lene.starts()

    nabo.server.faults.next("sendMessage", faults.lose_reply())
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
    assert (await lene.hears()).is_about("plan.rent")


async def test_one_slow_answer_holds_up_nobody_else(nabo: Program) -> None:
    lene, grace = nabo.resident(71, "da"), nabo.resident(72, "en")
    await lene.starts()
    await grace.starts()

    def to_lene(call: Call) -> bool:
        return bool(call.parameters["chat_id"] == lene.resident.id)

    nabo.server.faults.next("sendMessage", faults.delay(2), when=to_lene)
    await lene.resident.says("Stiger min husleje?")
    assert (await grace.says("When does building start?")).is_about("plan.start")
    assert lene.unheard == []
    assert (await lene.hears()).is_about("plan.rent")


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (faults.other_poller(), "another program polls with the same token"),
        (faults.garbage(), "Telegram cannot be reached (NetworkError)"),
        (faults.lose_reply(), "Telegram cannot be reached"),
        (faults.too_many(1), ""),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
async def test_polling_goes_on_after_a_fault(
    program: Program, fault: Fault, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    program.server.faults.next("getUpdates", fault)
    lene = program.resident(71, "da")
    with caplog.at_level(logging.WARNING):
        await program.start()
        assert (await lene.says("/help")).says("help")
        assert (await lene.hears()).says("first-notice")
    assert line in caplog.text


async def test_a_server_that_goes_away_for_a_while(nabo: Program) -> None:
    lene = nabo.resident(71, "da")
    await lene.starts()

    await nabo.server.stop()
    await lene.resident.says("Stiger min husleje?")
    await nabo.server.start()
    assert (await lene.hears()).is_about("plan.rent")
