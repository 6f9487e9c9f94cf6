"""A small content folder with two entries in two languages, all right; tests break one thing in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from knowledge.check import check_knowledge
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from knowledge.problems import ContentError, Problem
from knowledge.versions import version_of

CATALOGUE = """\
topics: [plan, vote]
entries:
  plan.start:
    asks: when does building start
    source: agreement
    sections: [S4]
    confirmed: 2026-01-31
    related: [vote.when]
  vote.when:
    asks: when is the vote
    source: estate
    confirmed: 2026-01-31
    related: [plan.start]
"""

ESTATE = """\
name: Værebro Park
timezone: Europe/Copenhagen
phase:
vote:
  date:
  time:
  place:
  result:
contacts:
  staff:
    phone:
    email:
"""

LANGUAGE_DA = """\
name: Dansk
english_name: Danish
danish_name: dansk
direction: ltr
locale: da_DK
"""

LANGUAGE_EN = """\
name: English
english_name: English
danish_name: engelsk
direction: ltr
locale: en_GB
"""

PLAN_DA = """\
plan.start:
  title: Hvornår begynder det?
  answer: >-
    Tidligst i 2026 i Gladsaxe. DAB har 1.345 boliger. Ring 12 34 56 78, skriv til nabo@example.dk,
    se https://example.dk/plan, eller skriv /forget.
  phases:
    "adopted, rehousing": >-
      Byggeriet er vedtaget.
  phrasings:
"""

PLAN_EN = """\
plan.start:
  title: When does it start?
  follows: "FOLLOWS plan.start"
  answer: >-
    In 2026 at the earliest in Gladsaxe. DAB has 1,345 homes. Call 12345678, write to nabo@example.dk,
    see https://example.dk/plan, or write /forget.
  phases:
    adopted: The building work is adopted.
    rehousing: The building work is adopted.
  phrasings:
"""

VOTE_DA = """\
vote.when:
  title: Hvornår er afstemningen?
  answer: >-
    Datoen er {vote.date}.
  unset: Datoen er ikke meldt ud.
  phrasings:
"""

VOTE_EN = """\
vote.when:
  title: When is the vote?
  follows: "FOLLOWS vote.when"
  answer: >-
    The date is {vote.date}.
  unset: The date has not been announced.
  phrasings:
"""

INTERFACE_DA = """\
# Texts
welcome = Hej, jeg kender området { $estate } godt.
    Skriv /privacy
topic-plan = Planen
topic-vote = Afstemningen
smalltalk-greeting = Hej!
smalltalk-thanks = Selv tak.
smalltalk-goodbye = Farvel.
smalltalk-ok = Godt.
source-agreement = Kilde: aftalen fra 2023
source-estate = Kilde: området
contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = Åbent: { $value }
contact-place = Sted: { $value }
vote-result-yes = Ja
vote-result-no = Nej
notice-rejected = Beboerne stemte nej.
notice-vote-held = Afstemningen er holdt.
button-topics = Emner
command-help = Hjælp
"""

INTERFACE_EN = """\
# Texts
welcome = Hello, I know the estate { $estate } well.
    Write /privacy
topic-plan = The plan
topic-vote = The vote
smalltalk-greeting = Hello!
smalltalk-thanks = You are welcome.
smalltalk-goodbye = Goodbye.
smalltalk-ok = Good.
source-agreement = Source: the agreement from 2023
source-estate = Source: the estate
contact-phone = Phone: { $value }
contact-email = E-mail: { $value }
contact-hours = Open: { $value }
contact-place = Place: { $value }
vote-result-yes = Yes
vote-result-no = No
notice-rejected = The residents voted no.
notice-vote-held = The vote has been held.
button-topics = Topics
command-help = Help
"""


def items(word: str, count: int, indent: str = "    ") -> str:
    """`count` lines of a YAML list."""
    return "".join(f"{indent}- {word} {number}\n" for number in range(1, count + 1))


def other(word: str) -> str:
    """An `other.yaml` with just enough messages."""
    kinds = "".join(f"  {kind}:\n{items(f'{word} {kind}', 5)}" for kind in ("greeting", "thanks", "goodbye", "ok"))
    return f"smalltalk:\n{kinds}out_of_scope:\n{items(f'{word} nothing', 50, '  ')}"


CATEGORIES = """\
violence:
  urgent: yes
  escalate: automatic
  means: hit or threatened
money:
  urgent: no
  escalate: ask
  means: arrears
"""


def sensitive(word: str) -> str:
    """A `sensitive.yaml` with just enough messages."""
    examples = f"  violence:\n{items(f'{word} violence', 18)}  money:\n{items(f'{word} money', 12)}"
    return f"examples:\n{examples}harmless:\n{items(f'{word} harmless', 40, '  ')}cues:\n  violence:\n{items(word, 5)}"


@dataclass(frozen=True)
class ContentTree:
    """The folder, and ways to change and read it."""

    root: Path

    def write(self, name: str, text: str) -> None:
        """Writes a file below the root."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Changes the first `old` of a file, which must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def line_of(self, name: str, words: str) -> int:
        """The first line of a file that holds `words`."""
        lines = (self.root / name).read_text(encoding="utf-8").split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def load(self) -> Knowledge:
        """The content as it stands."""
        return load_knowledge(self.root)

    def problems(self, today: dt.date | None = None) -> list[Problem]:
        """What the rules find in it."""
        return check_knowledge(self.load(), today)

    def load_problems(self) -> list[Problem]:
        """Why it cannot be loaded; empty if it can."""
        try:
            self.load()
        except ContentError as error:
            return list(error.problems)
        return []


def content_tree(root: Path) -> ContentTree:
    """Writes the whole folder."""
    tree = ContentTree(root)
    tree.write("catalogue.yaml", CATALOGUE)
    tree.write("estate.yaml", ESTATE)
    tree.write("sensitive.yaml", CATEGORIES)
    tree.write("languages/da/sensitive.yaml", sensitive("slår"))
    tree.write("languages/en/sensitive.yaml", sensitive("hits"))
    tree.write("languages/da/language.yaml", LANGUAGE_DA)
    tree.write("languages/en/language.yaml", LANGUAGE_EN)
    tree.write("languages/da/interface.ftl", INTERFACE_DA)
    tree.write("languages/en/interface.ftl", INTERFACE_EN)
    tree.write("languages/da/other.yaml", other("snak"))
    tree.write("languages/en/other.yaml", other("talk"))
    tree.write("languages/da/faq/plan.yaml", PLAN_DA + items("hvornår bygger de", 12))
    tree.write("languages/en/faq/plan.yaml", PLAN_EN + items("when do they build", 8))
    tree.write("languages/da/faq/vote.yaml", VOTE_DA + items("hvornår stemmer vi", 12))
    tree.write("languages/en/faq/vote.yaml", VOTE_EN + items("when do we vote", 8))
    for entry, wording in tree.load().languages["da"].wordings.items():
        file = f"languages/en/faq/{entry.partition('.')[0]}.yaml"
        tree.replace(file, f"FOLLOWS {entry}", version_of(wording))
    return tree
