"""Keys of weeks: shared by those who share the folder, and gone when the week is."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.store.weekkeys import KeyFiles

WEEK, NEXT = dt.date(2027, 3, 1), dt.date(2027, 3, 8)


def test_a_restart_finds_the_key_again(tmp_path: Path) -> None:
    assert KeyFiles(tmp_path).key(WEEK) == KeyFiles(tmp_path).key(WEEK)


def test_every_week_has_another_key(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    assert keys.key(WEEK) != keys.key(NEXT)
    assert len(keys.key(WEEK)) == 32


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    KeyFiles(tmp_path / "made").key(WEEK)
    (file,) = (tmp_path / "made").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_of_many_workers_at_once_all_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: KeyFiles(tmp_path).key(WEEK), range(64)))
    assert len(keys) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_the_keys_of_weeks_before_are_destroyed(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    old, new = keys.key(WEEK), keys.key(NEXT)
    keys.destroy_before(NEXT)
    assert (keys.has(WEEK), keys.has(NEXT)) == (False, True)
    assert keys.key(NEXT) == new
    assert keys.key(WEEK) != old


def test_a_key_known_is_forgotten_too(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    old = keys.key(WEEK)
    keys.destroy_before(NEXT)
    assert list(tmp_path.iterdir()) == []
    assert keys.key(WEEK) != old


def test_it_says_whether_there_is_one(tmp_path: Path) -> None:
    assert not KeyFiles(tmp_path).has(WEEK)
    KeyFiles(tmp_path).key(WEEK)
    assert KeyFiles(tmp_path).has(WEEK)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        KeyFiles(tmp_path / "file").key(WEEK)


def test_it_never_shows_a_key(tmp_path: Path) -> None:
    keys = KeyFiles(tmp_path)
    assert keys.key(WEEK).hex() not in repr(keys)
