"""The command `nabo`. The outermost ring: it knows every command, and nothing knows it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer

from bot.commands import ask, board, content, drafting, keep, measure, store, talk

cli = typer.Typer(
    help="Nabo answers residents' questions in their own language.",
    no_args_is_help=True,
    add_completion=False,
)
for command in (
    talk.chat,
    talk.run,
    talk.doctor,
    keep.backup,
    keep.restore,
    keep.rotate_key,
    ask.ask,
    content.check,
    drafting.translate_drafts,
    board.report,
    board.demo,
    measure.evaluate,
    measure.calibrate,
    measure.ship_vectors,
):
    cli.command()(command)
cli.add_typer(store.store, name="store")


def main(arguments: Iterable[str] | None = None) -> None:
    """The command `nabo`."""
    for stream in (sys.stdout, sys.stderr):
        # Whatever the terminal's encoding, a reply never fails to print.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    cli(args=list(arguments) if arguments is not None else None)
