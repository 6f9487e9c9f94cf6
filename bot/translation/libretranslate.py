"""A LibreTranslate server, over its JSON interface. Text and key travel in the body, never in an address."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

import httpx

from bot.translation.translator import Fault, NoTranslation, Pair

MOST_CHARACTERS = 10_000
MOST_TIMES_LONGER = 20
SPARE_BYTES = 65_536
MOST_BYTES_OF_PAIRS = 4_000_000
THEIR_CODES = {"no": "nb", "zh": "zh-Hans", "kmr": "ku"}
"""Ours -> theirs, where they differ."""
OUR_CODES = {theirs: ours for ours, theirs in THEIR_CODES.items()}
TOO_MANY, SERVER_FAULT, BAD_REQUEST, OK = 429, 500, 400, 200
LONGEST_WAIT = 60.0


class LibreTranslate:
    """One server. Follows no redirect and uses no proxy: what is sent reaches the operator's address or nobody."""

    name = "LibreTranslate"

    def __init__(self, address: str, key: str | None, seconds: float) -> None:
        """`seconds`: how long connecting, or a pause between two parts of an answer, may take."""
        self._address = address.rstrip("/")
        self._key = key
        self._client = httpx.AsyncClient(timeout=seconds, follow_redirects=False, trust_env=False)

    async def pairs(self) -> Collection[Pair]:
        """See Translator."""
        found = await self._asked("GET", "/languages", None, MOST_BYTES_OF_PAIRS)
        try:
            return {
                (OUR_CODES.get(each["code"], each["code"]), OUR_CODES.get(target, target))
                for each in found
                for target in each["targets"]
                if target != each["code"]
            }
        except (TypeError, KeyError):
            raise NoTranslation(Fault.NONSENSE) from None

    async def translate(self, text: str, source: str, target: str) -> str:
        """See Translator."""
        if len(text) > MOST_CHARACTERS:
            raise NoTranslation(Fault.TOO_LONG)
        body = {
            "q": text.encode("utf-8", "replace").decode(),
            "source": THEIR_CODES.get(source, source),
            "target": THEIR_CODES.get(target, target),
            "format": "text",
        }
        if self._key:
            body["api_key"] = self._key
        most = MOST_TIMES_LONGER * len(text.encode("utf-8", "replace")) + SPARE_BYTES
        found = await self._asked("POST", "/translate", body, most)
        translated = found.get("translatedText") if isinstance(found, dict) else None
        if not isinstance(translated, str):
            raise NoTranslation(Fault.NONSENSE)
        return translated

    async def _asked(self, method: str, path: str, body: dict[str, str] | None, most: int) -> Any:
        try:
            async with self._client.stream(method, self._address + path, json=body) as answer:
                content = await _at_most(answer, most)
        except httpx.TimeoutException:
            raise NoTranslation(Fault.SLOW) from None
        except (httpx.HTTPError, httpx.InvalidURL):
            raise NoTranslation(Fault.DOWN) from None
        if answer.status_code != OK:
            raise _refusal(answer, content)
        try:
            return json.loads(content)
        except ValueError:
            raise NoTranslation(Fault.NONSENSE) from None

    async def close(self) -> None:
        """See Translator."""
        await self._client.aclose()


async def _at_most(answer: httpx.Response, most: int) -> bytes:
    content = bytearray()
    async for part in answer.aiter_bytes():
        content += part
        if len(content) > most:
            raise NoTranslation(Fault.NONSENSE)
    return bytes(content)


def _refusal(answer: httpx.Response, content: bytes) -> NoTranslation:
    if answer.status_code == TOO_MANY:
        return NoTranslation(Fault.BUSY, _wait(answer))
    if answer.status_code >= SERVER_FAULT:
        return NoTranslation(Fault.DOWN)
    words = content[:500].decode("utf-8", "replace").lower() if answer.status_code == BAD_REQUEST else ""
    if "not supported" in words or "not available" in words:
        return NoTranslation(Fault.ABSENT)
    return NoTranslation(Fault.TOO_LONG if "exceeds" in words else Fault.REFUSED)


def _wait(answer: httpx.Response) -> float:
    told = answer.headers.get("retry-after", "")
    return min(float(told), LONGEST_WAIT) if told.isdecimal() else 0.0
