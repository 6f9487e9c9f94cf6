"""What tests of stores share: a PostgreSQL server for all of them, a database for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    yield from postgres.running()


@pytest.fixture
def database(postgres_server: str) -> Iterator[str]:
    address = postgres.new_database(postgres_server)
    yield address
    postgres.drop_database(postgres_server, address)
