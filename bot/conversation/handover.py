"""What Nabo says when a person is needed: emergency lines, the offer of a person, and the resident's side of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.cases.case import OPEN, Case, Step
from bot.conversation.chat import Chat
from bot.conversation.speech import Speech, ways_out
from bot.effects import Effect, MayTranslate, MoveCase, OpenCase, PassOn, RateCase, ShowOriginal, TurnCase
from bot.messages import Action, Button, Commanded, Incoming, Reply, Rows, Verb, Written
from bot.understanding.decision import Decision, Escalation

UNANSWERED = "unanswered"
HUMAN = "human"
LONGEST_NUMBER = 9
"""Digits of a message's number; a forged button may have more than the store can read."""

Talk = tuple[tuple[Reply, ...], tuple[Effect, ...]]
"""What is said at once, and what follows."""


class Handover:
    """One incoming message, as far as the staff are concerned."""

    def __init__(self, speech: Speech, chat: Chat, incoming: Incoming) -> None:
        self._speech = speech
        self._chat = chat
        self._incoming = incoming

    # Danger

    def urgent_lines(self, category: str) -> Reply:
        """112 first, then the lines that fit, and that nobody watches the chat."""
        texts = self._speech.language.texts
        lines = [
            texts(f"helpline-{line.name}", number=line.number)
            for line in self._speech.knowledge.estate.helplines
            if category in line.categories
        ]
        parts = [texts("urgent-112")]
        if lines:
            parts.append("\n".join([texts("urgent-helplines"), *lines]))
        return self._speech.reply("\n\n".join([*parts, texts("urgent-not-watched")]))

    def in_danger(self, text: str, escalation: Escalation, decision: Decision) -> Talk:
        """Emergency lines at once; then a case under an alias, or the words to the one that is open."""
        lines = self.urgent_lines(escalation.category)
        case = self._chat.open_case
        if not self._chat.hands_over:
            return (lines, self._speech.reach()), ()
        if case:
            return (lines,), (self._words(case, text, escalation.category),)
        words = self._unless_attached(text)
        return (lines,), (self._new_case(escalation.category, words, self._incoming.message, decision),)

    # The offer

    def offer(self, category: str) -> Reply:
        """A person, with or without a name; below the resident's own words, so that a press brings them along."""
        if not self._chat.hands_over:
            return self._speech.person()
        texts = self._speech.language.texts
        first = texts("offer-unanswered" if category == UNANSWERED else "offer-person")
        reply = self._speech.reply(f"{first}\n{texts('offer-how')}", self._offer_buttons(category))
        return Reply(reply.text, reply.buttons, reply.rtl, answers=self._own_words())

    def _own_words(self) -> int | None:
        if isinstance(self._incoming.body, Commanded):
            return None  # /person says nothing that the staff could use
        quoted = self._incoming.quoted
        return quoted.message if quoted else self._incoming.message

    def _offer_buttons(self, category: str) -> Rows:
        texts = self._speech.language.texts
        choices = (
            ("button-yes-unnamed", Verb.UNNAMED),
            ("button-yes-named", Verb.NAMED),
            ("button-no", Verb.DECLINED),
        )
        return tuple((Button(texts(key), Action(verb, category)),) for key, verb in choices)

    def person(self) -> Talk:
        """Somebody asks for a person, from anywhere."""
        case = self._chat.open_case
        if case and self._chat.hands_over:
            return self._back_to(case, "case-too-many")
        return (self.offer(HUMAN),), ()

    def accepted(self, category: str, *, named: bool) -> Talk | None:
        """A yes to the offer. None for a category there is not: a forged button."""
        if category != UNANSWERED and category not in self._speech.knowledge.sensitive:
            return None
        if not self._chat.hands_over:
            return (self._speech.person(),), ()
        case = self._chat.open_case
        if case:
            return self._back_to(case, "case-too-many")
        quoted = self._incoming.quoted
        text, message = (quoted.text, quoted.message) if quoted else (None, None)
        return (), (self._new_case(category, text, message, None, named=named),)

    def _new_case(
        self, category: str, text: str | None, message: int | None, decision: Decision | None, *, named: bool = False
    ) -> OpenCase:
        known = self._speech.knowledge.sensitive.get(category)
        candidates = tuple(each.entry for each in decision.candidates) if decision else ()
        urgent = known.urgent if known else False
        return OpenCase(category, urgent, self._speech.language.code, named, text, message, candidates)

    # An open case

    def to_staff(self, case: Case, text: str | None, escalation: Escalation | None) -> Talk:
        """Words (or something that is not text) for the staff; danger is answered at once all the same.

        Where danger is only likely nothing is said: the staff read every word anyway.
        """
        if escalation and escalation.mode == "automatic":
            lines = (self.urgent_lines(escalation.category),)
            return lines, (self._words(case, text, escalation.category),)
        return (), (self._words(case, text, None),)

    def _words(self, case: Case, text: str | None, urgent_category: str | None) -> PassOn:
        body = self._incoming.body
        edited = isinstance(body, Written) and body.edited
        words = self._unless_attached(text) if not edited else text
        return PassOn(case.number, words, self._incoming.message, edited, urgent_category)

    def _unless_attached(self, text: str | None) -> str | None:
        """Words below a picture are in the copy of it."""
        return None if self._incoming.attached else text

    def _back_to(self, case: Case, key: str) -> Talk:
        effects = (TurnCase(case.number, with_bot=False),) if case.with_bot else ()
        return (self._speech.say(key, self.case_buttons(case.number), number=str(case.number)),), effects

    def case_buttons(self, number: int) -> Rows:
        """The ways out of an open case."""
        return ways_out(self._speech.language.texts, number)

    def pressed(self, action: Action) -> Talk | None:
        """A button about a case. None where the resident has no such case, or the step is not possible any more."""
        number, _, message = action.about.partition("/")
        if action.verb is Verb.CASE_ORIGINAL:
            return self._original(self._chat.case(number), message)
        case = self._chat.case(action.about)
        steps: Mapping[Verb, Callable[[Case], Talk | None]] = {
            Verb.WITHDRAW: lambda case: self._moved(case, Step.WITHDRAW, "case-withdrawn"),
            Verb.END_CASE: lambda case: self._moved(case, Step.END, "case-ended-by-you"),
            Verb.REOPEN_CASE: self._reopened,
            Verb.TO_NABO: lambda case: self._turned(case, with_bot=True),
            Verb.TO_STAFF: lambda case: self._turned(case, with_bot=False),
            Verb.CASE_HELPED: lambda case: self._rated(case, helped=True),
            Verb.CASE_NOT_HELPED: lambda case: self._rated(case, helped=False),
            Verb.TRANSLATE: lambda case: self._may_translate(case, yes=True),
            Verb.DO_NOT_TRANSLATE: lambda case: self._may_translate(case, yes=False),
        }
        step = steps.get(action.verb) if isinstance(action.verb, Verb) else None
        return step(case) if case and step else None

    def _moved(self, case: Case, step: Step, key: str) -> Talk | None:
        if not case.is_open:
            return None
        reopen = Button(self._speech.language.texts("button-reopen"), Action(Verb.REOPEN_CASE, str(case.number)))
        reply = self._speech.reply(self._speech.language.texts(key, number=str(case.number)), ((reopen,),))
        return (reply,), (MoveCase(case.number, step),)

    def _reopened(self, case: Case) -> Talk | None:
        other = self._chat.open_case
        if case.status in OPEN or other:
            return self._back_to(other, "case-too-many") if other else None
        reply = self._speech.say("case-reopened", self.case_buttons(case.number), number=str(case.number))
        return (reply,), (MoveCase(case.number, Step.REOPEN),)

    def _turned(self, case: Case, *, with_bot: bool) -> Talk | None:
        if not case.is_open:
            return None
        if not with_bot:
            return (self._speech.say("case-staff-mode", self.case_buttons(case.number)),), (
                TurnCase(case.number, with_bot=False),
            )
        texts = self._speech.language.texts
        back = ((Button(texts("button-back-to-case"), Action(Verb.TO_STAFF, str(case.number))),),)
        return (self._speech.say("case-bot-mode", back),), (TurnCase(case.number, with_bot=True),)

    def _rated(self, case: Case, *, helped: bool) -> Talk:
        key = "helped-thanks" if helped else "helped-sorry"
        rows = () if helped else self._speech.ways_on()
        return (self._speech.say(key, rows),), (RateCase(case.number, helped),)

    def _may_translate(self, case: Case, *, yes: bool) -> Talk | None:
        if not case.is_open:
            return None
        texts = self._speech.language.texts
        verb, label = (
            (Verb.DO_NOT_TRANSLATE, "button-do-not-translate") if yes else (Verb.TRANSLATE, "button-translate")
        )
        other = ((Button(texts(label), Action(verb, str(case.number))),),)
        reply = self._speech.say("translate-yes" if yes else "translate-no", other)
        return (reply,), (MayTranslate(case.number, yes),)

    def _original(self, case: Case | None, message: str) -> Talk | None:
        if case is None or not message.isdecimal() or len(message) > LONGEST_NUMBER:
            return None
        return (), (ShowOriginal(case.number, int(message)),)
