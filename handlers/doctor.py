"""`nabo doctor`: whether everything is there that Nabo needs to run, and what to do about what is not."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx
from telegram import Bot, ChatMemberAdministrator, ChatMemberOwner
from telegram.error import InvalidToken, TelegramError

from bot import app as wiring
from bot.settings import Settings
from bot.store.sealing import KeyFault
from bot.translation.service import translation_as_set
from bot.translation.translator import NoTranslation
from handlers.application import build_application
from knowledge.content import Knowledge
from knowledge.settable import overlaid

MOST_SECONDS_OFF = 60.0
HTTP_SECONDS = 10.0
ON_LINUX_SET_IT = "Set the machine's clock, for example: timedatectl set-ntp true"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    good: bool
    remedy: str = ""
    """What to do; empty where nothing is to be done."""


async def examine(settings: Settings, knowledge: Knowledge) -> AsyncIterator[Finding]:
    """Everything, one finding after the other. Sends nothing to anybody."""
    for finding in (*_store(settings), *_estate(settings, knowledge)):
        yield finding
    async for finding in _translation(settings, knowledge):
        yield finding
    yield await _clock(settings)
    if settings.token is None:
        yield Finding("token", good=False, remedy="Get one from @BotFather and set NABO_TOKEN")
        return
    application = build_application(settings)
    bot: Bot = application.bot
    try:
        await bot.initialize()
        yield Finding(f"token: @{bot.username}", good=True)
        async for finding in _staff(bot, settings):
            yield finding
    except InvalidToken:
        yield Finding("token", good=False, remedy="Telegram does not know it: copy it anew from @BotFather")
    except TelegramError as error:
        what = f"Telegram cannot be reached ({type(error).__name__})"
        yield Finding(what, good=False, remedy=f"Look whether this machine reaches {settings.api}")
    finally:
        await bot.shutdown()


def _store(settings: Settings) -> Iterator[Finding]:
    try:
        wiring.open_store(settings).close()
        yield Finding(f"store in {settings.data}", good=True)
    except KeyFault as error:
        yield Finding("key of the store", good=False, remedy=str(error).rstrip("."))
    except (OSError, sqlite3.Error) as error:
        remedy = "Check the folder's rights and space"
        yield Finding(f"store in {settings.data} ({error})", good=False, remedy=remedy)


def _estate(settings: Settings, knowledge: Knowledge) -> Iterator[Finding]:
    values: dict[str, str] = {}
    with contextlib.suppress(KeyFault, OSError, sqlite3.Error):  # told by _store
        values = {each.change.name: each.change.value or "" for each in wiring.facts_set_by_staff(settings)}
    if values:
        yield Finding(f"set in the staff's group instead of estate.yaml: {', '.join(values)}", good=True)
    estate = overlaid(knowledge, values).estate
    hours = "Fill in staff_hours in estate.yaml, or with /fact in the group: until then no time is promised"
    yield Finding("opening hours of the staff", bool(estate.staff_hours), hours)
    waiting = [line.number for line in estate.helplines if line.confirmed is None]
    remedy = f"Compare {', '.join(waiting)} with each service's own page, then set confirmed in estate.yaml"
    yield Finding("help lines confirmed by staff", not waiting, remedy)


async def _translation(settings: Settings, knowledge: Knowledge) -> AsyncIterator[Finding]:
    """Whether each language can be translated from and to that of the staff; one that no service has is no fault."""
    translation = translation_as_set(settings, knowledge)
    if translation is None:
        return
    service, policy = translation.service, translation.policy
    try:
        await service.pairs()
    except NoTranslation as error:
        remedy = "Look whether the service runs, and at NABO_TRANSLATION_URL and NABO_TRANSLATION_KEY"
        yield Finding(f"translation by {service.name}: {error.fault.value}", good=False, remedy=remedy)
        return
    finally:
        await service.close()
    stays = "the operator's own, nothing leaves" if policy.stays else "a third party"
    cases = "cases too" if policy.stays else "cases if the resident agrees" if policy.third_party else "no cases"
    yield Finding(f"translation by {service.name} ({stays}; {cases})", good=True)
    for language in knowledge.languages.values():
        if language.code != settings.staff_language:
            has = policy.has(language.code, settings.staff_language)
            says = "both ways" if has else "not there: words of cases go as they are"
            yield Finding(f"translation {language.english_name}: {says}", good=True)


async def _clock(settings: Settings) -> Finding:
    try:
        async with httpx.AsyncClient(timeout=HTTP_SECONDS) as client:
            answer = await client.head(settings.api)
        told = parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return Finding("clock: could not be compared", good=True)
    off = abs((wiring.now() - told.astimezone(dt.UTC)).total_seconds())
    return Finding(f"clock: {off:.0f} s off", off <= MOST_SECONDS_OFF, ON_LINUX_SET_IT)


async def _staff(bot: Bot, settings: Settings) -> AsyncIterator[Finding]:
    if settings.staff_chat is None:
        yield Finding("staff group", good=False, remedy="Set NABO_STAFF_CHAT, or cases cannot be handed over")
        return
    found = await staff_group(bot, settings.staff_chat)
    for finding in found:
        yield finding
    if len(found) == 1:
        return  # it cannot be reached at all
    if not settings.colleagues_on_call:
        yield Finding("colleagues on call", good=False, remedy="Set NABO_ON_CALL, for when the group cannot be reached")
    for colleague in settings.colleagues_on_call:
        yield await _reachable(bot, colleague)


async def staff_group(bot: Bot, number: int) -> list[Finding]:
    """Whether the staff's group can be used; one finding where it cannot be reached. Names nobody."""
    try:
        chat = await bot.get_chat(number)
        me = await bot.get_chat_member(number, bot.id)
    except TelegramError as error:
        remedy = "Add the bot to the group, and set NABO_STAFF_CHAT to its number"
        return [Finding(f"staff group ({error})", good=False, remedy=remedy)]
    is_owner, is_admin = isinstance(me, ChatMemberOwner), isinstance(me, ChatMemberAdministrator)
    rights = {
        right: is_owner or (is_admin and bool(getattr(me, right, False)))
        for right in ("can_manage_topics", "can_delete_messages")
    }
    give = "Give it this right in the group's administrators"
    return [
        Finding("staff group has topics", bool(chat.is_forum), "Turn topics on in the group's settings"),
        Finding("bot is an administrator", is_owner or is_admin, "Make it one, or it cannot read what staff write"),
        *(Finding(f"bot {right.replace('_', ' ')}", has, give) for right, has in rights.items()),
    ]


async def _reachable(bot: Bot, colleague: str) -> Finding:
    try:
        await bot.get_chat(int(colleague))
    except TelegramError:
        return Finding(f"on call: {colleague}", good=False, remedy="This colleague must start the bot once")
    return Finding(f"on call: {colleague}", good=True)
