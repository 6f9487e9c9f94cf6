"""`nabo` with what benchmarks change in it, by the environment: no limit of sending, or a clock that is moved.

`BENCHMARK_UNLIMITED`: sends as fast as it can, to see what the program can do beyond Telegram's own limit.
`BENCHMARK_CLOCK`: a file with the seconds by which the clock is wrong, read at every look at it.
"""

from __future__ import annotations

import datetime as dt
import os
from functools import partial
from pathlib import Path

from telegram.ext import AIORateLimiter

from bot import app, cli
from bot.delivery.limits import SendLimit


def main() -> None:
    """Changes what is asked for, then runs the command."""
    if os.environ.get("BENCHMARK_UNLIMITED"):
        SendLimit.OVERALL = SendLimit.CHAT = SendLimit.GROUP = (1_000_000, 1.0)
        AIORateLimiter.__init__.__defaults__ = (0, 1, 0, 1, 0)
    if clock := os.environ.get("BENCHMARK_CLOCK"):
        right = app.now

        def wrong() -> dt.datetime:
            return right() + dt.timedelta(seconds=float(Path(clock).read_text() or 0))

        app.build = partial(app.build, clock=wrong)
    cli.main()


if __name__ == "__main__":
    main()
