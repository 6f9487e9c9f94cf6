"""What Telegram is given to show: lengths, direction, callback data."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.speech import Speech
from bot.messages import Action, Button, Reply, Verb
from handlers.render import MAX_CALLBACK_BYTES, MAX_TEXT, keyboard_of, packed, shortened, text_of, unpacked
from knowledge.content import Knowledge

TODAY = dt.date(2026, 11, 24)
RIGHT_TO_LEFT_MARK = "\u200f"
LONGEST_ABOUT = MAX_CALLBACK_BYTES - len("ls:")


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "replace")) // 2


def test_a_text_that_is_too_long_in_utf16_is_cut_between_characters() -> None:
    text = text_of(Reply("🏠" * 2049))
    assert units(text) <= MAX_TEXT
    assert text == "🏠" * 2047 + "…"


def test_a_text_at_the_limit_is_left_alone() -> None:
    assert text_of(Reply("🏠" * 2048)) == "🏠" * 2048
    assert text_of(Reply("å" * 4096)) == "å" * 4096


@given(st.text(), st.integers(1, 50))
def test_shortened_text_fits_and_begins_as_the_text_does(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert units(short) <= limit
    assert short == text or text.startswith(short.removesuffix("…"))


def test_every_line_of_a_right_to_left_text_is_marked() -> None:
    lines = text_of(Reply("Nabo يجيب\n\nVærebro Park", rtl=True)).split("\n")
    assert lines == [f"{RIGHT_TO_LEFT_MARK}Nabo يجيب", "", f"{RIGHT_TO_LEFT_MARK}Værebro Park"]
    assert RIGHT_TO_LEFT_MARK not in text_of(Reply("Nabo"))


def test_a_command_in_a_right_to_left_text_is_set_apart_so_that_its_slash_stays_before_it() -> None:
    assert text_of(Reply("اكتب /forget الآن", rtl=True)) == f"{RIGHT_TO_LEFT_MARK}اكتب \u2068/forget\u2069 الآن"
    assert text_of(Reply("Skriv /forget nu")) == "Skriv /forget nu"


@pytest.mark.parametrize("text", ["https://example.dk/plan", "og/eller", "ja//nej"])
def test_a_slash_elsewhere_is_no_command(text: str) -> None:
    assert text_of(Reply(text, rtl=True)) == f"{RIGHT_TO_LEFT_MARK}{text}"


def test_a_telephone_number_is_not_broken_over_two_rows() -> None:
    assert text_of(Reply("Ring 70 201 201 i dag")) == "Ring 70\u00a0201\u00a0201 i dag"


def test_buttons_keep_their_rows_and_labels() -> None:
    rows = ((Button("Ja", Action(Verb.HELPED, "plan.rent")), Button("Nej", Action(Verb.NOT_HELPED, "plan.rent"))),)
    keyboard = keyboard_of(Reply("Hjalp det?", rows))
    assert keyboard is not None
    shown = [[(button.text, button.callback_data) for button in row] for row in keyboard.inline_keyboard]
    assert shown == [[("Ja", "y:plan.rent"), ("Nej", "n:plan.rent")]]
    assert keyboard_of(Reply("Farvel")) is None


def replies_of(speech: Speech) -> list[Reply]:
    """Every answer, every page of every topic, and the menus."""
    knowledge = speech.knowledge
    pages = [speech.topic(f"{topic}~{page}") for topic in knowledge.topics for page in range(20)]
    answers = [speech.answer(entry) for entry in knowledge.entries.values()]
    menus = [speech.say("menu", rows) for rows in (speech.topic_rows(), speech.language_rows(), speech.ways_on())]
    return [*answers, *menus, *(page for page in pages if page)]


def test_all_that_nabo_can_say_fits_and_every_button_comes_back_as_it_went(knowledge: Knowledge) -> None:
    for language in knowledge.languages.values():
        for reply in replies_of(Speech(knowledge, language, TODAY)):
            assert units(text_of(reply)) < MAX_TEXT
            for button in (button for row in reply.buttons for button in row):
                data = packed(button.action)
                assert 1 <= len(data.encode()) <= MAX_CALLBACK_BYTES
                assert unpacked(data) == button.action
                assert button.label.strip()


@given(st.sampled_from(Verb), st.text(max_size=60).filter(lambda text: len(text.encode()) <= LONGEST_ABOUT))
def test_what_is_packed_is_unpacked_again(verb: Verb, about: str) -> None:
    assert unpacked(packed(Action(verb, about))) == Action(verb, about)


def test_an_action_that_is_too_long_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="longer than 64 bytes"):
        packed(Action(Verb.ANSWER, "å" * 32))


@pytest.mark.parametrize(
    "data", [None, "", ":", "z", "zz:1", "A:plan.rent", "answer:x", " a:x", "a" * 65, "a:" + "x" * 65]
)
def test_forged_data_is_no_action(data: str | None) -> None:
    assert unpacked(data) is None


@given(st.text())
def test_no_data_can_do_harm(data: str) -> None:
    action = unpacked(data)
    assert action is None or action.verb in Verb
