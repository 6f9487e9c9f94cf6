"""Accuracy on labelled messages, and fitting anew by them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, fail, grid, load_understanding, out, read_settings

Files = Annotated[list[Path], typer.Argument(help="Files of labelled messages, a JSON object a line.")]


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
            out.print(_table(str(group), _told([row for row in rows if row["messages"] == group])))
    if languages:
        out.print(grid(_confused(confusion(messages, decisions))))
    if misses:
        for message, decision in zip(messages, decisions, strict=True):
            if message.is_question and not (is_right(message, decision) or is_offered(message, decision)):
                got = decision.entry or decision.outcome
                out.print(f"{message.id}: {'|'.join(message.accept)} <> {got}", markup=False, highlight=False)


def _told(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the measures that say nothing of these messages."""
    return [{name: value for name, value in row.items() if any(each[name] != "" for each in rows)} for row in rows]


HEADS = {
    "right first": ("first", "the right entry comes first"),
    "right or button": ("button", "the right entry comes first or is a button"),
    "wrong": ("wrong", "answered with a wrong entry"),
    "not answered": ("silent", "no entry is given as an answer"),
    "language right": ("lang.", "the language is found"),
    "automatic": ("auto", "a case is opened at once"),
    "taken over": ("taken", "a person comes instead of an answer"),
    "offered": ("offer", "a person is offered"),
    "urgent found": ("urgent", "urgent matters found"),
    "category right": ("categ.", "the category is right"),
}
"""Short heads, so that a table fits into 80 columns, and what they mean."""


def _table(group: str, rows: Sequence[dict[str, Any]]) -> Table:
    shown = [name for name in rows[0] if name != "messages"]
    table = grid([{HEADS.get(name, (name, ""))[0]: row[name] for name in shown} for row in rows])
    table.title, table.title_justify = group, "left"
    table.caption = "; ".join(f"{HEADS[name][0]}: {HEADS[name][1]}" for name in shown if name in HEADS)
    table.caption_justify = "left"
    return table


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


def calibrate(files: Files) -> None:
    """Fit weights and thresholds anew, on validation messages kept apart from the phrasings (for developers)."""
    from bot.evaluation import BadMessages, read_messages  # noqa: PLC0415
    from bot.tuning import Taught, calibrated, calibrated_sensitive  # noqa: PLC0415
    from bot.understanding.calibration import write_calibration  # noqa: PLC0415
    from bot.understanding.index import vectors_of  # noqa: PLC0415
    from bot.understanding.sensitive import material_of  # noqa: PLC0415

    settings = read_settings()
    understanding = load_understanding(settings)
    try:
        messages = read_messages(files)
    except BadMessages as error:
        raise fail(str(error)) from None
    knowledge = wiring.content(settings)
    cache = settings.cache.expanduser()
    with Shown() as progress:
        to_entries, to_matters = (
            Taught(examples, vectors_of(examples, understanding.embedder, cache))
            for examples in material_of(knowledge).prepare()
        )
        entries = [message for message in messages if not message.category]
        chosen = calibrated(entries, understanding, to_entries, progress)
        anew = replace(understanding, calibration=chosen.calibration)
        calibration = calibrated_sensitive(messages, anew, to_entries, to_matters, knowledge, progress)
    write_calibration(calibration, chosen.curve, ", ".join(file.name for file in files))
    out.print(f"Right entry first, held out of the fit: {100 * chosen.held_out:.1f} %")
    out.print(f"Sensitive matters: {calibration.sensitive}; {calibration.sensitive_thresholds}")
    out.print(
        f"In languages without examples: {calibration.sensitive_foreign}; {calibration.sensitive_foreign_thresholds}"
    )
    out.print(f"Answer from {calibration.thresholds.answer:.3f} on; {calibration.weights}")


def ship_vectors() -> None:
    """Keep the vectors of all texts with the program, so that its first start is short (for developers)."""
    from bot.understanding.index import vectors_of  # noqa: PLC0415
    from bot.understanding.meaning import load_embedder  # noqa: PLC0415
    from bot.understanding.sensitive import material_of  # noqa: PLC0415
    from bot.understanding.shipped import FILE, write_shipped  # noqa: PLC0415

    settings = read_settings()
    embedder = load_embedder(2)
    if embedder is None:
        raise fail("The embedder cannot be loaded. Install what requirements.lock lists, then try again.")
    _, examples = material_of(wiring.content(settings)).prepare()
    with Shown() as progress:
        vectors = vectors_of(examples, embedder, settings.cache.expanduser(), progress)
    size = write_shipped(embedder.name, [example.text for example in examples], vectors)
    out.print(f"{len(examples)} examples, {size / 1e6:.1f} MB in {FILE}")
