"""What the steps of a case lead to on both sides: the case as it is to be kept, and the messages to staff and resident.

Everything goes out through the outbox, kept in the same transaction as the case, so that neither is there without the
other. The words are in casewords.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cases.alias import Choose, new_alias
from bot.cases.case import Case, NotPossible, Step, after
from bot.casewords import CaseWords
from bot.drafts import DraftFolder
from bot.effects import (
    NEWS,
    STAFF,
    URGENT,
    WORDS,
    CaseChange,
    Changes,
    Effect,
    ForgetChat,
    MayTranslate,
    MoveCase,
    OpenCase,
    Outgoing,
    PassOn,
    RateCase,
    Sending,
    ShowOriginal,
    TurnCase,
)
from bot.messages import Address, Incoming

REASSURE_AFTER = dt.timedelta(minutes=10)
"""After so long a pause a resident is told again where their words go."""
REMIND_BEFORE = dt.timedelta(minutes=30)
QUIET_DAYS = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Casework(CaseWords):
    """Turns effects into changes. Reads the store, never writes it."""

    choose: Choose
    on_call: tuple[Address, ...] = ()
    """Colleagues who are written to directly when an urgent case cannot reach the group."""
    drafts: DraftFolder | None = None
    """Where answers become drafts of entries; None: nowhere."""

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
                    outgoing += self._opened(case, effect, incoming)
                case MayTranslate() | ShowOriginal():
                    change, sent = self._of_translation(effect, incoming)
                    cases += change
                    outgoing += sent
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

    def _opened(self, case: Case, effect: OpenCase, incoming: Incoming) -> list[Outgoing]:
        priority = URGENT if case.urgent else WORDS
        outgoing = [
            self.topic_opening(case),
            self.head(case, incoming.name if case.named else None),
        ]
        if effect.text is not None:
            outgoing.append(self.words(case, effect.text, effect.message, name=incoming.name))
        elif effect.message is not None:
            outgoing.append(self.copy(case, incoming.address, effect.message))
        else:
            outgoing.append(self.to_staff(case, self.staff("case-words-none"), NEWS))
        candidates = self.candidates(case, effect.candidates)
        if candidates:
            outgoing.append(candidates)
        receipt = self.receipt(case, written=effect.message is not None)
        answers = [replace(receipt, to=incoming.address)]
        question = self.may_we_translate(case)
        if question:
            # Below the resident's own words, so that a yes brings them along.
            answers.append(replace(question, to=incoming.address, target=effect.message))
        return [replace(each, priority=priority) for each in (*outgoing, *answers)]

    # Steps of a case that is there

    def _of_known_case(
        self,
        effect: PassOn | MoveCase | TurnCase | RateCase,
        incoming: Incoming,
        now: dt.datetime,
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

    def _of_translation(
        self, effect: MayTranslate | ShowOriginal, incoming: Incoming
    ) -> tuple[list[CaseChange], list[Outgoing]]:
        case = self.store.case(effect.number)
        if case is None:
            return [], []
        if isinstance(effect, ShowOriginal):
            return [], self._original(case, incoming.address, effect.message)
        return self._may_translate(case, incoming, yes=effect.yes)

    def _may_translate(self, case: Case, incoming: Incoming, *, yes: bool) -> tuple[list[CaseChange], list[Outgoing]]:
        changed = replace(case, may_translate=yes)
        text = self.staff("case-may-translate" if yes else "case-may-not-translate")
        told = self.to_staff(case, text, WORDS)
        quoted = incoming.quoted.text if incoming.quoted else None
        if yes and quoted and not case.may_translate:
            # The words that waited for the yes.
            foreign = self.foreign(changed, quoted, self.staff_language, incoming.name or "")
            told = replace(told, text=f"{text}\n{quoted}", foreign=foreign)
        return [CaseChange(changed)], [told]

    def _original(self, case: Case, address: Address, message: int) -> list[Outgoing]:
        """What a member of staff wrote, as it stands in the group: a button that somebody forged shows nothing else."""
        link = self.store.link_at_staff(message)
        if link is None or link.case != case.number or not link.from_staff:
            return []
        return [Outgoing(address, Sending.COPY, case=case.number, source=message, copied_from=STAFF, linked=False)]

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
            words = self.words(changed, effect.text, effect.message, edited=effect.edited, name=incoming.name)
            outgoing.append(replace(words, target=answered, merge=words.merge and answered is None))
        elif effect.message is not None:
            outgoing.append(replace(self.copy(changed, incoming.address, effect.message), target=answered))
        if quiet and not effect.edited:
            outgoing.append(self.where_words_go(changed, incoming.address))
        return [CaseChange(changed)], outgoing

    def _at_staff(self, case: Case, message: int | None) -> int | None:
        """The message in the staff's group that says the same as one of the resident's chat."""
        links = self.store.links_of(case.number) if message is not None else ()
        return next((link.staff_message for link in reversed(links) if link.resident_message == message), None)

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
        if case.is_late(now) and not case.overdue_told:
            texts = self.language(case).texts
            sorry = self.to_resident(case, texts("case-late", number=str(case.number)), address)
            return replace(case, overdue_told=True, reminded=True), [self.promise(case, "overdue"), sorry]
        if case.is_awaited and case.promised and not case.reminded and now >= case.promised - REMIND_BEFORE:
            return replace(case, reminded=True), [self.promise(case, "reminder")]
        quiet_since = case.last_word or case.opened
        if case.answered is not None and now - quiet_since >= QUIET_DAYS:
            closed = after(case, Step.CLOSE, now)
            line = self.to_staff(closed, self.staff("case-auto-closed"), NEWS)
            topic = Outgoing(STAFF, Sending.CLOSE_TOPIC, case=case.number, priority=NEWS)
            return closed, [line, self.closing(closed, address, "case-closing-soon"), topic]
        return None

    def morning(self, now: dt.datetime) -> Changes:
        """The open cases, for the staff to begin a working day with."""
        listed = self.list_of(self.store.cases(only_open=True), now)
        text = f"{self.staff('daily-head')}\n{listed}"
        return Changes(outgoing=(self.to_staff(None, text),))
