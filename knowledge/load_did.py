"""did.yaml -> what has been done since residents asked, by entry. A language without the file has none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from knowledge.content import Said
from knowledge.reading import Filled, Shape, read, shaped

DID = "did.yaml"


class _SaidShape(Shape):
    text: Filled
    on: dt.date


def load_did(folder: Path) -> Mapping[str, Said]:
    """A language's sentences; raises ContentError."""
    file = folder / DID
    if not file.exists():
        return {}
    document = read(file)
    found = {}
    for entry in document.data or {}:
        shape = shaped(_SaidShape, document, entry)
        found[str(entry)] = Said(shape.text, shape.on, document.place(entry))
    return found
