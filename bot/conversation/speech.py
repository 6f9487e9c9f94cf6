"""Composes replies in one language: answers with their source, menus, and the buttons below them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from babel.lists import format_list

from bot.messages import Action, Button, Reply, Rows, Verb
from knowledge.content import MASTER_LANGUAGE, Contact, Entry, Knowledge, Language
from knowledge.facts import answer_text, contact_lines, notice_key, short_date, tells_facts
from knowledge.texts import Argument, Texts

ENTRIES_A_PAGE = 8
HALF_A_ROW = 19
"""Characters that fit on a button beside another one, on the narrowest telephones."""
PAGE_MARK = "~"
PAGE_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything Nabo can say in `language` today."""

    knowledge: Knowledge
    language: Language
    today: dt.date

    def say(self, key: str, rows: Rows = (), **arguments: Argument) -> Reply:
        """An interface text with buttons."""
        return self.reply(self.language.texts(key, **arguments), rows)

    def reply(self, text: str, rows: Rows = ()) -> Reply:
        """Any text in the language's direction."""
        return Reply(text, rows, rtl=self.language.direction == "rtl")

    def answer(self, entry: Entry) -> Reply:
        """The curated answer with title, source, date, and what a resident may want next."""
        text = f"{self.answer_words(entry)}\n\n{self.language.texts('helped-question')}"
        return self.reply(text, self._answer_buttons(entry))

    def answer_words(self, entry: Entry) -> str:
        """The curated answer with title, source and date, without anything to press."""
        texts, wording = self.language.texts, self.language.wordings[entry.id]
        parts = [wording.title]
        notice = notice_key(entry, wording, self.knowledge.estate)
        if notice:
            parts.append(texts(notice))
        parts.append(answer_text(wording, self.knowledge.estate, self.language, self.today))
        parts.extend(self._did(entry))
        parts.append("\n".join(self._source_lines(entry)))
        return "\n\n".join(parts)

    def _did(self, entry: Entry) -> Iterable[str]:
        """What has been done since residents asked, if that has been written in this language."""
        said = self.language.did.get(entry.id)
        if said:
            yield self.language.texts("did", date=short_date(said.on, self.language), text=said.text)

    def _source_lines(self, entry: Entry) -> Iterable[str]:
        by_staff = self.knowledge.estate.confirmed if entry.source == "estate" else None
        date = short_date(by_staff or entry.confirmed, self.language)
        numbers = [section.removeprefix("S") for section in entry.sections]
        sections = format_list(numbers, locale=self.language.locale) if numbers else ""
        arguments = {"date": date} | ({"sections": sections} if sections else {})
        yield self.language.texts(f"source-{entry.source}", **arguments)
        wording, estate = self.language.wordings[entry.id], self.knowledge.estate
        if entry.source != "estate" and tells_facts(wording, estate, self.language, self.today):
            yield self.language.texts("source-facts")
        if not self.language.reviewed:
            yield self.language.texts("unreviewed")

    def _answer_buttons(self, entry: Entry) -> Rows:
        label = self.language.texts
        person = Button(label("button-person"), Action(Verb.PERSON))
        helped = (
            Button(label("button-helped-yes"), Action(Verb.HELPED, entry.id)),
            Button(label("button-helped-no"), Action(Verb.NOT_HELPED, entry.id)),
        )
        danish = Button(label("button-danish"), Action(Verb.DANISH, entry.id))
        last = (person,) if self.language.code == MASTER_LANGUAGE else (danish, person)
        if entry.offers_person:
            return ((person,), helped, *self.entry_rows(entry.related), *((row,) for row in last[:-1]))
        return (helped, *self.entry_rows(entry.related), last)

    def danish_answer(self, entry: Entry) -> Reply:
        """The Danish wording, for showing to somebody who reads Danish."""
        danish = Speech(self.knowledge, self.knowledge.languages[MASTER_LANGUAGE], self.today)
        return Reply(f"{self.language.texts('danish-version')}\n\n{danish.answer_words(entry)}")

    def entry_rows(self, ids: Iterable[str]) -> Rows:
        """A button for each entry, one a row."""
        titles = self.language.wordings
        return tuple((Button(titles[each].title, Action(Verb.ANSWER, each)),) for each in ids if each in titles)

    def ways_on(self) -> Rows:
        """Topics, or a person: offered wherever Nabo has no answer."""
        return (
            (Button(self.language.texts("button-topics"), Action(Verb.TOPICS)),),
            (Button(self.language.texts("button-person"), Action(Verb.PERSON)),),
        )

    def topic_rows(self) -> Rows:
        """The topics, two a row, and a person."""
        texts = self.language.texts
        buttons = [Button(texts(f"topic-{topic}"), Action(Verb.TOPIC, topic)) for topic in self.knowledge.topics]
        person = Button(texts("button-person"), Action(Verb.PERSON))
        return (*_in_pairs(buttons), (person,))

    def topic(self, about: str) -> Reply | None:
        """The entries of a topic, a page at a time; None if there is no such topic."""
        topic, _, page = about.partition(PAGE_MARK)
        entries = [entry.id for entry in self.knowledge.entries_of(topic) if entry.id in self.language.wordings]
        start = int(page or 0) * ENTRIES_A_PAGE if (page or "0").isdecimal() and len(page) <= PAGE_DIGITS else 0
        if not entries or start >= len(entries):
            return None
        rows = self.entry_rows(entries[start : start + ENTRIES_A_PAGE])
        texts = self.language.texts
        back = Button(texts("button-topics"), Action(Verb.TOPICS))
        if start + ENTRIES_A_PAGE < len(entries):
            following = f"{topic}{PAGE_MARK}{start // ENTRIES_A_PAGE + 1}"
            last: tuple[Button, ...] = (Button(texts("button-more"), Action(Verb.TOPIC, following)), back)
        else:
            last = (back,)
        return self.say("topic-menu", (*rows, last), topic=texts(f"topic-{topic}"))

    def language_rows(self) -> Rows:
        """Each curated language named in itself, two a row."""
        languages = self.knowledge.languages.values()
        return _in_pairs([Button(each.name, Action(Verb.LANGUAGE, each.code)) for each in languages])

    def person(self) -> Reply:
        """How to reach the staff, or honestly that no contact has been entered."""
        return self.reply(f"{self.reach().text}\n\n{self.language.texts('person-not-watched')}")

    def reach(self) -> Reply:
        """How to reach the staff, for where it has been said already that nobody watches the chat."""
        contact = contact_lines(self.knowledge.estate.contacts.get("staff", Contact()), self.language)
        texts = self.language.texts
        return self.reply(texts("person-contact", contact=contact) if contact else texts("person-none"))

    def help(self) -> Reply:
        """How to use Nabo, and its commands."""
        texts = self.language.texts
        more = [f"/{name} – {texts(f'command-{name}')}" for name in ("person", "mydata")]
        return self.reply("\n".join([texts("help"), *more]), self.topic_rows())

    def joined(self, *keys: str) -> str:
        """Several interface texts as paragraphs; those that name the estate get its name."""
        return "\n\n".join(self.language.texts(key, estate=self.knowledge.estate.name) for key in keys)


def ways_out(texts: Texts, case: int) -> Rows:
    """The buttons that lead out of an open case, by its number."""
    return (
        (Button(texts("button-ask-nabo"), Action(Verb.TO_NABO, str(case))),),
        (Button(texts("button-end-case"), Action(Verb.END_CASE, str(case))),),
    )


def _in_pairs(buttons: list[Button]) -> Rows:
    """Two a row, in order; one with a long label has a row of its own, since half a row would break it in two."""
    rows: list[list[Button]] = []
    for button in buttons:
        is_long = len(button.label) > HALF_A_ROW
        if rows and len(rows[-1]) == 1 and not is_long and len(rows[-1][0].label) <= HALF_A_ROW:
            rows[-1].append(button)
        else:
            rows.append([button])
    return tuple(map(tuple, rows))
