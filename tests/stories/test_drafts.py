"""A question that nobody could answer goes to the staff, and their answer becomes a draft of an entry."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.stories.dialogue import Dialogue
from tests.stories.office import Office, Room
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

QUESTION = "Hvad er hovedstaden i Frankrig?"
ANSWER = "Der må ikke holdes dyr på trappen."


async def unanswered(program: Program, office: Office) -> tuple[Dialogue, Room]:
    """Grace's question goes to the staff with her yes; everything about that is heard."""
    grace = program.resident(102, "da", first_name="Grace", last_name="Hopper")
    await grace.starts()
    assert program.understanding.decide(QUESTION, "da").outcome == "no_match"
    assert (await grace.says(QUESTION)).offers("button-send-question")
    assert (await grace.presses("button-send-question")).says("offer-unanswered")
    assert (await grace.presses("button-yes-unnamed")).says("case-writing")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert QUESTION in (await case.hears()).text
    return grace, case


def drafts(program: Program) -> list[Path]:
    return sorted((program.data / "drafts").glob("*"))


async def test_the_answer_reaches_the_resident_and_becomes_a_draft_by_one_button(
    program: Program, office: Office
) -> None:
    grace, case = await unanswered(program, office)
    answer = await case.writes(ANSWER)
    assert (await grace.hears()).text.endswith(ANSWER)
    offer = await case.hears()
    assert offer.offers("button-draft")
    assert offer.reply.answers == answer.message_id

    await case.presses("button-draft", on=offer)
    number = str(answer.message_id)
    assert (await case.hears()).says("draft-made", number=number)
    (file,) = drafts(program)
    text = file.read_text(encoding="utf-8")
    draft = yaml.safe_load(text)
    assert draft["answer"] == ANSWER
    assert draft["question"] == ""
    assert draft["languages_missing"] == [code for code in program.knowledge.languages if code != "da"]
    assert not any(word in text for word in ("Frankrig", "Grace", case.alias))

    await case.presses("button-draft", on=offer)
    assert (await case.hears()).says("draft-there", number=number)
    assert (await case.asks(f"/draft {number} Må man have dyr på trappen?")).says("draft-asked", number=number)
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["question"] == "Må man have dyr på trappen?"
    assert (await case.asks("/draft 99999 Hvad?")).says("draft-unknown", number="99999")


async def test_the_offer_comes_once(program: Program, office: Office) -> None:
    grace, case = await unanswered(program, office)
    await case.writes(ANSWER)
    await grace.hears()
    assert (await case.hears()).says("draft-offer")
    again = await case.writes("Heller ikke om natten.")
    await grace.hears()
    assert await case.topic.quiet()
    assert (await case.asks("/draft")).says("draft-how")
    await case.writes("/draft", reply_to=again)
    assert (await case.hears()).says("draft-made", number=str(again.message_id))


async def test_the_words_of_a_resident_never_become_a_draft(program: Program, office: Office) -> None:
    grace, case = await unanswered(program, office)
    words = next(reply for reply in case.topic.sent if QUESTION in reply.text)
    await case.writes("/draft", reply_to=words)
    assert (await case.hears()).says("draft-how")
    assert drafts(program) == []
    assert grace.unheard == []


async def test_a_draft_that_cannot_be_kept_is_told_and_the_answer_arrives(program: Program, office: Office) -> None:
    (program.data / "drafts").write_text("in the way")
    grace, case = await unanswered(program, office)
    await case.writes(ANSWER)
    assert (await grace.hears()).text.endswith(ANSWER)
    await case.presses("button-draft", on=await case.hears())
    assert (await case.hears()).says("draft-failed")
