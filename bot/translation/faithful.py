"""A translation that tells nobody what it should not, and keeps what must be the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.translation.masking import Masked, Span, masked, private_spans
from bot.translation.translator import Fault, NoTranslation
from knowledge.checks.agreement import facts_in
from knowledge.content import Glossary

KEPT = ("links", "e-mail addresses", "commands", "phone numbers", "numbers")
"""Kinds of facts that a translation must have just as its original has them."""


class Translates(Protocol):
    """What is needed of a service."""

    async def translate(self, text: str, source: str, target: str) -> str:
        """See Translator."""
        ...


@dataclass(frozen=True, slots=True)
class Faithful:
    """Masks, protects the estate's own words, translates, restores, compares."""

    service: Translates
    glossaries: Mapping[str, Glossary]
    """By language."""

    async def translate(
        self, text: str, source: str, target: str, names: Sequence[str] = (), kept: Sequence[Span] = ()
    ) -> str:
        """`text` in another language; raises NoTranslation where anything that must not change would be changed.

        `kept`: parts that stay as they are.
        """
        hidden = [*kept, *private_spans(text, names, self._names_after())]
        private = [((start, end), text[start:end]) for start, end in hidden]
        terms = list(self._terms(text, source, target))
        if terms:
            try:
                return await self._masked(text, masked(text, [*private, *terms]), source, target)
            except NoTranslation as error:
                if error.fault is not Fault.LOST:
                    raise
        # A word of the estate's is no secret: without its mark it may be put in other words, but the rest gets through.
        return await self._masked(text, masked(text, private), source, target)

    async def _masked(self, text: str, hidden: Masked, source: str, target: str) -> str:
        if not hidden.has_words:
            raise NoTranslation(Fault.SAME)
        translated = hidden.restored(await self.service.translate(hidden.text, source, target))
        if not agree(text, translated):
            raise NoTranslation(Fault.LOST)
        return translated

    def _names_after(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for glossary in self.glossaries.values() for each in glossary.names_after))

    def _terms(self, text: str, source: str, target: str) -> Iterator[tuple[Span, str]]:
        """Where the estate's own words stand, and how the other language says them."""
        ours, theirs = self._glossary(source), self._glossary(target)
        for word, term in ours.terms.items():
            forms = sorted({word, term.say, *term.also}, key=len, reverse=True)
            say = theirs.terms[word].say if word in theirs.terms else word
            pattern = "|".join(re.escape(form) for form in forms)
            for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
                yield found.span(), say

    def _glossary(self, code: str) -> Glossary:
        """A language's own; one without has at least the Danish words, which its readers meet on letters."""
        return self.glossaries.get(code) or self.glossaries.get("da") or Glossary()


def agree(text: str, translated: str) -> bool:
    """Whether numbers, dates, links, addresses, commands and telephone numbers are the same in both."""
    ours, theirs = facts_in(text), facts_in(translated)
    return all(ours[kind] == theirs[kind] for kind in KEPT)
