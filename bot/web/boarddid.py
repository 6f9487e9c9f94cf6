"""The page on which the board writes what has been done since residents asked: a form, and the sentences there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from bot.did import Draft
from bot.report.values import BoardReport
from bot.report.voice import Voice
from bot.web.boardchoice import Choice
from bot.web.boardpages import shown
from knowledge.checks.did import MOST_WORDS, Fault
from knowledge.content import MASTER_LANGUAGE

Done = Literal["kept", "removed"]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form, and what came of it."""

    entry: str = ""
    text: str = ""
    fault: Fault | Literal["stale"] | None = None
    done: Done | None = None


def done_of(query: Mapping[str, str]) -> Done | None:
    """What an address says has just been done."""
    return next((each for each in get_args(Done) if each == query.get("done")), None)


def did_page(
    report: BoardReport, voice: Voice, choice: Choice, mark: str, drafts: dict[str, Draft], form: Filled
) -> str:
    """The whole page; `mark` proves that the form was given out in this session."""
    return shown(
        "did",
        report,
        voice,
        choice,
        mark,
        template="did.html",
        form=form,
        told=_told(form, voice),
        questions=_questions(voice),
        written=[_line(entry, draft, voice) for entry, draft in sorted(drafts.items(), key=lambda each: each[1].on)],
    )


def _told(form: Filled, voice: Voice) -> str:
    if form.fault:
        return voice("did-fault", fault=voice(f"did-fault-{form.fault}", most=str(MOST_WORDS)))
    return voice(f"did-{form.done}") if form.done else ""


def _questions(voice: Voice) -> list[tuple[str, list[tuple[str, str]]]]:
    """The entries' titles by topic."""
    knowledge = voice.knowledge
    return [
        (voice.row(topic), [(each.id, voice.entry(each.id)) for each in knowledge.entries_of(topic)])
        for topic in knowledge.topics
    ]


def _line(entry: str, draft: Draft, voice: Voice) -> dict[str, Any]:
    """One sentence, with the languages in which residents see it."""
    languages = voice.knowledge.languages.values()
    translated = [each.name for each in languages if each.code != MASTER_LANGUAGE and entry in each.did]
    return {
        "entry": entry,
        "title": voice.entry(entry),
        "text": draft.text,
        "on": voice.date(draft.on),
        "translated": ", ".join(translated),
    }
