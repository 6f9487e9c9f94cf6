"""What is seen of the running program from outside, in one place: health, metrics, systemd."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.routing import BaseRoute

from bot.app import App
from bot.delivery.channel import Channel
from bot.turn import Understands
from bot.web.health import Health, Seen
from bot.web.metrics import Metrics, TimedUnderstanding, WatchedChannel
from handlers.systemd import Systemd


@dataclass(frozen=True, slots=True)
class Watched:
    """Stands around the parts that are watched, so that they need not know of it."""

    seen: Seen
    metrics: Metrics
    systemd: Systemd = field(default_factory=Systemd)

    def routes(self, app: App) -> list[BaseRoute]:
        """The pages for the house."""
        return [*Health(self.seen, app.store, app.clock).routes(), *self.metrics.routes(app.store, app.clock)]

    def understanding(self, within: Understands) -> TimedUnderstanding:
        """Understanding, watched."""
        return TimedUnderstanding(within, self.metrics)

    def channel(self, within: Channel) -> WatchedChannel:
        """A channel, watched."""
        return WatchedChannel(within, self.metrics, self.seen)

    @asynccontextmanager
    async def by_systemd(self) -> AsyncIterator[None]:
        """Ready, alive, and in the end stopping; Telegram need not have been reached for that."""
        self.systemd.tell("READY=1")
        alive = asyncio.create_task(self.systemd.live())
        try:
            yield
        finally:
            alive.cancel()
            await asyncio.gather(alive, return_exceptions=True)
            self.systemd.tell("STOPPING=1")
