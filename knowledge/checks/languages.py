"""Rules for `language.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from knowledge.checks.reading import Reading
from knowledge.problems import Problem


def check_language(reading: Reading) -> Iterator[Problem]:
    """The direction is that of the script its locale is written in."""
    language = reading.language
    direction = Locale.parse(language.locale).text_direction
    if direction != language.direction:
        place = reading.lines.find(language.place.file, "direction")
        what = f"{language.english_name} is written {direction}, not {language.direction}"
        yield Problem(place, what, f"Write: direction: {direction}")
