"""Settings out of files, so that secrets need not stand in the environment, which other programs may read.

Where a setting such as NABO_TOKEN is not set, its value is the content of the file that NABO_TOKEN_FILE names, or of
the file nabo_token in the folder of systemd's credentials (LoadCredential=nabo_token:...).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

PREFIX = "NABO_"
LARGEST = 64 * 1024


class CredentialFault(ValueError):
    """A file that should hold a setting cannot be read; the words name the setting and the file, never the content."""


class Credentials(PydanticBaseSettingsSource):
    """Reads each setting that has a file."""

    def __init__(self, settings: type[BaseSettings]) -> None:
        super().__init__(settings)
        self._folder = os.environ.get("CREDENTIALS_DIRECTORY")

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """See PydanticBaseSettingsSource."""
        return self._value(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Every setting found in a file."""
        found = {name: self._value(name) for name in self.settings_cls.model_fields}
        return {name: value for name, value in found.items() if value}

    def _value(self, name: str) -> str | None:
        setting = f"{PREFIX}{name.upper()}_FILE"
        if named := os.environ.get(setting):
            return _content(Path(named), setting)
        if self._folder and (file := Path(self._folder) / f"nabo_{name}").exists():
            return _content(file, f"The credential nabo_{name}")
        return None


def _content(file: Path, setting: str) -> str:
    try:
        with file.open("rb") as content:
            return content.read(LARGEST).decode("utf-8").strip()
    except OSError as error:
        raise CredentialFault(f"{setting}: {file} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise CredentialFault(f"{setting}: {file} is not a text file.") from None
