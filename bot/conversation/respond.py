"""The conversation: what came in, what it means and what is remembered -> what to say and remember. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from babel import Locale

from bot.conversation.chat import Chat, Interpreting
from bot.conversation.handover import UNANSWERED, Handover, Talk
from bot.conversation.speech import Speech
from bot.conversation.tongue import Tongue, heard, spoken
from bot.conversation.translatable import may_be_translated_into
from bot.effects import Effect, ForgetChat, Memory, Turn
from bot.messages import Action, Button, Commanded, Incoming, Pressed, Reply, StaffVerb, Unreadable, Verb, Written
from bot.understanding.decision import Decision
from bot.understanding.normalise import MAX_CHARACTERS, has_words
from knowledge.content import MASTER_LANGUAGE, Knowledge

COMMANDS = ("start", "help", "language", "topics", "person", "privacy", "mydata", "forget")
NOBODY = Memory()
SHOWN_TO_STAFF = frozenset({"photo", "voice", "video", "document", "location", "sticker"})


def respond(incoming: Incoming, decision: Decision | None, chat: Chat, knowledge: Knowledge, today: dt.date) -> Turn:
    """One turn. `decision` is needed for written text only."""
    turn = _Turn(incoming, chat, knowledge, today)
    said = turn.introduced(_responded(turn, incoming, decision))
    return replace(said, into=may_be_translated_into(incoming, decision, chat, said))


def _responded(turn: _Turn, incoming: Incoming, decision: Decision | None) -> Turn:
    match incoming.body:
        case Written(text) if decision is not None and (has_words(text) or decision.escalation):
            return turn.written(text, decision)
        case Commanded(name):
            return turn.commanded(name)
        case Pressed(action) if action is not None:
            return turn.pressed(action)
        case Pressed():
            return turn.old_button()
        case Unreadable(kind):
            return turn.sent(kind)
        case _:
            return turn.wordless()


class _Turn:
    """One incoming message while it is being answered."""

    def __init__(self, incoming: Incoming, chat: Chat, knowledge: Knowledge, today: dt.date) -> None:
        self.incoming = incoming
        self.chat = chat
        self.client_language = incoming.client_language
        self.known = chat.memory is not None
        self.told = isinstance(incoming.body, Pressed)
        """Something in this turn, or in the message whose button was pressed, says what Nabo is and keeps."""
        self.memory = chat.memory or NOBODY
        self.knowledge = knowledge
        self.today = today
        self.speech = self._speech(spoken(self.memory, self.client_language, knowledge))

    def _speech(self, code: str) -> Speech:
        return Speech(self.knowledge, self.knowledge.languages[code], self.today)

    def _turn(self, *replies: Reply, effects: tuple[Effect, ...] = ()) -> Turn:
        return Turn(replies, self.memory, effects)

    @property
    def handover(self) -> Handover:
        """What Nabo says when a person is needed, in the language of this turn."""
        return Handover(self.speech, self.chat, self.incoming)

    def _talk(self, talk: Talk | None) -> Turn | None:
        return self._turn(*talk[0], effects=talk[1]) if talk else None

    def say(self, key: str, **arguments: str) -> Turn:
        """A text with the ways on below it."""
        return self._turn(self.speech.say(key, self.speech.ways_on(), **arguments))

    def introduced(self, turn: Turn) -> Turn:
        """With a notice of what Nabo is and keeps, where the chat has not had one."""
        told = self.known or self.told or turn.memory is None
        return turn if told else replace(turn, replies=(*turn.replies, self.speech.say("first-notice")))

    # What a resident writes

    def written(self, text: str, decision: Decision) -> Turn:
        tongue = heard(self.memory, decision, self.client_language, self.knowledge, self.chat.pairs)
        self.memory = tongue.memory
        self.speech = self._speech(spoken(self.memory, self.client_language, self.knowledge))
        if decision.outcome == "smalltalk" and not self.known and decision.smalltalk == "greeting":
            return self.welcome()
        said, effects = self._said(text, decision)
        if decision.escalation and decision.escalation.urgent:
            # Nothing stands before the numbers to call.
            return self._turn(*said, *self._before(tongue), *self._after(tongue), effects=effects)
        said = (*said[:-1], self._with_offer(said[-1], tongue)) if said else said
        return self._turn(*self._before(tongue), *said, *self._after(tongue), effects=effects)

    def _said(self, text: str, decision: Decision) -> Talk:
        case, escalation = self.chat.open_case, decision.escalation
        if case and not case.with_bot:
            return self.handover.to_staff(case, text, escalation)
        if escalation and escalation.mode == "automatic":
            return self.handover.in_danger(text, escalation, decision)
        if escalation is None:
            return (self._reply(text, decision),), ()
        lines = (self.handover.urgent_lines(escalation.category),) if escalation.urgent else ()
        answer = (self._reply(text, decision),) if decision.outcome in ("answer", "clarify") else ()
        return (*lines, *answer, self.handover.offer(escalation.category)), ()

    def _reply(self, text: str, decision: Decision) -> Reply:
        entry = self.knowledge.entries.get(decision.entry or "")
        if decision.outcome == "answer" and entry and entry.id in self.speech.language.wordings:
            return self.speech.answer(entry)
        if decision.outcome == "clarify":
            return self._clarify(decision)
        if decision.outcome == "smalltalk":
            return self.speech.say(f"smalltalk-{decision.smalltalk or 'ok'}", self.speech.topic_rows()[:0])
        return self._no_match("too-long" if len(text) > MAX_CHARACTERS else "no-match")

    def _no_match(self, key: str) -> Reply:
        rows = self.speech.ways_on()
        if self.chat.hands_over:
            send = Button(self.speech.language.texts("button-send-question"), Action(Verb.SEND_QUESTION))
            rows = ((send,), *rows)
        return replace(self.speech.say(key, rows), answers=self.incoming.message)

    def _clarify(self, decision: Decision) -> Reply:
        rows = self.speech.entry_rows(candidate.entry for candidate in decision.candidates)
        none = Button(self.speech.language.texts("button-none-of-these"), Action(Verb.TOPICS))
        return self.speech.say("clarify", (*rows, (none,)))

    def sent(self, kind: str) -> Turn:
        """Something that is not text: for the staff of an open case, where they can be shown it."""
        case = self.chat.open_case
        if case is None or case.with_bot:
            return self.say("unsupported", kind=kind)
        if kind not in SHOWN_TO_STAFF:
            return self._turn(self.speech.say("case-media-unsupported"))
        return self._talk(self.handover.to_staff(case, None, None)) or self.old_button()

    def wordless(self) -> Turn:
        """Text without words in it: digits, emoji. The staff of an open case may know what it means."""
        case = self.chat.open_case
        if case and not case.with_bot and isinstance(self.incoming.body, Written) and self.incoming.body.text.strip():
            return self._talk(self.handover.to_staff(case, self.incoming.body.text, None)) or self.old_button()
        return self.say("empty")

    def _before(self, tongue: Tongue) -> tuple[Reply, ...]:
        if tongue.switched and self.known:
            return (self.speech.say("language-followed"),)
        if tongue.uncurated:
            return (self.speech.say("language-unknown"),)
        return ()

    def _with_offer(self, reply: Reply, tongue: Tongue) -> Reply:
        if tongue.offer is None:
            return reply
        other = self.knowledge.languages[tongue.offer]
        row = (Button(other.name, Action(Verb.LANGUAGE, other.code)),)
        return replace(reply, buttons=(*reply.buttons, row))

    def _after(self, tongue: Tongue) -> tuple[Reply, ...]:
        if not tongue.uncurated:
            return ()
        self.told = True
        return (self.speech.say("first-notice", self.speech.language_rows()),)

    # Commands

    def commanded(self, name: str) -> Turn:
        handlers: Mapping[str, Callable[[], Turn]] = {
            "start": self.welcome,
            "help": lambda: self._turn(self.speech.help()),
            "language": self.languages,
            "topics": self.topics,
            "person": self.person,
            "privacy": self.privacy,
            "mydata": self.mydata,
            "forget": self.forget,
        }
        if name in handlers:
            return handlers[name]()
        return self._turn(self.speech.say("unknown-command"), self.speech.help())

    def welcome(self) -> Turn:
        """In the client's language where it is curated; else in Danish and English, so that one can be read."""
        known = self.memory.language or self.knowledge.reader_of((self.client_language or "").partition("-")[0])
        self.told = True
        codes = [self.speech.language.code] if known else [MASTER_LANGUAGE, self.speech.language.code]
        texts = [
            self._speech(code).joined("welcome", "welcome-privacy", "choose-language") for code in dict.fromkeys(codes)
        ]
        return self._turn(self.speech.reply("\n\n".join(texts), self.speech.language_rows()))

    def privacy(self) -> Turn:
        self.told = True
        keys = ["privacy", "privacy-counting", "privacy-cases"]
        if self.chat.interpreting is not Interpreting.NOBODY:
            keys.append(f"privacy-translation-{self.chat.interpreting}")
        return self._turn(self.speech.reply(self.speech.joined(*keys)))

    def mydata(self) -> Turn:
        """What is stored about this chat, all of it."""
        texts = self.speech.language.texts
        written = [self.speech.language.name, *([self._named(self.memory.reads)] if self.memory.reads else [])]
        lines = [texts("mydata-language", language=", ".join(written))] if self.known else []
        lines += [texts("mydata-case", number=str(case.number), alias=case.alias) for case in self.chat.cases]
        if not lines:
            return Turn((self.speech.reply(self.speech.joined("mydata-nothing", "privacy-counting")),), None)
        self.told = True
        lines += [texts("mydata-forget"), texts("privacy-counting")]
        return self._turn(self.speech.reply("\n".join([texts("mydata"), *lines])))

    def _named(self, code: str) -> str:
        """A language without content, as the resident's curated language calls it."""
        return str(Locale.parse(self.speech.language.locale).languages.get(code, code))

    def person(self) -> Turn:
        """A person, from anywhere."""
        return self._talk(self.handover.person()) or self.old_button()

    def languages(self) -> Turn:
        return self._turn(self.speech.say("choose-language", self.speech.language_rows()))

    def topics(self) -> Turn:
        return self._turn(self.speech.say("menu", self.speech.topic_rows()))

    def forget(self) -> Turn:
        key = "forget-done" if self.known or self.chat.cases else "forget-nothing"
        replies = [self.speech.reply(self.speech.joined(key, "privacy-counting"))]
        replies += [self.speech.say("forget-case", number=str(case.number)) for case in self.chat.cases]
        if self.chat.cases:
            replies.append(self.speech.say("forget-copies"))
        return Turn(tuple(replies), None, (ForgetChat(),) if self.chat.cases else ())

    # Buttons

    def pressed(self, action: Action) -> Turn:
        handlers: Mapping[Verb | StaffVerb, Callable[[str], Turn | None]] = {
            Verb.ANSWER: lambda about: self._about_entry(about, "answer"),
            Verb.DANISH: lambda about: self._about_entry(about, "danish_answer"),
            Verb.HELPED: lambda _: self._turn(self.speech.say("helped-thanks")),
            Verb.NOT_HELPED: lambda _: self.say("helped-sorry"),
            Verb.TOPIC: self._topic,
            Verb.TOPICS: lambda _: self.topics(),
            Verb.LANGUAGE: self._choose,
            Verb.LANGUAGES: lambda _: self.languages(),
            Verb.PERSON: lambda _: self.person(),
            Verb.SEND_QUESTION: lambda _: self._turn(self.handover.offer(UNANSWERED)),
            Verb.UNNAMED: lambda about: self._talk(self.handover.accepted(about, named=False)),
            Verb.NAMED: lambda about: self._talk(self.handover.accepted(about, named=True)),
            Verb.DECLINED: lambda _: self._turn(self.speech.say("offer-declined")),
        }
        if action.verb in handlers:
            return handlers[action.verb](action.about) or self.old_button()
        return self._talk(self.handover.pressed(action)) or self.old_button()

    def _about_entry(self, about: str, method: str) -> Turn | None:
        entry = self.knowledge.entries.get(about)
        if entry is None or about not in self.speech.language.wordings:
            return None
        return self._turn(self.speech.answer(entry) if method == "answer" else self.speech.danish_answer(entry))

    def _topic(self, about: str) -> Turn | None:
        menu = self.speech.topic(about)
        return self._turn(menu) if menu else None

    def _choose(self, code: str) -> Turn | None:
        if code not in self.knowledge.languages:
            return None
        self.memory = replace(self.memory, language=code, chosen=True, candidate=None, reads=None)
        self.speech = self._speech(code)
        return self._turn(self.speech.say("language-set", self.speech.topic_rows()))

    def old_button(self) -> Turn:
        """A button from an older version, or one that nobody was given."""
        return self._turn(self.speech.say("old-button", self.speech.topic_rows()))
