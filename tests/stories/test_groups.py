"""Nabo answers in private only and leaves groups."""

from __future__ import annotations

import pytest

from tests.stories.program import Program

pytestmark = pytest.mark.asyncio


async def test_nabo_leaves_a_group_it_is_added_to_and_goes_on_in_private(nabo: Program) -> None:
    lene = nabo.resident(51, "da")
    group = nabo.server.group(-100500, title="Neighbours", bot_is=None)

    await group.adds_bot(lene.resident)
    await nabo.until(lambda: group.bot_member.status == "left", "leaving")
    assert (await lene.starts()).says("welcome", estate="Værebro Park")
    assert group.sent == []


async def test_nabo_leaves_a_group_in_which_it_finds_itself(nabo: Program) -> None:
    lene = nabo.resident(51, "da")
    group = nabo.server.group(-100500, title="Neighbours", bot_is="administrator")

    await group.says(lene.resident, "Stiger min husleje?")
    await nabo.until(lambda: group.bot_member.status == "left", "leaving")
    assert group.sent == []


async def test_being_thrown_out_is_not_answered(nabo: Program) -> None:
    lene = nabo.resident(51, "da")
    group = nabo.server.group(-100500, bot_is="member")

    await group.removes_bot(lene.resident)
    assert (await lene.starts()).says("welcome", estate="Værebro Park")
    assert nabo.server.calls("leaveChat") == []
