"""What the board gets to see: the report, and a store to try it with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, fail, read_content, read_settings, say
from bot.concerns.cells import week_of
from bot.settings import Settings
from bot.store.interface import DEMO, Store
from bot.store.sealing import KeyFault

if TYPE_CHECKING:
    from bot.report.values import BoardReport
    from bot.report.voice import Voice

From = Annotated[Path | None, typer.Option("--from", help="Folder of the store; if not given, the data folder.")]
SEED = 2027


def report(
    weeks: Annotated[int, typer.Option(min=1, max=520, help="The last so many weeks.")] = 8,
    language: Annotated[Literal["da", "en"], typer.Option("--language", "-l", help="da or en.")] = "da",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write: .pdf, .html, .png, .csv or .json; else it is said here."),
    ] = None,
    folder: From = None,
    as_json: AsJson = False,
) -> None:
    """Write the board's report from what has been published; shows no figure that could point at anybody."""
    from bot.concerns.disclosure import Rules  # noqa: PLC0415 - drawing and arithmetic are loaded where they are used
    from bot.report.build import board_report  # noqa: PLC0415
    from bot.report.plain import json_file  # noqa: PLC0415
    from bot.report.sentences import everything  # noqa: PLC0415
    from bot.report.voice import Voice  # noqa: PLC0415

    settings = _settings(folder)
    knowledge = read_content(settings)
    with _store(settings, must_exist=True) as store:
        today = knowledge.day_of(wiring.now())
        made = board_report(store, knowledge, weeks, today, Rules(settings.smallest_count))
    voice = Voice(knowledge, language)
    if not made.published.periods:
        raise fail(voice("report-none", floor=str(Rules(settings.smallest_count).enough)))
    if output:
        _write(output, made, voice)
    elif as_json:
        print(json_file(made, voice).decode(), end="")
    else:
        say("\n".join(everything(made, voice)))


def _write(output: Path, made: BoardReport, voice: Voice) -> None:
    from bot.report.pdf import NoPdf  # noqa: PLC0415
    from bot.report.writers import UnknownEnding, writer_for  # noqa: PLC0415

    try:
        output.write_bytes(writer_for(output)(made, voice))
    except (UnknownEnding, NoPdf) as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail(f"{output} cannot be written ({error.strerror}). Choose another place with --output.") from None


def demo(
    into: Annotated[Path | None, typer.Option("--into", help="Folder; if not given, demo/ in the data folder.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed gives other residents.")] = SEED,
) -> None:
    """Fill a store of its own with two months of simulated residents, to try `nabo report` with."""
    import numpy as np  # noqa: PLC0415

    from bot.demo import Demo  # noqa: PLC0415
    from bot.store.weekkeys import KeyFiles  # noqa: PLC0415

    folder = (into or read_settings().data / "demo").expanduser()
    settings = _settings(folder)
    knowledge = read_content(settings)
    _make_room(settings)
    with _store(settings) as store, Shown() as progress:
        monday = week_of(knowledge.day_of(wiring.now()))
        Demo(store, knowledge, KeyFiles(folder), np.random.default_rng(seed)).fill(
            monday, lambda done, total: progress("simulating weeks", done, total)
        )
    say(f"Look at it: nabo report --from {folder}")


def _make_room(settings: Settings) -> None:
    """An earlier demonstration gives way; a store of real residents never does."""
    file = wiring.store_file(settings)
    if not file.exists():
        return
    with _store(settings) as store:
        if store.note(DEMO) is None:
            raise fail(f"{settings.data} holds a store of real residents. Choose another folder with --into.")
    for each in (file, *(file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm"))):
        each.unlink(missing_ok=True)


def _settings(folder: Path | None) -> Settings:
    """As the operator set them; a folder that is named goes before a database: no demonstration gets into that."""
    settings = read_settings()
    return settings.model_copy(update={"data": folder.expanduser(), "database": None}) if folder else settings


@contextmanager
def _store(settings: Settings, *, must_exist: bool = False) -> Iterator[Store]:
    """The store of a folder while it is needed; ends with a sentence where it cannot be used."""
    if must_exist and settings.database is None and not wiring.store_file(settings).exists():
        raise fail(f"There is no store in {settings.data}. Name its folder with --from, or make one: nabo demo")
    try:
        store = wiring.open_store(settings)
    except KeyFault as error:
        raise fail(str(error)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(f"The store in {settings.data} cannot be used ({error}). Check the folder's rights.") from None
    try:
        yield store
    finally:
        store.close()
