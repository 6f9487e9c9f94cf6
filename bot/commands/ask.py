"""What Nabo makes of a message, or of a line of JSON each."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer
from rich.table import Table

from bot.commands.shared import AsJson, fail, load_understanding, out, read_settings
from bot.understanding.decide import Understanding
from bot.understanding.decision import Decision


def ask(
    text: Annotated[str | None, typer.Argument(help="A message as a resident would write it.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read a JSON object a line, print a decision a line.")] = False,
    hint: Annotated[str | None, typer.Option("--language", "-l", help="The language it is likely to be in.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show what Nabo makes of a message."""
    if jsonl == (text is not None):
        raise fail(
            'Give a message, as in: nabo ask "hvornår begynder byggeriet", or --jsonl and lines on standard input.'
        )
    understanding = load_understanding(read_settings())
    if text is not None:
        decision = understanding.decide(text, hint)
        if as_json:
            print(json.dumps(decision.as_dict(), ensure_ascii=False))
        else:
            show(decision)
        return
    bad = sum(not answer_line(line, understanding) for line in sys.stdin.buffer if line.strip())
    if bad:
        raise typer.Exit(1)


def answer_line(line: bytes, understanding: Understanding) -> bool:
    """Prints the decision for one JSON line; False if the line was bad, which is said in its place."""
    known: dict[str, Any] = {}
    try:
        known = json.loads(line)
        result = {"id": known["id"]} | understanding.decide(_text(known), known.get("language_code")).as_dict()
        good = True
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        identity = known.get("id") if isinstance(known, dict) else None
        reason = f"needs a JSON object with id and text ({type(error).__name__}: {error})"
        result, good = {"id": identity, "error": reason}, False
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
    return good


def _text(known: dict[str, Any]) -> str:
    if not isinstance(known["text"], str):
        raise TypeError("text is not a string")
    return known["text"]


def show(decision: Decision) -> None:
    """A decision for a person."""
    out.print(f"[bold]{decision.outcome}[/] {decision.entry or decision.smalltalk or ''}  ({decision.language})")
    grid = Table("entry", "score", box=None)
    for candidate in decision.candidates:
        grid.add_row(candidate.entry, f"{candidate.score:.2f}")
    out.print(grid)
