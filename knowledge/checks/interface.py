"""Rules for `interface.ftl`: readable, complete, with the same variables and facts as the Danish."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.checks.agreement import differences, is_untranslated
from knowledge.checks.markup import faults_of
from knowledge.checks.reading import Reading, Severity
from knowledge.content import SMALLTALK_KINDS, Knowledge, Place
from knowledge.problems import Problem
from knowledge.texts import MissingText, Texts, junk_lines, variables_by_key

MESSAGE = re.compile(r"([A-Za-z][\w-]*)\s*=(.*)", re.DOTALL)
SELECTION = re.compile(r"\{[^{}]*->")
LONGEST = {"button-": 30, "topic-": 30, "command-": 256, "bot-description": 512}
"""Characters that fit on a button, in a command list and in a bot's description."""
EXEMPT = frozenset({"topic-menu"})


@dataclass(frozen=True, slots=True)
class _Message:
    line: int
    source: str
    variables: frozenset[str]


class _Interface:
    """One `interface.ftl`, message by message."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.messages: dict[str, _Message] = {}
        self.doubled: list[tuple[str, int]] = []
        variables = variables_by_key(texts.source)
        for line, key, source in _split(texts.source):
            if key in self.messages:
                self.doubled.append((key, line))
            if key in variables:
                self.messages[key] = _Message(line, source, variables[key])

    def problem(self, key: str, what: str, remedy: str, severity: Severity = "error") -> Problem:
        place = Place(self.texts.file, self.messages[key].line if key in self.messages else 1)
        return Problem(place, f"text {key!r} {what}", remedy, severity=severity)


def _split(source: str) -> Iterator[tuple[int, str, str]]:
    start, key, parts = 0, "", [""]
    for number, line in enumerate(source.splitlines(), 1):
        if line[:1].isspace() or not line or line[0] == "}":
            parts.append(line)
            continue
        if key:
            yield start, key, "\n".join(parts)
        found = MESSAGE.match(line)
        start, key, parts = (number, found[1], [found[2]]) if found else (number, "", [])
    if key:
        yield start, key, "\n".join(parts)


def check_interface(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    interface = _Interface(reading.language.texts)
    yield from _unreadable(interface)
    yield from _lengths(interface)
    yield from _contents(interface)
    if reading.is_danish:
        yield from _required(interface, reading.knowledge)
    else:
        danish = _Interface(reading.danish.texts)
        yield from _keys(interface, danish)
        yield from _variables(interface, danish)
        yield from _facts(interface, danish)


def share_of_interface(texts: Texts, danish: Texts) -> float:
    """How much of the Danish interface a language has."""
    wanted = variables_by_key(danish.source)
    return sum(texts.has(key) for key in wanted) / max(1, len(wanted))


def required_keys(knowledge: Knowledge) -> Iterator[str]:
    """The texts whose names follow from the content."""
    yield from (f"topic-{topic}" for topic in knowledge.topics)
    yield from (f"smalltalk-{kind}" for kind in SMALLTALK_KINDS)
    yield from sorted({f"source-{entry.source}" for entry in knowledge.entries.values()})
    yield from (f"contact-{part}" for part in ("phone", "email", "hours", "place"))
    yield from ("vote-result-yes", "vote-result-no", "notice-rejected", "notice-vote-held")


def _unreadable(interface: _Interface) -> Iterator[Problem]:
    for line, reason in junk_lines(interface.texts.source):
        remedy = "Write it as in the Danish file: name = text, further lines set in by four spaces"
        yield Problem(Place(interface.texts.file, line), f"Fluent cannot read this ({reason.rstrip('.')})", remedy)
    for key, line in interface.doubled:
        yield Problem(Place(interface.texts.file, line), f"text {key!r} stands twice", "Remove one of the two")


def _lengths(interface: _Interface) -> Iterator[Problem]:
    for key, message in interface.messages.items():
        most = next((most for start, most in LONGEST.items() if key.startswith(start)), None)
        if most is not None and key not in EXEMPT and len(message.source.strip()) > most:
            what = f"has {len(message.source.strip())} characters"
            yield interface.problem(key, what, f"Shorten it to {most}")


def _contents(interface: _Interface) -> Iterator[Problem]:
    for key, message in interface.messages.items():
        text = _formatted(interface.texts, key, message.variables)
        if text is None:
            remedy = "Compare its braces and variables with the Danish file"
            yield interface.problem(key, "cannot be shown", remedy)
        elif not text.strip():
            yield interface.problem(key, "is empty", "Write the text")
        for what, remedy in faults_of(message.source):
            yield interface.problem(key, what, remedy)


def _formatted(texts: Texts, key: str, variables: frozenset[str]) -> str | None:
    for sample in (1, dt.date(2000, 1, 1)):
        try:
            return texts(key, **dict.fromkeys(variables, sample))
        except MissingText:
            continue
    return None


def _required(interface: _Interface, knowledge: Knowledge) -> Iterator[Problem]:
    for key in required_keys(knowledge):
        if key not in interface.messages:
            yield interface.problem(key, "is missing, though the content needs it", "Add it, in every language")


def _keys(interface: _Interface, danish: _Interface) -> Iterator[Problem]:
    for key, message in danish.messages.items():
        if key not in interface.messages:
            remedy = f"Translate it from {Place(danish.texts.file, message.line)}"
            yield interface.problem(key, "is missing", remedy)
    for key in interface.messages:
        if key not in danish.messages:
            yield interface.problem(key, "does not exist in Danish", "Correct its name or remove it")


def _variables(interface: _Interface, danish: _Interface) -> Iterator[Problem]:
    for key in interface.messages.keys() & danish.messages.keys():
        ours, theirs = interface.messages[key].variables, danish.messages[key].variables
        if ours != theirs:
            named = ", ".join(f"${name}" for name in sorted(ours ^ theirs))
            remedy = f"Use exactly: {', '.join(f'{{ ${name} }}' for name in sorted(theirs)) or 'none'}"
            yield interface.problem(key, f"differs from the Danish in its variables ({named})", remedy)


def _facts(interface: _Interface, danish: _Interface) -> Iterator[Problem]:
    for key in interface.messages.keys() & danish.messages.keys():
        ours, theirs = interface.messages[key].source, danish.messages[key].source
        place = Place(danish.texts.file, danish.messages[key].line)
        if not SELECTION.search(ours + theirs):
            for what, remedy in differences(ours, theirs):
                yield interface.problem(key, what, f"{remedy} ({place})")
        if is_untranslated(ours, theirs):
            yield interface.problem(key, "is still the Danish text", f"Translate it ({place})", "warning")
