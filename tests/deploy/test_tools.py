"""What the tools themselves say of the deployment files. Each is skipped where its tool is not installed."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import yaml
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web import webhook
from tests.bot.web.site import site
from tests.deploy.test_files import FOLDER

UNITS = sorted(FOLDER.glob("nabo*.service"))
MOST_EXPOSURE = 2.0
"""On systemd's scale from 0, safe, to 10."""


def tool(name: str) -> str:
    """The path of a program, from the environment that the tests run in or from the system."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def said(*command: str, **environment: str) -> str:
    done = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_hadolint_finds_nothing() -> None:
    assert said(tool("hadolint"), str(FOLDER / "Dockerfile")) == ""


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_each_unit(unit: Path, tmp_path: Path) -> None:
    analyze = tool("systemd-analyze")
    here = tmp_path / unit.name.replace("@", "@home")
    text = unit.read_text(encoding="utf-8").replace("/opt/nabo/.venv/bin/nabo run", "/bin/true")
    here.write_text(text, encoding="utf-8")
    found = said(analyze, "verify", "--man=no", str(here))
    assert [line for line in found.splitlines() if unit.stem.strip("@") in line] == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_finds_each_unit_closed(unit: Path) -> None:
    found = said(tool("systemd-analyze"), "security", "--offline=true", "--no-pager", str(unit))
    (exposure,) = re.findall(r"Overall exposure level for \S+: ([\d.]+)", found)
    assert float(exposure) < MOST_EXPOSURE


def test_compose_understands_the_file(tmp_path: Path) -> None:
    compose = tool("docker-compose")
    shutil.copytree(FOLDER, tmp_path / "deploy")
    here = tmp_path / "deploy"
    (here / "nabo.env").touch()
    text = yaml.safe_load((here / "compose.yaml").read_text(encoding="utf-8"))
    text.pop("name")  # not known to Debian's version 1
    (here / "compose.yaml").write_text(yaml.safe_dump(text), encoding="utf-8")
    said(compose, "-f", str(here / "compose.yaml"), "config", "--quiet")


def test_caddy_understands_its_file() -> None:
    caddy = tool("caddy")
    assert "Valid configuration" in said(
        caddy, "validate", "--config", str(FOLDER / "Caddyfile"), "--adapter", "caddyfile", NABO_HOST="nabo.example.org"
    )
    said(caddy, "fmt", "--diff", str(FOLDER / "Caddyfile"))


async def page(request: Request) -> Response:
    return PlainTextResponse(f"{request.url.path} {request.headers.get('x-forwarded-for')}")


async def is_refused(outside: httpx.AsyncClient, body: bytes) -> bool:
    """By an answer, or by hanging up before all of it has been sent."""
    try:
        return (await outside.post(webhook.PATH, content=body)).status_code in (413, 502)
    except httpx.TransportError:
        return True


@pytest.mark.asyncio
async def test_caddy_passes_on_what_is_meant_for_outside_and_nothing_else(tmp_path: Path) -> None:
    caddy = tool("caddy")
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    async with site([Route("/{rest:path}", page, methods=["GET", "POST"])]) as nabo:
        process = await asyncio.create_subprocess_exec(
            *(caddy, "run", "--config", str(FOLDER / "Caddyfile"), "--adapter", "caddyfile"),
            env=os.environ
            | {
                "NABO_HOST": f"http://127.0.0.1:{port}",
                "NABO_UPSTREAM": f"127.0.0.1:{nabo.base_url.port}",
                "HOME": str(tmp_path),
            },
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            assert process.stderr is not None
            async with asyncio.timeout(30):
                while b"serving initial configuration" not in await process.stderr.readline():
                    pass
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as outside:
                for path in ("/board", "/board/open?link=x", webhook.PATH):
                    answer = await outside.get(path)
                    assert answer.text.split() == [path.partition("?")[0], "127.0.0.1"]
                for path in (
                    "/metrics",
                    "/healthz",
                    "/readyz",
                    "/",
                    "/board/../metrics",
                    "/boards",
                    "/telegram",
                    "/telegram/x",
                    f"{webhook.PATH}/x",
                    "/%2e%2e/metrics",
                ):
                    assert (await outside.get(path)).status_code == 404
                assert await is_refused(outside, b"x" * 2_000_000)
        finally:
            process.terminate()
            await process.wait()
