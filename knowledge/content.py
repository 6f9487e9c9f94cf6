"""What Nabo knows, as plain frozen values: topics, entries, their wording in each language, the estate's facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from knowledge.texts import Texts

Phase = Literal["before_vote", "adopted", "rehousing", "building", "finished", "rejected"]
PHASES: tuple[Phase, ...] = get_args(Phase)
HELD_PHASES: frozenset[Phase] = frozenset(PHASES) - {"before_vote"}

SmalltalkKind = Literal["greeting", "thanks", "goodbye", "ok"]
SMALLTALK_KINDS: tuple[SmalltalkKind, ...] = get_args(SmalltalkKind)

MASTER_LANGUAGE = "da"


@dataclass(frozen=True, slots=True)
class Place:
    """A line in a content file, for messages to whoever edits it."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of the FAQ, in no language yet."""

    id: str
    """`topic.subject`; never renamed, because links, buttons and figures keep it."""
    asks: str
    """What a resident wants to know: a gloss for editors, never shown."""
    facts: str
    """What the source supports."""
    sections: tuple[str, ...]
    """Sections of the agreement (S1..S7) the answer rests on; empty where it is silent."""
    source: Literal["agreement", "estate", "silent", "general", "nabo"]
    confirmed: dt.date
    """When a person last compared the answer with its source."""
    offers_person: bool
    """The answer always comes with the offer of a person."""
    related: tuple[str, ...]
    place: Place

    @property
    def topic(self) -> str:
        """The first half of the id."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class SensitiveCategory:
    """A kind of matter that a person must answer."""

    id: str
    urgent: bool
    """Somebody may be in danger: the reply begins with emergency and help lines."""
    mode: Literal["automatic", "ask"]
    """Whether a case is opened at once, or only if the resident says yes."""
    means: str
    """A gloss for editors, never shown."""


@dataclass(frozen=True, slots=True)
class SensitiveExamples:
    """What the recogniser of sensitive matters learns from in one language."""

    examples: Mapping[str, tuple[str, ...]]
    """By category: messages that a person must answer."""
    harmless: tuple[str, ...]
    """Messages with hard words in them that need no person."""
    cues: Mapping[str, tuple[str, ...]]
    """By category: words that nearly always mean it; * stands for any letters."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry in one language."""

    entry: str
    title: str
    """The question as a button."""
    answer: str
    """Used before the vote, when the phase is not set, and in any phase without a text of its own."""
    phases: Mapping[Phase, str]
    unset: str | None
    """Shown when a fact that the text needs is not set yet."""
    phrasings: tuple[str, ...]
    follows: str | None
    """Version of the Danish wording that this one translates; None in Danish."""
    place: Place

    def texts(self) -> dict[str, str]:
        """Every text a resident may read, by where it stands in the file."""
        named = {"title": self.title, "answer": self.answer}
        named |= {f"phases.{phase}": text for phase, text in self.phases.items()}
        return named | ({"unset": self.unset} if self.unset else {})


@dataclass(frozen=True, slots=True)
class Said:
    """You asked, we did: one sentence below an answer."""

    text: str
    on: dt.date
    """The day it was written; a translation has that of the Danish sentence it says."""
    place: Place


@dataclass(frozen=True, slots=True)
class Review:
    """Who read a language's texts, and when."""

    by: str
    native: bool
    on: dt.date


@dataclass(frozen=True, slots=True)
class Term:
    """One of the estate's own words in a language."""

    say: str
    """What stands for it in a machine's translation."""
    also: tuple[str, ...]
    """Other forms of it, in which people write it."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """What machine translation must know of a language."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    """By the Danish word."""
    names_after: tuple[str, ...] = ()
    """Words after which people write a name."""


@dataclass(frozen=True, slots=True)
class Language:
    """A curated language: one folder under `languages/`."""

    code: str
    name: str
    """Its name in itself, as the button shows it."""
    english_name: str
    danish_name: str
    direction: Literal["ltr", "rtl"]
    locale: str
    """Babel's name for its dates and numbers."""
    also_read: tuple[str, ...]
    """Codes of languages whose readers use this one (Croatian and Serbian readers the Bosnian texts)."""
    reviews: tuple[Review, ...]
    wordings: Mapping[str, Wording]
    smalltalk: Mapping[SmalltalkKind, tuple[str, ...]]
    out_of_scope: tuple[str, ...]
    """Messages that no entry answers; the matcher learns from them when to keep quiet."""
    sensitive: SensitiveExamples
    texts: Texts
    place: Place
    glossary: Glossary = field(default_factory=Glossary)
    did: Mapping[str, Said] = field(default_factory=dict)
    """By entry: what has been done since residents asked."""

    @property
    def reviewed(self) -> bool:
        """Whether a native speaker has read it."""
        return any(review.native for review in self.reviews)


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody; each part None until staff set it."""

    phone: str | None = None
    email: str | None = None
    hours: str | None = None
    place: str | None = None

    def __bool__(self) -> bool:
        return any((self.phone, self.email, self.hours, self.place))


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event: the vote, a meeting, an activity."""

    date: dt.date | None = None
    time: dt.time | None = None
    place: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Cafe:
    """The café's clock times and days; weekdays count from Monday = 0."""

    lunch_hours: str | None = None
    dinner_days: tuple[int, ...] = ()
    dinner_hours: str | None = None
    menu: str | None = None
    menu_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number to call, shown after 112 when a matter is urgent."""

    name: Literal["medical", "suicide", "violence", "children", "police"]
    """The interface text `helpline-<name>` says whose it is."""
    number: str
    categories: tuple[str, ...]
    confirmed: dt.date | None
    """When staff compared it with the service's own page."""


@dataclass(frozen=True, slots=True)
class Estate:
    """The facts that change. Unset means not announced; nothing is ever made up."""

    name: str
    timezone: str
    phase: Phase | None = None
    vote: Happening = field(default_factory=Happening)
    vote_result: Literal["yes", "no"] | None = None
    meeting: Happening = field(default_factory=Happening)
    events: tuple[Happening, ...] = ()
    activities: tuple[Happening, ...] = ()
    cafe: Cafe = field(default_factory=Cafe)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    """By whom: staff, office, rehousing, board."""
    confirmed: dt.date | None = None
    """When staff last went through these facts."""
    closed: tuple[dt.date, ...] = ()
    """Days on which the staff are away beside Danish holidays."""
    staff_hours: Mapping[int, tuple[tuple[dt.time, dt.time], ...]] = field(default_factory=dict)
    """When the staff answer cases, by weekday from Monday = 0."""
    answer_within: dt.timedelta = dt.timedelta(hours=8)
    """Open time within which a case gets its first answer."""
    urgent_within: dt.timedelta = dt.timedelta(hours=1)
    helplines: tuple[Helpline, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything below `knowledge/`, loaded."""

    root: Path
    topics: tuple[str, ...]
    entries: Mapping[str, Entry]
    sensitive: Mapping[str, SensitiveCategory]
    """By id, the urgent ones first."""
    languages: Mapping[str, Language]
    estate: Estate
    staff: Mapping[str, Texts]
    """What Nabo says to the staff, by language; Danish is always there."""
    board: Mapping[str, Texts] = field(default_factory=dict)
    """What the board reads, by language."""

    @property
    def zone(self) -> ZoneInfo:
        """The estate's time zone; `nabo check` finds one that does not exist."""
        return ZoneInfo(self.estate.timezone)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The day in the estate at `moment` (aware)."""
        return moment.astimezone(self.zone).date()

    def entries_of(self, topic: str) -> tuple[Entry, ...]:
        """The entries of a topic, in the catalogue's order."""
        return tuple(entry for entry in self.entries.values() if entry.topic == topic)

    def reader_of(self, code: str) -> Language | None:
        """The curated language that a reader of `code` reads, if there is one."""
        if code in self.languages:
            return self.languages[code]
        return next((language for language in self.languages.values() if code in language.also_read), None)
