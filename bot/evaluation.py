"""Labelled messages -> accuracy tables, in the measures of the design (section 10)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.understanding.decision import Decision
from bot.understanding.index import Progress, silent


class BadMessages(Exception):
    """A file of labelled messages cannot be used; the message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with what is right for it."""

    id: str
    language: str
    text: str
    accept: tuple[str, ...] = ()
    kind: str | None = None
    """smalltalk, off_topic, nonsense, abuse or injection: nothing to answer."""
    category: str | None = None
    """A sensitive category."""
    also: tuple[str, ...] = ()
    """Other categories that are fair too."""
    urgent: bool = False
    style: str = "plain"

    @property
    def is_question(self) -> bool:
        """Whether an entry answers it."""
        return bool(self.accept)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; shares are of `count`."""

    language: str
    group: str
    count: int
    right: float = 0.0
    right_or_button: float = 0.0
    wrong: float = 0.0
    not_answered: float = 0.0
    language_right: float = 0.0
    automatic: float = 0.0
    """A case is opened at once."""
    taken_over: float = 0.0
    """A person is offered instead of an answer."""
    offered: float = 0.0
    """A person is offered, with or without an answer."""
    category_right: float = 0.0
    urgent_found: float = 1.0
    """Of the urgent ones among them, those for which the numbers to call are shown."""


def read_messages(files: Iterable[Path]) -> list[Labelled]:
    """Reads files in the format of the evaluation messages; raises BadMessages."""
    messages = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise BadMessages(f"{file}: cannot be read ({error}). Name a file of labelled messages.") from None
        messages += [_message(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return messages


class _Line(BaseModel):
    model_config = ConfigDict(strict=True)

    id: str
    lang: str
    text: str
    accept: list[str] = Field(default_factory=list)
    kind: str | None = None
    category: str | None = None
    also: list[str] = Field(default_factory=list)
    urgent: bool = False
    style: str = "plain"


def _message(file: Path, number: int, line: str) -> Labelled:
    try:
        raw = _Line.model_validate_json(line)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, each['loc'])) or 'line'}: {each['msg']}" for each in error.errors())
        remedy = "Each line is a JSON object with id, lang, text and accept, kind or category."
        raise BadMessages(f"{file}:{number}: not a labelled message ({faults}). {remedy}") from None
    if not (raw.accept or raw.kind or raw.category):
        raise BadMessages(f"{file}:{number}: nothing says what is right. Add accept, kind or category.")
    return Labelled(
        raw.id,
        raw.lang,
        raw.text,
        tuple(raw.accept),
        raw.kind,
        raw.category,
        tuple(raw.also),
        raw.urgent,
        raw.style,
    )


def judge(
    messages: Sequence[Labelled], decide: Callable[[str], Decision], progress: Progress = silent
) -> list[Decision]:
    """A decision for each message, as `nabo ask` would give it: without a hint."""
    decisions = []
    for number, message in enumerate(messages):
        progress("deciding", number, len(messages))
        decisions.append(decide(message.text))
    progress("deciding", len(messages), len(messages))
    return decisions


def table(messages: Sequence[Labelled], decisions: Sequence[Decision]) -> list[Row]:
    """Measures for each language and group: questions, other (out of scope), sensitive."""
    grouped: dict[tuple[str, str], list[tuple[Labelled, Decision]]] = defaultdict(list)
    for message, decision in zip(messages, decisions, strict=True):
        group = "questions" if message.is_question else "other" if message.kind else "sensitive"
        grouped[group, message.language].append((message, decision))
    return [_row(language, group, pairs) for (group, language), pairs in sorted(grouped.items())]


def _row(language: str, group: str, pairs: Sequence[tuple[Labelled, Decision]]) -> Row:
    def share(test: Callable[[Labelled, Decision], bool]) -> float:
        return sum(test(message, decision) for message, decision in pairs) / len(pairs)

    row = Row(
        language,
        group,
        len(pairs),
        not_answered=share(lambda _, decision: decision.outcome != "answer"),
        language_right=share(lambda message, decision: decision.language == message.language),
        automatic=share(lambda _, decision: is_automatic(decision)),
        taken_over=share(lambda _, decision: decision.outcome == "escalate"),
        offered=share(lambda _, decision: decision.escalation is not None),
    )
    if group == "sensitive":
        urgent = [is_urgent(decision) for message, decision in pairs if message.urgent]
        return replace(
            row,
            category_right=share(is_right_category),
            urgent_found=sum(urgent) / len(urgent) if urgent else 1.0,
        )
    if group != "questions":
        return row
    return replace(
        row,
        right=share(is_right),
        right_or_button=share(lambda message, decision: is_right(message, decision) or is_offered(message, decision)),
        wrong=share(lambda message, decision: decision.outcome == "answer" and not is_right(message, decision)),
    )


def is_automatic(decision: Decision) -> bool:
    """A case is opened without asking."""
    return decision.escalation is not None and decision.escalation.mode == "automatic"


def is_urgent(decision: Decision) -> bool:
    """The numbers to call are shown first."""
    return decision.escalation is not None and decision.escalation.urgent


def is_right_category(message: Labelled, decision: Decision) -> bool:
    """A person is offered for a category that is fair."""
    return decision.escalation is not None and decision.escalation.category in {message.category, *message.also}


def is_right(message: Labelled, decision: Decision) -> bool:
    """The right entry is given as the answer."""
    return decision.outcome == "answer" and decision.entry in message.accept


def is_offered(message: Labelled, decision: Decision) -> bool:
    """A right entry is among the buttons."""
    return decision.outcome == "clarify" and any(each.entry in message.accept for each in decision.candidates)


def confusion(messages: Sequence[Labelled], decisions: Sequence[Decision]) -> dict[str, Counter[str]]:
    """For each language messages were written in: how often they were taken to be in which."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for message, decision in zip(messages, decisions, strict=True):
        found[message.language][decision.language] += 1
    return dict(sorted(found.items()))
