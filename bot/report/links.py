"""The board's way to the web page: signed links with an end, sessions that end with their link, all revoked at once."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Protocol

from itsdangerous import BadData, Signer, URLSafeSerializer

VALID = dt.timedelta(hours=24)
SHA256 = {"digest_method": hashlib.sha256}
GENERATION = "board links"
"""The note that counts how often all links have been closed."""


class Notes(Protocol):
    """What links need of a store."""

    def note(self, name: str, value: str | None = None) -> str | None:
        """See Store."""
        ...


class Links:
    """Makes and reads links and sessions of one board.

    Neither names anybody. Both hold the moment at which they end and the number of the generation, signed with
    HMAC-SHA256 by itsdangerous under a key that is not in the database. A session ends when its link does.
    """

    def __init__(self, key: bytes, notes: Notes) -> None:
        self._links = URLSafeSerializer(key, salt="nabo board link", signer_kwargs=SHA256)
        self._sessions = URLSafeSerializer(key, salt="nabo board session", signer_kwargs=SHA256)
        self._forms = Signer(key, salt="nabo board form", digest_method=hashlib.sha256)
        self._notes = notes

    def __repr__(self) -> str:
        return "Links(***)"

    def token(self, now: dt.datetime) -> str:
        """What a new link carries."""
        return self._made(self._links, int((now + VALID).timestamp()))

    def session(self, token: str, now: dt.datetime) -> str | None:
        """The session that a link opens; None if it has been changed, has ended or was revoked."""
        until = self._until(self._links, token, now)
        return None if until is None else self._made(self._sessions, until)

    def is_open(self, session: str, now: dt.datetime) -> bool:
        """Whether a session still lasts."""
        return self._until(self._sessions, session, now) is not None

    def seconds_left(self, session: str, now: dt.datetime) -> int:
        """How long a session lasts yet; 0 if it does not."""
        until = self._until(self._sessions, session, now)
        return 0 if until is None else max(0, until - int(now.timestamp()))

    def revoke(self) -> None:
        """Closes every link and session there is."""
        self._notes.note(GENERATION, str(self._generation() + 1))

    def form_mark(self, session: str) -> str:
        """What a form of this session carries, so that no other site can send it."""
        return self._forms.get_signature(session).decode()

    def is_form_of(self, session: str, mark: str) -> bool:
        """Whether a form was given out in this session."""
        return self._forms.verify_signature(session.encode(), mark.encode())

    def _generation(self) -> int:
        return int(self._notes.note(GENERATION) or 0)

    def _made(self, kind: URLSafeSerializer, until: int) -> str:
        made = kind.dumps([until, self._generation()])
        return made if isinstance(made, str) else made.decode()

    def _until(self, kind: URLSafeSerializer, token: str, now: dt.datetime) -> int | None:
        try:
            until, generation = kind.loads(token)
        except (BadData, ValueError, TypeError):
            return None
        is_good = generation == self._generation() and now.timestamp() < until
        return int(until) if is_good else None
