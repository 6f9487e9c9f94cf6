"""What nobody else may read is taken out of a text before it is translated, and put back afterwards.

Masked are links, e-mail and postal addresses, telephone, CPR, account and card numbers, and names as far as they can
be known. A name in a script without capitals, or an address outside Danish spelling, is not always found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import Leniency, PhoneNumberMatcher

from bot.translation.translator import Fault, NoTranslation

LINK = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HANDLE = re.compile(r"(?<!\w)@\w{3,}")
ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}(?!\w)", re.IGNORECASE)
NUMBER = re.compile(r"(?<!\w)\+?\d(?:[ \u00a0./()-]{0,3}\d){5,}(?!\d)")
"""Six digits or more, however divided: telephone, CPR, account and card numbers, and dates too."""
STREET = re.compile(
    r"(?<!\w)[A-ZÆØÅ][\wæøåÆØÅ.'-]*(?: [A-ZÆØÅ][\wæøåÆØÅ.'-]*){0,2}?(?:vej|vejen|gade|gaden|allé|alle|vænge|vænget"
    r"|stræde|plads|pladsen|torv|torvet|parken|boulevard|vang|vangen|have|haven|toften|bakken|krogen|stien)"
    r"(?: \d+ ?[A-Za-z]?)?(?!\w)"
)
FLAT = re.compile(r"(?<!\w)(?:blok|opgang|lejlighed|bolig|nr\.?|no\.?|lejl\.?) ?\d+ ?[A-Za-z]?(?!\w)", re.IGNORECASE)
FLOOR = re.compile(
    r"(?<!\w)\d{1,2}\. ?(?:sal )?(?:th|tv|mf|dør \d+)\.?(?!\w)|(?<!\w)st\. ?(?:th|tv|mf)\.?(?!\w)", re.IGNORECASE
)
TOWN = re.compile(r"(?<!\w)(?:DK-)?\d{4} [A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ][a-zæøå]?)?(?!\w)")
KINDS = (LINK, EMAIL, HANDLE, ACCOUNT, NUMBER, STREET, FLAT, FLOOR, TOWN)
NAME_WORDS, LONGEST_NAME = 2, 3
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TOKEN = re.compile(r"Q\s?(\d{1,4})\s?Q", re.IGNORECASE)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with marks in place of what was taken out."""

    text: str
    taken: tuple[str, ...]
    """What comes back in place of each mark, in order."""
    first: int
    """The number of the first mark, chosen so that none stands in the text already."""

    @property
    def has_words(self) -> bool:
        """Whether anything is left to translate."""
        return WORD.search(TOKEN.sub(" ", self.text)) is not None

    def restored(self, translated: str) -> str:
        """`translated` with everything put back; raises NoTranslation unless each mark is in it exactly once."""
        numbers = [_number(found[1]) for found in TOKEN.finditer(translated)]
        if sorted(numbers) != list(range(self.first, self.first + len(self.taken))):
            raise NoTranslation(Fault.LOST)
        return TOKEN.sub(lambda found: self.taken[_number(found[1]) - self.first], translated)


def _number(digits: str) -> int:
    return int("".join(str(unicodedata.decimal(each)) for each in digits))


def masked(text: str, spans: Iterable[tuple[Span, str]]) -> Masked:
    """`text` without `spans`, each with what is to come back in its place; the first of two that overlap counts."""
    first = max((_number(found[1]) for found in TOKEN.finditer(text)), default=0) + 1
    parts: list[str] = []
    taken: list[str] = []
    at = 0
    for (start, end), back in _apart(spans):
        parts += [text[at:start], f"Q{first + len(taken)}Q"]
        taken.append(back)
        at = end
    result = Masked("".join([*parts, text[at:]]), tuple(taken), first)
    own = [_number(found[1]) for found in TOKEN.finditer(result.text)]
    if sorted(own) != list(range(first, first + len(taken))):
        raise NoTranslation(Fault.LOST)  # the text itself holds something that looks like a mark
    return result


def _apart(spans: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    kept: list[tuple[Span, str]] = []
    for (start, end), back in spans:
        if all(end <= other[0] or start >= other[1] for other, _ in kept):
            kept.append(((start, end), back))
    yield from sorted(kept)


def private_spans(text: str, names: Sequence[str], names_after: Sequence[str]) -> list[Span]:
    """Where in `text` something stands that nobody else may read; touching parts are one.

    `names`: what is known of the people of the case. `names_after`: words after which people write a name.
    """
    found = [match.span() for kind in KINDS for match in kind.finditer(text)]
    found += [(each.start, each.end) for each in PhoneNumberMatcher(text, "DK", leniency=Leniency.POSSIBLE)]
    found += _known_names(text, names)
    found += _told_names(text, names_after)
    return _joined(found)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def _known_names(text: str, names: Sequence[str]) -> Iterator[Span]:
    words = sorted({word for name in names for word in WORD.findall(name) if len(word) >= NAME_WORDS}, key=len)
    if words:
        pattern = "|".join(re.escape(word) for word in reversed(words))
        yield from (found.span() for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE))


@lru_cache(maxsize=8)
def _introduction(names_after: tuple[str, ...]) -> re.Pattern[str]:
    pattern = "|".join(re.escape(each) for each in sorted(names_after, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)[ \t,:\n]*", re.IGNORECASE)


def _told_names(text: str, names_after: Sequence[str]) -> Iterator[Span]:
    if not names_after:
        return
    for introduced in _introduction(tuple(names_after)).finditer(text):
        start = end = introduced.end()
        for _ in range(LONGEST_NAME):
            word = WORD.match(text, end)
            if word is None or not _may_be_name(word[0], is_first=end == start):
                break
            end = word.end() + (len(word[0]) == 1 and text[word.end() : word.end() + 1] == ".")
            end += text[end : end + 1] == " "
        if end > start:
            yield start, len(text[:end].rstrip())


def _may_be_name(word: str, *, is_first: bool) -> bool:
    """A word with a capital; where the script has none, the first word alone."""
    has_case = word[0].lower() != word[0].upper()
    return word[0].isupper() if has_case else is_first
