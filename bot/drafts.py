"""Drafts of new entries, a YAML file each: an answer that the staff gave, for an editor of the content to complete.

A draft holds what the staff wrote, never what a resident wrote, and names no case.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HEAD = """\
# A draft made from an answer of the staff. Nabo does not use it.
# Take out whatever tells of one resident. Fill in what is empty. Then make an entry of it, as CONTRIBUTING.md says,
# in every language of languages_missing, and delete this file. `nabo check` lists what is still missing.
"""
QUESTION = re.compile(r"^question:.*$", re.MULTILINE)
TO_FILL_IN = ("question", "answer", "source", "entry")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft as `nabo check` lists it."""

    file: Path
    missing: tuple[str, ...]


class DraftFolder:
    """Where the drafts are; the folder is made with the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _file(self, number: int) -> Path:
        return self._folder / f"draft-{number}.yaml"

    def keep(self, number: int, answer: str, languages: Iterable[str], made: dt.date) -> bool:
        """Writes a draft; False, and nothing is changed, if there is one of that number. Raises OSError."""
        if self._file(number).exists():
            return False
        draft = {"made": made.isoformat(), "question": "", "answer": answer, "source": "", "entry": ""}
        self._write(number, HEAD + _yaml(draft | {"languages_missing": [*languages]}))
        return True

    def ask(self, number: int, question: str) -> bool:
        """Sets the question of a draft, leaving everything else as it is; False if there is none. Raises OSError."""
        if not self._file(number).exists():
            return False
        line = _yaml({"question": question}).rstrip("\n")
        text = self._file(number).read_text(encoding="utf-8")
        self._write(number, QUESTION.sub(lambda _: line, text, count=1))
        return True

    def _write(self, number: int, text: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = self._file(number).with_suffix(".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(self._file(number))

    def unfinished(self) -> Iterator[Unfinished]:
        """Every draft with what it lacks, in the order in which they were made. Raises OSError."""
        for file in sorted(self._folder.glob("draft-*.yaml"), key=lambda file: (len(file.name), file.name)):
            yield Unfinished(file, tuple(_missing(file)))


def _missing(file: Path) -> Iterator[str]:
    try:
        draft = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes texts only
    except (yaml.YAMLError, UnicodeDecodeError):
        draft = None
    if not isinstance(draft, dict):
        yield "it cannot be read: mend its YAML"
        return
    yield from (name for name in TO_FILL_IN if not draft.get(name))
    languages = draft.get("languages_missing") or []
    if languages:
        yield f"languages {' '.join(map(str, languages))}"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _yaml(values: dict[str, Any]) -> str:
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
