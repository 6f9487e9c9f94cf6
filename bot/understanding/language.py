"""Which language a message is in: script, a statistical detector, the words residents use here, and a hint.

Bosnian, Croatian and Serbian are one language to this bot, and so are Danish and Norwegian: their readers read
the same texts, and no detector tells short messages in them apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.understanding.normalise import readable
from bot.understanding.spelling import Floats, grams, weighted

UNKNOWN = "und"
ONE_LANGUAGE: Mapping[str, str] = {"hr": "bs", "sr": "bs", "nb": "da", "nn": "da", "no": "da", "prs": "fa"}
NEVER_LATIN = frozenset({"ar", "fa", "ur", "ckb"})
"""Written in Latin letters by many, which the detector does not know: only our own examples speak for them."""

FLOOR = 0.05
DOMAIN_TRUST = 1.5
"""How much more our own examples count than the general detector."""
HINT_ODDS = 3.0
"""How much likelier the hinted language is than another, before a word is read."""
SURE = 0.5
RARE_HERE = frozenset(
    code for row in ("af cy eo eu ga gu is la lb lg mi mn", "mr ms nl sn st tl tn ts xh yo zu") for code in row.split()
)
"""Languages the detector likes to see in short or unaccented texts, and hardly anybody here writes (unless curated)."""
RARE_ODDS = 0.1

_SCRIPTS: Sequence[tuple[str, str]] = (
    (r"[\u0b80-\u0bff]", "ta"),
    (r"[\u0900-\u097f]", "hi"),
    (r"[\u0980-\u09ff]", "bn"),
    (r"[\u0a00-\u0a7f]", "pa"),
    (r"[\u0c00-\u0c7f]", "te"),
    (r"[\u0d00-\u0d7f]", "ml"),
    (r"[\u0d80-\u0dff]", "si"),
    (r"[\u0e00-\u0e7f]", "th"),
    (r"[\u1200-\u137f]", "am"),
    (r"[\u10a0-\u10ff]", "ka"),
    (r"[\u0530-\u058f]", "hy"),
    (r"[\u0590-\u05ff]", "he"),
    (r"[\u0370-\u03ff]", "el"),
    (r"[\u3040-\u30ff]", "ja"),
    (r"[\uac00-\ud7af]", "ko"),
    (r"[\u4e00-\u9fff]", "zh"),
)
_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")
_ARABIC_SCRIPT_LETTERS = ((re.compile(r"[ڕڵێۆە]"), "ckb"), (re.compile(r"[ٹڈڑںےہ]"), "ur"))
_PERSIAN_LETTERS = re.compile(r"[پچژگیک]")
"""Persian keyboards write their own yeh and kaf; Iraqis use some of the others too."""
_ARABIC_LETTERS = re.compile(r"[ةيكىضظطصثذحعق]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORDS = 4
_WRITTEN_IN: Sequence[tuple[re.Pattern[str], frozenset[str]]] = (
    (_ARABIC_SCRIPT, frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})),
    (re.compile(r"[\u0400-\u04ff]"), frozenset({"be", "bg", "bs", "kk", "ky", "mk", "mn", "ru", "tg", "uk"})),
)
"""Every other language is written in neither of these scripts."""


@dataclass(frozen=True, slots=True, eq=False)
class DomainWords:
    """How much a message's spelling is like the examples of each curated language (fitted with the model)."""

    languages: tuple[str, ...]
    rarity: Floats
    weights: npt.NDArray[np.float16]
    bias: Floats

    def likeness(self, text: str) -> dict[str, float]:
        """Each curated language with a number from 0 to 1; they need not add up to 1."""
        text_grams = grams(text)
        scores = weighted(text_grams, self.rarity) @ self.weights[text_grams.buckets].astype(np.float32) + self.bias
        return dict(zip(self.languages, (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).tolist(), strict=True))


class LanguageFinder:
    """Finds languages; loads the detector (0.5 s, 60 MB) at the first message that needs it."""

    def __init__(self, domain: DomainWords) -> None:
        self._domain = domain

    def find(self, text: str, hint: str | None = None) -> str:
        """ISO 639-1 (639-3 for Sorani Kurdish) of `text`; the hint, or `und`, where the text does not tell."""
        hint = _plain(hint)
        words = readable(text)
        letters = len(_LETTER.findall(words))
        if not letters:
            return hint or UNKNOWN
        by_script = _by_own_script(words)
        if by_script:
            return by_script
        if hint and _is_ruled_out(words, hint):
            hint = None
        if hint and _is_word_or_name(words):
            return hint
        by_letters = _by_arabic_letters(words)
        if by_letters:
            return by_letters
        scores = self._scores(words, hint)
        best = max(scores, key=lambda code: scores[code])
        share = scores[best] / sum(scores.values())
        if share >= SURE or hint is None:
            return best if share >= SURE / 2 else UNKNOWN
        return hint

    def _scores(self, words: str, hint: str | None) -> dict[str, float]:
        arabic = bool(_ARABIC_SCRIPT.search(words))
        likeness = self._domain.likeness(words)
        strangeness = 1 - max(likeness.values(), default=0.0)
        scores = {}
        detected = _detected(words)
        for code in {*detected, *likeness}:
            general = detected.get(code, 0.0)
            if code in NEVER_LATIN and not arabic:
                general = 0.1
            domain = likeness.get(code, strangeness * 0.5)
            score = math.log(general + FLOOR) + DOMAIN_TRUST * math.log(domain + FLOOR)
            rare = code in RARE_HERE and code not in likeness
            odds = HINT_ODDS if code == hint else RARE_ODDS if rare else 1.0
            scores[code] = math.exp(score) * odds
        return scores


def _plain(hint: str | None) -> str | None:
    """A client's language code ("nb-NO") as the language we have for it ("da")."""
    code = (hint or "").partition("-")[0].lower()
    return ONE_LANGUAGE.get(code, code) or None


def _by_own_script(words: str) -> str | None:
    """The language of most letters, where their script is written in no other."""
    letters = len(_LETTER.findall(words))
    return next((code for pattern, code in _SCRIPTS if len(re.findall(pattern, words)) > letters / 2), None)


def _is_ruled_out(words: str, hint: str) -> bool:
    """Whether most letters are of a script in which the hinted language is not written."""
    letters = len(_LETTER.findall(words))
    return any(len(script.findall(words)) > letters / 2 and hint not in languages for script, languages in _WRITTEN_IN)


def _is_word_or_name(words: str) -> bool:
    """Whether this is a single word or a name: people write those of any language they meet."""
    found = _WORD.findall(words)
    return len(found) == 1 or (len(found) <= _NAME_WORDS and all(word.istitle() for word in found))


def _by_arabic_letters(words: str) -> str | None:
    """The language of words in Arabic script, where its letters tell."""
    if not _ARABIC_SCRIPT.search(words):
        return None
    for letters_of, code in _ARABIC_SCRIPT_LETTERS:
        if letters_of.search(words):
            return code
    persian, arabic = len(_PERSIAN_LETTERS.findall(words)), len(_ARABIC_LETTERS.findall(words))
    return "fa" if persian > arabic else None


@lru_cache(maxsize=1)
def _detector() -> Any:
    from lingua import LanguageDetectorBuilder  # noqa: PLC0415 - 60 MB that spelling-only tests need not load

    # Low accuracy: one point in a hundred less on short texts, for a ninth of the memory.
    return LanguageDetectorBuilder.from_all_languages().with_low_accuracy_mode().build()


def _detected(words: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for confidence in _detector().compute_language_confidence_values(words)[:12]:
        code = confidence.language.iso_code_639_1.name.lower()
        code = ONE_LANGUAGE.get(code, code)
        found[code] = found.get(code, 0.0) + confidence.value
    return found
