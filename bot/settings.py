"""What the operator sets: read once from the environment (or a file `.env`), passed on as one frozen value."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting is `NABO_` and its name in capitals; each has a default except the token."""

    model_config = SettingsConfigDict(
        env_prefix="NABO_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: SecretStr | None = Field(None, description="The bot's token from BotFather; needed by `nabo run` only.")
    data: Path = Field(Path("data"), description="Folder for the store and the key file.")
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
    on_call: str = Field(
        "",
        pattern=r"^\s*(\d+\s*(,\s*\d+\s*)*)?$",
        description="Telegram user numbers, with commas, written to when an urgent case cannot reach the group.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR. No level logs what residents write."
    )
