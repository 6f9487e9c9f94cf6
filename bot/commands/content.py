"""Checking the content."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, grid, out, read_settings
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
    if as_json:
        problems = [_as_dict(problem) for problem in (*report.problems, *notes)]
        print(json.dumps({"problems": problems, "languages": report.languages}, ensure_ascii=False, indent=1))
    else:
        for problem in (*report.problems, *notes):
            out.print(str(problem), markup=False, highlight=False, soft_wrap=True)
        if report.languages:
            out.print(grid(report.languages))
        out.print(f"{report.errors} errors, {len(report.problems) - report.errors} warnings")
        if report.strays and not strays:
            out.print(f"{len(report.strays)} phrasings sit closer to another entry: nabo check --strays")
    if report.errors:
        raise typer.Exit(1)


def _as_dict(problem: Any) -> dict[str, Any]:
    return {
        "file": str(problem.place.file),
        "line": problem.place.line,
        "severity": problem.severity,
        "entry": problem.entry,
        "what": problem.what,
        "remedy": problem.remedy,
    }
