"""A copy of the store, the way back, and another key, as an operator meets them."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.app import DATABASE, KEY
from bot.cases.case import Case
from bot.effects import CaseChange, Changes, Memory, Outgoing, Sending
from bot.messages import Address
from bot.store.interface import Update
from bot.store.sealing import Seal, key_from_file
from bot.store.sqlite import SqliteStore
from tests.bot.test_cli import Done, Nabo, assert_kind
from tests.bot.test_cli import nabo as nabo  # noqa: PLC0414 - a fixture
from tests.contracts.store import NOW, RESIDENT

CHAT = 7_123_456_789_012
MARK = "Qvistmarkør"
FORMS = {
    "decimal": str(CHAT).encode(),
    "hexadecimal": f"{CHAT:x}".encode(),
    "little-endian": CHAT.to_bytes(6, "little"),
    "big-endian": CHAT.to_bytes(6, "big"),
    "words": MARK.encode(),
    "words in 16 bits": MARK.encode("utf-16-le"),
}


@dataclass
class Machine:
    """A data folder with a key and a store in it."""

    folder: Path

    @property
    def key(self) -> str:
        return key_from_file(self.folder / KEY)

    def open(self) -> SqliteStore:
        return SqliteStore(self.folder / DATABASE, Seal(self.key))

    def everything(self) -> tuple[tuple[Case, Address | None], ...]:
        with closing(self.open()) as store:
            return tuple((case, store.address_of(case.number)) for case in store.cases(only_open=False))

    def files(self) -> set[str]:
        return {file.name for file in self.folder.iterdir()} if self.folder.exists() else set()


def open_case(store: SqliteStore, address: Address) -> None:
    case = Case(store.new_case_number(), "Birk 42", "money", "ar", urgent=True, named=False, opened=NOW, promised=NOW)
    store.finish(None, NOW, Changes(cases=(CaseChange(case, address),)))


@pytest.fixture
def machine(nabo: Nabo) -> Machine:
    """With two cases and everything else that can be in a store."""
    machine = Machine(nabo.folder / "data")
    with closing(machine.open()) as store:
        open_case(store, str(CHAT))
        open_case(store, RESIDENT)
        payload = f'{{"message": {{"chat": {{"id": {CHAT}}}, "text": "{MARK}"}}}}'
        store.receive([Update(1, payload)], NOW)
        letter = Outgoing(str(CHAT), Sending.SAY, MARK)
        store.finish(None, NOW, Changes(outgoing=(letter,), chats={str(CHAT): Memory("so")}))
    return machine


@pytest.fixture
def empty(nabo: Nabo) -> Machine:
    """Another machine, with nothing on it yet."""
    return Machine(nabo.folder / "elsewhere")


def moves_key(machine: Machine, empty: Machine) -> None:
    empty.folder.mkdir()
    (empty.folder / KEY).write_text(machine.key, encoding="ascii")


def answers(done: Done) -> str:
    assert done.code == 0, done
    return done.out


# The copy


def test_what_is_copied_on_one_machine_and_restored_on_another_is_the_same(
    nabo: Nabo, machine: Machine, empty: Machine
) -> None:
    answers(nabo("backup", "copy"))
    moves_key(machine, empty)
    shown = answers(nabo("restore", "copy", NABO_DATA="elsewhere"))
    assert "open cases" in shown
    assert empty.everything() == machine.everything() != ()
    assert (empty.folder / DATABASE).stat().st_mode & 0o777 == 0o600
    assert empty.files() == {DATABASE, KEY}
    with closing(empty.open()) as store:
        assert store.memory(str(CHAT)) == Memory("so")
        assert [each.id for each in store.waiting()] == [1]


def test_a_copy_names_nobody_and_holds_no_key(nabo: Nabo, machine: Machine) -> None:
    answers(nabo("backup", "copy"))
    content = (nabo.folder / "copy").read_bytes()
    assert [form for form, mark in FORMS.items() if mark.lower() in content.lower()] == []
    assert machine.key.encode() not in content


def test_a_copy_is_its_owners_alone_and_one_file(nabo: Nabo, machine: Machine) -> None:
    answers(nabo("backup", "copy"))
    assert (nabo.folder / "copy").stat().st_mode & 0o777 == 0o600
    assert {file.name for file in nabo.folder.iterdir()} == {"copy", "data"}


def test_it_says_loudly_that_the_key_is_not_in_it_and_where_that_is(nabo: Nabo, machine: Machine) -> None:
    said = nabo("backup", "copy").err
    assert "The key is NOT in it" in said
    assert str(machine.folder / KEY) in said.replace("\n", "")
    assert "NABO_KEY" in nabo("backup", "again", NABO_KEY=machine.key).err
    assert machine.key not in said


def test_the_marks_of_the_week_are_not_copied(nabo: Nabo, machine: Machine) -> None:
    with closing(sqlite3.connect(machine.folder / DATABASE)) as store, store:
        store.execute("INSERT INTO mark (week, mark) VALUES ('2027-03-01', ?)", (b"a-mark-of-somebody",))
        store.execute("INSERT INTO raised (week, resident, cells) VALUES ('2027-03-01', ?, 1)", (b"a-resident",))
    answers(nabo("backup", "copy"))
    content = (nabo.folder / "copy").read_bytes()
    assert b"a-mark-of-somebody" not in content
    assert b"a-resident" not in content


def test_a_copy_made_while_others_write_is_whole(nabo: Nabo, machine: Machine) -> None:
    writes, stop = machine.open(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            open_case(writes, RESIDENT)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            answers(nabo("backup", f"copy{number}"))
    finally:
        stop.set()
        writer.join()
        writes.close()
    sizes = []
    for number in range(5):
        with closing(SqliteStore(nabo.folder / f"copy{number}", Seal(machine.key))) as copy:
            sizes.append(len(copy.cases(only_open=False)))
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_a_copy_overwrites_nothing(nabo: Nabo, machine: Machine) -> None:
    (nabo.folder / "copy").write_text("dear", encoding="ascii")
    assert_kind(nabo("backup", "copy"), "copy exists already", "another name")
    assert (nabo.folder / "copy").read_text(encoding="ascii") == "dear"


def test_without_a_store_there_is_nothing_to_copy(nabo: Nabo) -> None:
    assert_kind(nabo("backup", "copy"), "There is no store", "NABO_DATA")
    assert list(nabo.folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(nabo: Nabo, machine: Machine) -> None:
    assert_kind(nabo("backup", "nowhere/copy"), "nowhere/copy", "No such file")


@pytest.mark.parametrize("command", [("backup", "copy"), ("restore", "copy"), ("rotate-key",)])
def test_a_store_in_postgresql_is_left_to_its_own_tools(nabo: Nabo, machine: Machine, command: tuple[str, ...]) -> None:
    secret = "postgresql://nabo:nobody-may-read-this@127.0.0.1:9/nabo"
    done = nabo(*command, NABO_DATABASE=secret)
    assert_kind(done, "PostgreSQL", "pg_dump", "pg_restore")
    assert "nobody-may-read" not in done.out + done.err
    assert machine.files() == {DATABASE, KEY}


# The way back


def test_a_store_that_is_there_is_never_overwritten(nabo: Nabo, machine: Machine) -> None:
    answers(nabo("backup", "copy"))
    before = machine.everything()
    assert_kind(nabo("restore", "copy"), "exists already", "move the file away")
    assert machine.everything() == before


def test_without_the_key_nothing_is_put_back_and_none_is_made(nabo: Nabo, machine: Machine, empty: Machine) -> None:
    answers(nabo("backup", "copy"))
    assert_kind(nabo("restore", "copy", NABO_DATA="elsewhere"), "The key is missing", "elsewhere/nabo.key")
    assert empty.files() == set()


def test_with_another_key_nothing_is_put_back(nabo: Nabo, machine: Machine, empty: Machine) -> None:
    answers(nabo("backup", "copy"))
    other = Fernet.generate_key().decode()
    assert_kind(nabo("restore", "copy", NABO_DATA="elsewhere", NABO_KEY=other), "another key")
    assert empty.files() == set()


@pytest.mark.parametrize("content", [b"", b"a letter", b"SQLite format 3\x00" + b"x" * 5000])
def test_what_is_no_copy_is_not_put_back(nabo: Nabo, machine: Machine, empty: Machine, content: bytes) -> None:
    (nabo.folder / "copy").write_bytes(content)
    assert_kind(nabo("restore", "copy", NABO_DATA="elsewhere", NABO_KEY=machine.key), "copy", "not a backup of Nabo")
    assert empty.files() == set()


def test_a_damaged_copy_is_not_put_back(nabo: Nabo, machine: Machine, empty: Machine) -> None:
    answers(nabo("backup", "copy"))
    content = bytearray((nabo.folder / "copy").read_bytes())
    content[4096:-4096] = os.urandom(len(content) - 8192)
    (nabo.folder / "copy").write_bytes(content)
    assert_kind(nabo("restore", "copy", NABO_DATA="elsewhere", NABO_KEY=machine.key), "damaged")
    assert empty.files() == set()


def test_a_copy_of_an_earlier_version_is_brought_up_to_date(nabo: Nabo, machine: Machine, empty: Machine) -> None:
    answers(nabo("backup", "copy"))
    with closing(sqlite3.connect(nabo.folder / "copy")) as copy, copy:
        copy.execute("DROP TABLE publication")
        copy.execute("DROP TABLE tally")
        copy.execute("DROP TABLE mark")
        copy.execute("DROP TABLE raised")
        copy.execute("DELETE FROM _sqlite_migrations WHERE name = 'concerns'")
    answers(nabo("restore", "copy", NABO_DATA="elsewhere", NABO_KEY=machine.key))
    with closing(sqlite3.connect(empty.folder / DATABASE)) as store:
        assert store.execute("SELECT count(*) FROM tally").fetchone() == (0,)


# Another key


@pytest.fixture
def settled(machine: Machine) -> Machine:
    """A machine on which nothing waits."""
    with closing(machine.open()) as store:
        store.finish(1, NOW)
        store.drop([each.id for each in store.outgoing()], NOW)
    return machine


def test_after_a_change_of_key_the_old_one_opens_nothing(nabo: Nabo, settled: Machine) -> None:
    before, old = settled.everything(), settled.key
    answers(nabo("rotate-key"))
    assert settled.key != old
    assert settled.everything() == before
    assert_kind(nabo("restore", "data/nabo.db", NABO_DATA="other", NABO_KEY=old), "another key")
    with closing(settled.open()) as store:
        assert [case.number for case in store.cases_of(str(CHAT))] == [1], "found by its chat under the new key"
    content = b"".join(file.read_bytes() for file in settled.folder.iterdir() if file.name.startswith(DATABASE))
    assert Seal(old).hash(str(CHAT)) not in content, "and by the old one not even in what was deleted"


def test_the_old_key_is_kept_for_old_copies(nabo: Nabo, settled: Machine, empty: Machine) -> None:
    answers(nabo("backup", "copy"))
    before = settled.everything()
    answers(nabo("rotate-key"))
    (kept,) = settled.files() - {DATABASE, KEY}
    assert kept.startswith("nabo.key.until-")
    old = (settled.folder / kept).read_text(encoding="ascii")
    answers(nabo("restore", "copy", NABO_DATA="elsewhere", NABO_KEY=old))
    with closing(SqliteStore(empty.folder / DATABASE, Seal(old))) as store:
        assert store.cases(only_open=False) == tuple(case for case, _ in before)


def test_a_key_that_is_a_setting_goes_to_a_file_that_is_named(nabo: Nabo, settled: Machine) -> None:
    before, old = settled.everything(), settled.key
    assert_kind(nabo("rotate-key", NABO_KEY=old), "--to")
    said = answers(nabo("rotate-key", "--to", "new", NABO_KEY=old))
    new = (nabo.folder / "new").read_text(encoding="ascii")
    assert (nabo.folder / "new").stat().st_mode & 0o777 == 0o600
    assert new not in said
    with closing(SqliteStore(settled.folder / DATABASE, Seal(new))) as store:
        assert store.cases(only_open=False) == tuple(case for case, _ in before)


def test_while_messages_wait_the_key_stays(nabo: Nabo, machine: Machine) -> None:
    before = machine.files()
    assert_kind(nabo("rotate-key"), "Messages wait", "let it finish")
    assert machine.files() == before
    assert machine.everything() != ()


def test_while_nabo_runs_the_key_stays(nabo: Nabo, settled: Machine) -> None:
    old = settled.key
    with closing(settled.open()):
        assert_kind(nabo("rotate-key"), "in use", "stop Nabo")
    assert settled.key == old


def test_a_change_that_is_broken_off_leaves_everything_as_it_was(
    nabo: Nabo, settled: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = settled.everything(), settled.key
    monkeypatch.setattr("bot.store.rotation._seal_cases_anew", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        nabo("rotate-key")
    assert (settled.key, settled.everything()) == (old, before)
    assert settled.files() == {DATABASE, KEY}
