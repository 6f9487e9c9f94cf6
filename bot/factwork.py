"""Facts of the estate, set by the staff in their group: proposed, shown as an answer will read, kept after a yes."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cases.case import Case
from bot.casework import Casework
from bot.conversation.speech import Speech
from bot.effects import NEWS, Changes, FactChange
from bot.messages import DASHES, Action, Button, FromStaff, Rows, StaffVerb, halves
from bot.store.interface import facts_set
from knowledge.content import MASTER_LANGUAGE, Knowledge
from knowledge.settable import SETTABLE, Settable, contradicts, overlaid

AS_FILE = ("fil", "file")
"""Instead of a value: what `estate.yaml` says holds again. A dash says that nothing is announced."""


@dataclass(frozen=True, slots=True)
class Factwork:
    """One thing that a member of staff did about a fact. `case` is that of the topic it was done in."""

    casework: Casework
    incoming: FromStaff
    now: dt.datetime
    case: Case | None

    @property
    def today(self) -> dt.date:
        """The day in the estate."""
        return self.casework.content.day_of(self.now)

    # The command

    def command(self) -> Changes:
        """`/fact`, `/fact NAME` or `/fact NAME VALUE`."""
        name, value = halves(self.incoming.arguments)
        name, value = name.lower(), value.strip()
        if not name:
            return self._say(self._overview())
        if name not in SETTABLE:
            return self._say(self._unknown(name))
        return self._proposed(name, value) if value else self._say(self._about(name))

    def _overview(self) -> str:
        staff = self.casework.staff
        parts = [staff("fact-how"), staff("fact-names")]
        standing = [
            staff("fact-line", name=name, value=self._shown(name, text))
            for name, text in facts_set(self.casework.store).items()
            if name in SETTABLE
        ]
        return "\n\n".join([*parts, "\n".join([staff("fact-standing"), *standing])] if standing else parts)

    def _unknown(self, name: str) -> str:
        staff = self.casework.staff
        near = difflib.get_close_matches(name, SETTABLE, 1)
        first = staff("fact-unknown", name=name) if not near else staff("fact-meant", name=name, meant=near[0])
        return f"{first}\n\n{staff('fact-names')}"

    def _about(self, name: str) -> str:
        value = SETTABLE[name].now(self.casework.knowledge.estate)
        return f"{self.casework.staff('fact-line', name=name, value=self._shown(name, value))}\n{self._form(name)}"

    def _form(self, name: str) -> str:
        """How a value is written."""
        staff, form = self.casework.staff, SETTABLE[name].form
        if form.choices:
            return staff("fact-form-choice", choices=", ".join(self._choice(name, each) for each in form.choices))
        return staff(f"fact-form-{form.name}")

    def _choice(self, name: str, value: str) -> str:
        return self.casework.staff(f"fact-{name.replace('.', '-')}-{value}")

    def _shown(self, name: str, text: str | None) -> str:
        """A stored value as the staff read it."""
        form = SETTABLE[name].form
        if not text:
            return self.casework.staff("fact-empty" if text == "" else "fact-as-file")
        if form.choices:
            return self._choice(name, text)
        return form.show(form.read(text, self.today), self.casework.staff_language)

    # A proposal

    def _proposed(self, name: str, typed: str) -> Changes:
        fact = SETTABLE[name]
        try:
            value = self._read(name, fact, typed)
        except ValueError:
            return self._say(f"{self.casework.staff('fact-not-read', name=name)} {self._form(name)}")
        before, after = self.casework.knowledge, self._with(name, value)
        if fact.now(before.estate) == fact.now(after.estate) and facts_set(self.casework.store).get(name) == value:
            return self._say(self.casework.staff("fact-already", name=name))
        if contradicts(after.estate):
            return self._say(self.casework.staff("fact-contradicts"))
        proposal = json.dumps({"message": self.incoming.message, "value": value})
        self.casework.store.note(_place(name), proposal)
        return self._say(self._preview(name, before, after), self._buttons(name))

    def _read(self, name: str, fact: Settable, typed: str) -> str | None:
        """What would be stored; raises ValueError."""
        if typed in DASHES:
            return ""
        if typed.casefold() in AS_FILE:
            return None
        words = {self._choice(name, each).casefold(): each for each in fact.form.choices}
        value = fact.form.read(words.get(typed.casefold(), typed), self.today)
        if fact.form.refuses(value, self.today):
            raise ValueError("makes no sense today")
        return fact.form.write(value)

    def _with(self, name: str, value: str | None) -> Knowledge:
        others = {each: text for each, text in facts_set(self.casework.store).items() if each != name}
        return overlaid(self.casework.content, others if value is None else others | {name: value})

    def _buttons(self, name: str) -> Rows:
        about = f"{name}/{self.incoming.message}"
        yes = Button(self.casework.staff("button-fact-yes"), Action(StaffVerb.FACT_YES, about))
        return ((yes, Button(self.casework.staff("button-fact-no"), Action(StaffVerb.FACT_NO, about))),)

    def _preview(self, name: str, before: Knowledge, after: Knowledge) -> str:
        staff, fact = self.casework.staff, SETTABLE[name]
        shown = [self._shown(name, fact.now(each.estate)) for each in (before, after)]
        changed = self._changed(before, after)
        parts = [staff("fact-proposal", name=name, before=shown[0], after=shown[1])]
        parts.append(staff("fact-changes", count=len(changed)))
        return "\n\n".join([*parts, *changed[:1]])

    def _changed(self, before: Knowledge, after: Knowledge) -> Sequence[str]:
        """The answers that would read differently today, in Danish, those that rest on facts first."""
        danish = after.languages[MASTER_LANGUAGE]
        old, new = (Speech(each, danish, self.today) for each in (before, after))
        entries = sorted(after.entries.values(), key=lambda entry: entry.source != "estate")
        pairs = [(old.answer_words(each), new.answer_words(each)) for each in entries if each.id in danish.wordings]
        return [later for earlier, later in pairs if earlier != later]

    # A yes or a no

    def pressed(self, verb: StaffVerb, about: str) -> Changes:
        """The button below a proposal; only that of the newest proposal of a fact does anything."""
        name, _, message = about.partition("/")
        proposal = json.loads((name in SETTABLE and self.casework.store.note(_place(name))) or "{}")
        if str(proposal.get("message")) != message:
            return self._say(self.casework.staff("fact-stale")) if name in SETTABLE else Changes()
        if verb is StaffVerb.FACT_NO:
            self.casework.store.note(_place(name), "")
            return self._say(self.casework.staff("fact-refused", name=name))
        return self._kept(name, proposal["value"])

    def _kept(self, name: str, value: str | None) -> Changes:
        fact, staff = SETTABLE[name], self.casework.staff
        before, after = self.casework.knowledge.estate, self._with(name, value).estate
        if fact.now(before) == fact.now(after) and facts_set(self.casework.store).get(name) == value:
            return self._say(staff("fact-already", name=name))
        if contradicts(after):
            return self._say(staff("fact-contradicts"))
        change = FactChange(name, value, fact.now(before), self.incoming.by)
        values = {"before": self._shown(name, change.before), "after": self._shown(name, fact.now(after))}
        key = "fact-given-back" if value is None else "fact-set"
        audit = staff(key, by=self.incoming.by, name=name, **values)
        return Changes(facts=(change,), outgoing=(self.casework.to_staff(None, audit),))

    def _say(self, text: str, buttons: Rows = ()) -> Changes:
        return Changes(outgoing=(self.casework.to_staff(self.case, text, NEWS, buttons),))


def _place(name: str) -> str:
    return f"proposed {name}"
