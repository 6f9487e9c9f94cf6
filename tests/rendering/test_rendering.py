"""How replies are laid out in Telegram on a narrow telephone, in every language."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from bot.messages import Reply
from handlers.render import RIGHT_TO_LEFT_MARK
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from tests.rendering.browser import CHROMIUM, MISSING, Seen, opened_browser, show
from tests.rendering.samples import everything, samples, speech_in

DIRECTIONS = {code: language.direction for code, language in load_knowledge().languages.items()}
RIGHT_TO_LEFT = [code for code, direction in DIRECTIONS.items() if direction == "rtl"]
LEFT_TO_RIGHT = [code for code, direction in DIRECTIONS.items() if direction == "ltr"]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if not CHROMIUM.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def seen(page: Page, knowledge: Knowledge) -> dict[str, Seen]:
    """The samples of each language, and all else that residents can be shown."""
    return {code: show(page, [*samples(knowledge, code), *everything(knowledge, code)]) for code in DIRECTIONS}


@pytest.mark.parametrize("code", DIRECTIONS)
def test_the_samples_are_the_five_kinds_of_reply(knowledge: Knowledge, code: str) -> None:
    texts = knowledge.languages[code].texts
    welcome, answer, urgent, clarify, privacy = samples(knowledge, code)
    assert texts("welcome-privacy") in welcome.text
    assert texts("helped-question") in answer.text
    assert texts("urgent-112") in urgent.text
    assert clarify.text == texts("clarify")
    assert texts("privacy") in privacy.text
    assert all(reply.buttons for reply in (welcome, answer, clarify))


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_every_line_of_a_right_to_left_language_begins_at_the_right(seen: dict[str, Seen], code: str) -> None:
    written = [line for line in seen[code].lines if line.text]
    assert written
    assert [line.text for line in written if not (line.direction == "rtl" and line.from_right)] == []


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
def test_every_line_of_a_left_to_right_language_begins_at_the_left(seen: dict[str, Seen], code: str) -> None:
    assert [line.text for line in seen[code].lines if not (line.direction == "ltr" and line.from_left)] == []


@pytest.mark.parametrize("code", DIRECTIONS)
def test_names_and_commands_stay_in_order_and_numbers_on_one_row_too(seen: dict[str, Seen], code: str) -> None:
    assert {line.text: line.misread for line in seen[code].lines if line.misread} == {}


@pytest.mark.parametrize("code", DIRECTIONS)
def test_nothing_reaches_beyond_its_bubble_or_button(seen: dict[str, Seen], code: str) -> None:
    assert [line.text for line in seen[code].lines if not line.fits] == []
    assert [button.text for button in seen[code].buttons if not button.fits] == []


@pytest.mark.parametrize("code", DIRECTIONS)
def test_a_label_takes_two_rows_at_most(seen: dict[str, Seen], code: str) -> None:
    assert [button.text for button in seen[code].buttons if button.rows > 2] == []


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_a_danish_answer_is_introduced_from_the_right_and_runs_from_the_left(
    page: Page, knowledge: Knowledge, code: str
) -> None:
    shown = show(page, [speech_in(knowledge, code).danish_answer(knowledge.entries["plan.rent"])])
    introduction, *danish = [line for line in shown.lines if line.text]
    assert introduction.from_right
    assert all(line.from_left and line.direction == "ltr" for line in danish)


def test_without_its_mark_a_line_that_begins_with_a_name_would_begin_at_the_left(page: Page) -> None:
    (bare,) = show(page, [Reply("Nabo يجيب")]).lines
    (marked,) = show(page, [Reply("Nabo يجيب", rtl=True)]).lines
    assert (bare.from_left, bare.direction) == (True, "ltr")
    assert marked.text.startswith(RIGHT_TO_LEFT_MARK)
    assert (marked.from_right, marked.direction) == (True, "rtl")


def test_without_being_set_apart_a_command_would_be_misread(page: Page) -> None:
    bare, apart = show(page, [Reply("اكتب /forget الآن"), Reply("اكتب /forget الآن", rtl=True)]).lines
    assert (bare.misread, apart.misread) == (("/forget",), ())


def test_a_number_in_groups_stays_in_order_even_where_nothing_sets_it_apart(page: Page) -> None:
    (line,) = show(page, [Reply("اتصل على 70 201 201 الآن", rtl=True)]).lines
    assert line.misread == ()
