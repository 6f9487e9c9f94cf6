"""What the two sides of a case read: the resident their own language, the staff Danish (or English)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.cases.case import Case
from bot.cases.hours import OpeningHours
from bot.conversation.speech import ways_out
from bot.effects import NEWS, STAFF, URGENT, WORDS, Foreign, Outgoing, Sending
from bot.messages import Action, Button, Rows, StaffVerb, Verb
from bot.store.interface import Store, facts_set
from bot.translation.policy import CasePolicy
from knowledge.content import MASTER_LANGUAGE, Knowledge, Language
from knowledge.facts import long_date, time_of_day
from knowledge.settable import overlaid
from knowledge.texts import Texts, isolate

MINUTES_SHOWN, HOURS_SHOWN = 120, 48
"""From here on a wait is told in the next larger unit."""


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Words and buttons for both sides; decides nothing."""

    content: Knowledge
    """As the files say; see `knowledge`."""
    store: Store
    staff_language: str
    policy: CasePolicy | None = field(default=None, kw_only=True)
    """None where translation is off, or not for cases."""

    @property
    def knowledge(self) -> Knowledge:
        """The content, with the facts that the staff have set."""
        return overlaid(self.content, facts_set(self.store))

    @property
    def staff(self) -> Texts:
        """What Nabo says to the staff."""
        return self.content.staff.get(self.staff_language) or self.content.staff[MASTER_LANGUAGE]

    @property
    def staff_reads(self) -> Language:
        """The language of the staff, for titles of answers and the way in which dates are written."""
        return self.content.languages.get(self.staff_language) or self.content.languages[MASTER_LANGUAGE]

    def language(self, case: Case) -> Language:
        """What the resident of a case reads."""
        languages = self.content.languages
        return languages.get(case.language) or languages[MASTER_LANGUAGE]

    @property
    def hours(self) -> OpeningHours:
        """When the staff answer."""
        estate = self.knowledge.estate
        return OpeningHours(estate.staff_hours, frozenset(estate.closed), self.content.zone)

    def when(self, moment: dt.datetime, language: Language, texts: Texts) -> str:
        """A promised time as a language writes it, with the weekday."""
        local = moment.astimezone(self.content.zone)
        date, time = long_date(local.date(), language), time_of_day(local.time(), language)
        return isolate(texts("moment", date=date, time=time))

    def _when_for_staff(self, moment: dt.datetime | None) -> str:
        """A promised time as the staff read it; none is named "none"."""
        return self.when(moment, self.staff_reads, self.staff) if moment else "none"

    def category(self, case: Case) -> str:
        """The name of a case's matter, for staff."""
        return self.staff(f"category-{case.category}")

    def language_name(self, case: Case) -> str:
        """The name of a case's language, for staff."""
        language = self.content.languages.get(case.language)
        if language is None:
            return case.language
        return language.danish_name if self.staff_language == MASTER_LANGUAGE else language.english_name

    # What the staff read

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

    def renaming(self, case: Case) -> Outgoing:
        """Gives the topic of a case its name anew."""
        return replace(self.topic_opening(case), kind=Sending.RENAME_TOPIC, priority=NEWS)

    def head(self, case: Case, name: str | None = None) -> Outgoing:
        """The first message of a topic: what the case is about, never who it is unless they said yes."""
        text = self.staff(
            "case-head",
            urgent="yes" if case.urgent else "no",
            number=str(case.number),
            alias=case.alias,
            category=self.category(case),
            language=self.language_name(case),
            named=("yes" if name else "before") if case.named else "no",
            name=isolate(name or ""),
            promised=self._when_for_staff(case.promised),
        )
        how = self.staff("case-how-translated" if self._reaches(case) else "case-how")
        return self.to_staff(case, f"{text}\n\n{how}", WORDS, self.case_buttons(case))

    def _reaches(self, case: Case) -> bool:
        """Whether staff and resident can read each other through the service."""
        return self.policy is not None and self.policy.has(case.language, self.staff_language)

    def case_buttons(self, case: Case) -> Rows:
        """What the staff can do with a case."""

        def button(key: str, verb: StaffVerb) -> Button:
            return Button(self.staff(key), Action(verb, str(case.number)))

        return (
            (button("button-claim", StaffVerb.CLAIM), button("button-release", StaffVerb.RELEASE)),
            (button("button-category", StaffVerb.CATEGORIES), button("button-not-sensitive", StaffVerb.NOT_SENSITIVE)),
            (button("button-close", StaffVerb.CLOSE), button("button-reopen", StaffVerb.REOPEN)),
            (button("button-hand-over", StaffVerb.HAND_OVER),),
        )

    def candidates(self, case: Case, entries: Sequence[str]) -> Outgoing | None:
        """Buttons that send an answer of Nabo's; None where there are none to offer."""
        titles = self.staff_reads.wordings
        rows = tuple(
            (Button(titles[each].title, Action(StaffVerb.SEND_ANSWER, f"{case.number}/{each}")),)
            for each in entries
            if each in titles
        )
        return self.to_staff(case, self.staff("case-candidates"), WORDS, rows) if rows else None

    def words(
        self, case: Case, text: str, message: int | None, *, edited: bool = False, name: str | None = None
    ) -> Outgoing:
        """What the resident wrote, in the case's topic; `name` is theirs, which no translator learns."""
        head = self.staff("case-edited" if edited else "case-words", alias=case.alias)
        return Outgoing(
            STAFF,
            Sending.SAY,
            f"{head}\n{text}",
            case=case.number,
            priority=URGENT if case.urgent else WORDS,
            source=message,
            merge=not edited,
            foreign=self.foreign(case, text, self.staff_language, name or ""),
        )

    def translated(self, sent: Outgoing, translation: str, case: Case) -> Outgoing:
        """A message with its translation: the staff read both, a resident theirs, with a way to the original."""
        if sent.to == STAFF:
            return replace(sent, text=f"{sent.text}\n\n{self.staff('case-translated')}\n{translation}", foreign=None)
        texts = self.language(case).texts
        head = sent.text.removesuffix(sent.foreign.words) if sent.foreign else ""
        original = Action(Verb.CASE_ORIGINAL, f"{case.number}/{sent.source}")
        rows = ((Button(texts("button-original"), original),),) if sent.source is not None else ()
        text = f"{head}{translation}\n\n{texts('machine-translated')}"
        return replace(sent, text=text, buttons=(*sent.buttons, *rows), foreign=None)

    def may_we_translate(self, case: Case) -> Outgoing | None:
        """Asks the resident whether a third party may translate; None where there is nothing to ask."""
        policy = self.policy
        if policy is None or not policy.asks or not policy.has(case.language, self.staff_language):
            return None
        texts = self.language(case).texts
        number = str(case.number)
        rows = (
            (Button(texts("button-translate"), Action(Verb.TRANSLATE, number)),),
            (Button(texts("button-do-not-translate"), Action(Verb.DO_NOT_TRANSLATE, number)),),
        )
        return self.to_resident(case, texts("translate-ask", service=policy.service), "", rows)

    def foreign(self, case: Case, words: str, into: str, *names: str) -> Foreign | None:
        """What is to be translated of a message of a case; None where nothing may be."""
        if self.policy is None or not self.policy.may(agreed=case.may_translate):
            return None
        hint = case.language if into == self.staff_language else self.staff_language
        return Foreign(words, into, hint, names)

    def copy(self, case: Case, address: str, message: int) -> Outgoing:
        """What the resident sent that is no text, in the case's topic."""
        return Outgoing(
            STAFF,
            Sending.COPY,
            case=case.number,
            priority=URGENT if case.urgent else WORDS,
            source=message,
            copied_from=address,
        )

    def promise(self, case: Case, key: str) -> Outgoing:
        """A reminder of a promised time, or that it has passed."""
        promised = self._when_for_staff(case.promised)
        text = self.staff(key, number=str(case.number), alias=case.alias, promised=promised)
        return self.to_staff(case, text, URGENT if case.urgent else WORDS)

    def to_staff(self, case: Case | None, text: str, priority: int = NEWS, buttons: Rows = ()) -> Outgoing:
        """A text in a case's topic; where there is no case, in the group itself."""
        number = case.number if case else None
        return Outgoing(STAFF, Sending.SAY, text, buttons, case=number, priority=priority)

    # Lists of cases

    def list_of(self, cases: Sequence[Case], now: dt.datetime) -> str:
        """Cases for the staff, the late ones first, then those that have waited longest."""
        if not cases:
            return self.staff("cases-none")
        ordered = sorted(cases, key=lambda case: (not case.is_late(now), case.answered is not None, case.opened))
        return "\n".join([self.staff("cases-head", count=len(cases)), *(self._line(case, now) for case in ordered)])

    def _line(self, case: Case, now: dt.datetime) -> str:
        return self.staff(
            "cases-line",
            late="yes" if case.is_late(now) else "no",
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

    # What the resident reads

    def receipt(self, case: Case, *, written: bool) -> Outgoing:
        """The case's number, by when an answer comes, and how to withdraw."""
        language = self.language(case)
        texts = language.texts
        number = str(case.number)
        parts = [texts("case-opened-urgent" if case.urgent else "case-opened", number=number)]
        parts.append(
            texts("case-answer-by", when=self.when(case.promised, language, texts))
            if case.promised
            else texts("case-answer-by-unknown")
        )
        parts.append(texts("case-named") if case.named else texts("case-unnamed", alias=case.alias))
        parts.append(texts("case-writing" if written else "case-write-now"))
        withdraw = Button(texts("button-withdraw"), Action(Verb.WITHDRAW, number))
        nabo = Button(texts("button-ask-nabo"), Action(Verb.TO_NABO, number))
        return self.to_resident(case, "\n".join(parts), "", ((withdraw,), (nabo,)))

    def where_words_go(self, case: Case, address: str) -> Outgoing:
        """That what the resident writes is read by the staff, with the ways out."""
        texts = self.language(case).texts
        return self.to_resident(case, texts("case-writing"), address, ways_out(texts, case.number))

    def closing(self, case: Case, address: str, key: str) -> Outgoing:
        """Tells the resident that a case is closed, and asks whether it helped."""
        texts = self.language(case).texts
        number = str(case.number)
        rows = (
            (
                Button(texts("button-helped-yes"), Action(Verb.CASE_HELPED, number)),
                Button(texts("button-helped-no"), Action(Verb.CASE_NOT_HELPED, number)),
            ),
            (Button(texts("button-reopen"), Action(Verb.REOPEN_CASE, number)),),
        )
        return self.to_resident(case, f"{texts(key, number=number)}\n\n{texts('case-helped')}", address, rows)

    def to_resident(self, case: Case, text: str, address: str, buttons: Rows = ()) -> Outgoing:
        """A text in the resident's chat, in the direction of their language."""
        rtl = self.language(case).direction == "rtl"
        return Outgoing(address, Sending.SAY, text, buttons, rtl=rtl, case=case.number)
