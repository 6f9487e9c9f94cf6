"""Sealing: only the key opens, and the key file is its owner's alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from bot.store.sealing import KeyFault, Seal, key_from_file

KEY, OTHER = (Fernet.generate_key().decode() for _ in range(2))
SEAL = Seal(KEY)


@given(st.text(st.characters(), max_size=200))
def test_whatever_is_sealed_comes_back(text: str) -> None:
    assert SEAL.open(SEAL.seal(text)) == text


def test_sealing_twice_gives_two_different_things() -> None:
    assert SEAL.seal("hej") != SEAL.seal("hej")


def test_a_changed_seal_does_not_open() -> None:
    sealed = bytearray(SEAL.seal("hej"))
    sealed[20] ^= 1
    with pytest.raises(KeyFault):
        SEAL.open(bytes(sealed))


@pytest.mark.parametrize("key", ["", " , ", "short", "ø" * 44, KEY[:-2], f"{KEY},nonsense"])
def test_a_key_that_is_none_is_named_with_its_remedy(key: str) -> None:
    with pytest.raises(KeyFault, match=r"not valid\. Set NABO_KEY"):
        Seal(key)


def test_the_hash_of_a_chat_depends_on_the_key() -> None:
    assert SEAL.hash("1001") == Seal(KEY).hash("1001")
    assert SEAL.hash("1001") != Seal(OTHER).hash("1001")
    assert SEAL.hash("1001") != SEAL.hash("1002")


def test_the_hash_stays_when_a_newer_key_comes_before() -> None:
    assert Seal(f"{OTHER}, {KEY}").hash("1001") == SEAL.hash("1001")


def test_a_seal_never_shows_its_key() -> None:
    assert KEY not in repr(SEAL)
    assert KEY not in str(SEAL)


def test_a_bad_key_is_not_repeated_in_the_message() -> None:
    with pytest.raises(KeyFault) as fault:
        Seal("nearly-a-key-but-secret")
    assert "secret" not in str(fault.value)


def test_the_key_file_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "data" / "nabo.key"
    key = key_from_file(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert key_from_file(file) == key
    Seal(key)


def test_a_key_file_ending_in_a_line_break_is_read(tmp_path: Path) -> None:
    file = tmp_path / "nabo.key"
    file.write_text(f"{KEY}\n", encoding="ascii")
    assert key_from_file(file) == KEY


def test_a_key_file_of_strange_bytes_is_named(tmp_path: Path) -> None:
    file = tmp_path / "nabo.key"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyFault, match=r"nabo\.key"):
        key_from_file(file)
