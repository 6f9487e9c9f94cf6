"""From the file to the database: everything, once, and only where nothing is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.app import open_store
from bot.concerns.cells import Count
from bot.effects import Changes, Memory
from bot.settings import Settings
from bot.store.interface import Link
from tests.contracts.counts import RENT, WEEK
from tests.contracts.store import NOW, RESIDENT, letter, opened, remember, set_fact, updates

KEY = Fernet.generate_key().decode()
COMMAND = Path(sys.executable).with_name("nabo")


def copies(folder: Path, database: str) -> subprocess.CompletedProcess[str]:
    """As an operator does it."""
    own = {"NABO_DATA": str(folder), "NABO_DATABASE": database, "NABO_KEY": KEY}
    return subprocess.run([COMMAND, "store", "copy"], check=False, capture_output=True, text=True, env=os.environ | own)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A data folder with something of everything."""
    store = open_store(Settings(data=tmp_path, key=SecretStr(KEY)))
    store.receive(updates(7, 8), NOW)
    store.finish(7, NOW, Changes(counts=(Count(WEEK, RENT, b"one", b"A"),)))
    remember(store, RESIDENT, Memory("ar", chosen=True))
    case = opened(store)
    store.sent([], [Link(case.number, 1, 2, from_staff=False)])
    store.finish(None, NOW, Changes(outgoing=(letter("one", case.number),)))
    set_fact(store, "vote.date", "2027-04-01")
    store.close()
    return tmp_path


def test_everything_is_there_afterwards_and_numbers_go_on(filled: Path, database: str) -> None:
    done = copies(filled, database)
    assert done.returncode == 0, done.stderr
    before = open_store(Settings(data=filled, key=SecretStr(KEY)))
    after = open_store(Settings(data=filled, key=SecretStr(KEY), database=SecretStr(database)))
    for read in ("waiting", "outgoing", "facts"):
        assert getattr(after, read)() == getattr(before, read)()
    assert after.memory(RESIDENT) == before.memory(RESIDENT)
    assert after.cases(only_open=False) == before.cases(only_open=False)
    assert after.links_of(1) == before.links_of(1)
    assert after.address_of(1) == RESIDENT
    later = WEEK.replace(year=WEEK.year + 1)
    assert after.tallies(later) == before.tallies(later)
    assert after.receive(updates(7), NOW) == []
    after.finish(None, NOW, Changes(outgoing=(letter("two"),)))
    assert [each.outgoing.text for each in after.outgoing()] == ["one", "two"]
    assert opened(after).number == 2
    before.close()
    after.close()


def test_what_is_not_empty_is_left_alone(filled: Path, database: str) -> None:
    assert copies(filled, database).returncode == 0
    again = copies(filled, database)
    assert (again.returncode, "not empty" in again.stderr) == (1, True)


def test_without_a_database_the_setting_is_named(filled: Path) -> None:
    done = copies(filled, "")
    assert (done.returncode, "NABO_DATABASE" in done.stderr) == (1, True)
