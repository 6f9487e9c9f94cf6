"""Rules for `glossary.yaml`: the same words of the estate in every language, each with the Danish one beside it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.checks.reading import Reading
from knowledge.load_glossary import GLOSSARY
from knowledge.problems import Problem


def check_glossary(reading: Reading) -> Iterator[Problem]:
    """Every rule of this module for one language."""
    file, ours, danish = reading.folder / GLOSSARY, reading.language.glossary, reading.danish.glossary
    for word in danish.terms.keys() - ours.terms.keys():
        remedy = f"Add to it what {reading.language.english_name} says for it"
        yield Problem(reading.lines.find(file, "terms"), f"{word!r} is missing", remedy, severity="warning")
    for word, term in ours.terms.items():
        place = reading.lines.find(file, "terms", word)
        if word not in danish.terms:
            yield Problem(place, f"{word!r} is no word of the Danish glossary", "Correct its spelling or remove it")
        elif word not in term.say:
            remedy = f"Keep the Danish word in brackets: {term.say} ({word})"
            yield Problem(place, f"residents would not find {word!r} on their letters", remedy)
    written = [form.casefold() for word, term in ours.terms.items() for form in {term.say, *term.also, word}]
    for form in sorted({each for each in written if written.count(each) > 1}):
        yield Problem(reading.lines.find(file, "terms"), f"{form!r} stands for two words", "Remove one of the two")
