"""A site on loopback for tests, and a client that can misbehave."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import httpx
from starlette.routing import BaseRoute

from bot.web.server import opened, serve, web_app


@asynccontextmanager
async def site(routes: Sequence[BaseRoute]) -> AsyncIterator[httpx.AsyncClient]:
    """Serves routes as the program does; a client for them."""
    listening = opened("127.0.0.1:0")
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    task = asyncio.create_task(serve(web_app(routes), listening))
    try:
        async with httpx.AsyncClient(base_url=address, timeout=20) as client:
            yield client
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def raw(client: httpx.AsyncClient, *pieces: bytes) -> bytes:
    """Sends bytes as they are; everything that comes back until the connection is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", client.base_url.port)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        async with asyncio.timeout(20):
            return await reader.read()
    finally:
        writer.close()
