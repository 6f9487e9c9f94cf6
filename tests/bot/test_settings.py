"""What the operator sets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings

TOKEN, KEY = "110201543:a-token-nobody-may-read", "a-key-nobody-may-read"


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without `.env`, and none of our variables."""
    for name in [each for each in os.environ if each.startswith("NABO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_needs_to_be_set() -> None:
    settings = Settings()
    assert settings.token is None
    assert settings.key is None
    assert settings.content is None
    assert settings.log_level == "INFO"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_TOKEN", TOKEN)
    monkeypatch.setenv("NABO_DATA", "elsewhere")
    monkeypatch.setenv("NABO_BURST", "3")
    settings = Settings()
    assert settings.token == SecretStr(TOKEN)
    assert settings.data == Path("elsewhere")
    assert settings.burst == 3


def test_settings_come_from_a_file_and_the_environment_goes_before_it(
    nothing_set: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nothing_set / ".env").write_text(f"NABO_TOKEN={TOKEN}\nNABO_BURST=3\nOTHER=x\n", encoding="utf-8")
    monkeypatch.setenv("NABO_BURST", "5")
    settings = Settings()
    assert settings.token == SecretStr(TOKEN)
    assert settings.burst == 5


def test_a_setting_left_empty_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NABO_TOKEN", "")
    monkeypatch.setenv("NABO_BURST", "")
    assert Settings() == Settings(token=None)


@pytest.mark.parametrize("show", [repr, str, lambda settings: str(settings.model_dump())])
def test_token_and_key_are_never_shown(show: object) -> None:
    assert callable(show)
    shown = show(Settings(token=SecretStr(TOKEN), key=SecretStr(KEY)))
    assert "nobody-may-read" not in shown


def test_token_and_key_are_not_in_what_is_dumped_as_json() -> None:
    assert "nobody-may-read" not in Settings(token=SecretStr(TOKEN), key=SecretStr(KEY)).model_dump_json()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIDE_BY_SIDE", "0"),
        ("SIDE_BY_SIDE", "33"),
        ("BURST", "many"),
        ("REFILL_SECONDS", "0"),
        ("KEEP_LANGUAGE_DAYS", "-1"),
        ("STOP_SECONDS", "0"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"NABO_{name}", value)
    with pytest.raises(ValidationError) as error:
        Settings()
    assert [each["loc"] for each in error.value.errors()] == [(name.lower(),)]


def test_settings_do_not_change() -> None:
    settings = Settings()
    with pytest.raises(ValidationError, match="frozen"):
        settings.burst = 1  # type: ignore[misc]


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())


# Translation


def refusal(**settings: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Settings(**settings)  # type: ignore[arg-type]
    (fault,) = caught.value.errors()
    return f"{fault['loc'][0]}: {fault['msg']}"


def test_translation_is_off_until_it_is_switched_on() -> None:
    settings = Settings()
    assert settings.translation == "off"
    assert not settings.translates_itself
    assert not settings.translation_third_party_cases


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"translation": "libretranslate"}, "translation_url: Value error, set it to the address"),
        ({"translation": "libretranslate", "translation_url": "server"}, "translation_url: Value error, it must begin"),
        ({"translation": "libretranslate", "translation_url": "http://a.example"}, "write it with https://"),
        ({"translation": "libretranslate", "translation_url": "https://a.example?k=1"}, "NABO_TRANSLATION_KEY"),
        ({"translation": "deepl"}, "translation_key: Value error, deepl needs a key"),
        ({"translation": "microsoft"}, "translation_key: Value error, microsoft needs a key"),
        ({"translation": "babelfish"}, "translation: Input should be"),
    ],
)
def test_a_service_that_is_not_described_whole_is_refused_with_the_setting_and_the_remedy(
    settings: dict[str, str], said: str
) -> None:
    assert said in refusal(**settings)


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("http://127.0.0.1:5000", True),
        ("http://[::1]:5000", True),
        ("http://libretranslate:5000", True),
        ("http://10.0.0.7:5000", True),
        ("https://translate.example", False),
    ],
)
def test_a_server_in_ones_own_network_is_ones_own(url: str, own: bool) -> None:
    assert Settings(translation="libretranslate", translation_url=url).translates_itself == own


def test_a_server_at_a_public_address_is_ones_own_only_if_the_operator_says_so() -> None:
    settings = Settings(
        translation="libretranslate", translation_url="https://translate.example", translation_own_server=True
    )
    assert settings.translates_itself


def test_a_third_party_is_never_ones_own() -> None:
    assert not Settings(translation="google", translation_own_server=True).translates_itself
