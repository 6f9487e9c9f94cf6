"""Every message is answered once and in its order: repeats, disorder, bursts."""

from __future__ import annotations

import pytest

from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

QUESTIONS = {
    "plan.rent": "Stiger min husleje?",
    "plan.start": "Hvornår begynder byggeriet?",
    "plan.duration": "Hvor længe varer byggeriet?",
    "plan.kitchen_bath": "Får jeg nyt køkken og bad?",
    "plan.parking": "Hvor kan jeg parkere?",
}


async def test_updates_that_come_twice_are_answered_once(nabo: Program) -> None:
    nabo.server.faults.duplicate_updates = True
    lene = nabo.resident(81, "da")
    await lene.starts()

    for entry, question in QUESTIONS.items():
        assert (await lene.says(question)).is_about(entry)


async def test_updates_that_come_again_after_a_restart_are_not_answered_again(nabo: Program) -> None:
    lene = nabo.resident(81, "da")
    message = await lene.resident.starts()
    await lene.hears()
    await nabo.stop()

    number = nabo.server.calls("getUpdates")[-2].result[0]["update_id"]
    nabo.server.push({"update_id": number, "message": message.body})
    await nabo.start()
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")


async def test_a_disordered_batch_is_answered_in_order(program: Program) -> None:
    program.server.faults.reorder_updates = True
    lene, grace = program.resident(81, "da"), program.resident(82, "da")
    for question in QUESTIONS.values():
        await lene.resident.says(question)
        await grace.resident.says(question)

    await program.start()
    for dialogue in (lene, grace):
        heard = [await dialogue.hears() for _ in range(len(QUESTIONS) + 1)]
        assert heard.pop(1).says("first-notice")
        assert all(answer.is_about(entry) for answer, entry in zip(heard, QUESTIONS, strict=True))


async def test_a_burst_is_answered_to_the_last_message_after_one_warning(program: Program) -> None:
    program.more_settings = {"burst": 3, "refill_seconds": 0.2}
    await program.start()
    lene = program.resident(81, "da")
    await lene.starts()

    for question in QUESTIONS.values():
        await lene.resident.says(question)
    heard = [await lene.hears() for _ in range(len(QUESTIONS) + 1)]
    answers = [message for message in heard if not message.says("slow-down")]
    assert len(heard) - len(answers) == 1
    assert all(answer.is_about(entry) for answer, entry in zip(answers, QUESTIONS, strict=True))


async def test_many_residents_at_once(nabo: Program) -> None:
    residents = [nabo.resident(8000 + number, "da") for number in range(40)]
    for dialogue in residents:
        await dialogue.resident.says("Stiger min husleje?")
    for dialogue in residents:
        assert (await dialogue.hears()).is_about("plan.rent")
        assert (await dialogue.hears()).says("first-notice")
