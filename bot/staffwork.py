"""What the staff do in their group -> what follows: words to residents, steps of cases, lists, answers of Nabo's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.cases.case import Case, NotPossible, Step, after
from bot.casework import Casework
from bot.conversation.speech import Speech
from bot.did import drafts, told_by_staff, with_drafts
from bot.draftwork import Draftwork
from bot.effects import NEWS, STAFF, CaseChange, Changes, Foreign, Outgoing, Sending
from bot.factwork import Factwork
from bot.messages import (
    Action,
    Address,
    Button,
    Commanded,
    FromStaff,
    Pressed,
    Rows,
    StaffVerb,
    Unreadable,
    Verb,
    Written,
)

NOTE_MARK = "//"
UNANSWERED = "unanswered"
LONGEST_NAME = 64
LONGEST_NUMBER = 9
"""Digits of a case's number; a forged button may have more than the store can read."""
STAFF_COMMANDS = ("faq", "cases", "case", "close", "give", "note", "fact", "draft", "wedid", "stats", "help")
COPIED = frozenset({"photo", "voice", "video", "document", "location", "sticker"})
NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Staffwork:
    """One thing a member of staff did."""

    casework: Casework
    incoming: FromStaff
    now: dt.datetime

    def changes(self) -> Changes:
        """All that follows."""
        match self.incoming.body:
            case Commanded(name):
                return self._command(name)
            case Pressed(action):
                return self._pressed(action) if action else NOTHING
            case Written(text, edited):
                return self._written(text, edited=edited)
            case Unreadable(kind):
                case = self._case_here()
                return self._to_resident(case, None) if case and kind in COPIED else NOTHING

    # Words to the resident

    def _case_here(self) -> Case | None:
        """The case of this topic; where the group has no topics, that of the message answered."""
        store = self.casework.store
        if self.incoming.topic is not None:
            case = store.case_in(self.incoming.topic)
            if case:
                return case
        link = store.link_at_staff(self.incoming.reply_to) if self.incoming.reply_to is not None else None
        return store.case(link.case) if link else None

    def _written(self, text: str, *, edited: bool) -> Changes:
        case = self._case_here()
        if case is None or text.startswith(NOTE_MARK) or not text.strip():
            return NOTHING
        return self._edited(case, text) if edited else self._to_resident(case, text)

    def _to_resident(self, case: Case, text: str | None) -> Changes:
        address = self.casework.store.address_of(case.number)
        try:
            changed = after(case, Step.STAFF_WRITE, self.now, self.incoming.by)
        except NotPossible:
            return self._say(case, self._impossible(case))
        if address is None:
            return NOTHING
        target = self._answered_at_resident(case)
        if text is None:
            outgoing = Outgoing(
                address,
                Sending.COPY,
                case=case.number,
                source=self.incoming.message,
                copied_from=STAFF,
                target=target,
            )
        else:
            head = self.casework.language(case).texts("case-from-staff")
            worded = self.casework.to_resident(case, f"{head}\n\n{text}", address)
            outgoing = replace(
                worded, source=self.incoming.message, target=target, foreign=self._foreign(case, text, address)
            )
        offer = self._drafts().offer(case) if self._may_help_others(case, text) else None
        return Changes(cases=(CaseChange(changed),), outgoing=(outgoing, *([offer] if offer else [])))

    def _may_help_others(self, case: Case, text: str | None) -> bool:
        """The first words about a question that Nabo could not answer."""
        return case.category == UNANSWERED and case.answered is None and text is not None

    def _answered_at_resident(self, case: Case) -> int | None:
        if self.incoming.reply_to is None:
            return None
        link = self.casework.store.link_at_staff(self.incoming.reply_to)
        return (link.resident_message or None) if link and link.case == case.number else None

    def _edited(self, case: Case, text: str) -> Changes:
        address = self.casework.store.address_of(case.number)
        if address is None or not case.is_open:
            return NOTHING
        head = self.casework.language(case).texts("case-edited")
        worded = self.casework.to_resident(case, f"{head}\n\n{text}", address)
        edit = replace(
            worded, kind=Sending.EDIT, source=self.incoming.message, foreign=self._foreign(case, text, address)
        )
        return Changes(outgoing=(edit,))

    def _foreign(self, case: Case, text: str, address: Address) -> Foreign | None:
        memory, policy = self.casework.store.memory(address), self.casework.policy
        # Somebody whose language has no content reads a case in another, but a machine can write theirs.
        reads = memory.reads if memory else None
        can = reads is not None and policy is not None and policy.has(reads, self.casework.staff_language)
        return self.casework.foreign(case, text, reads if reads and can else case.language, self.incoming.by)

    # Steps

    def _step(self, case: Case, step: Step, key: str) -> Changes:
        try:
            changed = after(case, step, self.now, self.incoming.by)
        except NotPossible:
            return self._say(case, self._impossible(case))
        told = self.casework.to_staff(changed, self.casework.staff(key, name=self.incoming.by), NEWS)
        return Changes(cases=(CaseChange(changed),), outgoing=(told, *self._told_resident(changed, step)))

    def _given(self, case: Case) -> Changes:
        """Handed over to a colleague, who is named as they are in the group, or by their @name, which calls them."""
        to = " ".join(self.incoming.arguments.split())[:LONGEST_NAME]
        if not to:
            return self._say(case, self.casework.staff("case-hand-over-how"))
        try:
            changed = after(case, Step.CLAIM, self.now, to)
        except NotPossible:
            return self._say(case, self._impossible(case))
        told = self.casework.staff("case-handed-over", name=self.incoming.by, to=to)
        return Changes(cases=(CaseChange(changed),), outgoing=(self.casework.to_staff(changed, told, NEWS),))

    def _impossible(self, case: Case) -> str:
        staff = self.casework.staff
        return staff("case-not-possible", status=staff(f"status-{case.status}"))

    def _told_resident(self, case: Case, step: Step) -> tuple[Outgoing, ...]:
        address = self.casework.store.address_of(case.number)
        if address is None or step not in (Step.CLOSE, Step.REOPEN):
            return ()
        if step is Step.REOPEN:
            topic = Outgoing(STAFF, Sending.REOPEN_TOPIC, case=case.number, priority=NEWS)
            texts = self.casework.language(case).texts
            text = texts("case-reopened", number=str(case.number))
            return (topic, self.casework.to_resident(case, text, address))
        topic = Outgoing(STAFF, Sending.CLOSE_TOPIC, case=case.number, priority=NEWS)
        return (self.casework.closing(case, address, "case-closed"), topic)

    def _say(self, case: Case | None, text: str, buttons: Rows = ()) -> Changes:
        return Changes(outgoing=(self.casework.to_staff(case, text, NEWS, buttons),))

    # Buttons

    def _pressed(self, action: Action) -> Changes:
        if action.verb in (StaffVerb.FACT_YES, StaffVerb.FACT_NO):
            return self._facts().pressed(StaffVerb(action.verb), action.about)
        number, _, about = action.about.partition("/")
        case = self.casework.store.case(int(number)) if number.isdecimal() and len(number) <= LONGEST_NUMBER else None
        if case is None:
            return NOTHING
        steps: Mapping[Verb | StaffVerb, Callable[[], Changes]] = {
            StaffVerb.CLAIM: lambda: self._step(case, Step.CLAIM, "case-claimed"),
            StaffVerb.RELEASE: lambda: self._step(case, Step.RELEASE, "case-released"),
            StaffVerb.CLOSE: lambda: self._step(case, Step.CLOSE, "case-closed"),
            StaffVerb.REOPEN: lambda: self._step(case, Step.REOPEN, "case-reopened"),
            StaffVerb.NOT_SENSITIVE: lambda: self._categorised(case, UNANSWERED, "case-not-sensitive"),
            StaffVerb.CATEGORIES: lambda: self._say(case, self.casework.category(case), self._categories(case)),
            StaffVerb.CATEGORY: lambda: self._categorised(case, about, "case-set-category"),
            StaffVerb.SEND_ANSWER: lambda: self._answer(case, about),
            StaffVerb.HAND_OVER: lambda: self._say(case, self.casework.staff("case-hand-over-how")),
            StaffVerb.DRAFT: lambda: self._drafts().made(case),
        }
        return steps[action.verb]() if action.verb in steps else NOTHING

    def _categories(self, case: Case) -> Rows:
        names = list(self.casework.content.sensitive)
        buttons = [
            Button(self.casework.staff(f"category-{name}"), Action(StaffVerb.CATEGORY, f"{case.number}/{name}"))
            for name in names
        ]
        return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))

    def _categorised(self, case: Case, category: str, key: str) -> Changes:
        known = self.casework.content.sensitive.get(category)
        if known is None and category != UNANSWERED:
            return NOTHING
        changed = replace(case, category=category, urgent=bool(known and known.urgent))
        told = self.casework.staff(key, category=self.casework.category(changed))
        return Changes(
            cases=(CaseChange(changed),),
            outgoing=(self.casework.renaming(changed), self.casework.to_staff(changed, told, NEWS)),
        )

    def _asked_for(self, case: Case) -> Changes:
        entry_id = self.incoming.arguments.strip()
        return self._answer(case, entry_id) if entry_id else self._say(case, self.casework.staff("faq-how"))

    def _answer(self, case: Case, entry_id: str) -> Changes:
        entry = self.casework.content.entries.get(entry_id)
        today = self.casework.content.day_of(self.now)
        current = with_drafts(self.casework.knowledge, drafts(self.casework.store))
        speech = Speech(current, current.languages[self.casework.language(case).code], today)
        address = self.casework.store.address_of(case.number)
        if entry is None or entry_id not in speech.language.wordings or address is None:
            return self._say(case, self.casework.staff("faq-unknown", id=entry_id))
        try:
            changed = after(case, Step.STAFF_WRITE, self.now, self.incoming.by)
        except NotPossible:
            return self._say(case, self._impossible(case))
        words = f"{speech.language.texts('case-from-staff')}\n\n{speech.answer_words(entry)}"
        title = self.casework.staff_reads.wordings[entry_id].title
        told = self.casework.staff("case-answer-sent", title=title, language=self.casework.language_name(case))
        return Changes(
            cases=(CaseChange(changed),),
            outgoing=(self.casework.to_resident(case, words, address), self.casework.to_staff(case, told, NEWS)),
        )

    # Commands

    def _drafts(self) -> Draftwork:
        return Draftwork(self.casework, self.incoming, self.now)

    def _facts(self) -> Factwork:
        return Factwork(self.casework, self.incoming, self.now, self._case_here())

    def _command(self, name: str) -> Changes:
        case = self._case_here()
        staff = self.casework.staff
        anywhere: Mapping[str, Callable[[], Changes]] = {
            "cases": lambda: self._say(case, self._open_cases()),
            "fact": lambda: self._facts().command(),
            "draft": lambda: self._drafts().command(case),
            "wedid": lambda: self._say(case, self._we_did()),
            "stats": lambda: self._say(case, self._stats()),
            "help": lambda: self._say(case, staff("help")),
            "note": lambda: self._say(case, staff("note-kept")),
        }
        if name in anywhere:
            return anywhere[name]()
        here: Mapping[str, Callable[[Case], Changes]] = {
            "faq": self._asked_for,
            "case": lambda case: Changes(outgoing=(self.casework.head(case),)),
            "close": lambda case: self._step(case, Step.CLOSE, "case-closed"),
            "give": self._given,
        }
        if name not in here:
            return NOTHING
        return here[name](case) if case else self._say(None, staff("case-unknown"))

    def _we_did(self) -> str:
        content, staff = self.casework.content, self.casework.staff
        return told_by_staff(self.casework.store, content, self.incoming.arguments, content.day_of(self.now), staff)

    def _open_cases(self) -> str:
        return self.casework.list_of(self.casework.store.cases(only_open=True), self.now)

    def _stats(self) -> str:
        cases = self.casework.store.cases(only_open=True)
        return self.casework.staff(
            "stats",
            open=str(len(cases)),
            waiting=str(sum(case.is_awaited for case in cases)),
            late=str(sum(case.is_late(self.now) for case in cases)),
            queued=str(self.casework.store.outgoing_count()),
        )
