"""What a thief of the files finds: before the week's end and after it, in the database, its log and every copy."""

from __future__ import annotations

import datetime as dt
import logging
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.cases.case import Case
from bot.concerns.cells import Cell, Series
from bot.concerns.disclosure import Rules
from bot.counting import Counter, cells_of
from bot.effects import CaseChange, Changes, Memory, OpenCase, Turn
from bot.messages import Action, Incoming, Pressed, Verb, Written
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from bot.store.weekkeys import KeyFiles
from bot.understanding.decision import Candidate, Decision
from bot.weekend import WeekEnd
from knowledge.content import Knowledge
from tests.attacks.town import coins

MONDAY = dt.date(2027, 3, 1)
NOON = dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC)
WEEK = dt.timedelta(weeks=1)
KEY = Fernet.generate_key().decode()
CHATS = tuple(7_123_456_789_000 + 97 * number for number in range(60))
MARKER = "Kælderen-er-våd-markør-5512"
WEEK_KEY = "11" * 32
TABLES = ("tally", "mark", "raised")


@dataclass
class Place:
    """A folder with a store, and where its copies go."""

    folder: Path
    copies: Path
    knowledge: Knowledge
    store: SqliteStore

    @property
    def counter(self) -> Counter:
        return Counter(KeyFiles(self.folder), self.knowledge)

    def asks(self, chat: int, entry: str = "plan.rent", language: str = "ar") -> None:
        decided = Decision("answer", entry, 0.9, (Candidate(entry, 0.9),), language)
        incoming = Incoming(str(chat), Written(f"{MARKER} {chat}"), name=MARKER)
        self.counts(incoming, decided, Turn((), Memory(language)))

    def counts(self, incoming: Incoming, decided: Decision | None, turn: Turn, changes: Changes | None = None) -> None:
        cells = cells_of(incoming, decided, turn, self.knowledge)
        counts = self.counter.counts(incoming.address, cells, NOON)
        self.store.finish(None, NOON, replace(changes or Changes(), counts=counts))

    def ends_the_week(self) -> None:
        WeekEnd(self.store, self.counter, Rules(), coins(1), lambda: NOON + WEEK).look()

    def backup(self) -> Path:
        """As SQLite itself copies a database that is in use."""
        target = self.copies / f"copy {len(list(self.copies.iterdir()))}.db"
        with sqlite3.connect(self.folder / "nabo.db") as source, sqlite3.connect(target) as copy:
            source.backup(copy)
        return target

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The database, its log, and every copy; not the keys."""
        for file in (*self.folder.iterdir(), *self.copies.iterdir()):
            if file.suffix != ".key":
                yield file.name, file.read_bytes()

    def table(self, select: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.folder / "nabo.db") as connection:
            return connection.execute(select).fetchall()


@pytest.fixture
def place(tmp_path: Path, knowledge: Knowledge) -> Iterator[Place]:
    yield from _place(tmp_path, knowledge)


def _place(folder: Path, knowledge: Knowledge) -> Iterator[Place]:
    (folder / "copies").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "data" / f"week-{MONDAY}.key").write_text(WEEK_KEY)
    place = Place(folder / "data", folder / "copies", knowledge, SqliteStore(folder / "data" / "nabo.db", Seal(KEY)))
    yield place
    place.store.close()


def forms_of(chat: int) -> tuple[bytes, ...]:
    return (
        str(chat).encode(),
        str(chat).encode("utf-16-le"),
        f"{chat:x}".encode(),
        chat.to_bytes(8, "little"),
        chat.to_bytes(8, "big"),
        chat.to_bytes(6, "big"),
    )


def test_no_chat_and_no_word_is_in_any_file_at_any_time(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for chat in CHATS:
            place.asks(chat)
        place.backup()
        before = list(place.files())
        place.ends_the_week()
        place.backup()
    wanted = [MARKER.encode(), *(form for chat in CHATS for form in forms_of(chat))]
    found = [(name, form) for name, content in (*before, *place.files()) for form in wanted if form in content]
    assert found == []
    assert len(before) >= 3
    assert not any(form.decode("latin1") in caplog.text for form in wanted)


def test_the_weeks_key_is_in_no_database_and_no_copy(place: Place) -> None:
    for chat in CHATS[:5]:
        place.asks(chat)
    place.backup()
    for _, content in place.files():
        assert WEEK_KEY.encode() not in content
        assert bytes.fromhex(WEEK_KEY) not in content


def test_after_the_weeks_end_no_mark_is_left_in_the_files(place: Place) -> None:
    for chat in CHATS:
        place.asks(chat)
    marks = [mark for (mark,) in place.table("SELECT mark FROM mark UNION ALL SELECT resident FROM raised")]
    assert len(marks) == 60 * 6
    before = b"".join(content for _, content in place.files())
    assert all(isinstance(mark, bytes) and mark in before for mark in marks)
    place.ends_the_week()
    after = b"".join(content for _, content in place.files())
    assert not any(isinstance(mark, bytes) and mark in after for mark in marks)


def test_without_the_key_nobody_can_try_out_whether_a_chat_is_in(place: Place) -> None:
    place.asks(CHATS[0])
    stored = {mark for (mark,) in place.table("SELECT mark FROM mark")}
    cells = [Cell(Series.ENTRIES, "plan.rent"), Cell(Series.RESIDENTS, "all")]
    with_key = place.counter.counts(str(CHATS[0]), tuple(cells), NOON)
    assert {each.mark for each in with_key} <= stored
    for file in place.folder.glob("*.key"):
        file.unlink()
    guessed = place.counter.counts(str(CHATS[0]), tuple(cells), NOON)
    assert not {each.mark for each in guessed} & stored


def test_an_old_copy_cannot_be_tried_out_once_the_week_is_over(place: Place) -> None:
    place.asks(CHATS[0])
    copy = place.backup()
    place.ends_the_week()
    with sqlite3.connect(copy) as connection:
        stored = {mark for (mark,) in connection.execute("SELECT mark FROM mark")}
    again = place.counter.counts(str(CHATS[0]), (Cell(Series.ENTRIES, "plan.rent"),), NOON)
    assert not {each.mark for each in again} & stored


def test_marks_of_two_weeks_cannot_be_tied_to_each_other(place: Place) -> None:
    cells = (Cell(Series.RESIDENTS, "all"),)
    one, other = (place.counter.counts(str(CHATS[0]), cells, now) for now in (NOON, NOON + WEEK))
    assert one[0].mark != other[0].mark
    assert one[0].resident != other[0].resident


def dump(place: Place) -> dict[str, list[tuple[object, ...]]]:
    """Every row as it comes, without asking for an order."""
    return {table: place.table(f"SELECT * FROM {table}") for table in TABLES}  # noqa: S608 - names of our own


def test_rows_tell_nothing_of_the_order_in_which_residents_wrote(tmp_path: Path, knowledge: Knowledge) -> None:
    """The same residents in another order leave the very same rows, in the same order, and no row has a number."""
    entries = list(knowledge.entries)[:4]
    asked = [(chat, entries[number % 4]) for number, chat in enumerate(CHATS)]
    dumps = []
    for seed in range(3):
        order: Sequence[tuple[int, str]] = random.Random(seed).sample(asked, len(asked))  # noqa: S311 - an order, no secret
        for place in _place(tmp_path / str(seed), knowledge):
            for chat, entry in order:
                place.asks(chat, entry)
            dumps.append(dump(place))
            for table in TABLES:
                with pytest.raises(sqlite3.OperationalError, match="rowid"):
                    place.table(f"SELECT rowid FROM {table}")  # noqa: S608
    assert dumps[0] == dumps[1] == dumps[2]
    assert len(dumps[0]["raised"]) == len(CHATS)


# Linking with cases


def opens_a_case(place: Place, chat: int, language: str, category: str = "violence") -> None:
    effect = OpenCase(category, True, language, False, None, None)
    case = Case(1, "Birk 42", category, language, urgent=True, named=False, opened=NOON, promised=NOON)
    incoming = Incoming(str(chat), Pressed(Action(Verb.UNNAMED, category)))
    changes = Changes(cases=(CaseChange(case, str(chat)),))
    place.counts(incoming, None, Turn((), Memory(language), (effect,)), changes)


def tallied(place: Place) -> list[tuple[object, ...]]:
    return place.table("SELECT * FROM tally")


def test_the_counts_do_not_tell_which_resident_has_the_case(tmp_path: Path, knowledge: Knowledge) -> None:
    """The case is of the one who writes Arabic, or of the one who writes Turkish: the counts are the same."""
    found = []
    for with_case, other in (("ar", "tr"), ("tr", "ar")):
        for place in _place(tmp_path / with_case, knowledge):
            opens_a_case(place, CHATS[0], with_case)
            place.asks(CHATS[1], language=other)
            found.append(tallied(place))
    assert found[0] == found[1]


def test_the_counts_do_not_tell_what_a_case_is_about(tmp_path: Path, knowledge: Knowledge) -> None:
    found = []
    for category in ("violence", "money", "own_case"):
        for place in _place(tmp_path / category, knowledge):
            opens_a_case(place, CHATS[0], "ar", category)
            found.append(tallied(place))
    assert found[0] == found[1] == found[2]


def test_how_cases_are_met_is_counted_without_anything_of_the_case(place: Place) -> None:
    case = Case(1, "Birk 42", "violence", "so", urgent=True, named=False, opened=NOON, promised=NOON)
    place.store.finish(None, NOON, Changes(cases=(CaseChange(case, str(CHATS[0])),)))
    changes = Changes(cases=(CaseChange(replace(case, answered=NOON)),))
    counts = place.counter.punctuality(changes, place.store.case, NOON)
    place.store.finish(None, NOON, replace(changes, counts=counts))
    assert tallied(place) == [("2027-03-01", "cases", "in time", 1)]
    assert place.table("SELECT count(*) FROM mark") == [(0,)]
