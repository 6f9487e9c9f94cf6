"""The staff set a fact in their group, and every resident's answer follows."""

from __future__ import annotations

import pytest

from tests.stories.office import Office
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

WHEN, DANISH = "/fact vote.date 31. december 2040", "mandag den 31. december 2040"


async def test_a_fact_set_in_the_group_is_in_every_answer_at_once_and_after_a_restart(
    program: Program, office: Office
) -> None:
    lene, amina = program.resident(105, "da"), program.resident(104, "ar")
    await lene.starts()
    await amina.starts()
    assert "2040" not in (await lene.says("hvornår er afstemningen")).text

    proposal = await office.general.asks(WHEN)
    assert proposal.offers("button-fact-yes", "button-fact-no")
    assert f"Nyt: {DANISH}" in proposal.text
    assert "2040" not in (await lene.says("hvornår er afstemningen")).text
    await office.general.presses("button-fact-yes", on=proposal)
    audit = await office.general.hears()
    assert audit.text.startswith(f"📌 Mette har sat vote.date.\nFør: ikke meldt ud\nNu: {DANISH}")

    assert DANISH in (await lene.says("hvornår er afstemningen")).text
    answer = await amina.says("متى التصويت")
    assert answer.is_about("vote.when")
    assert "2040" in answer.text
    await program.stop()
    await program.start()
    assert DANISH in (await lene.says("hvornår er afstemningen")).text

    taken_away = await office.general.asks("/fact vote.date -")
    await office.general.presses("button-fact-yes", on=taken_away)
    assert "Nu: ikke meldt ud" in (await office.general.hears()).text
    assert "2040" not in (await lene.says("hvornår er afstemningen")).text


async def test_events_are_written_below_the_command(program: Program, office: Office) -> None:
    proposal = await office.general.asks("/fact events\n31.12.2040 kl. 18.30, Informationsmøde, Beboerhuset")
    assert "Informationsmøde" in proposal.text
    await office.general.presses("button-fact-no", on=proposal)
    assert (await office.general.hears()).says("fact-refused", name="events")


async def test_what_is_wrong_is_said_with_what_is_right(program: Program, office: Office) -> None:
    assert (await office.general.asks("/fact vote.dat 1.1.2040")).says("fact-meant", name="vote.dat", meant="vote.date")
    assert (await office.general.asks("/fact vote.date snart")).says("fact-form-date-ahead")
    assert (await office.general.asks("/fact")).says("fact-names")


async def test_nobody_sets_facts_outside_the_group(program: Program, office: Office) -> None:
    mette = program.resident(office.mette.id, "da")
    await mette.starts()
    assert (await mette.says(WHEN)).says("unknown-command")
    assert (await mette.hears()).says("help")
