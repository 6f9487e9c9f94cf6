"""The files that others deploy with: no unknown setting, no door that is open, nothing left out of the guide."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

FOLDER = Path(__file__).parents[2] / "deploy"
FILES = sorted(file for file in FOLDER.iterdir() if file.is_file())
OF_CADDY = {"NABO_HOST", "NABO_UPSTREAM"}
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]


@pytest.mark.parametrize("file", [*FILES, FOLDER.parent / ".env.example"], ids=lambda file: file.name)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    known = {f"NABO_{name.upper()}" for name in Settings.model_fields} | OF_CADDY
    named = set(re.findall(r"NABO_[A-Z_]*[A-Z]", file.read_text(encoding="utf-8")))
    assert {name.removesuffix("_FILE") for name in named} <= known


@pytest.mark.parametrize("file", [file for file in FILES if file.name != "README.md"], ids=lambda file: file.name)
def test_the_guide_names_every_file(file: Path) -> None:
    if file.name == "Dockerfile.dockerignore":
        return
    assert file.name in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_file_holds_a_secret(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\d{8,}:[A-Za-z0-9_-]{30,}", text), "this looks like a token"
    assert not re.search(r"[A-Za-z0-9_-]{43}=", text), "this looks like a key"


# Containers


def test_only_the_proxy_has_open_ports() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"caddy"}


@pytest.mark.parametrize("name", SERVICES)
def test_no_container_may_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service
    assert not any("docker.sock" in str(volume) for volume in service.get("volumes", []))


def test_nabo_runs_as_nobody_else_on_a_root_it_cannot_write() -> None:
    nabo, image = SERVICES["nabo"], (FOLDER / "Dockerfile").read_text(encoding="utf-8")
    assert nabo["read_only"] is True
    assert nabo["user"] == "10001:10001"
    assert "USER 10001:10001" in image


def test_secrets_come_as_files() -> None:
    environment = SERVICES["nabo"]["environment"]
    assert environment["NABO_TOKEN_FILE"] == "/run/secrets/nabo_token"
    assert environment["NABO_KEY_FILE"] == "/run/secrets/nabo_key"
    assert not {"NABO_TOKEN", "NABO_KEY", "NABO_DATABASE"} & environment.keys()
    used = {secret for service in SERVICES.values() for secret in service.get("secrets", [])}
    assert used == COMPOSE["secrets"].keys()


def test_the_health_check_asks_where_nabo_listens() -> None:
    image = (FOLDER / "Dockerfile").read_text(encoding="utf-8")
    (watch,) = re.findall(r"NABO_WATCH=(\S+)", image)
    assert f"http://{watch}/healthz" in image


def test_the_image_takes_its_packages_by_their_hashes() -> None:
    assert "--require-hashes -r requirements.lock" in (FOLDER / "Dockerfile").read_text(encoding="utf-8")


def test_what_goes_into_the_image_is_named_one_by_one() -> None:
    lines = (FOLDER / "Dockerfile.dockerignore").read_text(encoding="utf-8").split()
    taken = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert taken == {"pyproject.toml", "README.md", "requirements.lock", "bot", "handlers", "knowledge"}


# Units


@pytest.mark.parametrize("file", sorted(FOLDER.glob("nabo*.service")), ids=lambda file: file.name)
def test_no_unit_has_a_secret_in_its_environment(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"^Environment=.*NABO_(TOKEN|KEY)\b", text, re.MULTILINE)
    assert "User=root" not in text
    assert re.search(r"^User=nabo", text, re.MULTILINE)


def test_the_template_differs_from_the_unit_in_names_only() -> None:
    for name in ("nabo", "nabo-backup"):
        unit = (FOLDER / f"{name}.service").read_text(encoding="utf-8").splitlines()
        template = (FOLDER / f"{name}@.service").read_text(encoding="utf-8").splitlines()
        differs = [line for own, line in zip(unit, template, strict=True) if own != line]
        assert all("@" in line or "%i" in line for line in differs)
