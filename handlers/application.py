"""The bot's table of contents: every handler, in the one order in which they are tried."""

from __future__ import annotations

from typing import Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats, Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.conversation.respond import COMMANDS
from bot.settings import Settings
from handlers.errors import ErrorHandler
from handlers.resident import ResidentHandlers, leave_group
from knowledge.content import Knowledge

TELEGRAM_CODE_LETTERS = 2
"""Telegram knows no language with a longer code, such as Sorani Kurdish (ckb)."""

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]

ISO_639_1 = 2
"""Letters of a language's code; Telegram takes no longer ones."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def build_application(settings: Settings, residents: ResidentHandlers) -> AnyApplication:
    """The application, not started; updates come from our own inbox, so it has no updater."""
    if settings.token is None:
        raise ValueError("the token is not set")
    api = settings.api.rstrip("/")
    application = (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .rate_limiter(AIORateLimiter())
        .connection_pool_size(settings.side_by_side + 8)
        .pool_timeout(30)
        .updater(None)
        .build()
    )
    groups = filters.ChatType.GROUPS | filters.ChatType.CHANNEL
    application.add_handlers(
        [
            MessageHandler(groups, leave_group),
            ChatMemberHandler(leave_group_when_added, ChatMemberHandler.MY_CHAT_MEMBER),
            CallbackQueryHandler(residents.anything),
            MessageHandler(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, residents.anything),
        ]
    )
    application.add_error_handler(ErrorHandler(residents).failed)
    return application


async def leave_group_when_added(update: Update, context: object) -> None:
    """Being added to a group is answered by leaving it; a private chat's block or unblock is not our business."""
    chat = update.effective_chat
    if chat and chat.type != "private":
        await leave_group(update, context)  # type: ignore[arg-type]


async def announce(application: AnyApplication, knowledge: Knowledge) -> None:
    """Sets the command list and the description in every language that Telegram can tell apart, and for all others."""
    languages = knowledge.languages
    fallback = languages.get("en") or next(iter(languages.values()))
    in_telegram = {code: language for code, language in languages.items() if len(code) == ISO_639_1}
    scope = BotCommandScopeAllPrivateChats()
    for code, language in [(None, fallback), *in_telegram.items()]:
        commands = [BotCommand(name, language.texts(f"command-{name}")) for name in COMMANDS]
        await application.bot.set_my_commands(commands, scope=scope, language_code=code)
        await application.bot.set_my_description(language.texts("bot-description"), language_code=code)
