"""Makes docs/transcripts/: a real dialogue in each language, so that anybody can read what residents read.

`python -m docs.transcripts` writes all of them; `python -m docs.transcripts ar tr` writes those two.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from bot import app
from bot.settings import Settings
from bot.turn import Turns
from handlers.terminal import Terminal
from knowledge.content import Language

FOLDER = Path(__file__).parent / "transcripts"
MESSAGES = Path(__file__).parents[1] / "tests" / "languages"
WIDTH = 72

ENTRIES = ("plan.rent", "rehousing.must_move", "vote.when", "cafe.lunch")
"""What the first questions are about."""
UNUSUAL = ("romanised", "dialect", "codeswitch", "typo")
"""Ways of writing, the one farthest from the phrasings first; the last question is in the first that there is."""

HEAD = """\
# {english_name}: what a resident reads

<!-- Made by `python -m docs.transcripts {code}`. Changes made here are lost. -->

A real run of `nabo chat --language {code}` in a pipe, {width} columns wide, without a staff group.
The lines after `>` are messages from `tests/languages/`: {ids}.
They were used for tuning, so this shows how Nabo reads, not how often it is right.

```text
{dialogue}
```
"""


def chosen(language: Language) -> Iterator[dict[str, Any]]:
    """Four plain questions, one in an unusual way of writing, and somebody in danger."""
    questions = _labelled("faq", language.code)
    for entry in ENTRIES:
        yield next(each for each in questions if entry in each["accept"])
    yield next(each for style in UNUSUAL for each in questions if each["style"] == style)
    yield next(each for each in _labelled("sensitive", language.code) if each["urgent"])


def _labelled(kind: str, code: str) -> list[dict[str, Any]]:
    lines = (MESSAGES / f"validation.{kind}.{code}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def transcript(turns: Turns, language: Language) -> str:
    """The page of one language."""
    messages, shown = list(chosen(language)), io.StringIO()
    terminal = Terminal(turns, Console(file=shown, width=WIDTH, force_terminal=False, color_system=None))
    terminal.run([f"{each['text']}\n" for each in messages], language.code)
    return HEAD.format(
        english_name=language.english_name,
        code=language.code,
        width=WIDTH,
        ids=", ".join(each["id"] for each in messages),
        dialogue="\n".join(line.rstrip() for line in shown.getvalue().rstrip("\n> ").split("\n")),
    )


def main(codes: Sequence[str]) -> int:
    """Writes the pages of `codes`, or of all languages; returns the exit status."""
    settings = Settings()
    knowledge = app.content(settings)
    if unknown := [code for code in codes if code not in knowledge.languages]:
        print(
            f"There is no language {', '.join(unknown)}. There are: {', '.join(knowledge.languages)}", file=sys.stderr
        )
        return 2
    understanding = app.understanding(settings, knowledge)
    FOLDER.mkdir(exist_ok=True)
    for code in codes or knowledge.languages:
        turns = Turns(knowledge, understanding, app.forgetful_store(), app.now)
        page = transcript(turns, knowledge.languages[code])
        (FOLDER / f"{code}.md").write_text(page, encoding="utf-8", newline="\n")
        print(f"docs/transcripts/{code}.md is written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
