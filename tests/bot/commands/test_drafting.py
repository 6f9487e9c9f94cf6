"""`nabo translate-drafts`: what a language lacks, by a machine, with every placeholder as it was."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import yaml
from typer.testing import CliRunner

from bot.cli import cli
from knowledge.load import load_knowledge
from knowledge.texts import variables_by_key
from tests.knowledge.content_tree import ContentTree, content_tree
from tests.translation.server import LibreServer, libre_server


@pytest_asyncio.fixture
async def libre() -> AsyncIterator[LibreServer]:
    async with libre_server() as running:
        yield running


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    return content_tree(tmp_path)


async def nabo(tree: ContentTree, libre: LibreServer, *arguments: str, **settings: str) -> Any:
    """The command, as an operator calls it."""
    unset = {name: None for name in os.environ if name.startswith("NABO_")}
    ours = {"NABO_CONTENT": str(tree.root), "NABO_TRANSLATION": "libretranslate", "NABO_TRANSLATION_URL": libre.address}
    env = {**unset, **ours, **settings}
    return await asyncio.to_thread(CliRunner().invoke, cli, ["translate-drafts", *arguments], env=env)


def read(tree: ContentTree, name: str) -> Any:
    return yaml.safe_load((tree.root / "languages" / name).read_text(encoding="utf-8"))


def interface(tree: ContentTree, code: str) -> str:
    return (tree.root / "languages" / code / "interface.ftl").read_text(encoding="utf-8")


@pytest.mark.asyncio
async def test_a_folder_is_made_that_loads_and_is_marked_as_read_by_nobody(
    tree: ContentTree, libre: LibreServer
) -> None:
    done = await nabo(tree, libre, "ta")
    assert f"The draft is in {tree.root / 'languages' / 'ta'}" in done.stdout
    language = load_knowledge(tree.root).languages["ta"]
    assert (language.name, language.english_name, language.reviewed) == ("தமிழ்", "Tamil", False)
    assert [review.by for review in language.reviews] == ["draft by machine"]
    assert language.wordings["vote.when"].title.startswith("TA: ")


@pytest.mark.asyncio
async def test_placeholders_survive_in_answers_and_interface_texts(tree: ContentTree, libre: LibreServer) -> None:
    await nabo(tree, libre, "ta")
    made, original = read(tree, "ta/faq/vote.yaml")["vote.when"], read(tree, "en/faq/vote.yaml")["vote.when"]
    assert "{vote.date}" in original["answer"]
    assert "{vote.date}" in made["answer"]
    assert made.get("follows") == original.get("follows")
    ours, theirs = variables_by_key(interface(tree, "ta")), variables_by_key(interface(tree, "en"))
    assert {key: theirs[key] for key in ours} == ours


@pytest.mark.asyncio
async def test_what_did_not_survive_is_left_out_and_listed(tree: ContentTree, libre: LibreServer) -> None:
    libre.mode = "marks lost"
    done = await nabo(tree, libre, "ta")
    assert done.exit_code == 1
    assert "left out: faq/vote.yaml: vote.when" in done.stdout
    assert load_knowledge(tree.root).languages["ta"].wordings == {}


@pytest.mark.asyncio
async def test_only_what_is_missing_is_drafted(tree: ContentTree, libre: LibreServer) -> None:
    await nabo(tree, libre, "ta")
    file = tree.root / "languages/ta/faq/plan.yaml"
    written = file.read_text(encoding="utf-8").replace("TA: ", "BY A PERSON: ")
    file.write_text(written, encoding="utf-8")
    (tree.root / "languages/ta/faq/vote.yaml").unlink()
    await nabo(tree, libre, "ta")
    assert file.read_text(encoding="utf-8") == written
    assert "vote.when" in read(tree, "ta/faq/vote.yaml")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("language", "settings", "said"),
    [
        ("en", {}, "is complete"),
        ("../x", {}, "is no code of a language"),
        ("ckb", {}, "does not translate English or Danish into ckb"),
        ("ta", {"NABO_TRANSLATION": "off"}, "Translation is off"),
        ("ta", {"NABO_TRANSLATION_URL": "http://127.0.0.1:9"}, "cannot be reached"),
    ],
)
async def test_what_cannot_be_done_is_said(
    tree: ContentTree, libre: LibreServer, language: str, settings: dict[str, str], said: str
) -> None:
    done = await nabo(tree, libre, language, **settings)
    assert done.exit_code == 1
    assert said in done.stderr
    assert not (tree.root / "languages/ta").exists()
