"""The parts, wired from the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.app import DATABASE, KEY, build, content, forgetful_store, now, open_store
from bot.effects import Memory
from bot.messages import Incoming, Written
from bot.settings import Settings
from bot.store.sealing import KeyFault
from knowledge.content import Knowledge
from knowledge.problems import ContentError
from tests.contracts.store import remember

NOW = now()


def test_the_key_is_made_at_the_first_start_and_used_at_the_next(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", key=None)
    store = open_store(settings)
    remember(store, "1001", Memory("ar"), NOW)
    store.close()
    assert sorted(file.name for file in settings.data.iterdir()) == [DATABASE, KEY]
    store = open_store(settings)
    assert store.memory("1001") == Memory("ar")
    store.close()


def test_a_key_that_is_set_leaves_no_key_file(tmp_path: Path) -> None:
    key = SecretStr(Fernet.generate_key().decode())
    open_store(Settings(data=tmp_path, key=key)).close()
    assert not (tmp_path / KEY).exists()


def test_a_key_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyFault, match="NABO_KEY"):
        open_store(Settings(data=tmp_path, key=SecretStr("nonsense")))


def test_content_comes_with_nabo_unless_another_folder_is_set(tmp_path: Path, knowledge: Knowledge) -> None:
    assert content(Settings(content=None)).entries.keys() == knowledge.entries.keys()
    with pytest.raises(ContentError, match="catalogue"):
        content(Settings(content=tmp_path))


def test_a_forgetful_store_works_for_as_long_as_it_is_open() -> None:
    store = forgetful_store()
    remember(store, "1001", Memory("ar"), NOW)
    assert store.memory("1001") == Memory("ar")
    store.close()


def test_the_whole_program_answers(cache: Path) -> None:
    store = forgetful_store()
    app = build(Settings(cache=cache, content=None), store)
    replies = app.turns.take(Incoming("1001", Written("When does the renovation begin?"), "en")).replies
    assert app.turns.knowledge.languages["en"].wordings["plan.start"].title in replies[0].text
    store.close()


def test_the_clock_knows_where_it_is() -> None:
    assert now().tzinfo is not None
