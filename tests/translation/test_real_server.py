"""The client against LibreTranslate itself: the real server and its HTTP interface, with a stub translator inside.

The server is large and lives in an environment of its own, installed from `libretranslate.lock` the first time this
runs and kept in the cache. No model is needed: what the stub makes of a text is the text in capitals.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.translation.careful import Careful
from bot.translation.faithful import Faithful
from bot.translation.libretranslate import LibreTranslate
from bot.translation.translator import Fault, NoTranslation
from knowledge.content import Knowledge

LOCK = Path(__file__).with_name("libretranslate.lock")
START_SECONDS = 90.0
LAUNCHER = """
import importlib, sys
from argostranslate import translate
import libretranslate.init
libretranslate.init.boot = lambda *_, **__: None  # it would look for models on the network
class Capitals(translate.ITranslation):
    def __init__(self, one, other): self.from_lang, self.to_lang = one, other
    def hypotheses(self, text, num_hypotheses=4): return [translate.Hypothesis(text.upper(), 0.0)] * num_hypotheses
languages = [translate.Language(code, code) for code in ("da", "en", "ar")]
for one in languages:
    for other in languages:
        if one is not other:
            pair = Capitals(one, other)
            one.translations_from.append(pair)
            other.translations_to.append(pair)
translate.get_installed_languages = lambda: languages
sys.argv = ["libretranslate", "--host", "127.0.0.1", "--port", sys.argv[1], "--load-only", "da,en,ar",
            "--disable-files-translation", "--char-limit", "400"]
importlib.import_module("libretranslate.main").main()
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(cache: Path) -> Path:
    """The interpreter of the server's own environment."""
    folder = cache / "libretranslate"
    found = folder / "bin" / "python"
    if not (folder / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        install = [str(found), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        subprocess.run(install, check=True)
        (folder / "installed").touch()
    return found


@pytest.fixture(scope="module")
def address(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server, running on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    home = tmp_path_factory.mktemp("libretranslate")
    with (home / "log").open("wb") as log:
        command = [str(python), "-W", "ignore", "-c", LAUNCHER, port]
        process = subprocess.Popen(command, env=os.environ | {"HOME": str(home)}, cwd=home, stdout=log, stderr=log)
    try:
        asyncio.run(_answers(f"http://127.0.0.1:{port}", process, home / "log"))
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


async def _answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    client = LibreTranslate(address, None, 5.0)
    async with asyncio.timeout(START_SECONDS):
        while True:
            assert process.poll() is None, log.read_text(errors="replace")
            try:
                await client.pairs()
            except NoTranslation:
                await asyncio.sleep(0.2)
            else:
                await client.close()
                return


async def fault(service: Careful | LibreTranslate, text: str, target: str) -> Fault:
    with pytest.raises(NoTranslation) as caught:
        await service.translate(text, "da", target)
    return caught.value.fault


@pytest.mark.asyncio
async def test_the_server_is_understood_in_all_that_nabo_asks_of_it(address: str, knowledge: Knowledge) -> None:
    service = LibreTranslate(address, "a key it does not ask for", 10.0)
    careful = Careful(service, 10.0, 2)
    glossaries = {code: language.glossary for code, language in knowledge.languages.items()}
    assert ("da", "ar") in await careful.pairs()
    text = "Jeg hedder Leyla. Ring 20 12 34 56.\nHvornår er genhusningen, kl. 10?"
    assert await Faithful(careful, glossaries).translate(text, "da", "en") == (
        "JEG HEDDER Leyla. RING 20 12 34 56.\nHVORNÅR ER rehousing (genhusning), KL. 10?"
    )
    assert await fault(careful, "ord " * 200, "en") is Fault.TOO_LONG
    assert await fault(service, "en god dag", "so") is Fault.ABSENT
    await service.close()
