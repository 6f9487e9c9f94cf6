"""Sensitive matters: the categories, and the examples of each in one language. Raises ContentError."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from knowledge.content import SensitiveCategory, SensitiveExamples
from knowledge.problems import ContentError, Problem
from knowledge.reading import Document, Filled, Shape, YesNo, read, shaped

FILE = "sensitive.yaml"


class _CategoryShape(Shape):
    urgent: YesNo
    escalate: Literal["automatic", "ask"]
    means: Filled


class _ExamplesShape(Shape):
    examples: dict[str, tuple[Filled, ...]]
    harmless: tuple[Filled, ...] = ()
    cues: dict[str, tuple[Filled, ...]] = Field(default_factory=dict)


def load_categories(root: Path) -> dict[str, SensitiveCategory]:
    """Every category of `sensitive.yaml`, the urgent ones first."""
    document = read(root / FILE)
    shapes = {name: shaped(_CategoryShape, document, name) for name in document.data}
    found = [SensitiveCategory(name, each.urgent, each.escalate, each.means) for name, each in shapes.items()]
    return {category.id: category for category in sorted(found, key=lambda each: not each.urgent)}


def load_examples(folder: Path, categories: Mapping[str, Any]) -> SensitiveExamples:
    """The examples of one language."""
    document = read(folder / FILE)
    shape = shaped(_ExamplesShape, document)
    _refuse_unknown(document, "examples", shape.examples, categories)
    _refuse_unknown(document, "cues", shape.cues, categories)
    return SensitiveExamples(shape.examples, shape.harmless, shape.cues)


def _refuse_unknown(document: Document, part: str, found: Mapping[str, Any], categories: Mapping[str, Any]) -> None:
    unknown = [name for name in found if name not in categories]
    if unknown:
        remedy = f"Use one of: {', '.join(categories)}"
        what = "there is no category {!r}"
        raise ContentError([Problem(document.place(part, name), what.format(name), remedy) for name in unknown])
