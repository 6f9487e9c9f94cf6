"""Commands about the store as a whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import typer

from bot import app as wiring
from bot.commands.shared import Shown, fail, grid, out, read_settings, say
from bot.store.sealing import KeyFault

store = typer.Typer(help="The store as a whole.", no_args_is_help=True)


@store.callback()
def whole() -> None:
    """The store as a whole."""


@store.command()
def copy() -> None:
    """Copy the file in the data folder to the empty database of NABO_DATABASE. Stop Nabo before."""
    import psycopg  # noqa: PLC0415 - commands that need no database start sooner

    from bot.store.copying import CopyFault  # noqa: PLC0415
    from bot.store.copying import copy as copied  # noqa: PLC0415

    settings = read_settings()
    file = wiring.store_file(settings)
    if settings.database is None:
        raise fail("There is no database to copy to: set NABO_DATABASE, such as postgresql://nabo@db/nabo.")
    if not file.exists():
        raise fail(f"There is no store in {settings.data}: look at NABO_DATA.")
    try:
        # Opened once, both are up to date and have been made with the same key.
        wiring.open_store(settings.model_copy(update={"database": None})).close()
        wiring.open_store(settings).close()
        with (
            closing(sqlite3.connect(file, isolation_level=None)) as source,
            psycopg.connect(settings.database.get_secret_value()) as target,
            Shown() as progress,
        ):
            rows = copied(source, target, progress)
    except (CopyFault, KeyFault) as error:
        raise fail(str(error)) from None
    except (OSError, sqlite3.Error, psycopg.Error) as error:
        raise fail(f"The store could not be copied ({error}). Nothing was kept of it.") from None
    out.print(grid([{"table": table, "rows": count} for table, count in rows.items()]))
    say("All rows are there. Start Nabo with NABO_DATABASE; the file stays as it is.")
