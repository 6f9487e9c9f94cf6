"""Settings out of files: found, preferred in the right order, and never shown when something is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.credentials import CredentialFault
from bot.settings import Settings

TOKEN, OTHER = "110201543:a-token-nobody-may-read", "110201543:another-nobody-may-read"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without `.env`, and none of our variables."""
    for name in [each for each in os.environ if each.startswith("NABO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(file: Path, text: str = f"{TOKEN}\n") -> str:
    file.write_text(text, encoding="utf-8")
    return str(file)


def token() -> str | None:
    found = Settings().token
    return found.get_secret_value() if found else None


def test_a_secret_comes_from_the_file_that_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_TOKEN_FILE", written(folder / "token"))
    assert token() == TOKEN


def test_a_credential_of_systemd_is_found_by_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder / "nabo_token")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    assert token() == TOKEN


def test_the_environment_goes_first_and_dotenv_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder / ".env", f"NABO_TOKEN={OTHER}\n")
    assert token() == OTHER
    monkeypatch.setenv("NABO_TOKEN_FILE", written(folder / "token"))
    assert token() == TOKEN
    monkeypatch.setenv("NABO_TOKEN", OTHER)
    assert token() == OTHER


def test_a_file_that_is_empty_sets_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_TOKEN_FILE", written(folder / "token", "\n"))
    assert token() is None


def test_a_file_that_is_not_there_is_named_with_its_setting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_KEY_FILE", str(folder / "gone"))
    with pytest.raises(CredentialFault, match=r"NABO_KEY_FILE: .*gone cannot be read"):
        Settings()


def test_a_file_that_is_no_text_is_named_and_not_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "key").write_bytes(b"\xffnobody-may-read")
    monkeypatch.setenv("NABO_KEY_FILE", str(folder / "key"))
    with pytest.raises(CredentialFault) as fault:
        Settings()
    assert "NABO_KEY_FILE" in str(fault.value)
    assert "may-read" not in str(fault.value)


def test_what_came_from_a_file_is_shown_no_more_than_the_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_TOKEN_FILE", written(folder / "token"))
    settings = Settings()
    assert "may-read" not in repr(settings) + str(settings.model_dump()) + settings.model_dump_json()
