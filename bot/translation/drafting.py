"""A machine's first draft of a language's content: only what is missing, and nothing whose facts did not survive.

What people must write themselves (examples of sensitive matters) is left empty, so that `nabo check` asks for it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_expression

from bot.translation.faithful import Faithful
from bot.translation.translator import Fault, NoTranslation
from knowledge.checks.agreement import COMMAND, NAME, PLACEABLE, facts_in
from knowledge.texts import junk_lines, variables_by_key

BY = "draft by machine"
HEAD = "# A machine's draft that nobody has read yet.\n"
NOTHING_SENSITIVE = "examples: {}\nharmless: []\ncues: {}\n"
NONE = "{}"
"""A file without entries, which loads all the same."""
Progress = Callable[[str, int, int], None]


@dataclass
class Drafting:
    """One language's draft, from a curated language's folder into its own."""

    faithful: Faithful
    source: Path
    target: Path
    at_once: int
    left_out: list[str] = field(default_factory=list)
    """What did not survive, by file and name."""

    @property
    def pair(self) -> tuple[str, str]:
        """From and into which language."""
        return self.source.name, self.target.name

    def missing(self) -> dict[str, list[str]]:
        """By file: the names of what is not there yet; a file that people must write counts as one."""
        names = {"interface.ftl": _messages(self.source / "interface.ftl")}
        files = [self.source / "other.yaml", *sorted((self.source / "faq").glob("*.yaml"))]
        names |= {str(each.relative_to(self.source)): _entries(each) for each in files}
        there = {"interface.ftl": _messages, "other.yaml": _entries}
        found = {}
        for name, wanted in names.items():
            known = there.get(name, _entries)(self.target / name)
            found[name] = [each for each in wanted if each not in known]
        return {name: wanted for name, wanted in found.items() if wanted}

    async def draft(self, today: dt.date, progress: Progress) -> None:
        """Writes what is missing, a file at a time, so that what is interrupted goes on where it was."""
        missing = self.missing()
        total, done = sum(map(len, missing.values())), 0
        (self.target / "faq").mkdir(parents=True, exist_ok=True)
        _write_new(self.target / "language.yaml", yaml.safe_dump(about(self.target.name, today), allow_unicode=True))
        _write_new(self.target / "sensitive.yaml", NOTHING_SENSITIVE)
        for name, wanted in missing.items():
            make = self._message if name.endswith(".ftl") else self._entry
            originals = _messages(self.source / name) if name.endswith(".ftl") else _entries(self.source / name)
            _write_new(self.target / name, HEAD if name.endswith(".ftl") else f"{HEAD}{NONE}\n")
            for each in wanted:
                made = await make(each, originals[each])
                if made is None:
                    self.left_out.append(f"{name}: {each}")
                else:
                    _append(self.target / name, made)
                done += 1
                progress("drafting", done, total)

    async def _message(self, key: str, value: str | None) -> str | None:
        """A Fluent message; None where it cannot be put in one text, or its placeables were lost."""
        made = await self._said(value) if value else None
        if made is None or value is None:
            return None
        lines = [f"    {line.strip()}" if line.strip() else "" for line in made.split("\n")]
        written = "\n".join([f"{key} =", *lines, ""])
        before = variables_by_key(f"{key} =\n    " + value.replace("\n", "\n    ") + "\n")
        return written if not [*junk_lines(written)] and variables_by_key(written) == before else None

    async def _entry(self, name: str, value: Any) -> str | None:
        """An entry, or a part of `other.yaml`; None where a text that residents read was lost."""
        made = await self._filled(value)
        return None if made is None else yaml.safe_dump({name: made}, allow_unicode=True, sort_keys=False, width=110)

    async def _filled(self, value: Any) -> Any:
        if isinstance(value, list):  # phrasings and messages: those that are lost are not missed
            said = await self._all(value)
            return list(dict.fromkeys(each for each in said if each))
        if isinstance(value, Mapping):
            made = {key: each if key == "follows" else await self._filled(each) for key, each in value.items()}
            return None if any(each is None for each in made.values()) else made
        return await self._said(str(value))

    async def _all(self, texts: Iterable[str]) -> list[str | None]:
        places = asyncio.Semaphore(self.at_once)  # the service's time limit counts waiting, too

        async def one(text: str) -> str | None:
            async with places:
                return await self._said(text)

        return await asyncio.gather(*(one(str(each)) for each in texts))

    async def _said(self, text: str) -> str | None:
        kept = [found.span() for kind in (PLACEABLE, COMMAND, NAME) for found in kind.finditer(text)]
        try:
            made = await self.faithful.translate(text, *self.pair, kept=kept)
        except NoTranslation as error:
            return text if error.fault is Fault.SAME and not any(map(str.isalpha, PLACEABLE.sub("", text))) else None
        ours, theirs = facts_in(text), facts_in(made)
        return (
            made.strip() if ours["placeholders"] == theirs["placeholders"] and _braces(text) == _braces(made) else None
        )


def about(code: str, today: dt.date) -> dict[str, Any]:
    """What `language.yaml` says; raises babel.UnknownLocaleError for a code that Babel does not know."""
    locale = Locale.parse(code)
    return {
        "name": (locale.get_display_name(code) or code).capitalize(),
        "english_name": locale.get_display_name("en") or code,
        "danish_name": locale.get_display_name("da") or code,
        "direction": locale.text_direction,
        "locale": code,
        "also_read": [],
        "reviews": [{"by": BY, "native": False, "on": today}],
    }


def _braces(text: str) -> list[str]:
    return sorted(PLACEABLE.findall(text))


def _entries(file: Path) -> dict[str, Any]:
    found = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None
    return dict(found or {})


def _messages(file: Path) -> dict[str, str | None]:
    """Each message with its text; None where it holds a choice, which a machine cannot translate in one piece."""
    body = FluentParser().parse(file.read_text(encoding="utf-8")).body if file.exists() else []
    return {each.id.name: _text_of(each.value) for each in body if isinstance(each, ast.Message) and each.value}


def _text_of(pattern: ast.Pattern) -> str | None:
    parts = list(_parts(pattern))
    return None if None in parts else "".join(each for each in parts if each)


def _parts(pattern: ast.Pattern) -> Iterator[str | None]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield element.value
        elif isinstance(element.expression, ast.SelectExpression | ast.Placeable):
            yield None
        else:
            yield f"{{ {serialize_expression(element.expression)} }}"


def _write_new(file: Path, text: str) -> None:
    if not file.exists():
        file.write_text(text, encoding="utf-8")


def _append(file: Path, text: str) -> None:
    before = file.read_text(encoding="utf-8").rstrip("\n").removesuffix(NONE).rstrip("\n")
    beside = file.with_suffix(f"{file.suffix}.new")
    beside.write_text(f"{before}\n\n{text}", encoding="utf-8")
    beside.replace(file)
