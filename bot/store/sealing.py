"""Keeps the database unreadable without a key that is not in it: sealed contents, keyed hashes of chats."""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class KeyFault(Exception):
    """The key is missing or does not fit what was sealed; the message says what to do."""


class Seal:
    """Seals with the newest of its keys and opens with any of them, so that a key can be replaced.

    Authenticated encryption: Fernet (AES-128-CBC with HMAC-SHA256). Chats are looked up by HMAC-SHA256 under a
    second key derived from the oldest one by HKDF (RFC 5869), so that a new key does not lose them.
    """

    def __init__(self, keys: str) -> None:
        """`keys`: one Fernet key, or several with commas, newest first; raises KeyFault."""
        parts = [part.strip() for part in keys.split(",") if part.strip()]
        try:
            self._fernet = MultiFernet([Fernet(part) for part in parts])
            secret = parts[-1].encode()
        except (ValueError, IndexError):
            raise KeyFault("The key is not valid. Set NABO_KEY to the key that this store was made with.") from None
        self._hash_key = HKDF(hashes.SHA256(), length=32, salt=None, info=b"nabo chat address").derive(secret)

    def __repr__(self) -> str:
        return "Seal(***)"

    def seal(self, text: str) -> bytes:
        """Encrypted `text`."""
        return self._fernet.encrypt(text.encode("utf-8", "surrogatepass"))

    def open(self, sealed: bytes) -> str:
        """The text again; raises KeyFault if it was sealed with another key or changed."""
        try:
            return self._fernet.decrypt(sealed).decode("utf-8", "surrogatepass")
        except InvalidToken:
            raise KeyFault("The store was made with another key. Put back the key it was made with.") from None

    def hash(self, address: str) -> bytes:
        """A code for a chat that cannot be turned back, nor be tried out without the key."""
        return hmac.new(self._hash_key, address.encode(), hashlib.sha256).digest()


def derived_key(keys: str, purpose: str) -> bytes:
    """32 bytes for one purpose, made from the oldest of a store's keys; they tell nothing about it (HKDF, RFC 5869)."""
    secret = [part.strip() for part in keys.split(",") if part.strip()][-1]
    return HKDF(hashes.SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def key_from_file(file: Path) -> str:
    """The key in `file`, which is made (readable by its owner only) if there is none; raises KeyFault, OSError."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_key(file, Fernet.generate_key().decode())
    try:
        return file.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        raise KeyFault(f"{file} does not hold a key. Put back the key file that this store was made with.") from None


def write_key(file: Path, key: str) -> None:
    """Writes a new file that only its owner can read, down to the disk; raises OSError, also where it exists."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(key.encode("ascii"))
        handle.flush()
        os.fsync(handle.fileno())
