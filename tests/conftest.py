"""What all tests share: the real content, and understanding fitted on it once for every run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.understanding.decide import Understanding
from bot.understanding.meaning import load_embedder
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from tests import postgres

# Threads that wait for work give way at once: beside other programs the embedder is thirty times as fast.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
pytest.register_assert_rewrite("tests.contracts")

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The content as residents get it."""
    return load_knowledge()


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where the index is kept between runs; several runs may use it at once."""
    return Path(os.environ.get("NABO_CACHE") or "~/.cache/nabo-tests").expanduser()


@pytest.fixture(scope="session")
def understanding(knowledge: Knowledge, cache: Path) -> Understanding:
    """As the program loads it. The first time after a change of the content this takes two minutes."""
    return Understanding.load(knowledge, load_embedder(2), cache)


@pytest.fixture(scope="session")
def spelling_only(knowledge: Knowledge, cache: Path) -> Understanding:
    """Understanding where no embedder can be loaded."""
    return Understanding.load(knowledge, None, cache)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server; see tests/postgres.py."""
    yield from postgres.running()


@pytest.fixture
def database(postgres_server: str) -> Iterator[str]:
    """The address of an empty database, with an owner of its own."""
    address = postgres.new_database(postgres_server)
    yield address
    postgres.drop_database(postgres_server, address)
