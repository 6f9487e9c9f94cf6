"""Words of a case across languages: marked, private, and never lost or late because of the service."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio

from bot.delivery import interpreting
from bot.delivery.limits import SendLimit
from tests.stories.dialogue import PATIENCE, Dialogue, plain
from tests.stories.office import Office, Room, Told, forged
from tests.stories.program import Program
from tests.translation.server import LibreServer, libre_server

WORDS = "I can't pay my rent any more"
TAMIL = "என் கணவர் என்னை அடிக்கிறார், எனக்கு பயமாக இருக்கிறது"
"""My husband hits me, I am afraid."""
DANISH = "DA: I CAN'T PAY MY RENT ANY MORE"

Opens = Callable[..., Awaitable[Office]]


@pytest_asyncio.fixture
async def libre() -> AsyncIterator[LibreServer]:
    async with libre_server() as running:
        yield running


@pytest.fixture
def opens(program: Program, libre: LibreServer, monkeypatch: pytest.MonkeyPatch) -> Opens:
    """Nabo starts with translation; `policy` overrides what follows from the server's address."""
    for limit in ("OVERALL", "CHAT", "GROUP"):
        monkeypatch.setattr(SendLimit, limit, (1_000_000, 1.0))

    async def start(**policy: Any) -> Office:
        program.policy = policy
        settings = {"translation": "libretranslate", "translation_url": libre.address, "translation_seconds": 20.0}
        office = await program.has_staff(program.server.forum(), burst=1000, **settings)
        await program.start()
        return office

    return start


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are held back for no time worth waiting for in a test."""
    monkeypatch.setattr(interpreting, "PATIENCE", dt.timedelta(seconds=0.05))


async def asks_for_help(program: Program, office: Office, **known: Any) -> tuple[Dialogue, Room]:
    """Somebody who writes English opens a case; nothing in its topic is heard yet but the head."""
    grace = program.resident(102, "en", **({"first_name": "Grace"} | known))
    await grace.starts()
    assert (await grace.says(WORDS)).offers("button-yes-unnamed")
    assert (await grace.presses("button-yes-unnamed")).says("case-writing")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how-translated")
    return grace, case


async def hears_the_words(case: Room) -> Told:
    """What opened the case; the entries that may answer it come right behind."""
    words = await case.hears()
    assert (await case.hears()).says("case-candidates")
    return words


def marked(office: Office, original: str, danish: str) -> str:
    return f"{original}\n\n{office.texts('case-translated')}\n{danish}"


@pytest.mark.asyncio
async def test_the_staff_read_the_original_and_the_danish_in_one_message(program: Program, opens: Opens) -> None:
    office = await opens()
    _, case = await asks_for_help(program, office)
    assert (await hears_the_words(case)).text.endswith(marked(office, WORDS, DANISH))


@pytest.mark.asyncio
async def test_the_resident_reads_their_language_marked_and_can_see_the_original(
    program: Program, opens: Opens
) -> None:
    office = await opens()
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    answer = await case.writes("Kom i beboerhuset i morgen, så hjælper vi dig med det")
    heard = await grace.hears()
    assert heard.text.startswith(grace.language.texts("case-from-staff"))
    assert "EN: KOM I RESIDENT HOUSE" not in heard.text
    assert "resident house (beboerhus)" in heard.text
    assert heard.says("machine-translated")
    original = await grace.presses("button-original", on=heard)
    assert original.text == "Kom i beboerhuset i morgen, så hjælper vi dig med det"
    await case.sees_delivered(answer)


@pytest.mark.asyncio
async def test_somebody_whose_language_has_no_content_reads_the_reply_of_the_staff_in_it(
    program: Program, opens: Opens
) -> None:
    office = await opens()
    kumar = program.resident(104, "en", "en-GB")
    await kumar.starts()
    assert (await kumar.says(TAMIL)).says("urgent-112")
    assert (await kumar.hears()).says("language-unknown")
    assert (await kumar.hears()).says("first-notice")
    assert (await kumar.hears()).offers("button-withdraw", "button-ask-nabo")
    case = await office.new_topic()
    await case.hears()
    assert TAMIL in (await hears_the_words(case)).text
    answer = await case.writes("Kom forbi i morgen, så hjælper vi dig")
    assert "TA: KOM FORBI I MORGEN" in (await kumar.hears()).text
    await office.mette.edits(answer, "Kom forbi på onsdag, så hjælper vi dig")
    assert "TA: KOM FORBI PÅ ONSDAG" in (await kumar.resident.next_edit(PATIENCE)).text


@pytest.mark.asyncio
async def test_a_forged_button_shows_nobody_anything_else_of_the_group(program: Program, opens: Opens) -> None:
    office = await opens()
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    await case.writes("// hun virker ked af det")
    await case.writes("Kom i beboerhuset i morgen, så hjælper vi dig")
    heard = await grace.hears()
    (number, message) = heard.reply.buttons[0][0].data.removeprefix("co:").split("/")
    before = len(program.server.calls("copyMessage"))
    program.server.push(forged(grace.resident, heard.reply, f"co:{number}/{int(message) - 1}"))
    assert (await grace.presses("button-original", on=heard)).text.startswith("Kom i beboerhuset")
    assert len(program.server.calls("copyMessage")) == before + 1


@pytest.mark.asyncio
@pytest.mark.usefixtures("impatient")
async def test_where_the_service_is_slow_the_original_goes_and_the_danish_follows_as_an_edit(
    program: Program, opens: Opens, libre: LibreServer
) -> None:
    office = await opens()
    libre.hang()
    _, case = await asks_for_help(program, office)
    told = await hears_the_words(case)
    assert told.text.endswith(f"skriver:\n{WORDS}")
    libre.release()
    changed = await case.topic.next_edit(PATIENCE)
    assert changed.message_id == told.reply.message_id
    assert plain(changed.text) == marked(office, told.text, DANISH)


@pytest.mark.asyncio
@pytest.mark.usefixtures("impatient")
async def test_a_reply_of_the_staff_follows_in_the_residents_language_in_the_same_way(
    program: Program, opens: Opens, libre: LibreServer
) -> None:
    office = await opens()
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    libre.hang()
    await case.writes("Kom forbi i morgen, så hjælper vi dig")
    heard = await grace.hears()
    assert heard.text.endswith("Kom forbi i morgen, så hjælper vi dig")
    libre.release()
    changed = await grace.resident.next_edit(PATIENCE)
    assert changed.message_id == heard.reply.message_id
    assert "EN: KOM FORBI I MORGEN" in changed.text
    assert changed.labels == [grace.language.texts("button-original")]


@pytest.mark.asyncio
@pytest.mark.usefixtures("impatient")
async def test_a_late_translation_never_undoes_a_correction(program: Program, opens: Opens, libre: LibreServer) -> None:
    office = await opens()
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    libre.hang()
    wrong = await case.writes("Kom forbi på tirsdag, så hjælper vi dig")
    await grace.hears()
    await office.mette.edits(wrong, "Kom forbi på onsdag, så hjælper vi dig")
    assert "onsdag" in (await grace.resident.next_edit(PATIENCE)).text
    libre.release()
    changed = await grace.resident.next_edit(PATIENCE)
    assert "EN: KOM FORBI PÅ ONSDAG" in changed.text
    assert "TIRSDAG" not in " ".join(reply.text for reply in grace.resident.sent)


@pytest.mark.asyncio
@pytest.mark.parametrize("mode", ["broken", "closes", "garbage", "other json", "marks lost", "same"])
async def test_where_the_service_fails_the_words_arrive_as_they_are(
    program: Program, opens: Opens, libre: LibreServer, mode: str
) -> None:
    office = await opens()
    libre.mode = mode
    _, case = await asks_for_help(program, office)
    heard = (await hears_the_words(case)).text
    assert heard.endswith(f"skriver:\n{WORDS}") or (mode == "marks lost" and WORDS in heard)


@pytest.mark.asyncio
async def test_the_staff_are_told_when_their_reply_could_not_be_translated(
    program: Program, opens: Opens, libre: LibreServer
) -> None:
    office = await opens()
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    libre.mode = "no json"
    await case.writes("Kom forbi i morgen, så hjælper vi dig")
    assert (await grace.hears()).text.endswith("så hjælper vi dig")
    assert (await case.hears()).says("case-untranslated")


@pytest.mark.asyncio
@pytest.mark.usefixtures("impatient")
async def test_one_case_that_waits_for_its_translation_holds_up_no_other(
    program: Program, opens: Opens, libre: LibreServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = await opens()
    monkeypatch.setattr(interpreting, "PATIENCE", dt.timedelta(hours=1))
    libre.hang()
    _, slow = await asks_for_help(program, office)
    danish = program.resident(103, "da", first_name="Dorte")
    await danish.starts()
    await danish.says("Jeg kan ikke betale min husleje mere")
    await danish.presses("button-yes-unnamed")
    quick = await office.new_topic()
    await quick.hears()
    assert (await hears_the_words(quick)).text.endswith("skriver:\nJeg kan ikke betale min husleje mere")
    assert slow.topic.unread == []
    libre.release()
    assert DANISH in (await hears_the_words(slow)).text


# A third party


@pytest.mark.asyncio
async def test_nothing_of_a_case_goes_to_a_third_party_unless_the_operator_says_so(
    program: Program, opens: Opens, libre: LibreServer
) -> None:
    office = await opens(stays=False)
    grace = program.resident(102, "en", first_name="Grace")
    await grace.starts()
    await grace.says(WORDS)
    await grace.presses("button-yes-unnamed")
    case = await office.new_topic()
    assert (await case.hears()).says("case-how")
    assert (await hears_the_words(case)).text.endswith(f"skriver:\n{WORDS}")
    assert libre.requests == []


@pytest.mark.asyncio
async def test_the_resident_is_asked_first_and_their_name_and_number_stay_behind(
    program: Program, opens: Opens, libre: LibreServer
) -> None:
    office = await opens(stays=False, third_party=True)
    grace, case = await asks_for_help(program, office, last_name="Hopper")
    assert (await hears_the_words(case)).text.endswith(f"skriver:\n{WORDS}")
    question = await grace.hears()
    assert question.says("translate-ask", service="LibreTranslate")
    assert libre.requests == []
    agreed = await grace.presses("button-translate", on=question)
    assert agreed.says("translate-yes")
    told = await case.hears()
    assert told.says("case-may-translate")
    assert DANISH in told.text
    await grace.resident.says("This is Hopper, my phone is 20 12 34 56")
    assert "20\u00a012\u00a034\u00a056" in (await case.hears()).text.split("\n\n")[-1]
    assert "hopper" not in str(libre.requests).lower()
    assert "12 34 56" not in str(libre.requests)


@pytest.mark.asyncio
async def test_the_yes_can_be_taken_back_at_any_time(program: Program, opens: Opens, libre: LibreServer) -> None:
    office = await opens(stays=False, third_party=True)
    grace, case = await asks_for_help(program, office)
    await hears_the_words(case)
    agreed = await grace.presses("button-translate", on=await grace.hears())
    await case.hears()
    assert (await grace.presses("button-do-not-translate", on=agreed)).says("translate-no")
    assert (await case.hears()).says("case-may-not-translate")
    before = len(libre.requests)
    await grace.resident.says("I owe them for three months now")
    assert (await case.hears()).text.endswith("I owe them for three months now")
    assert len(libre.requests) == before


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ({}, {"privacy-translation-own"}),
        ({"stays": False, "third_party": True}, {"privacy-translation-asked"}),
        ({"stays": False}, set()),
    ],
)
async def test_privacy_says_who_may_translate_a_case(
    program: Program, opens: Opens, policy: dict[str, bool], told: set[str]
) -> None:
    await opens(**policy)
    grace = program.resident(102, "en")
    await grace.starts()
    heard = await grace.says("/privacy")
    assert heard.says("privacy-cases")
    assert {key for key in ("privacy-translation-own", "privacy-translation-asked") if heard.says(key)} == told
