"""What residents ask in Telegram is counted, published when the week is over, and told by no file."""

from __future__ import annotations

import datetime as dt
from contextlib import closing

import pytest

from bot.app import open_store
from bot.concerns.cells import ALL, Cell, Series, Tally
from bot.concerns.publication import CONCERNS
from bot.store.interface import Store
from tests.bot_api import BotApiServer
from tests.stories.dialogue import Dialogue
from tests.stories.program import Program

pytestmark = pytest.mark.asyncio

MONDAY = dt.date(2027, 3, 1)
WEDNESDAY = dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC)
WEEK = dt.timedelta(weeks=1)
QUESTION = "Stiger min husleje?"


def reopened(program: Program) -> Store:
    """What the program has left behind; to be closed."""
    return open_store(program.settings())


async def asks(server: BotApiServer, program: Program, residents: int) -> list[Dialogue]:
    """So many residents ask about the rent, one after the other."""
    dialogues = []
    for number in range(residents):
        person = server.user(6_000 + number, language_code="da")
        dialogue = Dialogue(person, program.knowledge.languages["da"])
        await dialogue.says(QUESTION)
        dialogues.append(dialogue)
    return dialogues


async def test_a_question_is_counted_once_for_each_resident_and_their_forgetting_changes_nothing(
    program: Program,
) -> None:
    program.clock = lambda: WEDNESDAY
    await program.start()
    one, other = await asks(program.server, program, 2)
    await one.says(QUESTION)
    await other.says("/forget")
    await other.says(QUESTION)
    await program.stop()
    rent, everybody = Cell(Series.ENTRIES, "plan.rent"), Cell(Series.RESIDENTS, ALL)
    with closing(reopened(program)) as store:
        tallies = {tally.cell: tally for tally in store.tallies(MONDAY + WEEK)}
    assert tallies[rent] == Tally(MONDAY, rent, 2)
    assert tallies[everybody] == Tally(MONDAY, everybody, 2)
    assert [file.name for file in program.data.glob("week-*.key")] == ["week-2027-03-01.key"]


async def test_when_the_week_is_over_marks_and_key_go_also_where_there_are_no_staff(program: Program) -> None:
    program.clock = lambda: WEDNESDAY
    await program.start()
    await asks(program.server, program, 2)
    await program.starts_again_at(WEDNESDAY + WEEK)
    await program.until(lambda: not list(program.data.glob("week-*.key")), "the key's end")
    await program.stop()
    with closing(reopened(program)) as store:
        assert store.forget_marks(MONDAY + WEEK) == 0
        assert store.publications(CONCERNS) == (), "two residents are too few"
