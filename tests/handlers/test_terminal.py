"""The conversation at a keyboard and in a pipe."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.app import forgetful_store, now
from bot.turn import Turns
from bot.understanding.decide import Understanding
from handlers.terminal import Terminal, readable_line
from knowledge.content import Knowledge, Language

NABO = Path(sys.executable).with_name("nabo")


class Screen:
    """A terminal of 100 columns that keeps what is shown; as in a pipe, lines typed are shown too."""

    def __init__(self, knowledge: Knowledge, understanding: Understanding, *, keyboard: bool = False) -> None:
        self._file = io.StringIO()
        console = Console(file=self._file, width=100, force_terminal=keyboard, color_system=None)
        self._terminal = Terminal(Turns(knowledge, understanding, forgetful_store(), now), console)

    def types(self, *lines: str, language: str | None = None) -> str:
        """Everything shown until the lines end."""
        self._terminal.run([f"{line}\n" for line in lines], language)
        return " ".join(self._file.getvalue().split())


@pytest.fixture
def screen(knowledge: Knowledge, understanding: Understanding) -> Screen:
    return Screen(knowledge, understanding)


@pytest.fixture
def danish(knowledge: Knowledge) -> Language:
    return knowledge.languages["da"]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def number_of(label: str, shown: str) -> str:
    """The number before a button."""
    before, _, _ = shown.rpartition(f"] {label}")
    return before.rpartition("[")[2]


def test_it_greets_in_two_languages_and_ends_with_the_input(screen: Screen, danish: Language) -> None:
    shown = screen.types()
    assert in_one_line(danish.texts("terminal-hint")) in shown
    assert in_one_line(danish.texts("welcome-privacy")) in shown
    assert "Hello! I am Nabo" in shown
    assert "[1] Dansk" in shown


def test_a_question_is_answered(screen: Screen, danish: Language) -> None:
    shown = screen.types("Stiger min husleje?", language="da")
    assert danish.wordings["plan.rent"].title in shown
    assert danish.texts("helped-question") in shown


@pytest.mark.parametrize(
    ("typed", "button", "reply"),
    [
        ("Stiger min husleje?", "button-helped-yes", "helped-thanks"),
        ("Stiger min husleje?", "button-helped-no", "helped-sorry"),
        ("/topics", "button-person", "person-not-watched"),
        ("Hvad er hovedstaden i Frankrig?", "button-topics", "menu"),
    ],
)
def test_a_number_chooses_the_button_of_the_last_reply(
    knowledge: Knowledge, understanding: Understanding, typed: str, button: str, reply: str
) -> None:
    danish = knowledge.languages["da"]
    number = number_of(danish.texts(button), Screen(knowledge, understanding).types(typed, language="da"))
    shown = Screen(knowledge, understanding).types("/topics", typed, number, language="da")
    assert in_one_line(danish.texts(reply)) in shown.rpartition(f"> {number}")[2]


@pytest.mark.parametrize("number", ["0", "99", "-1", "1000000000000000000000", "²"])
def test_a_number_without_a_button_is_no_choice(screen: Screen, danish: Language, number: str) -> None:
    shown = screen.types("/topics", number, language="da")
    assert in_one_line(danish.texts("empty")) in shown


def test_an_empty_line_is_not_a_question(screen: Screen, danish: Language) -> None:
    assert in_one_line(danish.texts("empty")) in screen.types("", language="da")


def test_commands_work_as_in_telegram(screen: Screen, danish: Language) -> None:
    shown = screen.types("/help", "/PRIVACY now", "/forget", "/nonsense", "/", language="da")
    for key in ("help", "privacy", "unknown-command", "empty"):
        assert in_one_line(danish.texts(key)) in shown


def test_a_language_can_be_chosen_at_the_start(screen: Screen, knowledge: Knowledge) -> None:
    shown = screen.types("Kiram artacak mı?", language="tr")
    turkish = knowledge.languages["tr"]
    assert in_one_line(turkish.texts("terminal-hint")) in shown
    assert turkish.wordings["plan.rent"].title in shown
    assert "Hello" not in shown


def test_right_to_left_text_stands_at_the_right_without_marks_that_terminals_show_as_boxes(
    knowledge: Knowledge, understanding: Understanding
) -> None:
    file = io.StringIO()
    terminal = Terminal(Turns(knowledge, understanding, forgetful_store(), now), Console(file=file, width=100))
    terminal.run(["متى يبدأ البناء؟\n"], "ar")
    title = knowledge.languages["ar"].wordings["plan.start"].title
    answer = next(line for line in file.getvalue().splitlines() if line.strip() == title and line.startswith("  "))
    assert answer.index(title) > 50
    assert not set(file.getvalue()) & set("\u2066\u2067\u2068\u2069")


def test_ten_thousand_characters(screen: Screen, danish: Language) -> None:
    assert in_one_line(danish.texts("too-long")) in screen.types("ord " * 2500, language="da")


CONTROLS = "\x00\x07\x08\x1b[31m\x9b2J\u202e\u2066\u200b\ud800"


def test_control_characters_in_a_line_are_not_echoed(screen: Screen) -> None:
    shown = screen.types(f"Stiger{CONTROLS}min husleje?", language="da")
    assert not set(shown) & (set(CONTROLS) - set("[31m2J"))


@given(st.text())
def test_what_is_echoed_cannot_move_the_cursor_or_turn_the_text(line: str) -> None:
    assert not {unicodedata.category(each) for each in readable_line(line)} & {"Cc", "Cf", "Cs"}


def test_at_a_keyboard_what_was_typed_is_not_shown_again(knowledge: Knowledge, understanding: Understanding) -> None:
    assert "asdfghjkl" not in Screen(knowledge, understanding, keyboard=True).types("asdfghjkl")
    assert "asdfghjkl" in Screen(knowledge, understanding).types("asdfghjkl")


def test_ctrl_c_ends_it(knowledge: Knowledge, understanding: Understanding) -> None:
    def typed() -> Iterable[str]:
        yield "Stiger min husleje?\n"
        raise KeyboardInterrupt

    terminal = Terminal(Turns(knowledge, understanding, forgetful_store(), now), Console(file=io.StringIO()))
    terminal.run(typed())


def in_a_pipe(cache: Path, typed: bytes, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`nabo chat` as a process."""
    known = os.environ | {"NABO_CACHE": str(cache)} | environment
    return subprocess.run(
        [NABO, "chat", *options], input=typed, capture_output=True, env=known, check=False, timeout=120
    )


def test_the_command_in_a_pipe(understanding: Understanding, cache: Path, danish: Language) -> None:
    done = in_a_pipe(
        cache, "Stiger min husleje?\n\ud83d\x1b]0;x\x07\n".encode("utf-8", "surrogatepass"), "--language", "da"
    )
    assert (done.returncode, done.stderr.strip()) == (0, b"")
    assert danish.wordings["plan.rent"].title in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_the_command_knows_which_languages_there_are(understanding: Understanding, cache: Path) -> None:
    done = in_a_pipe(cache, b"", "--language", "xx")
    assert done.returncode == 1
    assert b"There is no language 'xx'. Choose one of: da," in done.stderr
