"""What the operator sets: read once from the environment (or a file `.env`), passed on as one frozen value."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.credentials import PREFIX, Credentials

HOST_AND_PORT = r"^((\[[0-9a-fA-F:]+\]|[^\s:\[\]]+):\d{1,5})?$"


class Settings(BaseSettings):
    """Every setting is `NABO_` and its name in capitals; each has a default except the token."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: SecretStr | None = Field(None, description="The bot's token from BotFather; needed by `nabo run` only.")
    data: Path = Field(Path("data"), description="Folder for the store and the key file.")
    database: SecretStr | None = Field(
        None,
        description="Address of a PostgreSQL database, such as postgresql://nabo@db/nabo, which several workers may"
        " share. Not set: a file in the data folder, for one worker.",
    )
    key: SecretStr | None = Field(
        None,
        description="Key that seals what is stored; if not set, `nabo.key` in the data folder, made at first start.",
    )
    cache: Path = Field(
        Path("~/.cache/nabo"), description="Folder for the search index, which can be rebuilt at any time."
    )
    content: Path | None = Field(None, description="Folder of the content; if not set, the one that comes with Nabo.")
    api: str = Field(
        "https://api.telegram.org", description="Address of the Bot API server (for an own server, or tests)."
    )
    side_by_side: int = Field(24, ge=1, le=32, description="How many chats are answered at the same time.")
    burst: int = Field(8, ge=1, description="Messages a resident may send at once before Nabo asks for patience.")
    refill_seconds: float = Field(3.0, gt=0, description="Seconds until one more message of that burst is free again.")
    keep_language_days: int = Field(90, ge=1, description="Days a language choice is kept after its last use.")
    stop_seconds: float = Field(10.0, gt=0, description="Seconds a clean stop may take to finish answers in hand.")
    staff_chat: int | None = Field(
        None, description="Number of the staff's Telegram group (a supergroup); if not set, nothing is handed over."
    )
    staff_language: Literal["da", "en"] = Field("da", description="Language Nabo uses in the staff's group: da or en.")
    drafts: Path | None = Field(
        None, description="Folder for drafts made from answers of the staff; if not set, `drafts` in the data folder."
    )
    on_call: str = Field(
        "",
        pattern=r"^\s*(\d+\s*(,\s*\d+\s*)*)?$",
        description="Telegram user numbers, with commas, written to when an urgent case cannot reach the group.",
    )
    board_chat: int | None = Field(
        None,
        lt=0,
        description="Number of the board's Telegram group; if not set, the board gets no picture, report or link.",
    )
    board_language: Literal["da", "en"] = Field("da", description="Language of the board's report and pages: da or en.")
    listen: str = Field(
        "",
        pattern=HOST_AND_PORT,
        description="Address for web pages, and for Telegram's webhook: host:port, such as 127.0.0.1:8080, behind a"
        " proxy that speaks HTTPS. Not set: no web.",
    )
    watch: str = Field(
        "",
        pattern=HOST_AND_PORT,
        description="Address for /healthz, /readyz and /metrics alone: host:port, such as 127.0.0.1:8081. Not set: they"
        " are at NABO_LISTEN, closed to what a proxy passes on.",
    )
    public_address: str = Field(
        "",
        pattern=r"^(https://[^\s/?#]+(/[^\s?#]*)?)?$",
        description="Address at which the proxy is reached from outside, such as https://nabo.example.org.",
    )
    log_format: Literal["text", "json"] = Field("text", description="text, or json: an object a line.")
    smallest_count: int = Field(
        5, ge=5, description="Residents that a figure for the board must stand for; smaller ones are hidden for good."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR. No level logs what residents write."
    )
    translation: Literal["off", "libretranslate", "deepl", "google", "microsoft", "mymemory"] = Field(
        "off",
        description="Service that translates between residents and staff, and into languages without content: off, "
        "libretranslate, deepl, google, microsoft or mymemory.",
    )
    translation_url: str | None = Field(
        None,
        validate_default=True,
        description="Address of the LibreTranslate server, such as http://127.0.0.1:5000.",
    )
    translation_key: SecretStr | None = Field(
        None,
        validate_default=True,
        description="Key of the service; needed for deepl and microsoft, and for a LibreTranslate that asks for one.",
    )
    translation_region: str | None = Field(None, description="Region of the Microsoft service, where it asks for one.")
    translation_seconds: float = Field(
        30.0, gt=0, le=300, description="Seconds after which a translation is given up, attempts included."
    )
    translation_at_once: int = Field(2, ge=1, le=16, description="How many texts are translated at the same time.")
    translation_own_server: bool = Field(
        False,
        description="true: the LibreTranslate server at a public address is run by yourselves. One on this machine or "
        "a private network is taken to be so.",
    )
    translation_third_party_cases: bool = Field(
        False,
        description="true: what residents and staff write in a case may go to a third party's service, if the "
        "resident says yes to it in that case.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings' own signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Where settings come from, the first that has one first; raises CredentialFault."""
        return init_settings, env_settings, Credentials(settings_cls), dotenv_settings

    @field_validator("translation_url")
    @classmethod
    def _has_address(cls, url: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("translation") != "libretranslate":
            return url
        if not url:
            raise ValueError("set it to the address of your LibreTranslate server, such as http://127.0.0.1:5000")
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("it must begin with http:// or https:// and name a server")
        if parts.query or parts.fragment or parts.username:
            raise ValueError("it must be an address alone; a key belongs in NABO_TRANSLATION_KEY")
        if parts.scheme == "http" and not is_own_network(parts.hostname):
            raise ValueError("over a public network write it with https://, or everybody on the way can read along")
        return url.rstrip("/")

    @field_validator("translation_key")
    @classmethod
    def _has_key(cls, key: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        service = info.data.get("translation")
        if service in ("deepl", "microsoft") and key is None:
            raise ValueError(f"{service} needs a key: set it, or choose another NABO_TRANSLATION")
        return key

    @property
    def colleagues_on_call(self) -> tuple[str, ...]:
        """The numbers of `on_call`, one by one."""
        return tuple(each.strip() for each in self.on_call.split(",") if each.strip())

    @property
    def translates_itself(self) -> bool:
        """Whether texts to translate stay with the operator."""
        host = urlsplit(self.translation_url or "").hostname or ""
        return self.translation == "libretranslate" and (self.translation_own_server or is_own_network(host))


def is_own_network(host: str) -> bool:
    """Whether a server is this machine or in a private network: by its number, or by a name only known there."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan", ".localhost"))
    return address.is_loopback or address.is_private
