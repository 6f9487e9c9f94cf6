"""The commands. The outermost ring: the only module of bot/ that knows the edges in handlers/."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot import app as wiring
from bot.settings import Settings
from bot.understanding.decide import Understanding
from bot.understanding.decision import Decision
from knowledge.problems import ContentError

cli = typer.Typer(
    help="Nabo answers residents' questions in their own language.",
    no_args_is_help=True,
    add_completion=False,
)
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


def load_understanding(settings: Settings) -> Understanding:
    """Content and index, with a progress bar the first time; ends with every problem of the content."""
    try:
        knowledge = wiring.content(settings)
    except ContentError as error:
        raise fail(f"{error}\nMend this, then try again: nabo check") from None
    with Shown() as progress:
        return wiring.understanding(settings, knowledge, progress)


@cli.command()
def chat(
    language: Annotated[str | None, typer.Option("--language", "-l", help="Language to begin in, such as ar.")] = None,
) -> None:
    """Talk with Nabo in this terminal: no token, no network, nothing kept."""
    from handlers.terminal import Terminal  # noqa: PLC0415 - edges are loaded by the command that needs them

    settings = read_settings()
    with Shown() as progress:
        try:
            app = wiring.build(settings, wiring.forgetful_store(), progress)
        except ContentError as error:
            raise fail(str(error)) from None
    languages = app.turns.knowledge.languages
    if language and language not in languages:
        raise fail(f"There is no language {language!r}. Choose one of: {', '.join(languages)}.")
    Terminal(app.turns, out).run(sys.stdin, language)


@cli.command()
def run() -> None:
    """Answer residents in Telegram (long polling) until stopped."""
    from bot.store.sealing import KeyFault  # noqa: PLC0415
    from handlers.service import TokenRefused, run_service  # noqa: PLC0415

    settings = read_settings()
    start_log(settings.log_level)
    if settings.token is None or not settings.token.get_secret_value().strip():
        raise fail(
            "There is no token. Get one from @BotFather in Telegram and set NABO_TOKEN to it (or put it in .env)."
        )
    try:
        store = wiring.open_store(settings)
        with Shown() as progress:
            app = wiring.build(settings, store, progress)
        asyncio.run(run_service(settings, app))
    except ContentError as error:
        raise fail(f"{error}\nMend this, then start again: nabo check") from None
    except KeyFault as error:
        raise fail(str(error)) from None
    except TokenRefused:
        raise fail("Telegram does not know this token. Copy it anew from @BotFather into NABO_TOKEN.") from None
    except (OSError, sqlite3.Error) as error:
        raise fail(
            f"The store in {settings.data} cannot be used ({error}). Check the folder's rights and space."
        ) from None
    store.close()


@cli.command()
def doctor(as_json: AsJson = False) -> None:
    """Look whether everything is there that `nabo run` needs; ends with status 1 if something is missing."""
    from handlers.doctor import Finding, examine  # noqa: PLC0415

    settings = read_settings()
    try:
        knowledge = wiring.content(settings)
    except ContentError as error:
        raise fail(f"{error}\nMend this first: nabo check") from None

    async def looked() -> list[Finding]:
        findings = []
        async for finding in examine(settings, knowledge):
            findings.append(finding)
            if not as_json:
                mark, remedy = ("good", "") if finding.good else ("MEND", f". {finding.remedy}.")
                out.print(f"{mark}  {finding.what}{remedy}", markup=False, highlight=False, soft_wrap=True)
        return findings

    findings = asyncio.run(looked())
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


def start_log(level: str) -> None:
    """Lines on standard error. The HTTP library stays quiet: its lines hold the token."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s", level=level.upper(), stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram", "aiolimiter"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


@cli.command()
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


@cli.command()
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
            out.print(_grid(report.languages))
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


def _grid(rows: Sequence[dict[str, Any]]) -> Table:
    grid = Table(*rows[0], box=None)
    for row in rows:
        grid.add_row(*(f"{100 * value:.1f} %" if isinstance(value, float) else str(value) for value in row.values()))
    return grid


Files = Annotated[list[Path], typer.Argument(help="Files of labelled messages, a JSON object a line.")]


@cli.command()
def evaluate(
    files: Files,
    as_json: AsJson = False,
    misses: Annotated[bool, typer.Option("--misses", help="List the messages that went wrong, by id.")] = False,
    languages: Annotated[
        bool, typer.Option("--languages", help="Show which languages are taken for which others.")
    ] = False,
) -> None:
    """Measure accuracy on labelled messages: a line per language and kind of message."""
    from bot.evaluation import (  # noqa: PLC0415
        BadMessages,
        confusion,
        is_offered,
        is_right,
        judge,
        read_messages,
        table,
    )

    try:
        messages = read_messages(files)
    except BadMessages as error:
        raise fail(str(error)) from None
    understanding = load_understanding(read_settings())
    with Shown() as progress:
        decisions = judge(messages, understanding.decide, progress)
    rows = [_measures(row) for row in table(messages, decisions)]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for group in dict.fromkeys(row["messages"] for row in rows):
            out.print(_grid(_told([row for row in rows if row["messages"] == group])))
    if languages:
        out.print(_grid(_confused(confusion(messages, decisions))))
    if misses:
        for message, decision in zip(messages, decisions, strict=True):
            if message.is_question and not (is_right(message, decision) or is_offered(message, decision)):
                got = decision.entry or decision.outcome
                out.print(f"{message.id}: {'|'.join(message.accept)} <> {got}", markup=False, highlight=False)


def _told(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the measures that say nothing of these messages."""
    return [{name: value for name, value in row.items() if any(each[name] != "" for each in rows)} for row in rows]


def _confused(found: Mapping[str, Counter[str]]) -> list[dict[str, Any]]:
    return [
        {
            "written in": code,
            "messages": taken.total(),
            "right": taken[code] / taken.total(),
            "taken for": ", ".join(f"{other} {count}" for other, count in taken.most_common() if other != code) or "-",
        }
        for code, taken in found.items()
    ]


def _measures(row: Any) -> dict[str, Any]:
    questions, sensitive = row.group == "questions", row.group == "sensitive"
    return {
        "messages": row.group,
        "language": row.language,
        "count": row.count,
        "right first": row.right if questions else "",
        "right or button": row.right_or_button if questions else "",
        "wrong": row.wrong if questions else "",
        "not answered": row.not_answered,
        "language right": row.language_right,
        "automatic": row.automatic,
        "taken over": row.taken_over,
        "offered": row.offered,
        "urgent found": row.urgent_found if sensitive else "",
        "category right": row.category_right if sensitive else "",
    }


@cli.command()
def calibrate(files: Files) -> None:
    """Fit weights and thresholds anew, on validation messages kept apart from the phrasings (for developers)."""
    from bot.evaluation import BadMessages, read_messages  # noqa: PLC0415
    from bot.tuning import calibrated, calibrated_sensitive  # noqa: PLC0415
    from bot.understanding.calibration import write_calibration  # noqa: PLC0415
    from bot.understanding.examples import examples_of  # noqa: PLC0415
    from bot.understanding.index import vectors_of  # noqa: PLC0415

    settings = read_settings()
    understanding = load_understanding(settings)
    try:
        messages = read_messages(files)
    except BadMessages as error:
        raise fail(str(error)) from None
    examples = examples_of(wiring.content(settings))
    with Shown() as progress:
        vectors = vectors_of(examples, understanding.embedder, settings.cache.expanduser())
        entries = [message for message in messages if not message.category]
        chosen = calibrated(entries, understanding, examples, vectors, progress)
        anew = replace(understanding, calibration=chosen.calibration)
        sensitive, sensitive_thresholds = calibrated_sensitive(messages, anew, progress)
    calibration = replace(chosen.calibration, sensitive=sensitive, sensitive_thresholds=sensitive_thresholds)
    write_calibration(calibration, chosen.curve, ", ".join(file.name for file in files))
    out.print(f"Right entry first, held out of the fit: {100 * chosen.held_out:.1f} %")
    out.print(f"Sensitive matters: {sensitive}; {sensitive_thresholds}")
    out.print(f"Answer from {chosen.calibration.thresholds.answer:.3f} on; {chosen.calibration.weights}")


def main(arguments: Iterable[str] | None = None) -> None:
    """The command `nabo`."""
    for stream in (sys.stdout, sys.stderr):
        # Whatever the terminal's encoding, a reply never fails to print.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    cli(args=list(arguments) if arguments is not None else None)
