"""Translation as the operator has set it: the service, what may go to it, and how carefully."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.settings import Settings
from bot.translation.careful import Careful
from bot.translation.faithful import Faithful
from bot.translation.policy import CasePolicy
from bot.translation.translator import Pair, Translator
from knowledge.content import Glossary, Knowledge


@dataclass(frozen=True, slots=True)
class Translation:
    """Everything that the rest of the program uses."""

    service: Careful
    faithful: Faithful
    policy: CasePolicy

    def pairs(self) -> Collection[Pair]:
        """What can be translated, as far as that is known by now."""
        return self.service.known_pairs

    @property
    def serves_cases(self) -> bool:
        """Whether words of cases may go to it at all."""
        return self.policy.stays or self.policy.third_party


def translation_as_set(settings: Settings, knowledge: Knowledge) -> Translation | None:
    """What the operator has switched on; None where translation is off. Asks the service nothing yet."""
    return translation_with(settings, {code: each.glossary for code, each in knowledge.languages.items()})


def translation_with(settings: Settings, glossaries: Mapping[str, Glossary]) -> Translation | None:
    """The same, where the content need not be whole; `glossaries`: by language."""
    if settings.translation == "off":
        return None
    service = Careful(_translator(settings), settings.translation_seconds, settings.translation_at_once)
    policy = CasePolicy(
        service.name,
        settings.translates_itself,
        settings.translation_third_party_cases,
        lambda: service.known_pairs,
    )
    return Translation(service, Faithful(service, glossaries), policy)


def _translator(settings: Settings) -> Translator:
    key = settings.translation_key.get_secret_value() if settings.translation_key else None
    if settings.translation == "libretranslate":
        from bot.translation.libretranslate import LibreTranslate  # noqa: PLC0415 - loaded where it is switched on

        return LibreTranslate(settings.translation_url or "", key, settings.translation_seconds)
    from bot.translation.engines import engine  # noqa: PLC0415
    from bot.translation.thirdparty import ThirdParty  # noqa: PLC0415

    return ThirdParty(engine(settings.translation, key, settings.translation_region), settings.translation_at_once)
