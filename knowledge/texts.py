"""The interface texts of one language: Fluent messages with plurals and bidi isolation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE = "\u2068", "\u2069"

Argument = str | int | dt.date


class MissingText(LookupError):
    """A text or one of its arguments is missing: a fault in the program or in `interface.ftl`."""


class Texts:
    """Formats the messages of one `interface.ftl`."""

    def __init__(self, locale: str, source: str, file: Path) -> None:
        self.file = file
        self.source = source
        self._bundle = FluentBundle([locale.replace("_", "-")], use_isolating=True)
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, key: str, /, **arguments: Argument) -> str:
        """The text `key`; raises MissingText rather than show a resident half a sentence."""
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise MissingText(f"{self.file}: there is no text {key!r}")
        value, errors = self._bundle.format_pattern(message.value, arguments)
        if errors:
            raise MissingText(f"{self.file}: text {key!r}: {errors[0]}")
        return str(value)

    def has(self, key: str) -> bool:
        """Whether there is a text of that name."""
        return self._bundle.has_message(key)


def isolate(text: str) -> str:
    """`text` kept apart from the direction of the sentence around it (Unicode bidi algorithm, UAX 9)."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}" if text else text


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        """Fluent calls this by the node's name."""
        self.names.add(node.id.name)


@lru_cache(maxsize=32)
def _parsed(source: str) -> ast.Resource:
    return FluentParser().parse(source)


def variables_by_key(source: str) -> dict[str, frozenset[str]]:
    """Each message of an `interface.ftl` with the variables it uses."""
    found = {}
    for node in _parsed(source).body:
        if isinstance(node, ast.Message):
            visitor = _Variables()
            visitor.visit(node)
            found[node.id.name] = frozenset(visitor.names)
    return found


def junk_lines(source: str) -> Iterable[tuple[int, str]]:
    """(line, reason) for every part of an `interface.ftl` that Fluent cannot read."""
    for node in _parsed(source).body:
        if isinstance(node, ast.Junk):
            start = node.annotations[0].span.start if node.annotations and node.annotations[0].span else 0
            reason = node.annotations[0].message if node.annotations else "not understood"
            yield source.count("\n", 0, start or 0) + 1, reason or "not understood"
