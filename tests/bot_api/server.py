"""The HTTP server: takes calls in, lets faults happen, carries out methods, hands out files."""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self, TypedDict, Unpack

from aiohttp import web

from tests.bot_api import callbacks, chats, copying, files, messages, polling, profile, reactions, topic_methods
from tests.bot_api.actors import Resident
from tests.bot_api.answers import Answer
from tests.bot_api.calls import Call, CallLog
from tests.bot_api.errors import ApiError, not_found, unauthorized
from tests.bot_api.faults import Faults
from tests.bot_api.groups import Group, Standing, create_group
from tests.bot_api.parameters import Parameters, read_parameters
from tests.bot_api.replies import Reply
from tests.bot_api.state import Account, Chat, Context, GroupLimit, Json, Method, User, World
from tests.bot_api.updates import UpdateQueue

TOKEN = "7000000001:TEST-token-of-no-real-bot"
LARGEST_BODY = 60 * 1024 * 1024
AREAS = (profile, polling, messages, copying, reactions, callbacks, chats, topic_methods, files)
METHODS: dict[str, Method] = {name.lower(): method for area in AREAS for name, method in area.METHODS.items()}


class Details(TypedDict, total=False):
    """What else may be known of a person."""

    last_name: str
    username: str
    language_code: str


class BotApiServer:
    """A Bot API for tests on the loopback interface; its world starts empty and lives in memory."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        now: Callable[[], float] = time.time,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.world = World(now)
        self.token = token
        self.bot = self.add_bot(token)
        self.log = CallLog(self.world.changes.tell)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self._residents: dict[tuple[str, int], Resident] = {}
        self._groups: dict[tuple[str, int], Group] = {}

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen, in the running event loop."""
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", self._serve_method)
        application.router.add_get("/file/bot{token:[^/]*}/{path:.+}", self._serve_file)
        application.router.add_route("*", "/{rest:.*}", _nothing_here)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End the polls that wait, and listen no more. What happened can still be looked at."""
        for account in self.world.accounts.values():
            account.updates.stop_poller()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://{self._host}:{self._port}"

    @property
    def base_url(self) -> str:
        """What a client puts before the token to call methods."""
        return f"{self.origin}/bot"

    @property
    def base_file_url(self) -> str:
        """What a client puts before the token to fetch files."""
        return f"{self.origin}/file/bot"

    @property
    def faults(self) -> Faults:
        """Where a test orders what is to go wrong."""
        return self.world.faults

    def add_bot(self, token: str, *, first_name: str = "Nabo", username: str = "nabo_test_bot") -> Account:
        """One more bot with a world of its own; users are common to all bots."""
        account_id = int(token.split(":", maxsplit=1)[0])
        bot = User(account_id, first_name, username=username, is_bot=True)
        account = Account(token, bot, UpdateQueue(self.world.now, self.world.faults))
        self.world.accounts[token] = account
        self.world.users[bot.id] = bot
        return account

    def user(
        self,
        id: int,
        *,
        first_name: str = "Resident",
        bot: Account | None = None,
        **details: Unpack[Details],
    ) -> Resident:
        """A person who can write to the bot; the same one whenever the id is the same."""
        account = bot or self.bot
        if (account.token, id) not in self._residents:
            user = self.world.users.setdefault(id, User(id, first_name, **details))
            self._residents[account.token, id] = Resident(self.world, account, user)
        return self._residents[account.token, id]

    def group(
        self,
        id: int = -1001000000001,
        *,
        title: str = "Staff",
        kind: str = "supergroup",
        bot_is: Standing | None = "administrator",
        bot: Account | None = None,
    ) -> Group:
        """A group; the bot is in it with this standing from the start, or (None) not yet."""
        return self._group(bot or self.bot, Chat(id, kind, title), bot_is)

    def forum(
        self,
        id: int = -1001000000010,
        *,
        title: str = "Staff",
        bot_is: Standing | None = "administrator",
        bot: Account | None = None,
    ) -> Group:
        """A supergroup with topics, otherwise as `group`. For a bot with fewer rights see `Group.sets_bot`."""
        return self._group(bot or self.bot, Chat(id, "supergroup", title, is_forum=True), bot_is)

    def _group(self, account: Account, new: Chat, bot_is: Standing | None) -> Group:
        if (account.token, new.id) not in self._groups:
            self._groups[account.token, new.id] = create_group(self.world, account, new, bot_is)
        return self._groups[account.token, new.id]

    def limits_groups(self, messages: int = 20, seconds: float = 60.0) -> None:
        """From now on the bot may send only so many messages to each group in so many seconds."""
        self.world.group_limit = GroupLimit(messages, seconds)

    def push(self, update: Json, *, bot: Account | None = None) -> int | None:
        """Any update as it is, numbered when it has no number; gives its number."""
        return (bot or self.bot).updates.push(update)

    def calls(self, method: str | None = None) -> list[Call]:
        """The calls of one method, or all, in the order of arrival."""
        return self.log.of(method)

    async def called(self, method: str, n: int = 1, timeout: float = 2.0) -> list[Call]:
        """Wait until a method has been called n times and these calls have ended."""

        def look() -> list[Call] | None:
            ended = [call for call in self.calls(method) if call.outcome != "under way"]
            return ended if len(ended) >= n else None

        return await self.world.changes.until(look, timeout, f"{n} calls of {method}")

    def sent_to(self, chat_id: int, *, bot: Account | None = None) -> list[Reply]:
        """The bot's messages in a chat that are still there."""
        chat = (bot or self.bot).chats.get(chat_id)
        return [Reply.of(each) for each in chat.from_bot() if not each.deleted] if chat else []

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            parameters = await read_parameters(request)
        except ApiError as error:
            return _response(Answer.refusal(error))
        call = self._begin(token, method or parameters.text("method"), parameters)
        return await self._conduct(request, call, lambda: self._answer(call, parameters))

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        token, path = request.match_info["token"], request.match_info["path"]
        call = self._begin(token, "download", Parameters({"path": path}))

        async def answer() -> Answer:
            account = self.world.accounts.get(token)
            file = files.find_by_path(account, path) if account else None
            if file is None:
                return Answer.refusal(not_found() if account else unauthorized())
            return Answer(200, file.data, "application/octet-stream")

        return await self._conduct(request, call, answer)

    def _begin(self, token: str, method: str, parameters: Parameters) -> Call:
        uploads = tuple(parameters.uploads)
        return self.log.begin(Call(token, method, parameters.readable(), self.world.now(), uploads))

    async def _conduct(
        self, request: web.Request, call: Call, act: Callable[[], Awaitable[Answer]]
    ) -> web.StreamResponse:
        fault = self.faults.take(call)
        if fault is None:
            answer = await act()
            call.carried_out = answer.status == 200
        else:
            answer = await fault.happen(call, act)
        if fault is not None and fault.drops:
            self.log.end(call, None, fault.name)
            if request.transport is not None:
                request.transport.abort()
        else:
            self.log.end(call, answer.status, answer.description)
        return _response(answer)

    async def _answer(self, call: Call, parameters: Parameters) -> Answer:
        try:
            result = await self._result(call, parameters)
        except ApiError as error:
            return Answer.refusal(error)
        call.result = result
        return Answer.success(result)

    async def _result(self, call: Call, parameters: Parameters) -> Any:
        account = self.world.accounts.get(call.token)
        if account is None:
            raise unauthorized("" if ":" in call.token else "invalid token specified")
        method = METHODS.get(call.method.lower())
        if method is None:
            raise not_found("method not found")
        result = method(Context(self.world, account, parameters))
        return await result if inspect.isawaitable(result) else result


async def _nothing_here(_: web.Request) -> web.Response:
    return _response(Answer.refusal(not_found()))


def _response(answer: Answer) -> web.Response:
    return web.Response(
        status=answer.status, body=answer.body, content_type=answer.content_type, headers=answer.headers
    )
