"""What the staff call a resident whom they may not know: a bird or a tree and a number, drawn by chance alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

NAMES = (
    "Birk", "Bøg", "El", "Elm", "Enebær", "Gran", "Hassel", "Hyld", "Kastanje", "Lind", "Løn", "Pil", "Poppel", "Rose",
    "Røn", "Slåen", "Tjørn", "Anemone", "Kløver", "Lilje", "Mynte", "Timian", "Alke", "Drossel", "Due", "Gøg", "Hejre",
    "Lærke", "Mejse", "Musvit", "Rødkælk", "Solsort", "Spurv", "Stork", "Stær", "Svale", "Terne", "Ugle", "Vibe",
)  # fmt: skip
NUMBERS = range(10, 100)

Choose = Callable[[Sequence[str]], str]
"""Draws one of several, each as likely as the other, so that nobody can foresee it (`secrets.choice`)."""


def new_alias(taken: Collection[str], choose: Choose) -> str:
    """An alias that no living case has."""
    free = [alias for name in NAMES for number in NUMBERS if (alias := f"{name} {number}") not in taken]
    return choose(free or [f"{name} {number}" for name in NAMES for number in range(100, 1000)])
