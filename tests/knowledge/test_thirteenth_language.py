"""A translator adds Esperanto and a new entry, as knowledge/README.md says, and needs no Python for it.

In a copy of the real content, cut down to two languages, two entries and two kinds of sensitive matter.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app import forgetful_store
from bot.messages import Body, Commanded, Incoming, Reply, Written
from bot.turn import Turns
from bot.understanding.decide import Understanding
from knowledge.check import summary
from knowledge.load import DEFAULT_ROOT
from tests.knowledge.content_tree import ContentTree

KEPT_LANGUAGES = ("da", "en")
KEPT_ENTRIES = ("vote.when", "cafe.coffee")
KEPT_TOPICS = ["vote", "cafe"]
KEPT_MATTERS = ("emergency", "human")
NOW = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)

OTHER, SENSITIVE = "other.yaml", "sensitive.yaml"

LANGUAGE = """\
name: Esperanto
english_name: Esperanto
danish_name: esperanto
direction: ltr
locale: eo
"""

PLACES = (
    *("kuirejo", "banĉambro", "kelo", "ŝtuparo", "lifto", "balkono", "koridoro", "salono", "dormoĉambro", "lavejo"),
    *("tegmento", "garaĝo", "vendejo", "lernejo", "biblioteko", "parko", "ĝardeno", "strato", "domo", "loĝejo"),
)


def listed(words: str, count: int) -> list[str]:
    """`count` messages; the place stands in braces."""
    patterns = words.split("|")
    return [patterns[number % len(patterns)].format(PLACES[number // len(patterns)]) for number in range(count)]


VOTE = (
    "kiam ni voĉdonos|en kiu tago estas la voĉdono|ĉu la voĉdono jam okazis|dato de la voĉdono|kiam mi voĉdonu|"
    "en kiu monato oni voĉdonos|ĝis kiam mi povas voĉdoni|kiam la loĝantoj decidos pri la plano"
)
COFFEE = (
    "ĉu la kafo estas senpaga|kiom kostas taso da kafo|ĉu mi pagu por la kafo|senpaga kafo|ĉu oni donas kafon|"
    "ĉu mi povas trinki kafon|kafo kaj teo kiom|mi volas kafon"
)
PARROT = {
    "da": "må min papegøje komme med|papegøje i caféen|er papegøjer tilladt|min papegøje vil med på café|"
    "må man have fugle med|papegøje ja eller nej|jeg har en papegøje må den komme ind|kan papegøjen sidde hos mig|"
    "fugl på skulderen i caféen|tamme fugle i caféen|må fuglen være med til kaffen|papegøjer adgang",
    "en": "can i bring my parrot|parrot in the cafe|are parrots allowed|my parrot wants coffee with me|"
    "may birds come in|bird on my shoulder in the cafe|parrot yes or no|i have a parrot can it come",
    "eo": "ĉu mia papago rajtas veni|papago en la kafejo|ĉu papagoj estas permesataj|mi havas papagon|"
    "ĉu birdoj rajtas eniri|birdo sur mia ŝultro|mia papago volas veni kun mi|papago jes aŭ ne",
}
PARROT_WORDING = {
    "da": ("Må min papegøje komme med?", "Det ved Nabo ikke endnu. Spørg i caféen."),
    "en": ("Can I bring my parrot?", "Nabo does not know that yet. Ask in the café."),
    "eo": ("Ĉu mia papago rajtas veni?", "Nabo ankoraŭ ne scias tion. Demandu en la kafejo."),
}
PARROT_ENTRY = {"asks": "may I bring a parrot", "source": "silent", "confirmed": dt.date(2026, 11, 24)}

TRANSLATED: Mapping[str, Mapping[str, Any]] = {
    "vote.when": {
        "title": "Kiam estas la voĉdono?",
        "answer": "La voĉdono okazos je {vote.date}. Voĉdonos la loĝantoj de Værebro Park.",
        "unset": "Nabo ankoraŭ ne scias la daton. En 2023 oni planis voĉdoni komence de 2024.",
        "phrasings": VOTE.split("|"),
    },
    "cafe.coffee": {
        "title": "Ĉu la kafo estas senpaga?",
        "answer": "Jes, en la kafejo ĉiam estas senpaga kafo. La kafejo estas en la domo de la loĝantoj (beboerhus).",
        "phrasings": COFFEE.split("|"),
    },
}
SMALLTALK = {
    "greeting": "saluton|bonan tagon|bonan matenon|bonan vesperon|sal",
    "thanks": "dankon|multan dankon|koran dankon|mi dankas|dankegon",
    "goodbye": "ĝis|ĝis revido|ĝis poste|adiaŭ|bonan nokton",
    "ok": "bone|en ordo|jes bone|mi komprenas|konsentite",
}
OUT_OF_SCOPE = "kia vetero estos en la {}|kiu konstruis la plej altan {}n de la mondo|rakontu ŝercon pri la {}"
EMERGENCY = "brulas en la {}|iu kuŝas sen konscio en la {}"
HUMAN = "mi volas paroli kun homo en la {}"
HARMLESS = "kie estas la {}|kiam malfermiĝas la {}"


class Translator:
    """Writes the files of one language folder, and nothing else."""

    def __init__(self, tree: ContentTree, code: str) -> None:
        self.tree = tree
        self.folder = f"languages/{code}"

    def read(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = yaml.safe_load((self.tree.root / self.folder / name).read_text(encoding="utf-8"))
        return found

    def write(self, name: str, content: Mapping[str, Any]) -> None:
        text = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=1000)
        self.tree.write(f"{self.folder}/{name}", text)

    def rewords(self, entry: str, **fields: Any) -> None:
        name = f"faq/{entry.partition('.')[0]}.yaml"
        wordings = self.read(name)
        self.write(name, wordings | {entry: wordings.get(entry, {}) | fields})


def kept(content: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: content[name] for name in names if name in content}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> ContentTree:
    """The real content, cut down."""
    tree = ContentTree(tmp_path_factory.mktemp("content"))
    for name in ("estate.yaml", "loaded_words.yaml", "staff", *(f"languages/{code}" for code in KEPT_LANGUAGES)):
        source = DEFAULT_ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tree.root / name)
    catalogue = yaml.safe_load((DEFAULT_ROOT / "catalogue.yaml").read_text(encoding="utf-8"))
    entries = {name: entry | {"related": []} for name, entry in kept(catalogue["entries"], KEPT_ENTRIES).items()}
    tree.write("catalogue.yaml", yaml.safe_dump({"topics": KEPT_TOPICS, "entries": entries}))
    matters = yaml.safe_load((DEFAULT_ROOT / SENSITIVE).read_text(encoding="utf-8"))
    tree.write(SENSITIVE, yaml.safe_dump(kept(matters, KEPT_MATTERS)))
    for code in KEPT_LANGUAGES:
        one = Translator(tree, code)
        for file in (tree.root / one.folder / "faq").iterdir():
            if file.stem in KEPT_TOPICS:
                one.write(f"faq/{file.name}", kept(one.read(f"faq/{file.name}"), KEPT_ENTRIES))
            else:
                file.unlink()
        examples = one.read(SENSITIVE)
        one.write(SENSITIVE, examples | {part: kept(examples[part], KEPT_MATTERS) for part in ("examples", "cues")})
    return tree


@pytest.fixture
def tree(content: ContentTree, tmp_path: Path) -> ContentTree:
    """A copy of one's own to work in."""
    shutil.copytree(content.root, tmp_path / "content")
    return ContentTree(tmp_path / "content")


def found(tree: ContentTree) -> set[tuple[str, str]]:
    """(file, what is wrong) for all that `nabo check` finds."""
    return {(str(each.place.file.relative_to(tree.root)), each.what) for each in tree.problems(NOW.date())}


# What the translator does


def copies_the_english_folder(tree: ContentTree) -> Translator:
    """Step 1; the phrasings and messages of the copied language go, the texts are there to be written over."""
    shutil.copytree(tree.root / "languages/en", tree.root / "languages/eo")
    one = Translator(tree, "eo")
    for entry in KEPT_ENTRIES:
        one.rewords(entry, phrasings=[])
    one.write(OTHER, {"smalltalk": {kind: [] for kind in SMALLTALK}, "out_of_scope": []})
    one.write(SENSITIVE, {"examples": {}, "harmless": [], "cues": {}})
    return one


def translates(one: Translator) -> None:
    """Step 2, all but the words that judge. Most interface texts stay English here: no check can read."""
    one.tree.write(f"{one.folder}/language.yaml", LANGUAGE)
    one.tree.replace(
        f"{one.folder}/interface.ftl", "helped-question = Did this help?", "helped-question = Ĉu tio helpis?"
    )
    for entry, wording in TRANSLATED.items():
        one.rewords(entry, **wording)
    smalltalk = {kind: words.split("|") for kind, words in SMALLTALK.items()}
    one.write(OTHER, {"smalltalk": smalltalk, "out_of_scope": listed(OUT_OF_SCOPE, 50)})
    examples = {"emergency": listed(EMERGENCY, 18), "human": listed(HUMAN, 12)}
    cues = {"emergency": ["brulas", "fajro*", "incendio*", "sen konscio", "sufok*"]}
    one.write(SENSITIVE, {"examples": examples, "harmless": listed(HARMLESS, 40), "cues": cues})


def lists_words_that_judge(tree: ContentTree) -> None:
    """The end of step 2."""
    tree.replace("loaded_words.yaml", "words:\n", "words:\n  eo: [rekomend*, bedaŭrinde]\n")


def adds_the_parrot_to_the_catalogue(tree: ContentTree) -> None:
    catalogue = yaml.safe_load((tree.root / "catalogue.yaml").read_text(encoding="utf-8"))
    catalogue["entries"]["cafe.parrot"] = PARROT_ENTRY
    tree.write("catalogue.yaml", yaml.safe_dump(catalogue))


def writes_the_parrot(tree: ContentTree, code: str, **more: str) -> None:
    title, answer = PARROT_WORDING[code]
    wording = {"title": title, "answer": answer, "phrasings": PARROT[code].split("|")}
    Translator(tree, code).rewords("cafe.parrot", **wording, **more)


def version_named_by_the_check(tree: ContentTree) -> str:
    (problem,) = [each for each in tree.problems() if "does not say which Danish text" in each.what]
    return problem.remedy.split('"')[1]


# What the checks say


def test_the_content_to_begin_with_has_no_problem(tree: ContentTree) -> None:
    assert found(tree) == set()


def test_after_copying_the_checks_name_every_file_that_is_still_to_be_written(tree: ContentTree) -> None:
    copies_the_english_folder(tree)
    assert {
        ("languages/eo/faq/vote.yaml", "the entry has 0 phrasings"),
        ("languages/eo/faq/cafe.yaml", "the entry has 0 phrasings"),
        ("languages/eo/other.yaml", "smalltalk.greeting has 0 messages"),
        ("languages/eo/other.yaml", "out_of_scope has 0 messages"),
        ("languages/eo/sensitive.yaml", "sensitive matter emergency has 0 examples"),
        ("languages/eo/sensitive.yaml", "sensitive matter human has 0 examples"),
        ("languages/eo/sensitive.yaml", "harmless has 0 messages"),
        ("languages/eo/sensitive.yaml", "urgent matter emergency has 0 cues"),
    } <= found(tree)


def test_after_translating_only_the_words_that_judge_are_missing(tree: ContentTree) -> None:
    translates(copies_the_english_folder(tree))
    (problem,) = tree.problems()
    assert (problem.severity, problem.remedy) == ("warning", "Add eo to loaded_words.yaml")


def test_after_the_last_step_the_checks_find_nothing(tree: ContentTree) -> None:
    translates(copies_the_english_folder(tree))
    lists_words_that_judge(tree)
    assert found(tree) == set()
    assert [row["language"] for row in summary(tree.load()) if row["entries"] == row["sensitive"] == 1.0] == [
        "da",
        "en",
        "eo",
    ]


def test_a_new_entry_is_missing_in_every_language_until_it_is_written_and_compared(tree: ContentTree) -> None:
    translates(copies_the_english_folder(tree))
    lists_words_that_judge(tree)
    adds_the_parrot_to_the_catalogue(tree)
    assert {what for _, what in found(tree)} == {
        "the entry has no wording in Danish",
        "the entry has no wording in English",
        "the entry has no wording in Esperanto",
    }
    writes_the_parrot(tree, "da")
    writes_the_parrot(tree, "en")
    version = version_named_by_the_check(tree)
    writes_the_parrot(tree, "en", follows=version)
    writes_the_parrot(tree, "eo", follows=version)
    assert found(tree) == set()


# What residents then get


class Chat:
    """A resident whose telephone is set to Esperanto; Nabo has no embedder, to be quick."""

    def __init__(self, tree: ContentTree, cache: Path) -> None:
        knowledge = tree.load()
        understanding = Understanding.load(knowledge, None, cache)
        self._turns = Turns(knowledge, understanding, forgetful_store(), lambda: NOW)

    def does(self, body: Body) -> tuple[Reply, ...]:
        incoming = Incoming("a chat", body, "eo")
        turn = self._turns.take(incoming)
        self._turns.finish(incoming, turn)
        return turn.replies


@pytest.fixture(scope="module")
def chat(content: ContentTree, tmp_path_factory: pytest.TempPathFactory) -> Chat:
    tree = ContentTree(tmp_path_factory.mktemp("whole") / "content")
    shutil.copytree(content.root, tree.root)
    translates(copies_the_english_folder(tree))
    adds_the_parrot_to_the_catalogue(tree)
    for code in ("da", "en", "eo"):
        writes_the_parrot(tree, code)
    return Chat(tree, tmp_path_factory.mktemp("cache"))


def test_the_language_is_offered_among_the_others(chat: Chat) -> None:
    (welcome,) = chat.does(Commanded("start"))
    assert [button.label for row in welcome.buttons for button in row] == ["Dansk", "English", "Esperanto"]


@pytest.mark.parametrize(
    ("question", "title", "answer"),
    [
        ("ĉu la kafo en la kafejo estas senpaga?", "Ĉu la kafo estas senpaga?", "Jes, en la kafejo ĉiam"),
        ("kiam okazos la voĉdono pri la plano?", "Kiam estas la voĉdono?", "Nabo ankoraŭ ne scias la daton."),
        ("ĉu mia papago rajtas veni al la kafejo?", "Ĉu mia papago rajtas veni?", "Demandu en la kafejo."),
    ],
)
def test_old_entries_and_the_new_one_are_answered_in_the_language(
    chat: Chat, question: str, title: str, answer: str
) -> None:
    reply = chat.does(Written(question))[0]
    assert reply.text.startswith(title)
    assert answer in reply.text
    assert "Ĉu tio helpis?" in reply.text


def test_danger_is_recognised_in_the_language(chat: Chat) -> None:
    urgent = chat.does(Written("helpu, brulas en la kuirejo"))[0]
    assert "112" in urgent.text.split("\n")[0]
