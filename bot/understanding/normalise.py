"""Makes two ways of typing the same message look the same, without changing what it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

MAX_CHARACTERS = 400
"""What is read of a message. Longer ones say what they want at their beginning or end: half is taken of each."""

MOST_MARKS = 3
"""Combining marks kept on one letter: no script needs more, and thousands of them would keep the model busy."""

_LETTER_RUN = re.compile(r"(\w)\1{2,}")
_SPACE = re.compile(r"\s+")
_NOT_WORDS = re.compile(r"[^\w\s\u0900-\u1cff]+")
_LINKS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@\w[\w.-]{1,80}")

_ARABIC_VARIANTS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
        "ك": "ک", "ـ": "", "ہ": "ه", "ھ": "ه", "ە": "ه",
    }
)  # fmt: skip

_FOLDED = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ħ": "h"}
)


def readable(text: str) -> str:
    """`text` with its words as written, safe for any model: no NUL, lone surrogate, control or bidi mark, one line."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = unicodedata.normalize("NFKC", text)
    kept = (character if _speaks(character) else " " for character in _without_stacks(text))
    return _shortened(_SPACE.sub(" ", _LINKS.sub(" ", "".join(kept).replace("\u200d", ""))).strip())


def _without_stacks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MOST_MARKS:
            yield character


def _shortened(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    half = MAX_CHARACTERS // 2
    return f"{text[:half]} {text[-half:]}"


@lru_cache(maxsize=8192)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


@lru_cache(maxsize=8192)
def _speaks(character: str) -> bool:
    """Whether a character can carry meaning: not a control, format or private mark, not an emoji."""
    if character in "\n\t \u200c":
        return True
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk"}


def normalised(text: str) -> str:
    """Lower case, runs of one letter shortened, punctuation gone: what the meaning model reads."""
    text = _LETTER_RUN.sub(r"\1\1", readable(text).casefold().replace("\u200c", " "))
    return _SPACE.sub(" ", text).strip()


def spelling_key(text: str) -> str:
    """Only letters, digits and single spaces, without diacritics and spelling variants: what spelling compares."""
    text = normalised(text).translate(_ARABIC_VARIANTS).translate(_FOLDED)
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(each for each in decomposed if unicodedata.category(each) != "Mn" or _is_vowel_sign(each))
    return _SPACE.sub(" ", _NOT_WORDS.sub(" ", unicodedata.normalize("NFC", bare)).replace("_", " ")).strip()


def _is_vowel_sign(mark: str) -> bool:
    """Marks of scripts in which they are letters, not decoration (Indic and others, not Latin, Arabic, Greek)."""
    return "\u0900" <= mark <= "\u1cff"


def has_words(text: str) -> bool:
    """Whether anything is left that a language could be read from."""
    return any(character.isalpha() for character in readable(text))
