"""A resident's chat with Nabo as a script: do something, look at what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_date
from babel.lists import format_list

from bot.understanding.decide import Understanding
from knowledge.content import Entry, Language
from tests.bot_api import Reply, Resident

PATIENCE = 30.0
"""Seconds; a busy machine may be slow, and nobody waits longer than it takes."""
MARKS = str.maketrans("", "", "\u200f\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Without the marks that only turn text to the right or the left."""
    return text.translate(MARKS)


@dataclass(frozen=True)
class Heard:
    """One message of Nabo, to be looked at in the language it should be in."""

    reply: Reply
    language: Language

    @property
    def text(self) -> str:
        """The words."""
        return plain(self.reply.text)

    @property
    def title(self) -> str:
        """The first line, which names the entry that an answer is about."""
        return self.text.split("\n", maxsplit=1)[0]

    def is_about(self, entry: str) -> bool:
        """Whether it is the answer of this entry."""
        return self.title == self.language.wordings[entry].title

    def says(self, key: str, **arguments: str) -> bool:
        """Whether an interface text is in it."""
        return plain(self.language.texts(key, **arguments)) in self.text

    def names_source(self, entry: Entry) -> bool:
        """Whether it says where an answer comes from and when that was confirmed, as the language writes dates."""
        date = format_date(entry.confirmed, "long", locale=self.language.locale)
        numbers = [section.removeprefix("S") for section in entry.sections]
        sections = format_list(numbers, locale=self.language.locale) if numbers else ""
        return self.says(f"source-{entry.source}", date=date, sections=sections)

    def lists(self, topic: str) -> bool:
        """Whether it is the menu of this topic."""
        return self.says("topic-menu", topic=self.label(topic))

    def offers(self, *wanted: str) -> bool:
        """Whether there is a button for each of these interface texts or entries."""
        return {self.label(each) for each in wanted} <= {plain(label) for label in self.reply.labels}

    def label(self, wanted: str) -> str:
        """What the button for an interface text or an entry shows."""
        wording = self.language.wordings.get(wanted)
        return wording.title if wording else plain(self.language.texts(wanted))


class Dialogue:
    """What one resident says and hears. Everything heard must be in the script: see `unheard`."""

    def __init__(self, resident: Resident, language: Language) -> None:
        self.resident = resident
        self.language = language

    async def hears(self) -> Heard:
        """The next message of Nabo."""
        return Heard(await self.resident.reply(PATIENCE), self.language)

    async def starts(self) -> Heard:
        """Presses Start."""
        await self.resident.starts()
        return await self.hears()

    async def says(self, words: str) -> Heard:
        """Writes something."""
        await self.resident.says(words)
        return await self.hears()

    async def presses(self, button: str, *, on: Heard | None = None) -> Heard:
        """Presses the button of an interface text or entry; one with another label or data is named as it is."""
        on = on or Heard(self._latest_with(button), self.language)
        await self.resident.presses(self._label_on(on, button), on=on.reply)
        return await self.hears()

    async def chooses(self, language: Language) -> Heard:
        """Presses the button of a language; from now on Nabo is expected to write it."""
        before, self.language = Heard(self.resident.sent[-1], self.language), language
        return await self.presses(language.name, on=before)

    def _latest_with(self, button: str) -> Reply:
        for reply in reversed(self.resident.sent):
            if self._label_on(Heard(reply, self.language), button) in {*reply.labels, *_data(reply)}:
                return reply
        raise LookupError(f"no message has a button {button!r}")

    def _label_on(self, heard: Heard, button: str) -> str:
        known = button in self.language.wordings or button.startswith(("button-", "topic-"))
        wanted = heard.label(button) if known else button
        return next((label for label in heard.reply.labels if plain(label) == wanted), wanted)

    @property
    def unheard(self) -> list[str]:
        """Texts that came and that no line of the script took notice of."""
        return [reply.text for reply in self.resident.unread]


def unclear(understanding: Understanding, language: Language) -> str:
    """A word out of the titles that Nabo asks back about; which ones it takes as clear changes as it learns."""
    words = (word.strip("?,.؟ ").lower() for wording in language.wordings.values() for word in wording.title.split())
    return next(word for word in words if understanding.decide(word, language.code).outcome == "clarify")


def _data(reply: Reply) -> list[str]:
    return [button.data for row in reply.buttons for button in row]
