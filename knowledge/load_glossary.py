"""glossary.yaml -> Glossary."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from knowledge.content import Glossary, Term
from knowledge.reading import Filled, Shape, read, shaped

GLOSSARY = "glossary.yaml"


class _TermShape(Shape):
    say: Filled
    also: tuple[Filled, ...] = ()


class _GlossaryShape(Shape):
    terms: dict[str, _TermShape] = Field(default_factory=dict)
    names_after: tuple[Filled, ...] = ()


def load_glossary(folder: Path) -> Glossary:
    """A language's glossary, empty where it has none; raises ContentError."""
    file = folder / GLOSSARY
    if not file.exists():
        return Glossary()
    shape = shaped(_GlossaryShape, read(file))
    return Glossary({word: Term(term.say, term.also) for word, term in shape.terms.items()}, shape.names_after)
