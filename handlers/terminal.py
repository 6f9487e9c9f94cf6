"""The same conversation in a terminal: replies as text, buttons as numbers; right to left where it is due."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.messages import Action, Body, Button, Commanded, Incoming, Pressed, Reply, Written
from bot.turn import Turns

ADDRESS = "terminal"
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
MAX_DIGITS = 3
LONGEST_LINE = 20_000


class Terminal:
    """One resident at a keyboard."""

    def __init__(self, turns: Turns, console: Console) -> None:
        self._turns = turns
        self._console = console
        self._choices: list[Action] = []
        self._language: str | None = None

    def run(self, lines: Iterable[str], language: str | None = None) -> None:
        """Greets, then answers line by line until the input ends (Ctrl-D) or Ctrl-C."""
        self._language = language
        texts = self._turns.knowledge.languages[language or "da"].texts
        other = "" if language else " · " + self._turns.knowledge.languages["en"].texts("terminal-hint")
        self._console.print(Text(texts("terminal-hint") + other, style="dim"))
        self.answer(Commanded("start"))
        try:
            self._prompt()
            for line in lines:
                if not self._console.is_terminal:
                    self._console.print(Text(readable_line(line)))
                self.answer(self._body(line.rstrip("\n")[:LONGEST_LINE]))
                self._prompt()
        except KeyboardInterrupt:
            pass
        self._console.print()

    def _prompt(self) -> None:
        self._console.print(Text("> ", style="bold green"), end="")

    def _body(self, line: str) -> Body:
        words = line.strip()
        number = int(words) if words.isdecimal() and len(words) <= MAX_DIGITS else 0
        if 0 < number <= len(self._choices):
            return Pressed(self._choices[number - 1])
        if words.startswith("/") and len(words) > 1:
            return Commanded(words[1:].split()[0].lower())
        return Written(line)

    def answer(self, body: Body) -> None:
        """Takes one turn and shows the replies; their buttons are numbered on from 1."""
        incoming = Incoming(ADDRESS, body, self._language)
        turn = self._turns.take(incoming)
        self._choices = []
        for reply in turn.replies:
            self._show(reply)
        self._turns.finish(incoming, turn)

    def _show(self, reply: Reply) -> None:
        text = reply.text.translate(ISOLATES)
        self._console.print(
            Padding(Text(text, justify="right" if reply.rtl else "left", overflow="fold"), (1, 2, 0, 2))
        )
        for row in reply.buttons:
            self._console.print(Padding(Text("   ".join(self._numbered(button) for button in row), "cyan"), (0, 4)))

    def _numbered(self, button: Button) -> str:
        self._choices.append(button.action)
        return f"[{len(self._choices)}] {button.label}"


def readable_line(line: str) -> str:
    """What was typed, without characters that could move the cursor or turn the text around."""
    return "".join(each for each in line if unicodedata.category(each) not in {"Cc", "Cf", "Cs"})
