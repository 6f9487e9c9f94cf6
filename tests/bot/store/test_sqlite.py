"""The SQLite store keeps the contract, and keeps strangers out of its files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.effects import Changes, Memory
from bot.store.interface import Update
from bot.store.sealing import KeyFault, Seal
from bot.store.sqlite import SqliteStore
from tests.contracts.store import DAY, KEEP_DAYS, NOW, RESIDENT, StoreContract, remember, updates

CHAT = 7_123_456_789_012
MARKER = "marker-Kælderen-er-våd-igen-73218"
OLD, NEW, OTHER = (Fernet.generate_key().decode() for _ in range(3))


class Folder:
    """A folder with one store in it; opening it again closes it first."""

    def __init__(self, path: Path) -> None:
        self.file = path / "store" / "nabo.db"
        self._open: list[SqliteStore] = []

    def open(self, key: str = OLD) -> SqliteStore:
        self.close()
        self._open.append(SqliteStore(self.file, Seal(key)))
        return self._open[-1]

    def close(self) -> None:
        while self._open:
            self._open.pop().close()

    def files(self) -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in self.file.parent.iterdir()}


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Folder]:
    folder = Folder(tmp_path)
    yield folder
    folder.close()


class TestSqliteStore(StoreContract):
    """The contract, on SQLite."""


# What a thief of the files finds


def forms_of(chat: int) -> dict[str, bytes]:
    return {
        "decimal": str(chat).encode(),
        "hexadecimal": f"{chat:x}".encode(),
        "little-endian": chat.to_bytes(6, "little"),
        "big-endian": chat.to_bytes(6, "big"),
    }


def assert_names_nobody(files: dict[str, bytes]) -> None:
    planted = forms_of(CHAT) | {"words": MARKER.encode(), "part of the words": b"-er-v"}
    for name, content in files.items():
        found = [form for form, mark in planted.items() if mark.lower() in content.lower()]
        assert not found, f"{name} holds the {found} that was planted"


def test_no_file_holds_a_resident_or_their_words_at_any_time(stores: Folder) -> None:
    store = stores.open()
    payload = f'{{"message": {{"chat": {{"id": {CHAT}}}, "text": "{MARKER}"}}}}'
    store.receive([Update(1, payload), Update(2, payload)], NOW)
    assert {"nabo.db", "nabo.db-wal", "nabo.db-shm"} <= stores.files().keys()
    assert_names_nobody(stores.files())
    store.finish(1, NOW, Changes(chats={str(CHAT): Memory("ar", chosen=True)}))
    assert_names_nobody(stores.files())
    store.finish(2, NOW, Changes(chats={str(CHAT): None}))
    store.forget_old(NOW + 10 * DAY, KEEP_DAYS)
    assert_names_nobody(stores.files())
    stores.close()
    assert_names_nobody(stores.files())


def test_the_planted_marks_would_be_found(stores: Folder) -> None:
    stores.open()
    for mark in forms_of(CHAT).values():
        with pytest.raises(AssertionError, match="planted"):
            assert_names_nobody({"a file": b"before" + mark + b"after"})


def test_a_chat_has_another_code_under_another_key() -> None:
    assert Seal(OLD).hash(RESIDENT) != Seal(OTHER).hash(RESIDENT)


def test_the_files_are_readable_by_their_owner_only(stores: Folder) -> None:
    stores.open().receive(updates(1), NOW)
    modes = {file.name: file.stat().st_mode & 0o777 for file in stores.file.parent.iterdir()}
    assert set(modes.values()) == {0o600}, modes


# Keys


def test_a_wrong_key_is_named_with_its_remedy(stores: Folder) -> None:
    stores.open(OLD).receive(updates(1), NOW)
    with pytest.raises(KeyFault, match=r"another key.*Put back the key"):
        stores.open(OTHER).waiting()


def test_with_a_new_key_before_the_old_one_nothing_is_lost(stores: Folder) -> None:
    store = stores.open(OLD)
    store.receive(updates(1), NOW)
    remember(store, RESIDENT, Memory("ar"))
    store = stores.open(f"{NEW},{OLD}")
    assert store.waiting() == updates(1)
    assert store.memory(RESIDENT) == Memory("ar")


def test_what_comes_after_a_new_key_is_sealed_with_it(stores: Folder) -> None:
    stores.open(f"{NEW},{OLD}").receive(updates(1), NOW)
    assert stores.open(NEW).waiting() == updates(1)


# The file


def test_two_programs_can_write_to_one_file(stores: Folder) -> None:
    first = stores.open()
    second = SqliteStore(stores.file, Seal(OLD))
    with ThreadPoolExecutor(2) as threads:
        jobs = [threads.submit(store.receive, updates(each), NOW) for each in range(20) for store in (first, second)]
    second.close()
    assert sum(len(job.result()) for job in jobs) == 20
    assert first.waiting() == updates(*range(20))


def test_every_change_is_on_disk_before_the_method_returns(stores: Folder) -> None:
    store = stores.open()
    store.receive(updates(1), NOW)
    copy = stores.file.with_name("copy.db")
    for suffix in ("", "-wal"):
        source = stores.file.with_name(stores.file.name + suffix)
        copy.with_name(copy.name + suffix).write_bytes(source.read_bytes())
    as_after_a_crash = SqliteStore(copy, Seal(OLD))
    assert as_after_a_crash.waiting() == updates(1)
    as_after_a_crash.close()


def test_a_file_that_is_no_database_is_refused(stores: Folder) -> None:
    stores.file.parent.mkdir()
    stores.file.write_bytes(b"this is not a database, whatever its name says" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        stores.open()


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = SqliteStore(None, Seal(OLD))
    remember(store, RESIDENT, Memory("ar"))
    assert store.memory(RESIDENT) == Memory("ar")
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_another_key_is_noticed_though_nothing_waits(stores: Folder) -> None:
    stores.open(OLD)
    with pytest.raises(KeyFault):
        stores.open(OTHER)
    assert stores.open(f"{NEW},{OLD}").waiting() == []


def test_a_full_disk_is_told_as_that_and_the_store_goes_on(stores: Folder) -> None:
    store = stores.open()
    store._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        store.receive([Update(1, MARKER * 10_000)], NOW)
    store._connection.execute("PRAGMA max_page_count = 100000")
    assert store.receive(updates(1), NOW) == updates(1)
