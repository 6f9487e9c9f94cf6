"""A Bot API server for tests: real HTTP on the loopback interface, a world in memory, faults on order."""

from tests.bot_api import faults
from tests.bot_api.actors import Press, Resident
from tests.bot_api.calls import Call
from tests.bot_api.faults import Fault
from tests.bot_api.groups import Group
from tests.bot_api.replies import Button, Reply
from tests.bot_api.server import TOKEN, BotApiServer
from tests.bot_api.state import Account, Message, User
from tests.bot_api.topics import Topic

__all__ = [
    "TOKEN",
    "Account",
    "BotApiServer",
    "Button",
    "Call",
    "Fault",
    "Group",
    "Message",
    "Press",
    "Reply",
    "Resident",
    "Topic",
    "User",
    "faults",
]
