"""What is not plain text: pictures, voices, contacts, polls, captions, edits, forwards, service messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.bot_api import Message, Resident
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("kind", "sends"),
    [
        ("photo", lambda resident: resident.sends_photo()),
        ("voice", lambda resident: resident.sends_voice()),
        ("video", lambda resident: resident.sends_video()),
        ("document", lambda resident: resident.sends_document()),
        ("sticker", lambda resident: resident.sends_sticker()),
        ("location", lambda resident: resident.sends_location()),
        ("contact", lambda resident: resident.sends_contact("+4512345678")),
        ("poll", lambda resident: resident.sends_poll("Ja eller nej?", "Ja", "Nej")),
        ("other", lambda resident: resident.sends({"dice": {"emoji": "🎲", "value": 3}})),
        ("other", lambda resident: resident.sends({"something_of_next_year": {"size": 1}})),
    ],
)
async def test_what_cannot_be_read_is_answered_kindly(
    nabo: Program, kind: str, sends: Callable[[Resident], Awaitable[Message]]
) -> None:
    amina = nabo.resident(31, "ar")
    await amina.starts()

    await sends(amina.resident)
    kindly = await amina.hears()
    assert kindly.says("unsupported", kind=kind)
    assert kindly.offers("button-topics", "button-person")


async def test_a_caption_is_a_question(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    await lene.resident.sends_photo(caption="Får jeg nyt køkken og bad?")
    assert (await lene.hears()).is_about("plan.kitchen_bath")


async def test_a_forwarded_question_is_a_question(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    await lene.resident.forwards("Stiger min husleje?", origin="A neighbour")
    assert (await lene.hears()).is_about("plan.rent")


async def test_an_edited_question_is_answered_anew(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    message = await lene.resident.says("Hvad er hovedstaden i Frankrig?")
    assert (await lene.hears()).says("no-match")
    await lene.resident.edits(message, "Stiger min husleje?")
    assert (await lene.hears()).is_about("plan.rent")


async def test_an_edited_caption_is_answered_anew(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    picture = await lene.resident.sends_photo(caption="Stiger min husleje?")
    assert (await lene.hears()).is_about("plan.rent")
    await lene.resident.edits(picture, "Hvornår begynder byggeriet?")
    assert (await lene.hears()).is_about("plan.start")


async def test_a_live_location_is_answered_once_however_often_it_moves(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    place = await lene.resident.sends_location()
    assert (await lene.hears()).says("unsupported", kind="location")
    for step in range(3):
        moved = {**place.body, "location": {"latitude": 55.7 + step, "longitude": 12.4}, "edit_date": 1_800_000_000}
        nabo.server.push({"edited_message": moved})
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")


async def test_what_telegram_itself_notes_in_a_chat_is_not_answered(nabo: Program) -> None:
    lene = nabo.resident(32, "da")
    await lene.starts()

    await lene.resident.sends({"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}})
    assert (await lene.says("Stiger min husleje?")).is_about("plan.rent")
