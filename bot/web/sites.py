"""Which routes are served at which address: what is for the house from the start, the rest once Nabo is ready."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.routing import BaseRoute, Mount, Router

from bot.settings import Settings
from bot.web.server import opened, serve, web_app


class Sites:
    """Listens from the moment it is made; raises CannotListen."""

    def __init__(self, settings: Settings, inside: Sequence[BaseRoute]) -> None:
        """`inside`: what is at `watch`, or where that is not set, at `listen`."""
        self._public = Router()
        pages = Mount("/", self._public)
        served: list[tuple[str, list[BaseRoute]]] = [(settings.listen, [*inside, pages])]
        if settings.watch:
            served = [(settings.watch, [*inside]), (settings.listen, [pages])]
        self._apps = [(web_app(routes), opened(address)) for address, routes in served if address]

    def publish(self, routes: Sequence[BaseRoute]) -> None:
        """Opens more pages at `listen`; until then, there is nothing at their addresses."""
        self._public.routes.extend(routes)

    @property
    def ports(self) -> list[int]:
        """Where it listens, `watch` first."""
        return [listening.getsockname()[1] for _, listening in self._apps]

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Serves as long as the context lasts."""
        tasks = [asyncio.create_task(serve(app, listening)) for app, listening in self._apps]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
