"""A translation states the same facts as the Danish: numbers, names, links, commands, placeholders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from knowledge.checks.reading import Reading
from knowledge.facts import placeholders
from knowledge.problems import Problem

NAMES = (
    "Gladsaxe Pædagogisk Videnscenter",
    "Fællesskabet Værebro",
    "Værebro Boldklub",
    "Værebro Park",
    "Café Værebro",
    "Bagsværd i Social Balance",
    "Social Balance",
    "Gladsaxe",
    "Bagsværd",
    "Værebro",
    "Bo Godt",
    "Netto",
    "GaB",
    "DAB",
    "AB",
)
"""Names that residents meet on letters and signs: every language keeps them, with its own endings if need be."""

NAME = re.compile(rf"(?<![A-Za-zÀ-ɏ])(?:{'|'.join(NAMES)})(?![A-ZÆØÅ])")
LINK = re.compile(r"(?:https?://|www\.|t\.me/)[^\s()<>«»\"]*[^\s()<>«»\".,;:!?،؛؟]")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
COMMAND = re.compile(r"(?<![\w/])/[a-z_]{2,}")
PHONE = re.compile(r"\+\d(?:[ -]?\d){7,14}|(?<!\d)\d{2}(?: ?\d{2}){3}(?!\d)")
FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[.,٬'’ \u00a0\u2009\u202f]\d{3})+(?!\d)")
PARTS = re.compile(r"(?<=\d)[,:٫](?=\d)")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
WORD = re.compile(r"[^\W\d_]{2,}")
PLACEABLE = re.compile(r"\{[^{}]*\}")
MANY_WORDS = 4

Facts = dict[str, frozenset[str]]


def check_agreement(reading: Reading) -> Iterator[Problem]:
    """Compares every text of a translation with the Danish text in the same place."""
    for wording, danish in reading.pairs():
        originals, seen = danish.texts(), set()
        for field, text in wording.texts().items():
            pair = (text, originals.get(field, text))
            if pair not in seen:
                seen.add(pair)
                for what, remedy in differences(*pair):
                    yield reading.in_text(wording, field, what, f"{remedy} ({danish.place})")
                if field in originals and is_untranslated(*pair):
                    yield reading.in_text(wording, field, "is still the Danish text", "Translate it", "warning")


def differences(text: str, danish: str) -> Iterator[tuple[str, str]]:
    """(what, remedy) for each kind of fact that differs."""
    ours, theirs = facts_in(text), facts_in(danish)
    for kind, expected in theirs.items():
        missing, added = expected - ours[kind], ours[kind] - expected
        if missing:
            yield f"lacks {kind} of the Danish text: {_listed(missing)}", "Write them as in the Danish text"
        if added:
            yield f"has {kind} that the Danish text has not: {_listed(added)}", "Follow the Danish text"


def is_untranslated(text: str, danish: str) -> bool:
    """Whether a text is the Danish one; a few words may well be the same in two languages."""
    return text.split() == danish.split() and len(WORD.findall(PLACEABLE.sub(" ", text))) >= MANY_WORDS


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


@lru_cache(maxsize=8192)
def facts_in(text: str) -> Facts:
    """What in a text must be the same in every language, by kind, in one way of writing."""
    facts: Facts = {"placeholders": frozenset(f"{{{name}}}" for name in placeholders(text))}
    rest = FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    for kind, pattern in (("links", LINK), ("e-mail addresses", EMAIL), ("commands", COMMAND)):
        facts[kind] = frozenset(pattern.findall(rest))
        rest = pattern.sub(" ", rest)
    facts["phone numbers"] = frozenset(re.sub(r"[ -]", "", found) for found in PHONE.findall(rest))
    facts["numbers"] = numbers_in(PHONE.sub(" ", rest))
    facts["names"] = frozenset(NAME.findall(text))
    return facts


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text, without thousands marks, with a point before decimals and minutes."""
    plain = THOUSANDS.sub(lambda number: re.sub(r"\D", "", number[0]), text)
    return frozenset(NUMBER.findall(PARTS.sub(".", plain)))
