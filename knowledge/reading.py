"""YAML as editors write it: every scalar is text, every value remembers its line, no key stands twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError, model_validator

from knowledge.content import Place
from knowledge.problems import ContentError, Problem

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Path_ = tuple[str | int, ...]

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
YesNo = Annotated[bool, BeforeValidator(lambda value: {"yes": True, "no": False}.get(str(value), value))]


class Shape(BaseModel):
    """A part of a content file: unknown keys are refused, an empty value counts as not given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_given(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {key: each for key, each in value.items() if each is not None or key not in cls.model_fields}


S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file with the line of every value in it."""

    file: Path
    data: Any
    lines: dict[Path_, int]

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands; the nearest parent's line if it is not there."""
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, 1))


def read(file: Path) -> Document:
    """Parses a YAML file; raises ContentError with file, line and remedy."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(
            [_problem(file, 1, "the file is missing", "Restore it or copy it from another language")]
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError([_problem(file, 1, f"the file cannot be read ({error})", "Save it as UTF-8 text")]) from None
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        remedy = 'Check the indentation, and put texts holding ": " or " #" in double quotes'
        raise ContentError([_problem(file, mark.line + 1 if mark else 1, f"not valid YAML: {what}", remedy)]) from None
    builder = _Builder(file)
    try:
        data = builder.build(node, ()) if node is not None else {}
    except RecursionError:
        raise ContentError([_problem(file, 1, "a part refers to itself", "Write it out, without & and *")]) from None
    if not isinstance(data, dict):
        raise ContentError([_problem(file, 1, "the file is no list of names and values", "Begin lines with: name:")])
    if builder.problems:
        raise ContentError(builder.problems)
    return Document(file, data, builder.lines)


class _Builder:
    """Turns YAML nodes into plain values and notes lines and repeated keys on the way."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, path: Path_) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        quoted = getattr(node, "style", None)
        return node.value if quoted or node.value not in ("", "~", "null") else None

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                self.problems.append(_problem(self.file, line, f"{key!r} stands twice", "Remove one of the two"))
            result[key] = self.build(value_node, (*path, key))
            self.lines[(*path, key)] = line
        return result


def shaped(model: type[S], document: Document, *path: str | int) -> S:
    """The value at `path` checked against `model`; raises ContentError with a problem for each fault."""
    value = document.data
    for step in path:
        value = value[step]
    try:
        return model.model_validate(value if value is not None else {})
    except ValidationError as error:
        raise ContentError([_from_pydantic(document, path, fault) for fault in error.errors()]) from None


_REMEDIES = {
    "extra_forbidden": ("unknown key {name}", "Check its spelling or remove it"),
    "missing": ("{name} is missing", "Add it"),
    "string_too_short": ("{name} is empty", "Fill it in"),
    "model_type": ("{name} must hold names and values", "Write them below it, each set in by two spaces"),
    "dict_type": ("{name} must hold names and values", "Write them below it, each set in by two spaces"),
    "tuple_type": ("{name} must be a list", "Begin each of its lines with a dash"),
    "date_from_datetime_parsing": ("{name} must be a date", "Write it as in 2026-12-31"),
    "date_from_datetime_inexact": ("{name} must be a date", "Write it as in 2026-12-31"),
    "time_parsing": ("{name} must be a time of day", 'Write it as in "18:30"'),
    "string_type": ("{name} must be text", "Put it in double quotes"),
    "literal_error": ("{name} has an unknown value", "Use one of: {expected}"),
}


def _from_pydantic(document: Document, path: Path_, fault: Any) -> Problem:
    location = tuple(step for step in fault["loc"] if step != "[key]")
    entry = str(path[-1]) if path else None
    name = ".".join(str(step) for step in location) or entry or "the file"
    what, remedy = _REMEDIES.get(fault["type"], ("{name}: {message}", "Correct the value"))
    expected = fault.get("ctx", {}).get("expected", "")
    filled = {"name": name, "message": fault["msg"], "expected": expected}
    return Problem(document.place(*path, *location), what.format(**filled), remedy.format(**filled), entry)


def _problem(file: Path, line: int, what: str, remedy: str) -> Problem:
    return Problem(Place(file, line), what, remedy)
