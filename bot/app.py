"""Settings -> objects, wired. No logic."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.casework import Casework
from bot.concerns.disclosure import Rules
from bot.counting import Counter
from bot.delivery.limits import SendLimit, SharedSendLimit
from bot.did import Draft, drafts
from bot.drafts import DraftFolder
from bot.report.build import board_report
from bot.report.links import Links
from bot.report.room import Boardroom
from bot.report.values import BoardReport
from bot.settings import Settings
from bot.store.interface import SetFact, Store
from bot.store.sealing import Seal, derived_key, key_from_file
from bot.store.weekkeys import KeyFiles
from bot.translation.service import Translation, translation_as_set
from bot.turn import Clock, Turns
from bot.understanding.decide import Understanding
from bot.understanding.index import Progress, silent
from bot.understanding.meaning import load_embedder
from bot.weekend import WeekEnd
from knowledge.content import Knowledge
from knowledge.load import DEFAULT_ROOT, load_knowledge

if TYPE_CHECKING:
    from bot.store.postgres import PostgresStore
    from bot.store.sqlite import SqliteStore

DATABASE, KEY = "nabo.db", "nabo.key"


@dataclass(frozen=True, slots=True)
class App:
    """The parts that edges use."""

    turns: Turns
    store: Store
    clock: Clock
    casework: Casework | None = None
    """None where there is no staff group."""
    translation: Translation | None = None
    """None where it is off."""


def now() -> dt.datetime:
    """The only place where the program looks at the clock."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251


def content(settings: Settings) -> Knowledge:
    """All content; raises ContentError."""
    return load_knowledge(settings.content or DEFAULT_ROOT)


def understanding(
    settings: Settings, knowledge: Knowledge, progress: Progress = silent, threads: int = 2
) -> Understanding:
    """Ready to decide; the first time it reads all phrasings, which takes a minute or two."""
    return Understanding.load(knowledge, load_embedder(threads), settings.cache, progress)


def open_store(settings: Settings) -> Store:
    """The store in the data folder or in the database; raises KeyFault, OSError or sqlite3.Error."""
    seal = Seal(_keys(settings))
    if settings.database:
        return open_database(settings.database.get_secret_value(), seal)
    from bot.store.sqlite import SqliteStore  # noqa: PLC0415 - commands that need no store start sooner

    return SqliteStore(store_file(settings), seal)


def store_file(settings: Settings) -> Path:
    """Where the store is, if it is not in a database."""
    return settings.data.expanduser() / DATABASE


def key_file(settings: Settings) -> Path:
    """Where the key is, if it is not set."""
    return settings.data.expanduser() / KEY


def _keys(settings: Settings) -> str:
    return settings.key.get_secret_value() if settings.key else key_from_file(key_file(settings))


def draft_folder(settings: Settings) -> DraftFolder:
    """Where answers of the staff become drafts of entries."""
    return DraftFolder((settings.drafts or settings.data / "drafts").expanduser())


def facts_set_by_staff(settings: Settings) -> tuple[SetFact, ...]:
    """What holds instead of `estate.yaml`; nothing where there is no store yet. Raises as `open_store` does."""
    with _store_so_far(settings) as store:
        return store.facts() if store else ()


def sentences_written(settings: Settings) -> dict[str, Draft]:
    """What board and staff have written under "you asked, we did", by entry. Raises as `open_store` does."""
    with _store_so_far(settings) as store:
        return drafts(store) if store else {}


@contextmanager
def _store_so_far(settings: Settings) -> Iterator[Store | None]:
    """The store for a while; None where there is none yet."""
    if not settings.database and not store_file(settings).exists():
        yield None
        return
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


def open_database(address: str, seal: Seal) -> PostgresStore:
    """The store in a PostgreSQL database; raises KeyFault, and OSError in words without the address."""
    import psycopg  # noqa: PLC0415 - see open_store

    from bot.store.postgres import PostgresStore  # noqa: PLC0415

    try:
        psycopg.conninfo.conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        raise OSError("NABO_DATABASE is not an address of PostgreSQL, such as postgresql://nabo@db/nabo") from None
    try:
        return PostgresStore(address, seal)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[-1:] or [type(error).__name__]
        raise OSError(f"the database of NABO_DATABASE: {reason[0]}") from None


def send_limit(store: Store) -> SendLimit:
    """How fast is sent: by this worker alone, or by all workers of a database together."""
    pace = getattr(store, "pace", None)
    return SharedSendLimit(pace) if pace else SendLimit()


def build(
    settings: Settings, store: Store, progress: Progress = silent, clock: Clock = now, *, counts: bool = False
) -> App:
    """The whole program but its edges; `counts`: what residents ask is counted."""
    knowledge = content(settings)
    translation = translation_as_set(settings, knowledge)
    policy = translation.policy if translation and translation.serves_cases else None
    casework = None
    if settings.staff_chat is not None:
        casework = Casework(
            knowledge,
            store,
            settings.staff_language,
            secrets.choice,
            settings.colleagues_on_call,
            draft_folder(settings),
            policy=policy,
        )
    counter = Counter(KeyFiles(settings.data.expanduser()), knowledge) if counts else None
    turns = Turns(knowledge, understanding(settings, knowledge, progress), store, clock, casework, counter)
    if translation:
        turns = replace(turns, pairs=translation.pairs)
    return App(turns, store, clock, casework, translation)


def forgetful_store() -> SqliteStore:
    """A store in memory, for edges that keep nothing."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - made and lost with this process

    from bot.store.sqlite import SqliteStore  # noqa: PLC0415

    return SqliteStore(None, Seal(Fernet.generate_key().decode()))


def coin() -> bool:
    """A fair coin that nobody can foresee."""
    return secrets.randbits(1) == 1


def week_end(settings: Settings, app: App) -> WeekEnd | None:
    """What ends the weeks of an app that counts."""
    if app.turns.counter is None:
        return None
    return WeekEnd(app.store, app.turns.counter, Rules(settings.smallest_count), coin, app.clock)


def boardroom(settings: Settings, app: App) -> Boardroom | None:
    """What answers the board; None where it has no chat."""
    if settings.board_chat is None:
        return None
    links = Links(derived_key(_keys(settings), "nabo board links"), app.store)
    rules = Rules(settings.smallest_count)

    def report(weeks: int) -> BoardReport:
        return board_report(app.store, app.turns.knowledge, weeks, app.turns.today(), rules)

    address = settings.public_address.rstrip("/") if settings.listen else ""
    return Boardroom(app.turns.knowledge, report, links, app.store, app.clock, settings.board_language, address)
