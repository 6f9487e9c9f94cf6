"""The server for people: `python -m tests.bot_api --port 8081` prints each call, without what was written."""

from __future__ import annotations

import argparse
import asyncio

from tests.bot_api.calls import Call
from tests.bot_api.server import TOKEN, BotApiServer

_SHOWN = ("chat_id", "message_thread_id", "from_chat_id", "message_id", "offset", "limit", "timeout", "language_code")


def print_call(call: Call) -> None:
    """One line: when, status, method, numbers, outcome."""
    shown = " ".join(f"{name}={call.parameters[name]}" for name in _SHOWN if name in call.parameters)
    status = "-" if call.status is None else call.status
    print(f"{call.at:.3f} {status} {call.method} {shown} {call.outcome}", flush=True)


async def _serve(port: int, token: str) -> None:
    async with BotApiServer(token, port=port) as server:
        server.log.on_end = print_call
        print(f"base_url {server.base_url}\nbase_file_url {server.base_file_url}\ntoken {token}", flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A Bot API server for tests, on the loopback interface.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    arguments = parser.parse_args()
    try:
        asyncio.run(_serve(arguments.port, arguments.token))
    except KeyboardInterrupt:
        print("stopped")


if __name__ == "__main__":
    main()
