"""The staff's group misbehaves, or the resident's chat does: nothing is lost, and the staff know where they stand."""

from __future__ import annotations

import pytest

from bot.delivery import outbox
from tests.bot_api import Resident, faults
from tests.bot_api.calls import Call
from tests.stories.dialogue import PATIENCE, Dialogue, plain
from tests.stories.office import Office
from tests.stories.program import Program, grace_has_a_case

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRST_PAUSE", "LONGEST_PAUSE"):
        monkeypatch.setattr(outbox, name, 0.3)


def to_group(call: Call) -> bool:
    """Whether a call is for a group."""
    return str(call.parameters.get("chat_id", "")).startswith("-")


async def taken(dialogue: Dialogue, words: str) -> None:
    """Waits for the mark under a resident's message that says that it goes to the staff."""

    def is_marked(chat: Resident) -> bool:
        return any(shown.text == words and shown.reactions == ("👍",) for shown in chat.holds)

    await dialogue.resident.until(is_marked, PATIENCE)


# Topics


async def test_a_deleted_topic_is_made_again_with_its_head(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)
    name = case.name

    await case.topic.deletes()
    await grace.resident.says("Did you get this?")
    again = await office.new_topic()
    assert again.name == name
    assert (await again.hears()).says("case-how")
    assert (await again.hears()).says("case-topic-gone")
    assert (await again.hears()).text.endswith("Did you get this?")
    await again.writes("Ja")
    assert (await grace.hears()).text.endswith("Ja")


async def test_a_topic_that_takes_nothing_is_left_for_the_group_itself(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await office.group.sets_bot(office.mette, "administrator", can_manage_topics=False)
    await case.topic.closes(office.mette)
    await grace.resident.says("Did you get this?")
    assert (await office.general.hears()).says("case-how")
    assert (await office.general.hears()).says("case-topic-gone")
    words = await office.general.hears()
    assert words.text.endswith("Did you get this?")
    await office.general.writes("Ja", reply_to=words.reply)
    assert (await grace.hears()).text.endswith("Ja")


# The resident's chat


async def test_a_resident_blocks_nabo_and_comes_back(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await grace.resident.blocks_bot()
    answer = await case.writes("Kom forbi")
    assert (await case.hears()).says("case-blocked")
    await case.sees_delivered(answer, "👎")
    assert "på pause" in (await office.general.asks("/cases")).text

    await grace.resident.unblocks_bot()
    await grace.resident.says("I am here again")
    assert (await case.hears()).text.endswith("I am here again")
    assert "venter" in (await office.general.asks("/cases")).text
    await case.writes("Godt")
    assert (await grace.hears()).text.endswith("Godt")


async def test_a_cry_for_help_reaches_the_staff_though_nabo_is_blocked(program: Program, office: Office) -> None:
    grace = program.resident(102, "en")
    await grace.starts()

    program.server.faults.always("sendMessage", faults.blocked(), when=lambda call: not to_group(call))
    await grace.resident.says("my husband hits me, I am afraid")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("my husband hits me, I am afraid")
    assert (await case.hears()).says("case-candidates")
    assert (await case.hears()).says("case-blocked")


# The group


async def test_a_group_without_topics_lives_by_answers_to_messages(program: Program) -> None:
    office = await program.has_staff(program.server.group())
    await program.start()
    grace = program.resident(102, "en")
    await grace.starts()
    await grace.says("I can't pay my rent any more")
    assert (await grace.presses("button-yes-unnamed")).says("case-opened", number="1")

    head = await office.general.hears()
    assert head.text.startswith("Sag 1:")
    words = await office.general.hears()
    assert words.text.endswith("skriver:\nI can't pay my rent any more")
    assert (await office.general.hears()).says("case-candidates")
    answer = await office.general.writes("Kom forbi", reply_to=words.reply)
    assert (await grace.hears()).text.endswith("Kom forbi")
    await office.general.sees_delivered(answer)
    await office.general.writes("Kl. 10", reply_to=head.reply)
    assert (await grace.hears()).text.endswith("Kl. 10")
    await office.general.writes("Frokost?")
    await office.general.presses("button-claim", on=head)
    assert (await office.general.hears()).says("case-claimed", name="Mette")

    assert (await grace.says("/forget")).says("forget-done")
    await grace.resident.replies(2)
    await office.group.until(lambda group: [reply.text for reply in group.holds] == ["Frokost?"], 5)


@pytest.mark.parametrize("forum", [True, False], ids=["with topics", "without"])
async def test_a_group_that_becomes_a_supergroup_is_followed_and_known_after_a_restart(
    program: Program, forum: bool
) -> None:
    office = await program.has_staff(program.server.group(-4001, kind="group"))
    await program.start()
    grace = program.resident(102, "en")
    await grace.starts()
    await grace.says("I can't pay my rent any more")
    await grace.presses("button-yes-unnamed")
    assert (await office.general.hears()).says("case-how")
    assert (await office.general.hears()).text.endswith("I can't pay my rent any more")
    assert (await office.general.hears()).says("case-candidates")

    office.moves(await office.group.upgrades(office.mette, -1001000000077, forum=forum))
    case = await office.new_topic() if forum else office.general
    assert (await case.hears()).says("case-how")
    await grace.resident.says("Hello? I am waiting")
    words = await case.hears()
    assert words.text.endswith("Hello? I am waiting")

    await program.stop()
    await program.start()
    await case.writes("Kom forbi", reply_to=words.reply)
    assert (await grace.hears()).text.endswith("Kom forbi")
    assert program.server.calls("leaveChat") == []


async def test_the_news_of_the_move_may_come_from_the_new_group_first(program: Program, office: Office) -> None:
    grace, _ = await grace_has_a_case(program, office)

    program.server.faults.reorder_updates = True
    office.moves(await office.group.upgrades(office.mette, -1001000000077, forum=True))
    again = await office.new_topic()
    assert (await again.hears()).says("case-how")
    await grace.resident.says("Hello? I am waiting")
    assert (await again.hears()).text.endswith("Hello? I am waiting")
    assert program.server.calls("leaveChat") == []


async def test_the_move_is_noticed_by_the_next_message_too(program: Program, office: Office) -> None:
    grace, _ = await grace_has_a_case(program, office)

    await program.stop()
    office.moves(await office.group.upgrades(office.mette, -1001000000077, forum=True))
    program.server.bot.updates.clear()
    await grace.resident.says("Hello? I am waiting")
    await program.start()
    again = await office.new_topic()
    assert (await again.hears()).says("case-how")
    assert (await again.hears()).text.endswith("Hello? I am waiting")


async def test_another_group_set_by_the_operator_gets_the_open_cases(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)
    await program.stop()

    other = await program.has_staff(program.server.forum(-1001000000099))
    await program.start()
    again = await other.new_topic()
    assert again.name == case.name
    assert (await again.hears()).says("case-how")
    await again.writes("Kom forbi")
    assert (await grace.hears()).text.endswith("Kom forbi")


async def test_colleagues_on_call_are_written_to_when_an_urgent_case_cannot_reach_the_group(
    program: Program,
) -> None:
    office = await program.has_staff(program.server.forum(), on_call="9001,9002")
    await program.start()
    on_call = [program.resident(number, "da") for number in (9001, 9002)]
    for each in on_call:
        await each.starts()
    grace = program.resident(102, "en", first_name="Grace")
    await grace.starts()

    await office.group.removes_bot(office.mette)
    assert (await grace.says("my husband hits me, I am afraid")).says("urgent-112")
    assert (await grace.hears()).says("case-opened-urgent", number="1")
    for each in on_call:
        assert (await each.hears()).text == plain(office.texts("on-call", number="1", category="vold eller kontrol"))

    await office.group.adds_bot(office.mette, bot_is="administrator")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await case.hears()).text.endswith("my husband hits me, I am afraid")
    assert (await case.hears()).says("case-candidates")


async def test_a_group_in_which_nabo_may_not_write_gets_everything_once_it_may(
    program: Program, office: Office
) -> None:
    grace, case = await grace_has_a_case(program, office)

    refusal = faults.error(400, "Bad Request: not enough rights to send text messages to the chat")
    program.server.faults.next("sendMessage", refusal, times=2, when=to_group)
    await grace.resident.says("Are you there?")
    assert (await case.hears()).text.endswith("Are you there?")
    assert program.server.faults.pending == 0


async def test_an_answer_corrected_before_it_went_out_arrives_corrected(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    program.server.faults.next("sendMessage", faults.too_many(1), when=lambda call: not to_group(call))
    answer = await case.writes("Kom kl. 9")
    await office.mette.edits(answer, "Kom kl. 10")
    assert (await grace.hears()).text.endswith("Kom kl. 9")
    assert (await grace.resident.next_edit(5)).text.endswith("Kom kl. 10")


async def test_what_cannot_be_shown_to_the_staff_is_marked_as_not_delivered(program: Program, office: Office) -> None:
    grace, _ = await grace_has_a_case(program, office)

    refusal = faults.error(400, "Bad Request: the message can't be copied")
    program.server.faults.next("copyMessage", refusal, when=to_group)
    picture = await grace.resident.sends_photo()
    await grace.resident.until(lambda chat: chat.now(picture).reactions == ("👎",), 5)


async def test_nabo_waits_as_long_as_the_group_asks_and_residents_do_not(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    program.server.faults.always("sendMessage", faults.too_many(1), when=to_group)
    for words in ("one more thing", "and another", "and the last"):
        await grace.resident.says(words)
    await case.writes("Jeg er her")
    assert (await grace.hears()).text.endswith("Jeg er her")
    await taken(grace, "and the last")
    assert case.topic.unread == []
    program.server.faults.clear()
    merged = (await case.hears()).text
    calls = [call for call in program.server.calls("sendMessage") if to_group(call) and call.status in (200, 429)][-2:]
    assert calls[1].at - calls[0].at >= 1
    assert merged == f"{case.alias} skriver:\none more thing\nand another\nand the last"


async def test_lines_that_wait_go_as_one_message_though_two_residents_write_in_turn(
    program: Program, office: Office
) -> None:
    grace, hers = await grace_has_a_case(program, office)
    lene, other = await grace_has_a_case(program, office, number=105)

    program.server.faults.always("sendMessage", faults.too_many(1), when=to_group)
    for number in range(3):
        await grace.resident.says(f"Still me {number}")
        await lene.resident.says(f"My turn {number}")
    await taken(grace, "Still me 2")
    await taken(lene, "My turn 2")
    program.server.faults.clear()
    assert (await hers.hears()).text == f"{hers.alias} skriver:\nStill me 0\nStill me 1\nStill me 2"
    assert (await other.hears()).text == f"{other.alias} skriver:\nMy turn 0\nMy turn 1\nMy turn 2"


async def test_urgent_words_do_not_wait_behind_the_others(program: Program, office: Office) -> None:
    grace, hers = await grace_has_a_case(program, office)
    lene = program.resident(105, "da")
    await lene.starts()

    program.server.faults.always("sendMessage", faults.too_many(1), when=to_group)
    await grace.resident.says("one more thing")
    await taken(grace, "one more thing")
    assert (await lene.says("Min mand slår mig")).says("urgent-112")
    assert (await lene.hears()).says("case-opened-urgent", number="2")
    program.server.faults.clear()
    case = await office.new_topic()
    for _ in range(3):
        await case.hears()
    urgent, other = case.topic.sent[0].message_id, (await hers.hears()).reply.message_id
    assert urgent < other


# Restarts


async def test_a_restart_in_the_middle_loses_nothing(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    program.server.faults.always("sendMessage", faults.bad_gateway(), when=to_group)
    await grace.resident.says("Are you there?")
    await program.server.called("sendMessage", len(program.server.calls("sendMessage")) + 1, 10)
    await program.stop()
    program.server.faults.clear()
    await program.start()
    again = await case.hears()
    assert again.text == f"{case.alias} skriver:\nAre you there?\n(måske sendt to gange)"
    answer = await case.writes("Ja")
    assert (await grace.hears()).text.endswith("Ja")
    await case.sees_delivered(answer)


async def test_what_the_staff_wrote_while_nabo_was_away_arrives(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    await program.stop()
    first, second = await case.writes("Kom forbi"), await case.writes("Kl. 10")
    await grace.resident.says("Hello? I am waiting")
    await program.start()
    assert (await grace.hears()).text.endswith("Kom forbi")
    assert (await grace.hears()).text.endswith("Kl. 10")
    assert (await case.hears()).text.endswith("Hello? I am waiting")
    for message in (first, second):
        await case.sees_delivered(message)


async def test_an_answer_whose_arrival_was_not_seen_says_so(program: Program, office: Office) -> None:
    grace, case = await grace_has_a_case(program, office)

    program.server.faults.next("sendMessage", faults.lose_reply(), when=lambda call: not to_group(call))
    await case.writes("Kom forbi")
    assert (await grace.hears()).says("case-from-staff")
    assert (await grace.hears()).says("case-from-staff-again")
