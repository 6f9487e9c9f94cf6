"""Presses on inline buttons, and the bot's answers to them."""

from __future__ import annotations

from tests.bot_api.errors import bad_request
from tests.bot_api.state import Account, Context, Json, Message, Method, Query, User, World

LONGEST_ANSWER = 200
UPDATE_SECONDS = 150.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_FIRST_ID = 4_000_000_000_000_001


def press(world: World, account: Account, user: User, message: Message, data: str) -> Query:
    """A user presses a button: the bot gets a callback query."""
    query = Query(str(_FIRST_ID + len(account.queries)), message.chat.id, data, world.now())
    account.queries[query.id] = query
    body: Json = {
        "id": query.id,
        "from": user.json(),
        "message": message.json(),
        "chat_instance": str(7_000_000_000 + message.chat.id),
        "data": data,
    }
    account.updates.push({"callback_query": body}, UPDATE_SECONDS)
    return query


def _answer_callback_query(context: Context) -> bool:
    query = context.account.queries.get(context.parameters.text("callback_query_id"))
    text = context.parameters.text("text")
    if query is None or query.answered or context.world.now() - query.at > context.world.callback_seconds:
        raise bad_request(TOO_OLD)
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    query.text = text
    query.show_alert = context.parameters.flag("show_alert")
    context.world.changes.tell()
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": _answer_callback_query}
