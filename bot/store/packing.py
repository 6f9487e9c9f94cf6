"""Outgoing messages and cases as a store keeps them: JSON to be sealed, and rows of plain values."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, fields, replace
from typing import Any

from bot.cases.case import Case, Status
from bot.effects import Foreign, Outgoing, Sending
from bot.messages import Action, Button, StaffVerb, Verb

MOMENTS = ("opened", "promised", "answered", "last_word", "closed")
FLAGS = ("urgent", "named", "with_bot", "reminded", "overdue_told", "may_translate")
COLUMNS = tuple(field.name for field in fields(Case))


def packed(outgoing: Outgoing) -> str:
    """JSON that `unpacked` turns back."""
    return json.dumps(asdict(outgoing), ensure_ascii=False)


def unpacked(text: str) -> Outgoing:
    """The outgoing message again."""
    raw: dict[str, Any] = json.loads(text)
    rows = tuple(tuple(_button(each) for each in row) for row in raw.pop("buttons"))
    foreign = raw.pop("foreign", None)
    known = Outgoing(**raw | {"kind": Sending(raw["kind"])})
    return replace(known, buttons=rows, foreign=_foreign(foreign) if foreign else None)


def _foreign(raw: dict[str, Any]) -> Foreign:
    return Foreign(**raw | {"names": tuple(raw["names"])})


def _button(raw: dict[str, Any]) -> Button:
    verb = raw["action"]["verb"]
    kind = StaffVerb if verb in {each.value for each in StaffVerb} else Verb
    return Button(raw["label"], Action(kind(verb), raw["action"]["about"]))


def row_of(case: Case) -> dict[str, Any]:
    """A case by column."""
    values = {name: getattr(case, name) for name in COLUMNS}
    values |= {name: _written(values[name]) for name in MOMENTS}
    values |= {name: int(values[name]) for name in FLAGS}
    return values | {"status": case.status.value}


def case_of(row: dict[str, Any]) -> Case:
    """The case again."""
    values = {name: row[name] for name in COLUMNS}
    values |= {name: moment(values[name]) for name in MOMENTS if values[name]}
    values |= {name: bool(values[name]) for name in FLAGS}
    return Case(**values | {"status": Status(values["status"])})


def _written(moment: dt.datetime | None) -> str | None:
    return written_moment(moment) if moment else None


def written_moment(moment: dt.datetime) -> str:
    """A moment in UTC, so that the order of texts is the order of time."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment(text: str) -> dt.datetime:
    """The moment again."""
    return dt.datetime.fromisoformat(text)
