"""Keeping what is stored: a copy of it, the way back, and a new key."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot import app as wiring
from bot.commands.shared import Shown, err, fail, grid, out, read_settings, say
from bot.settings import Settings
from bot.store.backup import BackupFault, back_up, counted, refuse_if_there
from bot.store.rotation import rotate
from bot.store.sealing import KeyFault, Seal, write_key

CopyFile = Annotated[Path, typer.Argument(help="File of the copy.", show_default=False)]


def backup(file: CopyFile) -> None:
    """Copy the store to a new file, also while Nabo runs. The key is not in it."""
    settings = read_settings()
    try:
        with Shown() as progress:
            counts = back_up(_store_of(settings), file, progress)
    except BackupFault as error:
        raise fail(str(error)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(f"The store could not be copied to {file} ({_reason(error)}). Look at rights and space.") from None
    _show(counts)
    say(f"The copy is {file}.")
    warning = f"The key is NOT in it, and without the key it is worth nothing. {_where_key_is(settings)}"
    err.print(
        f"{warning} Keep a copy of the key in ANOTHER place than this file.", style="bold", markup=False, soft_wrap=True
    )


def restore(file: CopyFile) -> None:
    """Put a copy back where there is no store. It must open with the key that is set."""
    settings = read_settings()
    try:
        store = _store_of(settings)
        refuse_if_there(store)
        before = counted(file)
        key = _key_of(settings)
        store.parent.mkdir(parents=True, exist_ok=True)
        _put_back(file, store, settings.model_copy(update={"key": SecretStr(key)}))
        after = counted(store)
    except (BackupFault, KeyFault) as error:
        raise fail(str(error)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(
            f"{file} could not be put back to {settings.data} ({_reason(error)}). Look at rights and space."
        ) from None
    _show(after)
    if before != after:
        raise fail("There is not as much in the store as in the copy. Take another copy, and report this.")
    say(f"The store is {store}. It opens with the key. Start Nabo, then: nabo doctor")


def rotate_key(
    to: Annotated[
        Path | None, typer.Option("--to", help="File for the new key, where the key is set by NABO_KEY.")
    ] = None,
) -> None:
    """Seal the store with a new key, after which the old one opens nothing in it. Nabo must not be running."""
    settings = read_settings()
    if (to is None) == (settings.key is not None):
        raise fail(
            "The key is set by NABO_KEY: name a file for the new one with --to."
            if settings.key
            else "The key lies in the data folder, where the new one takes its place: leave --to away."
        )
    old_key, new_key = wiring.key_file(settings), Fernet.generate_key().decode()
    target = to or old_key.with_name(f"{wiring.KEY}.new")
    try:
        old = Seal(_key_of(settings))
        write_key(target, new_key)
        try:
            counts = rotate(_store_of(settings), old, Seal(new_key))
        except BaseException:
            target.unlink()
            raise
        kept = _exchange(old_key, target) if to is None else None
    except FileExistsError:
        raise fail(f"{target} exists already, and nothing is overwritten: move it away.") from None
    except (BackupFault, KeyFault) as error:
        raise fail(str(error)) from None
    except (OSError, sqlite3.Error) as error:
        raise fail(f"The key could not be changed ({_reason(error)}). The old one still holds.") from None
    _show(counts)
    where = f"The old key is {kept}." if kept else f"Set NABO_KEY to what is in {to} before you start Nabo."
    told = f"{where} The old key opens copies made before today and nothing else: keep it as long as those, not longer."
    say(told)


def _exchange(old: Path, new: Path) -> Path:
    """Puts the new key in its place; the old one is kept under another name."""
    kept = old.with_name(f"{wiring.KEY}.until-{wiring.now().date().isoformat()}")
    os.link(old, kept)
    new.replace(old)
    return kept


def _put_back(file: Path, store: Path, settings: Settings) -> None:
    """Beside its place first: only what opens with the key, with tables that are up to date, gets there."""
    with tempfile.TemporaryDirectory(dir=store.parent, prefix=".restoring-") as folder:
        beside = Path(folder) / store.name
        shutil.copyfile(file, beside)
        beside.chmod(0o600)
        wiring.open_store(settings.model_copy(update={"data": Path(folder)})).close()
        owner = store.parent.stat()
        if os.geteuid() == 0 != owner.st_uid:  # as root, for the user that the folder belongs to
            os.chown(beside, owner.st_uid, owner.st_gid)
        os.link(beside, store)  # unlike a rename, it never takes the place of a store that has come meanwhile


def _store_of(settings: Settings) -> Path:
    if settings.database:
        raise BackupFault("The store is in PostgreSQL: copy it with pg_dump, put it back with pg_restore.")
    return wiring.store_file(settings)


def _key_of(settings: Settings) -> str:
    """The key that is set or that lies in the data folder. None is made: a new one would open nothing."""
    if settings.key:
        return settings.key.get_secret_value()
    try:
        return wiring.key_file(settings).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        where = settings.data / wiring.KEY
        raise KeyFault(f"The key is missing. Put the key of the copy into {where}, or set NABO_KEY.") from None


def _where_key_is(settings: Settings) -> str:
    if settings.key:
        return "It is what you have set as NABO_KEY (or the file or credential that it comes from)."
    return f"It is in {wiring.key_file(settings).absolute()}."


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__


def _show(counts: Mapping[str, int]) -> None:
    out.print(grid([{"": what, "number": number} for what, number in counts.items()]))
