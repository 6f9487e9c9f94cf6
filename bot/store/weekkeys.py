"""The keys of the weeks' marks, as files beside the store's key: never in the database, a backup of it, or a log."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path

from bot.store.sealing import write_key

KEY_BYTES = 32
PATTERN = "week-*.key"


class KeyFiles:
    """One file a week in a folder; all workers that share the folder share the key.

    A restart in the middle of a week finds the key again, so that nobody is counted twice for it. If the file is lost
    a new one is made: residents may then count twice in that week, and nothing becomes readable.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: tuple[dt.date, bytes] | None = None

    def __repr__(self) -> str:
        return f"KeyFiles({self._folder})"

    def key(self, week: dt.date) -> bytes:
        """See WeekKeys; raises OSError where the folder cannot be written."""
        known = self._known
        if known is None or known[0] != week:
            known = (week, self._read(week))
            self._known = known
        return known[1]

    def _read(self, week: dt.date) -> bytes:
        file = self._file(week)
        if not file.exists():
            self._make(file)
        return bytes.fromhex(file.read_text(encoding="ascii"))

    def _make(self, file: Path) -> None:
        """Whole or not at all, and only if no other worker was faster."""
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{secrets.token_hex(8)}")
        write_key(draft, secrets.token_hex(KEY_BYTES))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()

    def has(self, week: dt.date) -> bool:
        """See WeekKeys."""
        return (self._known is not None and self._known[0] == week) or self._file(week).exists()

    def destroy_before(self, week: dt.date) -> None:
        """See WeekKeys. What a disk keeps of a file that was written over is beyond a program."""
        if self._known and self._known[0] < week:
            self._known = None
        for file in self._folder.glob(PATTERN):
            if file.name < self._file(week).name:
                with file.open("r+b") as handle:
                    handle.write(bytes(2 * KEY_BYTES))
                    handle.flush()
                    os.fsync(handle.fileno())
                file.unlink(missing_ok=True)

    def _file(self, week: dt.date) -> Path:
        return self._folder / f"week-{week.isoformat()}.key"
