"""Versions of Danish wordings, so that a translation can say which one it follows."""

from __future__ import annotations

import hashlib

from knowledge.content import Wording


def version_of(wording: Wording) -> str:
    """Eight hexadecimal digits that change with any text a resident may read, not with the phrasings."""
    texts = "\x1e".join(f"{name}\x1f{text}" for name, text in sorted(wording.texts().items()))
    return hashlib.sha256(texts.encode()).hexdigest()[:8]
