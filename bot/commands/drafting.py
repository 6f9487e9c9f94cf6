"""`nabo translate-drafts`: a machine's first draft of a new language."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer
from babel import Locale, UnknownLocaleError

from bot import app as wiring
from bot.commands.shared import AsJson, Shown, fail, read_settings, say
from bot.settings import Settings
from bot.translation.drafting import Drafting
from bot.translation.service import Translation, translation_with
from bot.translation.translator import NoTranslation, Pair
from knowledge.load import DEFAULT_ROOT
from knowledge.load_glossary import load_glossary
from knowledge.problems import ContentError

SOURCES = ("en", "da")


def translate_drafts(
    language: Annotated[str, typer.Argument(help="Code of the language: ISO 639-1, or 639-3 where there is none.")],
    into: Annotated[
        Path | None, typer.Option(help="Folder in which the language's folder is made, instead of languages/.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draft what a language's folder lacks by machine, for people to read; status 1 if something was left out."""
    settings = read_settings()
    root = (settings.content or DEFAULT_ROOT) / "languages"
    try:  # a language that is half made could not be loaded
        glossaries = {each.name: load_glossary(each) for each in root.iterdir() if each.is_dir()}
        translation = translation_with(settings, glossaries)
    except ContentError as error:
        raise fail(f"{error}\nMend this, then try again: nabo check") from None
    if translation is None:
        raise fail("Translation is off: set NABO_TRANSLATION first.")
    _known(language)
    try:
        drafting = asyncio.run(_drafted(settings, translation, root, (into or root) / language))
    except NoTranslation as error:
        raise fail(f"{translation.service.name}: {error.fault.value}. Look at nabo doctor, then try again.") from None
    except OSError as error:
        raise fail(f"The draft cannot be written: {error}") from None
    _tell(drafting, as_json=as_json)
    if drafting.left_out:
        raise typer.Exit(1)


def _known(language: str) -> None:
    wrong = f"{language!r} is no code of a language that Babel knows: write one of ISO 639, such as ta."
    if not re.fullmatch("[a-z]{2,3}", language):
        raise fail(wrong)
    try:
        Locale.parse(language)
    except UnknownLocaleError:
        raise fail(wrong) from None


async def _drafted(settings: Settings, translation: Translation, root: Path, target: Path) -> Drafting:
    try:
        source = _source(await translation.service.pairs(), target.name)
        if source is None:
            raise fail(f"{translation.service.name} does not translate English or Danish into {target.name}.")
        drafting = Drafting(translation.faithful, root / source, target, settings.translation_at_once)
        if target.name in SOURCES or not drafting.missing():
            raise fail(f"{target} is complete: there is nothing to draft.")
        with Shown() as progress:
            await drafting.draft(wiring.now().date(), progress)
        return drafting
    finally:
        await translation.service.close()


def _source(pairs: Collection[Pair], target: str) -> str | None:
    return next((each for each in SOURCES if (each, target) in pairs), None)


def _tell(drafting: Drafting, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"folder": str(drafting.target), "left_out": drafting.left_out}, ensure_ascii=False, indent=1))
        return
    for each in drafting.left_out:
        say(f"left out: {each}")
    say(
        f"The draft is in {drafting.target}. Nobody has read it: every folder in languages/ is offered to residents,"
        " so do not start Nabo with it before somebody has, and before nabo check finds no errors."
    )
