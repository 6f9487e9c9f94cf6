"""The bot's table of contents: every handler, in the one order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    BaseRateLimiter,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.conversation.respond import COMMANDS
from bot.delivery.limits import SendLimit, SharedSendLimit
from bot.settings import Settings
from bot.staffwork import STAFF_COMMANDS
from handlers.board import BoardHandlers
from handlers.errors import ErrorHandler
from handlers.pace import SharedRateLimiter
from handlers.resident import ResidentHandlers, leave_group
from handlers.staff import StaffHandlers
from knowledge.content import Knowledge
from knowledge.texts import Texts

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]

ISO_639_1 = 2
"""Letters of a language's code; Telegram knows no longer one, such as Sorani Kurdish (ckb)."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]


class WatchedRequest(HTTPXRequest):
    """Tells whenever Telegram has answered, whatever the answer was."""

    def __init__(self, reached: Callable[[], None], **named: Any) -> None:
        super().__init__(**named)
        self._reached = reached

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        """See BaseRequest."""
        answer = await super().do_request(*arguments, **named)
        self._reached()
        return answer


def build_application(
    settings: Settings, reached: Callable[[], None] = lambda: None, limit: SendLimit | None = None
) -> AnyApplication:
    """The application without handlers, not started; updates come from our own inbox, so it has no updater.

    `reached` is called whenever Telegram answers.
    """
    if settings.token is None:
        raise ValueError("the token is not set")
    api = settings.api.rstrip("/")
    limiter: BaseRateLimiter[Any] = AIORateLimiter()
    if isinstance(limit, SharedSendLimit):
        limiter = SharedRateLimiter(limit)
    return (
        ApplicationBuilder()
        .token(settings.token.get_secret_value())
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .rate_limiter(limiter)
        .request(WatchedRequest(reached, connection_pool_size=settings.side_by_side + 8, pool_timeout=30))
        .get_updates_request(WatchedRequest(reached))
        .updater(None)
        .build()
    )


def add_handlers(
    application: AnyApplication,
    residents: ResidentHandlers,
    staff: StaffHandlers | None,
    board: BoardHandlers | None = None,
) -> None:
    """Every handler in the one order in which they are tried; groups that are not configured are left."""
    group = _with_board(staff.group if staff else leave_group, staff, board)
    application.add_handlers(
        [
            MessageHandler(filters.ChatType.GROUPS | filters.ChatType.CHANNEL, group),
            ChatMemberHandler(_in_groups_only(leave_group, staff, board), ChatMemberHandler.MY_CHAT_MEMBER),
            CallbackQueryHandler(_by_chat(residents, group)),
            MessageHandler(filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, residents.anything),
        ]
    )
    application.add_error_handler(ErrorHandler(residents).failed)


def _with_board(group: Callback, staff: StaffHandlers | None, board: BoardHandlers | None) -> Callback:
    """What happens in the board's group is the board's; where it is the staff's too, only the board's commands are."""
    if board is None:
        return group

    async def anything(update: Update, context: Context) -> None:
        is_boards = board.is_ours(update) and (board.takes(update) or not (staff and staff.is_ours(update)))
        await (board.group if is_boards else group)(update, context)

    return anything


def _in_groups_only(leave: Callback, staff: StaffHandlers | None, board: BoardHandlers | None) -> Callback:
    """Being added to a group that is neither the staff's nor the board's is answered by leaving it."""

    async def member(update: Update, context: Context) -> None:
        chat = update.effective_chat
        is_known = (staff and staff.is_ours(update)) or (board and board.is_ours(update))
        if chat and chat.type != "private" and not is_known:
            await leave(update, context)

    return member


def _by_chat(residents: ResidentHandlers, group: Callback) -> Callback:
    """A button pressed in a group is the staff's, any other a resident's."""

    async def pressed(update: Update, context: Context) -> None:
        chat = update.effective_chat
        is_group = chat is not None and chat.type != "private"
        await (group if is_group else residents.anything)(update, context)

    return pressed


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


async def announce_to_staff(application: AnyApplication, staff_chat: int, texts: Texts) -> None:
    """Sets the command list of the staff's group."""
    commands = [BotCommand(name, texts(f"command-{name}")) for name in STAFF_COMMANDS]
    await application.bot.set_my_commands(commands, scope=BotCommandScopeChat(staff_chat))
