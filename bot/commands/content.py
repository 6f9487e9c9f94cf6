"""Checking the content."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, fail, grid, out, read_settings, say
from bot.settings import Settings
from bot.store.sealing import KeyFault
from knowledge.problems import ContentError


def check(
    as_json: AsJson = False,
    quick: Annotated[bool, typer.Option("--quick", help="Do not compare phrasings with one another.")] = False,
    strays: Annotated[
        bool, typer.Option("--strays", help="List each phrasing that sits closer to another entry than to its own.")
    ] = False,
) -> None:
    """Check all content and configuration; ends with status 1 if anything must be mended."""
    from bot.checking import ContentReport, content_report  # noqa: PLC0415
    from bot.understanding.meaning import load_embedder  # noqa: PLC0415

    settings = read_settings()
    try:
        knowledge = wiring.content(settings)
        embedder = None if quick else load_embedder(2)
        with Shown() as progress:
            report = content_report(knowledge, wiring.now().date(), embedder, settings.cache, progress)
    except ContentError as error:
        report = ContentReport(error.problems, (), ())
    notes = report.strays if strays else ()
    facts, drafts, said = _facts(settings), list(_drafts(settings)), _said(settings)
    if as_json:
        problems = [_as_dict(problem) for problem in (*report.problems, *notes)]
        told = {"problems": problems, "languages": report.languages, "facts": facts, "drafts": drafts, "did": said}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for problem in (*report.problems, *notes):
            say(str(problem))
        if report.languages:
            out.print(grid(report.languages))
        for line in (*map(_fact_line, facts), *map(_draft_line, drafts), *map(_said_line, said)):
            say(line)
        out.print(f"{report.errors} errors, {len(report.problems) - report.errors} warnings")
        if report.strays and not strays:
            out.print(f"{len(report.strays)} phrasings sit closer to another entry: nabo check --strays")
    if report.errors:
        raise typer.Exit(1)


def _facts(settings: Settings) -> list[dict[str, str]]:
    """What the staff have set in their group; the content is checked without it."""
    try:
        found = wiring.facts_set_by_staff(settings)
    except (KeyFault, OSError, sqlite3.Error) as error:
        raise fail(f"The facts that staff have set cannot be read: {error}") from None
    return [
        {"name": each.change.name, "value": each.change.value or "", "since": f"{each.at:%Y-%m-%d}"} for each in found
    ]


def _fact_line(fact: dict[str, str]) -> str:
    value = fact["value"].replace("\n", "; ") or "not announced"
    return f"set in the staff's group since {fact['since']}, not by estate.yaml: {fact['name']}: {value}"


def _said(settings: Settings) -> list[dict[str, str]]:
    """Sentences of the board and the staff that stand in the store; those who read Danish see them."""
    try:
        found = wiring.sentences_written(settings)
    except (KeyFault, OSError, sqlite3.Error) as error:
        raise fail(f"The sentences of board and staff cannot be read: {error}") from None
    return [{"entry": entry, "text": draft.text, "on": f"{draft.on}"} for entry, draft in sorted(found.items())]


def _said_line(said: dict[str, str]) -> str:
    return (
        f"you asked, we did, in Danish only since {said['on']}: {said['entry']}: {said['text']}"
        " (put it into languages/<code>/did.yaml, translated)"
    )


def _drafts(settings: Settings) -> Iterator[dict[str, Any]]:
    try:
        for draft in wiring.draft_folder(settings).unfinished():
            yield {"file": str(draft.file), "missing": list(draft.missing)}
    except OSError as error:
        raise fail(f"The drafts cannot be read: {error}") from None


def _draft_line(draft: dict[str, Any]) -> str:
    missing = "; ".join(draft["missing"])
    return f"draft {draft['file']}: {f'missing: {missing}' if missing else 'complete: make an entry of it'}"


def _as_dict(problem: Any) -> dict[str, Any]:
    return {
        "file": str(problem.place.file),
        "line": problem.place.line,
        "severity": problem.severity,
        "entry": problem.entry,
        "what": problem.what,
        "remedy": problem.remedy,
    }
