"""A server that speaks LibreTranslate's interface and can fail in every way; its translations are readable.

What it makes of a text is the text in capitals with the target before it: enough to see what was translated and what
was kept, and like a real one it leaves the rest (marks, figures, lines) as they are.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("ar", "bs", "da", "en", "fa", "pl", "ro", "ta", "tr", "uk", "ur", "vi")


def translated(text: str, target: str) -> str:
    """As this server translates."""
    return "\n".join(f"{target.upper()}: {line.upper()}" if line.strip() else line for line in text.split("\n"))


def _reply(status: str, body: bytes, length: int | None = None, more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length or len(body)}\r\n{more}"
    return f"{head}Connection: close\r\n\r\n".encode() + body


def _good(body: dict[str, Any]) -> bytes:
    return json.dumps({"translatedText": translated(body["q"], body["target"])}).encode()


FAULTS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "good": lambda body: _reply("200 OK", _good(body)),
    "too many": lambda _body: _reply("429 Too Many Requests", b'{"error": "Slowdown"}', more="Retry-After: 0\r\n"),
    "broken": lambda _body: _reply("500 Internal Server Error", b"<html>sorry</html>"),
    "forbidden": lambda _body: _reply("403 Forbidden", b'{"error": "Invalid API key"}'),
    "too long": lambda _body: _reply("400 Bad Request", b'{"error": "request (900) exceeds text limit (400)"}'),
    "no such pair": lambda _body: _reply("400 Bad Request", b'{"error": "xx is not supported"}'),
    "garbage": lambda _body: b"\x00\xff\xfe not a reply at all\r\n\r\n",
    "no json": lambda _body: _reply("200 OK", b"<html>a page</html>"),
    "other json": lambda _body: _reply("200 OK", b'["translatedText"]'),
    "null": lambda _body: _reply("200 OK", b'{"translatedText": null}'),
    "empty": lambda _body: _reply("200 OK", b'{"translatedText": "  "}'),
    "a page as translation": lambda _body: _reply("200 OK", b'{"translatedText": "<html><body>x"}'),
    "same": lambda body: _reply("200 OK", json.dumps({"translatedText": body["q"]}).encode()),
    "endless": lambda _body: _reply("200 OK", b'{"translatedText": "' + b"x" * 1_000_000 + b'"}'),
    "truncated": lambda body: _reply("200 OK", _good(body)[:-10], length=len(_good(body))),
    "redirect": lambda _body: _reply("302 Found", b"", more="Location: http://127.0.0.1:9/elsewhere\r\n"),
    "marks lost": lambda _body: _reply("200 OK", json.dumps({"translatedText": "WITHOUT MARKS"}).encode()),
    "closes": lambda _body: b"",
}


@dataclass
class LibreServer:
    """Answers as `mode` says; "hangs" answers when `release` is called."""

    mode: str = "good"
    requests: list[dict[str, Any]] = field(default_factory=list)
    """The bodies of all calls of /translate."""
    lines: list[str] = field(default_factory=list)
    """The first line of each request."""
    address: str = ""
    _free: asyncio.Event = field(default_factory=asyncio.Event)

    def hang(self) -> None:
        """From now on nothing is answered."""
        self.mode = "hangs"
        self._free.clear()

    def release(self, mode: str = "good") -> None:
        """What hangs is answered after all."""
        self.mode = mode
        self._free.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.lines.append(head.split("\r\n", 1)[0])
            lengths = [line.split(":")[1] for line in head.lower().split("\r\n") if line.startswith("content-length")]
            content = await reader.readexactly(int(lengths[0])) if lengths else b"{}"
            writer.write(await self._answer(head, json.loads(content)))
            await writer.drain()
        writer.close()

    async def _answer(self, head: str, body: dict[str, Any]) -> bytes:
        if "/languages" in head.split("\r\n", 1)[0]:
            listed = [{"code": code, "name": code, "targets": list(LANGUAGES)} for code in LANGUAGES]
            return _reply("200 OK", json.dumps(listed).encode())
        self.requests.append(body)
        if self.mode == "hangs":
            await self._free.wait()
        return FAULTS[self.mode](body)


@asynccontextmanager
async def libre_server() -> AsyncIterator[LibreServer]:
    """Running on loopback."""
    server = LibreServer()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    host, port = listening.sockets[0].getsockname()[:2]
    server.address = f"http://{host}:{port}"
    try:
        yield server
    finally:
        server.release()
        listening.close()
