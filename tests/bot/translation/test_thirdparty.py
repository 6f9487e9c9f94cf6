"""Third parties' services through deep-translator: whatever it does, there is a translation or one clear fault.

The library speaks real HTTP, to a server on loopback that stands in for each of the services.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import pytest_asyncio
from deep_translator import constants, microsoft

from bot.translation.careful import Careful
from bot.translation.engines import engine
from bot.translation.thirdparty import ThirdParty, parts_of
from bot.translation.translator import Fault, NoTranslation

Answer = Callable[[BaseHTTPRequestHandler], tuple[int, str]]


class Service(ThreadingHTTPServer):
    """Answers every request with what the test has set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.body = 200, ""
        self.free = threading.Event()
        self.free.set()
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.free.wait()
        body = self.server.body.encode()
        if self.path.startswith("/languages"):
            names = {"da": {"name": "Danish"}, "en": {"name": "English"}, "so": {"name": "Somali"}}
            body = json.dumps({"translation": names}).encode()
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest_asyncio.fixture
async def service(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    running = Service()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    for name, path in {
        "GOOGLE_TRANSLATE": "/m",
        "DEEPL_FREE": "/{version}/",
        "DEEPL": "/{version}/",
        "MYMEMORY": "/get",
        "MICROSOFT_TRANSLATE": "/translate",
    }.items():
        monkeypatch.setitem(constants.BASE_URLS, name, running.address + path)
    get = microsoft.requests.get

    def on_loopback(url: str, **more: Any) -> Any:
        path = url.partition("microsofttranslator.com")[2]
        return get(running.address + path if path else url, **more)

    monkeypatch.setattr(microsoft.requests, "get", on_loopback)
    yield running
    running.free.set()
    await asyncio.to_thread(running.shutdown)
    running.server_close()


def of(name: str, at_once: int = 2, seconds: float = 5.0) -> Careful:
    return Careful(ThirdParty(engine(name, "a-key:fx", None), at_once), seconds, at_once, pause=0.01)


async def fault(careful: Careful, text: str = "en god dag", target: str = "en") -> Fault:
    with pytest.raises(NoTranslation) as caught:
        await careful.translate(text, "da", target)
    return caught.value.fault


GOOD = {
    "google": '<div class="result-container">a good day</div>',
    "deepl": '{"translations": [{"text": "a good day"}]}',
    "mymemory": '{"responseData": {"translatedText": "a good day"}, "matches": []}',
    "microsoft": '[{"translations": [{"text": "a good day"}]}]',
}


@pytest.mark.asyncio
@pytest.mark.parametrize("name", GOOD)
async def test_each_service_translates_line_by_line(service: Service, name: str) -> None:
    service.body = GOOD[name]
    assert await of(name).translate("en god dag\n\nhos os", "da", "en") == "a good day\n\na good day"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "status", "body", "expected"),
    [
        ("google", 200, '<div class="result-container">🙂</div>', Fault.NONSENSE),  # the library says None
        ("google", 200, "<html>nothing of the kind</html>", Fault.NONSENSE),
        ("google", 429, "", Fault.BUSY),
        ("google", 500, "", Fault.DOWN),
        ("deepl", 403, "", Fault.REFUSED),
        ("deepl", 456, "", Fault.DOWN),
        ("deepl", 200, "not json", Fault.NONSENSE),
        ("deepl", 200, "{}", Fault.NONSENSE),
        ("deepl", 200, '{"other": 1}', Fault.NONSENSE),
        ("mymemory", 429, "", Fault.BUSY),
        ("mymemory", 200, '{"responseData": {"translatedText": "MYMEMORY WARNING: ALL USED"}}', Fault.BUSY),
        ("mymemory", 200, '{"responseData": {"translatedText": "INVALID LANGUAGE PAIR"}}', Fault.REFUSED),
        ("mymemory", 200, '{"responseData": {"translatedText": ""}, "matches": []}', Fault.NONSENSE),
        ("microsoft", 401, '{"error": {"code": 401000}}', Fault.REFUSED),
        ("microsoft", 200, '"text"', Fault.NONSENSE),
    ],
)
async def test_whatever_the_library_raises_or_returns_is_one_clear_fault(
    service: Service, name: str, status: int, body: str, expected: Fault
) -> None:
    service.status, service.body = (200, body) if name == "microsoft" else (status, body)
    text = "🙂 tak" if "🙂" in body else "en god dag"
    assert await fault(of(name), text.replace(" tak", "") if "🙂" in body else text) is expected


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "code"), [("deepl", "so"), ("google", "xx"), ("mymemory", "xx"), ("microsoft", "ckb")]
)
async def test_a_language_that_a_service_has_not_is_not_asked_for(service: Service, name: str, code: str) -> None:
    assert await fault(of(name), target=code) is Fault.ABSENT


@pytest.mark.asyncio
async def test_kurdish_and_somali_are_known_by_their_services_own_codes(service: Service) -> None:
    pairs = await of("google").pairs()
    assert {("da", "kmr"), ("da", "ckb"), ("da", "so")} <= set(pairs)


@pytest.mark.asyncio
async def test_calls_that_hang_take_no_more_than_their_threads_and_nobody_waits_for_them(service: Service) -> None:
    careful = of("google", at_once=2, seconds=0.05)
    await careful.pairs()
    service.free.clear()
    assert [await fault(careful) for _ in range(2)] == [Fault.SLOW, Fault.SLOW]
    third = ThirdParty(engine("google", None, None), 1)
    hanging = asyncio.create_task(third.translate("en god dag", "da", "en"))
    while len(service.asked) < 3:
        await asyncio.sleep(0)
    with pytest.raises(NoTranslation) as caught:
        await third.translate("en god dag", "da", "en")
    assert caught.value.fault is Fault.BUSY
    service.body = GOOD["google"]
    service.free.set()
    assert await hanging == "a good day"


def test_mymemory_is_asked_over_an_encrypted_connection() -> None:
    assert engine("mymemory", None, None).make("da-DK", "en-GB")._base_url.startswith("https://api.mymemory")


def test_long_lines_are_divided_between_words() -> None:
    parts = parts_of("ord " * 400, 500)
    assert all(len(part) < 500 for part in parts)
    assert " ".join(parts).split() == ["ord"] * 400
    with pytest.raises(NoTranslation):
        parts_of("x" * 500, 500)
