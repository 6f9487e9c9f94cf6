"""What all commands share: where they print, how they fail, settings, the loaded content and index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot import app as wiring
from bot.credentials import CredentialFault
from bot.settings import Settings
from bot.understanding.decide import Understanding
from knowledge.content import Knowledge
from knowledge.problems import ContentError

out, err = Console(), Console(stderr=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


class Shown:
    """A progress bar on standard error, for as long as the work lasts; nothing where nobody watches."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
        self._bars = Progress(*columns, TimeRemainingColumn(), console=err, transient=True)
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Shown:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        """See Progress."""
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(f"Nabo is {what}", total=total)
        self._bars.update(self._tasks[what], completed=done)


def say(text: str) -> None:
    """Prints a text as it is, however long its lines are."""
    out.print(text, markup=False, highlight=False, soft_wrap=True)


def fail(message: str) -> typer.Exit:
    """Says what is wrong and ends with status 1."""
    err.print(message, style="red", markup=False, highlight=False, soft_wrap=True)
    return typer.Exit(1)


def read_settings() -> Settings:
    """The operator's settings; ends with a sentence for each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"NABO_{'_'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in error.errors()]
        raise fail("\n".join(["The settings are not right:", *lines])) from None
    except CredentialFault as error:
        raise fail(f"The settings are not right:\n{error}") from None


def read_content(settings: Settings) -> Knowledge:
    """All content; ends with every problem in it."""
    try:
        return wiring.content(settings)
    except ContentError as error:
        raise fail(f"{error}\nMend this, then try again: nabo check") from None


def load_understanding(settings: Settings) -> Understanding:
    """Content and index, with a progress bar the first time; ends with every problem of the content."""
    knowledge = read_content(settings)
    with Shown() as progress:
        return wiring.understanding(settings, knowledge, progress)


def grid(rows: Sequence[dict[str, Any]]) -> Table:
    """A table with a line for each row, for a person; shares are shown in per cent."""
    table = Table(*rows[0], box=None)
    for row in rows:
        table.add_row(*(f"{100 * value:.1f} %" if isinstance(value, float) else str(value) for value in row.values()))
    return table
