"""YAML -> Knowledge. Every fault is collected and named with file, line, entry and remedy before loading gives up."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from knowledge.content import (
    MASTER_LANGUAGE,
    SMALLTALK_KINDS,
    Cafe,
    Contact,
    Entry,
    Estate,
    Happening,
    Helpline,
    Knowledge,
    Language,
    Phase,
    Place,
    Review,
    SensitiveCategory,
    SmalltalkKind,
    Wording,
)
from knowledge.load_did import load_did
from knowledge.load_glossary import load_glossary
from knowledge.load_sensitive import load_categories, load_examples
from knowledge.problems import ContentError, Problem
from knowledge.reading import Document, Filled, Shape, YesNo, read, shaped
from knowledge.texts import Texts

DEFAULT_ROOT = Path(__file__).parent
PLACEHOLDER_CONTACTS = ("staff", "office", "rehousing", "board")
SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
OptionalText = Filled | None


def _known_locale(name: str) -> str:
    try:
        Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        message = "{name} is not known; write a language and a country, such as da_DK"
        raise PydanticCustomError("locale", message, {"name": name}) from None
    return name


class _CatalogueShape(Shape):
    topics: tuple[Filled, ...] = Field(min_length=1)
    entries: dict[str, Any]


class _EntryShape(Shape):
    asks: Filled
    facts: str = ""
    source: Literal["agreement", "estate", "silent", "general", "nabo"]
    sections: tuple[Literal["S1", "S2", "S3", "S4", "S5", "S6", "S7"], ...] = ()
    confirmed: dt.date
    offers_person: YesNo = False
    related: tuple[Filled, ...] = ()


class _WordingShape(Shape):
    title: Filled
    answer: Filled
    phases: dict[str, Filled] = Field(default_factory=dict)
    unset: OptionalText = None
    phrasings: tuple[Filled, ...] = ()
    follows: OptionalText = None


class _ReviewShape(Shape):
    by: Filled
    native: YesNo
    on: dt.date


class _LanguageShape(Shape):
    name: Filled
    english_name: Filled
    danish_name: Filled
    direction: Literal["ltr", "rtl"]
    locale: Annotated[Filled, AfterValidator(_known_locale)]
    also_read: tuple[Filled, ...] = ()
    reviews: tuple[_ReviewShape, ...] = ()


class _OtherShape(Shape):
    smalltalk: dict[SmalltalkKind, tuple[Filled, ...]]
    out_of_scope: tuple[Filled, ...]


class _HappeningShape(Shape):
    date: dt.date | None = None
    time: dt.time | None = None
    place: OptionalText = None
    title: OptionalText = None


class _VoteShape(_HappeningShape):
    result: Literal["yes", "no"] | None = None


class _CafeShape(Shape):
    lunch_hours: OptionalText = None
    dinner_days: tuple[Weekday, ...] | None = None
    dinner_hours: OptionalText = None
    menu: OptionalText = None
    menu_date: dt.date | None = None


class _ContactShape(Shape):
    phone: OptionalText = None
    email: OptionalText = None
    hours: OptionalText = None
    place: OptionalText = None


class _ContactsShape(Shape):
    staff: _ContactShape | None = None
    office: _ContactShape | None = None
    rehousing: _ContactShape | None = None
    board: _ContactShape | None = None


class _HoursShape(Shape):
    monday: tuple[Filled, ...] | None = None
    tuesday: tuple[Filled, ...] | None = None
    wednesday: tuple[Filled, ...] | None = None
    thursday: tuple[Filled, ...] | None = None
    friday: tuple[Filled, ...] | None = None
    saturday: tuple[Filled, ...] | None = None
    sunday: tuple[Filled, ...] | None = None


class _HelplineShape(Shape):
    name: Literal["medical", "suicide", "violence", "children", "police"]
    number: Filled
    categories: tuple[Filled, ...] = Field(alias="for")
    confirmed: dt.date | None = None


class _EstateShape(Shape):
    name: Filled
    timezone: Filled
    phase: Phase | None = None
    vote: _VoteShape | None = None
    meeting: _HappeningShape | None = None
    events: tuple[_HappeningShape, ...] | None = None
    activities: tuple[_HappeningShape, ...] | None = None
    cafe: _CafeShape | None = None
    contacts: _ContactsShape | None = None
    confirmed: dt.date | None = None
    closed: tuple[dt.date, ...] | None = None
    staff_hours: _HoursShape | None = None
    answer_within_hours: float = Field(8, gt=0)
    urgent_within_hours: float = Field(1, gt=0)
    helplines: tuple[_HelplineShape, ...] | None = None


class _Faults:
    """Collects problems so that an editor sees all of them at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @contextmanager
    def collected(self) -> Iterator[None]:
        try:
            yield
        except ContentError as error:
            self.problems.extend(error.problems)


def load_knowledge(root: Path = DEFAULT_ROOT) -> Knowledge:
    """Loads all content below `root`; raises ContentError with every problem found."""
    faults = _Faults()
    topics: tuple[str, ...] = ()
    entries: dict[str, Entry] = {}
    estate = Estate(name="", timezone="UTC")
    languages: dict[str, Language] = {}
    with faults.collected():
        topics, entries = _load_catalogue(read(root / "catalogue.yaml"), faults)
    categories: dict[str, SensitiveCategory] = {}
    with faults.collected():
        categories = load_categories(root)
    with faults.collected():
        estate = load_estate(root / "estate.yaml")
    staff: dict[str, Texts] = {}
    with faults.collected():
        staff = {file.stem: _texts(file, file.stem) for file in sorted((root / "staff").glob("*.ftl"))}
    board: dict[str, Texts] = {}
    with faults.collected():
        board = {file.stem: _texts(file, file.stem) for file in sorted((root / "board").glob("*.ftl"))}
    folders = sorted(path for path in (root / "languages").glob("*") if path.is_dir() and path.name[0] not in "._")
    folders.sort(key=lambda folder: folder.name != MASTER_LANGUAGE)
    for folder in folders:
        with faults.collected():
            languages[folder.name] = _load_language(folder, topics, categories, faults)
    if MASTER_LANGUAGE not in languages and not faults.problems:
        place = Place(root / "languages" / MASTER_LANGUAGE, 1)
        faults.problems.append(Problem(place, "the Danish content is missing", "Restore the folder"))
    if faults.problems:
        raise ContentError(faults.problems)
    return Knowledge(root, topics, entries, categories, languages, estate, staff, board)


def _load_catalogue(document: Document, faults: _Faults) -> tuple[tuple[str, ...], dict[str, Entry]]:
    catalogue = shaped(_CatalogueShape, document)
    topics, entries = catalogue.topics, {}
    for name in catalogue.entries:
        with faults.collected():
            shape = shaped(_EntryShape, document, "entries", name)
            place = document.place("entries", name)
            if name.partition(".")[0] not in topics:
                remedy = f"Begin the id with one of: {', '.join(topics)}"
                raise ContentError([Problem(place, f"{name!r} belongs to no topic", remedy, name)])
            entries[name] = Entry(name, place=place, **dict(shape))
    return topics, entries


def load_estate(file: Path) -> Estate:
    """The facts that change; raises ContentError."""
    document = read(file)
    shape = shaped(_EstateShape, document)
    vote = shape.vote or _VoteShape()
    contacts = shape.contacts or _ContactsShape()
    return Estate(
        name=shape.name,
        timezone=shape.timezone,
        phase=shape.phase,
        vote=Happening(vote.date, vote.time, vote.place),
        vote_result=vote.result,
        meeting=_happening(shape.meeting or _HappeningShape()),
        events=tuple(_happening(each) for each in shape.events or ()),
        activities=tuple(_happening(each) for each in shape.activities or ()),
        cafe=_cafe(shape.cafe or _CafeShape()),
        contacts={who: _contact(getattr(contacts, who)) for who in PLACEHOLDER_CONTACTS},
        confirmed=shape.confirmed,
        closed=shape.closed or (),
        staff_hours=_staff_hours(document, shape.staff_hours or _HoursShape()),
        answer_within=dt.timedelta(hours=shape.answer_within_hours),
        urgent_within=dt.timedelta(hours=shape.urgent_within_hours),
        helplines=tuple(
            Helpline(each.name, each.number, each.categories, each.confirmed) for each in shape.helplines or ()
        ),
    )


def _staff_hours(document: Document, shape: _HoursShape) -> dict[int, tuple[tuple[dt.time, dt.time], ...]]:
    found = {}
    for number, day in enumerate(WEEKDAYS):
        spans = []
        for place, text in enumerate(getattr(shape, day) or ()):
            span = _span(text)
            if span is None:
                remedy = 'Write it as in "09.00-12.00"'
                what = f"{text!r} is no span of opening hours"
                raise ContentError([Problem(document.place("staff_hours", day, place), what, remedy)])
            spans.append(span)
        if spans:
            found[number] = tuple(spans)
    return found


def _span(text: str) -> tuple[dt.time, dt.time] | None:
    match = SPAN.fullmatch(text.strip())
    if not match:
        return None
    try:
        start, end = dt.time(int(match[1]), int(match[2])), dt.time(int(match[3]), int(match[4]))
    except ValueError:
        return None
    return (start, end) if start < end else None


def _happening(shape: _HappeningShape) -> Happening:
    return Happening(shape.date, shape.time, shape.place, shape.title)


def _contact(shape: _ContactShape | None) -> Contact:
    return Contact(**dict(shape)) if shape else Contact()


def _cafe(shape: _CafeShape) -> Cafe:
    days = tuple(WEEKDAYS.index(day) for day in shape.dinner_days or ())
    return Cafe(shape.lunch_hours, days, shape.dinner_hours, shape.menu, shape.menu_date)


def _load_language(
    folder: Path, topics: tuple[str, ...], categories: Mapping[str, SensitiveCategory], faults: _Faults
) -> Language:
    document = read(folder / "language.yaml")
    shape = shaped(_LanguageShape, document)
    wordings: dict[str, Wording] = {}
    for topic in topics:
        with faults.collected():
            for wording in _wordings(read(folder / "faq" / f"{topic}.yaml"), faults):
                first = wordings.setdefault(wording.entry, wording)
                if first is not wording:
                    what, remedy = f"the entry stands in {first.place} too", "Remove one of the two"
                    faults.problems.append(Problem(wording.place, what, remedy, wording.entry))
    other = shaped(_OtherShape, read(folder / "other.yaml"))
    return Language(
        code=folder.name,
        name=shape.name,
        english_name=shape.english_name,
        danish_name=shape.danish_name,
        direction=shape.direction,
        locale=shape.locale,
        also_read=shape.also_read,
        reviews=tuple(Review(review.by, review.native, review.on) for review in shape.reviews),
        wordings=wordings,
        smalltalk={kind: other.smalltalk.get(kind, ()) for kind in SMALLTALK_KINDS},
        out_of_scope=other.out_of_scope,
        sensitive=load_examples(folder, categories),
        texts=_texts(folder / "interface.ftl", shape.locale),
        place=document.place(),
        glossary=load_glossary(folder),
        did=load_did(folder),
    )


def _texts(file: Path, locale: str) -> Texts:
    try:
        return Texts(locale, file.read_text(encoding="utf-8"), file)
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Copy it from another language and translate it"
        raise ContentError([Problem(Place(file, 1), f"the interface texts cannot be read ({error})", remedy)]) from None


def _wordings(document: Document, faults: _Faults) -> Iterator[Wording]:
    for name in document.data:
        with faults.collected():
            shape = shaped(_WordingShape, document, name)
            yield Wording(
                entry=name,
                title=shape.title,
                answer=shape.answer,
                phases=dict(_phases(document, name, shape.phases)),
                unset=shape.unset,
                phrasings=shape.phrasings,
                follows=shape.follows,
                place=document.place(name),
            )


def _phases(document: Document, name: str, texts: dict[str, str]) -> Iterator[tuple[Phase, str]]:
    left: dict[str, Phase] = {phase: phase for phase in get_args(Phase)}
    for key, text in texts.items():
        for phase in (part.strip() for part in key.split(",")):
            if phase not in left:
                known = get_args(Phase)
                what = f"phase {phase!r} stands twice" if phase in known else f"unknown phase {phase!r}"
                remedy = f"Use each once: {', '.join(known)}"
                raise ContentError([Problem(document.place(name, "phases", key), what, remedy, name)])
            yield left.pop(phase), text
