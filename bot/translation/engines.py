"""The third parties' services that deep-translator knows and an operator may choose."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.translation.thirdparty import Engine

FREE_KEY = ":fx"
"""Keys for DeepL's free interface end so."""
ENCRYPTED = "https://"


def deepl(key: str) -> Engine:
    """DeepL, by the key's own interface."""
    from deep_translator import DeeplTranslator  # noqa: PLC0415 - the library is loaded only where it is switched on
    from deep_translator.constants import DEEPL_LANGUAGE_TO_CODE  # noqa: PLC0415

    return Engine(
        "DeepL",
        lambda source, target: DeeplTranslator(source, target, key, use_free_api=key.endswith(FREE_KEY)),
        DEEPL_LANGUAGE_TO_CODE.values,
        {},
        5000,
    )


def google() -> Engine:
    """Google's page for telephones; nobody promises that it goes on as it is."""
    from deep_translator import GoogleTranslator  # noqa: PLC0415
    from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES  # noqa: PLC0415

    codes = {"kmr": "ku", "zh": "zh-CN", "he": "iw", "jv": "jw"}
    return Engine("Google Translate", GoogleTranslator, GOOGLE_LANGUAGES_TO_CODES.values, codes, 5000)


def microsoft(key: str, region: str | None) -> Engine:
    """Microsoft's service; which languages it has, it is asked."""
    from deep_translator import MicrosoftTranslator  # noqa: PLC0415

    def make(source: str, target: str) -> MicrosoftTranslator:
        return MicrosoftTranslator(source, target, api_key=key, region=region)

    def codes() -> list[str]:
        return list(make("en", "da").get_supported_languages(as_dict=True).values())

    return Engine("Microsoft Translator", make, codes, {"zh": "zh-hans", "no": "nb"}, 10_000)


def mymemory() -> Engine:
    """MyMemory, which the library would ask unencrypted."""
    from deep_translator import MyMemoryTranslator  # noqa: PLC0415
    from deep_translator.constants import BASE_URLS, MY_MEMORY_LANGUAGES_TO_CODES  # noqa: PLC0415

    def make(source: str, target: str) -> MyMemoryTranslator:
        translator = MyMemoryTranslator(source, target)
        translator._base_url = BASE_URLS["MYMEMORY"].replace("http://api.", f"{ENCRYPTED}api.")
        return translator

    theirs: dict[str, str] = {}
    for code in MY_MEMORY_LANGUAGES_TO_CODES.values():
        theirs.setdefault(code.partition("-")[0], code)
    theirs |= {"en": "en-GB", "pt": "pt-PT", "zh": "zh-CN", "bs": "bs-BA"}
    return Engine("MyMemory", make, theirs.values, theirs, 500)


def engine(name: str, key: str | None, region: str | None) -> Engine:
    """The service that the operator has chosen; raises KeyError for another name."""
    ways: Mapping[str, Callable[[], Engine]] = {
        "deepl": lambda: deepl(key or ""),
        "google": google,
        "microsoft": lambda: microsoft(key or "", region),
        "mymemory": mymemory,
    }
    return ways[name]()
