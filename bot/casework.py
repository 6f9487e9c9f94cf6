"""What the steps of a case lead to on both sides: the case as it is to be kept, and the messages to staff and resident.

The resident reads their own language, the staff Danish (or English). Everything goes out through the outbox, kept in
the same transaction as the case, so that neither is there without the other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from babel.dates import format_datetime

from bot.cases.alias import Choose, new_alias
from bot.cases.case import Case, NotPossible, Step, after
from bot.cases.hours import OpeningHours
from bot.conversation.speech import Speech
from bot.effects import (
    NEWS,
    STAFF,
    URGENT,
    WORDS,
    CaseChange,
    Changes,
    Effect,
    ForgetChat,
    MoveCase,
    OpenCase,
    Outgoing,
    PassOn,
    RateCase,
    Sending,
    TurnCase,
)
from bot.messages import Action, Address, Button, Incoming, Rows, StaffVerb, Verb
from bot.store.interface import Store
from knowledge.content import MASTER_LANGUAGE, Knowledge
from knowledge.texts import Texts, isolate

REASSURE_AFTER = dt.timedelta(minutes=10)
"""After so long a pause a resident is told again where their words go."""
REMIND_BEFORE = dt.timedelta(minutes=30)
QUIET_DAYS = dt.timedelta(days=7)
MINUTES_SHOWN, HOURS_SHOWN = 120, 48
"""From here on a wait is told in the next larger unit."""


@dataclass(frozen=True, slots=True)
class Casework:
    """Turns effects into changes. Reads the store, never writes it."""

    knowledge: Knowledge
    store: Store
    staff_language: str
    choose: Choose
    on_call: tuple[Address, ...] = ()
    """Colleagues who are written to directly when an urgent case cannot reach the group."""

    # What the two sides read

    @property
    def staff(self) -> Texts:
        """What Nabo says to the staff."""
        return self.knowledge.staff.get(self.staff_language) or self.knowledge.staff[MASTER_LANGUAGE]

    def speech(self, case: Case, today: dt.date) -> Speech:
        """What Nabo says to the resident of a case."""
        languages = self.knowledge.languages
        return Speech(self.knowledge, languages.get(case.language) or languages[MASTER_LANGUAGE], today)

    @property
    def hours(self) -> OpeningHours:
        """When the staff answer."""
        estate = self.knowledge.estate
        return OpeningHours(estate.staff_hours, frozenset(estate.closed), self.knowledge.zone)

    def when(self, moment: dt.datetime, locale: str) -> str:
        """A promised time as a language writes it, with the weekday."""
        local = moment.astimezone(self.knowledge.zone)
        return isolate(format_datetime(local, "EEEE d MMMM, HH:mm", locale=locale))

    def category(self, case: Case) -> str:
        """The name of a case's matter, for staff."""
        return self.staff(f"category-{case.category}")

    def language_name(self, case: Case) -> str:
        """The name of a case's language, for staff."""
        language = self.knowledge.languages.get(case.language)
        if language is None:
            return case.language
        return language.danish_name if self.staff_language == MASTER_LANGUAGE else language.english_name

    # Effects of a resident's turn

    def changes(self, incoming: Incoming, effects: Sequence[Effect], now: dt.datetime) -> Changes:
        """Everything that follows from `effects`."""
        cases: list[CaseChange] = []
        outgoing: list[Outgoing] = []
        dropped: list[int] = []
        for effect in effects:
            match effect:
                case OpenCase():
                    case = self._new(effect, now)
                    cases.append(CaseChange(case, incoming.address))
                    outgoing += self._opened(case, effect, incoming, now)
                case PassOn() | MoveCase() | TurnCase() | RateCase():
                    change, sent = self._of_known_case(effect, incoming, now)
                    cases += change
                    outgoing += sent
                case ForgetChat():
                    for known in self.store.cases_of(incoming.address):
                        dropped.append(known.number)
                        outgoing += self._forgotten(known)
        return Changes(cases=tuple(cases), outgoing=tuple(outgoing), dropped_cases=tuple(dropped))

    def _new(self, effect: OpenCase, now: dt.datetime) -> Case:
        estate = self.knowledge.estate
        within = estate.urgent_within if effect.urgent else estate.answer_within
        return Case(
            number=self.store.new_case_number(),
            alias=new_alias({case.alias for case in self.store.cases(only_open=False)}, self.choose),
            category=effect.category,
            language=effect.language,
            urgent=effect.urgent,
            named=effect.named,
            opened=now,
            promised=self.hours.later(now, within),
            last_word=now,
        )

    def _opened(self, case: Case, effect: OpenCase, incoming: Incoming, now: dt.datetime) -> list[Outgoing]:
        priority = URGENT if case.urgent else WORDS
        outgoing = [
            self.topic_opening(case),
            self.head(case, incoming.name if case.named else None),
        ]
        if effect.text is not None:
            outgoing.append(self._words(case, effect.text, effect.message))
        elif effect.message is not None:
            outgoing.append(self._copy(case, incoming.address, effect.message))
        else:
            outgoing.append(self.to_staff(case, self.staff("case-words-none"), NEWS))
        candidates = self._candidates(case, effect.candidates)
        if candidates:
            outgoing.append(candidates)
        receipt = self._receipt(case, written=effect.message is not None, today=now.date())
        return [replace(each, priority=priority) for each in outgoing] + [
            replace(receipt, to=incoming.address, priority=priority)
        ]

    def topic_opening(self, case: Case) -> Outgoing:
        """Makes the topic of a case."""
        name = self.staff(
            "topic-name",
            urgent="yes" if case.urgent else "no",
            number=str(case.number),
            alias=case.alias,
            language=self.language_name(case),
            category=self.category(case),
        )
        return Outgoing(STAFF, Sending.OPEN_TOPIC, name, case=case.number)

    def head(self, case: Case, name: str | None = None) -> Outgoing:
        """The first message of a topic: what the case is about, never who it is unless they said yes."""
        text = self.staff(
            "case-head",
            urgent="yes" if case.urgent else "no",
            number=str(case.number),
            alias=case.alias,
            category=self.category(case),
            language=self.language_name(case),
            named="yes" if case.named and name else "no",
            name=isolate(name or ""),
            promised=self.when(case.promised, self.staff_language) if case.promised else "none",
        )
        return self.to_staff(case, f"{text}\n\n{self.staff('case-how')}", WORDS, self.case_buttons(case))

    def case_buttons(self, case: Case) -> Rows:
        """What the staff can do with a case."""

        def button(key: str, verb: StaffVerb) -> Button:
            return Button(self.staff(key), Action(verb, str(case.number)))

        return (
            (button("button-claim", StaffVerb.CLAIM), button("button-release", StaffVerb.RELEASE)),
            (button("button-category", StaffVerb.CATEGORIES), button("button-not-sensitive", StaffVerb.NOT_SENSITIVE)),
            (button("button-close", StaffVerb.CLOSE), button("button-reopen", StaffVerb.REOPEN)),
        )

    def _candidates(self, case: Case, entries: Sequence[str]) -> Outgoing | None:
        danish = self.knowledge.languages[MASTER_LANGUAGE].wordings
        rows = tuple(
            (Button(danish[each].title, Action(StaffVerb.SEND_ANSWER, f"{case.number}/{each}")),)
            for each in entries
            if each in danish
        )
        return self.to_staff(case, self.staff("case-candidates"), WORDS, rows) if rows else None

    def to_staff(self, case: Case, text: str, priority: int = NEWS, buttons: Rows = ()) -> Outgoing:
        """A text in a case's topic."""
        return Outgoing(STAFF, Sending.SAY, text, buttons, case=case.number, priority=priority)

    def _words(self, case: Case, text: str, message: int | None, *, edited: bool = False) -> Outgoing:
        head = self.staff("case-edited" if edited else "case-words", alias=case.alias)
        return Outgoing(
            STAFF,
            Sending.SAY,
            f"{head}\n{text}",
            case=case.number,
            priority=URGENT if case.urgent else WORDS,
            source=message,
            merge=not edited,
        )

    def _copy(self, case: Case, address: str, message: int) -> Outgoing:
        return Outgoing(
            STAFF,
            Sending.COPY,
            case=case.number,
            priority=URGENT if case.urgent else WORDS,
            source=message,
            copied_from=address,
        )

    def _receipt(self, case: Case, *, written: bool, today: dt.date) -> Outgoing:
        speech = self.speech(case, today)
        texts = speech.language.texts
        number = str(case.number)
        parts = [texts("case-opened-urgent" if case.urgent else "case-opened", number=number)]
        parts.append(
            texts("case-answer-by", when=self.when(case.promised, speech.language.locale))
            if case.promised
            else texts("case-answer-by-unknown")
        )
        parts.append(texts("case-named") if case.named else texts("case-unnamed", alias=case.alias))
        parts.append(texts("case-writing" if written else "case-write-now"))
        withdraw = Button(texts("button-withdraw"), Action(Verb.WITHDRAW, number))
        nabo = Button(texts("button-ask-nabo"), Action(Verb.TO_NABO, number))
        return self.to_resident(case, "\n".join(parts), "", ((withdraw,), (nabo,)))

    def to_resident(self, case: Case, text: str, address: str, buttons: Rows = ()) -> Outgoing:
        """A text in the resident's chat, in the direction of their language."""
        language = self.knowledge.languages.get(case.language)
        rtl = language is not None and language.direction == "rtl"
        return Outgoing(address, Sending.SAY, text, buttons, rtl=rtl, case=case.number)

    # Steps of a case that is there

    def _of_known_case(
        self, effect: PassOn | MoveCase | TurnCase | RateCase, incoming: Incoming, now: dt.datetime
    ) -> tuple[list[CaseChange], list[Outgoing]]:
        case = self.store.case(effect.number)
        if case is None:
            return [], []
        match effect:
            case PassOn():
                return self._passed_on(case, effect, incoming, now)
            case MoveCase(step=step):
                return self._moved(case, step, now)
            case TurnCase(with_bot=with_bot):
                if case.with_bot == with_bot:
                    return [], []
                told = self.staff("case-with-bot" if with_bot else "case-with-staff")
                return [CaseChange(replace(case, with_bot=with_bot))], [self.to_staff(case, told)]
            case RateCase(helped=helped):
                return [], [self.to_staff(case, self.staff("case-helped-yes" if helped else "case-helped-no"))]

    def _passed_on(
        self, case: Case, effect: PassOn, incoming: Incoming, now: dt.datetime
    ) -> tuple[list[CaseChange], list[Outgoing]]:
        quiet = case.last_word is None or now - case.last_word > REASSURE_AFTER
        # Closed a moment ago, while these words were under way: they arrive all the same.
        changed = after(case, Step.RESIDENT_WRITES, now) if case.is_open else case
        outgoing: list[Outgoing] = []
        if effect.urgent_category and not case.urgent:
            changed = replace(changed, urgent=True, category=effect.urgent_category, reminded=False)
            promised = self.hours.later(now, self.knowledge.estate.urgent_within)
            changed = replace(changed, promised=promised if changed.answered is None else changed.promised)
            outgoing += [replace(self.renaming(changed), priority=URGENT), replace(self.head(changed), priority=URGENT)]
        answered = self._at_staff(case, effect.message if effect.edited else incoming.reply_to)
        if effect.text is not None:
            words = self._words(changed, effect.text, effect.message, edited=effect.edited)
            outgoing.append(replace(words, target=answered, merge=words.merge and answered is None))
        elif effect.message is not None:
            outgoing.append(replace(self._copy(changed, incoming.address, effect.message), target=answered))
        if quiet and not effect.edited:
            outgoing.append(self._where_words_go(changed, incoming.address, now.date()))
        return [CaseChange(changed)], outgoing

    def _at_staff(self, case: Case, message: int | None) -> int | None:
        """The message in the staff's group that says the same as one of the resident's chat."""
        links = self.store.links_of(case.number) if message is not None else ()
        return next((link.staff_message for link in reversed(links) if link.resident_message == message), None)

    def _where_words_go(self, case: Case, address: str, today: dt.date) -> Outgoing:
        texts = self.speech(case, today).language.texts
        rows = (
            (Button(texts("button-ask-nabo"), Action(Verb.TO_NABO, str(case.number))),),
            (Button(texts("button-end-case"), Action(Verb.END_CASE, str(case.number))),),
        )
        return self.to_resident(case, texts("case-writing"), address, rows)

    def renaming(self, case: Case) -> Outgoing:
        """Gives the topic of a case its name anew."""
        return replace(self.topic_opening(case), kind=Sending.RENAME_TOPIC, priority=NEWS)

    def _moved(self, case: Case, step: Step, now: dt.datetime) -> tuple[list[CaseChange], list[Outgoing]]:
        told = {
            Step.END: "case-ended",
            Step.WITHDRAW: "case-withdrawn",
            Step.REOPEN: "case-taken-up-again",
        }[step]
        topic = Sending.REOPEN_TOPIC if step is Step.REOPEN else Sending.CLOSE_TOPIC
        line = self.to_staff(case, self.staff(told), WORDS)
        move = Outgoing(STAFF, topic, case=case.number, priority=WORDS)
        try:
            changed = after(case, step, now)
        except NotPossible:
            return [], []  # the staff were a moment faster
        return [CaseChange(changed)], [move, line] if step is Step.REOPEN else [line, move]

    def _forgotten(self, case: Case) -> list[Outgoing]:
        """What is left of the resident in the staff's group goes, as far as the channel allows."""
        if case.topic is not None:
            return [Outgoing(STAFF, Sending.DELETE_TOPIC, target=case.topic)]
        messages = dict.fromkeys(link.staff_message for link in self.store.links_of(case.number))
        return [Outgoing(STAFF, Sending.DELETE, target=each) for each in messages]

    # What time brings

    def closing(self, case: Case, address: str, key: str, now: dt.datetime) -> Outgoing:
        """Tells the resident that a case is closed, and asks whether it helped."""
        texts = self.speech(case, now.date()).language.texts
        number = str(case.number)
        rows = (
            (
                Button(texts("button-helped-yes"), Action(Verb.CASE_HELPED, number)),
                Button(texts("button-helped-no"), Action(Verb.CASE_NOT_HELPED, number)),
            ),
            (Button(texts("button-reopen"), Action(Verb.REOPEN_CASE, number)),),
        )
        return self.to_resident(case, f"{texts(key, number=number)}\n\n{texts('case-helped')}", address, rows)

    def is_late(self, case: Case, now: dt.datetime) -> bool:
        """Whether the promised time has passed without an answer."""
        return case.is_awaited and case.promised is not None and case.promised < now

    def list_of(self, cases: Sequence[Case], now: dt.datetime) -> str:
        """Cases for the staff, the late ones first, then those that have waited longest."""
        if not cases:
            return self.staff("cases-none")
        ordered = sorted(cases, key=lambda case: (not self.is_late(case, now), case.answered is not None, case.opened))
        return "\n".join([self.staff("cases-head", count=len(cases)), *(self._line(case, now) for case in ordered)])

    def _line(self, case: Case, now: dt.datetime) -> str:
        return self.staff(
            "cases-line",
            late="yes" if self.is_late(case, now) else "no",
            number=str(case.number),
            alias=case.alias,
            category=self.category(case),
            status=self.staff(f"status-{case.status}"),
            waited=self._waited(now - (case.last_word or case.opened)),
        )

    def _waited(self, time: dt.timedelta) -> str:
        minutes = int(time.total_seconds() // 60)
        if minutes < MINUTES_SHOWN:
            return self.staff("waited-minutes", count=minutes)
        if minutes < HOURS_SHOWN * 60:
            return self.staff("waited-hours", count=minutes // 60)
        return self.staff("waited-days", count=minutes // (24 * 60))

    def by_now(self, now: dt.datetime) -> Changes:
        """Reminders before a promise runs out, apologies after it has, and the end of cases gone quiet."""
        cases: list[CaseChange] = []
        outgoing: list[Outgoing] = []
        for case in self.store.cases(only_open=True):
            address = self.store.address_of(case.number)
            if address is None:
                continue
            step = self._due(case, address, now)
            if step:
                cases.append(CaseChange(step[0]))
                outgoing += step[1]
        return Changes(cases=tuple(cases), outgoing=tuple(outgoing))

    def _due(self, case: Case, address: str, now: dt.datetime) -> tuple[Case, list[Outgoing]] | None:
        if self.is_late(case, now) and not case.overdue_told:
            texts = self.speech(case, now.date()).language.texts
            sorry = self.to_resident(case, texts("case-late", number=str(case.number)), address)
            return replace(case, overdue_told=True, reminded=True), [self._promise(case, "overdue"), sorry]
        if case.is_awaited and case.promised and not case.reminded and now >= case.promised - REMIND_BEFORE:
            return replace(case, reminded=True), [self._promise(case, "reminder")]
        quiet_since = case.last_word or case.opened
        if case.answered is not None and now - quiet_since >= QUIET_DAYS:
            closed = after(case, Step.CLOSE, now)
            line = self.to_staff(closed, self.staff("case-auto-closed"), NEWS)
            topic = Outgoing(STAFF, Sending.CLOSE_TOPIC, case=case.number, priority=NEWS)
            return closed, [line, self.closing(closed, address, "case-closing-soon", now), topic]
        return None

    def _promise(self, case: Case, key: str) -> Outgoing:
        promised = self.when(case.promised, self.staff_language) if case.promised else ""
        text = self.staff(key, number=str(case.number), alias=case.alias, promised=promised)
        return self.to_staff(case, text, URGENT if case.urgent else WORDS)

    def morning(self, now: dt.datetime) -> Changes:
        """The open cases, for the staff to begin a working day with."""
        listed = self.list_of(self.store.cases(only_open=True), now)
        text = f"{self.staff('daily-head')}\n{listed}"
        return Changes(outgoing=(Outgoing(STAFF, Sending.SAY, text, priority=NEWS),))
