"""An answer of the staff to a question that nobody could answer becomes a draft of an entry, by one button."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, replace

from bot.cases.case import Case
from bot.casework import Casework
from bot.effects import NEWS, Changes, Outgoing
from bot.messages import Action, Button, FromStaff, StaffVerb, halves
from knowledge.content import MASTER_LANGUAGE
from knowledge.forms import read_words

log = logging.getLogger(__name__)

LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Draftwork:
    """One thing that a member of staff did about a draft.

    A draft has the number of the message that held the answer, so that a second press makes no second draft.
    """

    casework: Casework
    incoming: FromStaff
    now: dt.datetime

    def offer(self, case: Case) -> Outgoing | None:
        """Asks, below an answer, whether it is to become a draft; None where there is no place for drafts."""
        if self.casework.drafts is None:
            return None
        staff = self.casework.staff
        rows = ((Button(staff("button-draft"), Action(StaffVerb.DRAFT, str(case.number))),),)
        return replace(self.casework.to_staff(case, staff("draft-offer"), NEWS, rows), target=self.incoming.message)

    def made(self, case: Case | None) -> Changes:
        """The answer that the button stands below, or that the command answers, becomes a draft."""
        drafts, number, answer = self.casework.drafts, self.incoming.reply_to, self.incoming.quoted
        if drafts is None or number is None or not answer:
            return self._say(case, "draft-how")
        languages = [code for code in self.casework.content.languages if code != MASTER_LANGUAGE]
        today = self.casework.content.day_of(self.now)
        try:
            new = drafts.keep(number, answer, languages, today)
        except OSError as error:
            log.error("a draft could not be kept: %s", type(error).__name__)  # noqa: TRY400 - see inbox
            return self._say(case, "draft-failed")
        return self._say(case, "draft-made" if new else "draft-there", number)

    def command(self, case: Case | None) -> Changes:
        """`/draft` in answer to an answer, or `/draft NUMBER QUESTION`."""
        number, question = halves(self.incoming.arguments)
        if not number:
            return self.made(case)
        if self.casework.drafts is None or not number.isdecimal() or len(number) > LONGEST_NUMBER or not question:
            return self._say(case, "draft-how")
        try:
            found = self.casework.drafts.ask(int(number), read_words(question, self.now.date()))
        except ValueError:
            return self._say(case, "draft-how")
        except OSError as error:
            log.error("a draft could not be changed: %s", type(error).__name__)  # noqa: TRY400
            return self._say(case, "draft-failed")
        return self._say(case, "draft-asked" if found else "draft-unknown", int(number))

    def _say(self, case: Case | None, key: str, number: int = 0) -> Changes:
        text = self.casework.staff(key, number=str(number))
        return Changes(outgoing=(self.casework.to_staff(case, text),))
