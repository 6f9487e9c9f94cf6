"""A call of the store outlasts a fault that may pass, and no other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from bot.app import forgetful_store
from bot.delivery import keeping as module
from bot.delivery.keeping import Keeping
from bot.store.sqlite import SqliteStore

pytestmark = pytest.mark.asyncio


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.01)


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    store = forgetful_store()
    yield store
    store.close()


class Failing:
    """A method that fails so often before it works."""

    def __init__(self, times: int, code: int) -> None:
        self.left, self.calls, self._code = times, 0, code

    def __call__(self, words: str) -> str:
        self.calls += 1
        if self.left:
            self.left -= 1
            error = sqlite3.OperationalError("the words of a fault")
            error.sqlite_errorcode = self._code
            raise error
        return words


async def test_a_full_disk_is_waited_for(store: SqliteStore, caplog: pytest.LogCaptureFixture) -> None:
    method = Failing(2, sqlite3.SQLITE_FULL)
    assert await Keeping(store)(method, "kept") == "kept"
    assert method.calls == 3
    assert "the store cannot be used (OperationalError)" in caplog.text
    assert "the words" not in caplog.text


async def test_a_wrong_statement_is_told_at_once(store: SqliteStore) -> None:
    method = Failing(2, sqlite3.SQLITE_ERROR)
    with pytest.raises(sqlite3.OperationalError):
        await Keeping(store)(method, "kept")
    assert method.calls == 1
