"""Groups of languages in which residents are counted: small ones together, so that a group is no name tag."""

from __future__ import annotations

OTHER = "other"

GROUPS: tuple[str, ...] = ("da", "en", "ar", "tr", "ur+fa", "bs+pl+uk+ro", OTHER)
"""Codes with + between them. Decided once and for all estates, not by how many write: a group that came and went with
its numbers would tell of them. A language added to the content counts as other until it is put into one of these.
"""

_GROUP_OF = {code: group for group in GROUPS for code in group.split("+")}


def group_of(code: str | None) -> str:
    """The group of a language by its code."""
    return _GROUP_OF.get(code or "", OTHER)
