"""Talking with residents: in the terminal and in Telegram, and whether everything for that is there."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, fail, out, read_content, read_settings, say
from bot.logs import start_log
from knowledge.problems import ContentError


def chat(
    language: Annotated[str | None, typer.Option("--language", "-l", help="Language to begin in, such as ar.")] = None,
) -> None:
    """Talk with Nabo in this terminal: no token, no network, nothing kept."""
    from handlers.terminal import Terminal  # noqa: PLC0415 - edges are loaded by the command that needs them

    settings = read_settings()
    with Shown() as progress:
        try:
            app = wiring.build(settings, wiring.forgetful_store(), progress)
        except ContentError as error:
            raise fail(str(error)) from None
    languages = app.turns.knowledge.languages
    if language and language not in languages:
        raise fail(f"There is no language {language!r}. Choose one of: {', '.join(languages)}.")
    Terminal(app.turns, out).run(sys.stdin, language)


def run() -> None:
    """Answer residents in Telegram until stopped."""
    from bot.store.interface import DEMO  # noqa: PLC0415
    from bot.store.sealing import KeyFault  # noqa: PLC0415
    from bot.web.server import CannotListen  # noqa: PLC0415
    from handlers.service import TokenRefused, run_service  # noqa: PLC0415

    settings = read_settings()
    start_log(settings.log_level, settings.log_format)
    if settings.token is None or not settings.token.get_secret_value().strip():
        raise fail(
            "There is no token. Get one from @BotFather in Telegram and set NABO_TOKEN to it (or put it in .env)."
        )
    try:
        store = wiring.open_store(settings)
        if store.note(DEMO):
            raise fail(f"The store in {settings.data} holds simulated residents. Set NABO_DATA to another folder.")
        with Shown() as progress:
            app = wiring.build(settings, store, progress, counts=True)
        asyncio.run(run_service(settings, app))
    except ContentError as error:
        raise fail(f"{error}\nMend this, then start again: nabo check") from None
    except (KeyFault, CannotListen) as error:
        raise fail(str(error)) from None
    except TokenRefused:
        raise fail("Telegram does not know this token. Copy it anew from @BotFather into NABO_TOKEN.") from None
    except (OSError, sqlite3.Error) as error:
        raise fail(
            f"The store in {settings.data} cannot be used ({error}). Check the folder's rights and space."
        ) from None
    store.close()


def doctor(as_json: AsJson = False) -> None:
    """Look whether everything is there that `nabo run` needs; ends with status 1 if something is missing."""
    from handlers.doctor import Finding, examine  # noqa: PLC0415

    settings = read_settings()
    knowledge = read_content(settings)

    async def looked() -> list[Finding]:
        findings = []
        async for finding in examine(settings, knowledge):
            findings.append(finding)
            if not as_json:
                mark, remedy = ("good", "") if finding.good else ("MEND", f". {finding.remedy}.")
                say(f"{mark}  {finding.what}{remedy}")
        return findings

    findings = asyncio.run(looked())
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)
