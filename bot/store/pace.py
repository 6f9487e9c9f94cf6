"""When something was sent where: what the limits of sending are reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    """The recent sendings to one chat, or to all chats together."""

    sent: list[float] = field(default_factory=list)
    """Seconds of some steady clock, oldest first."""
    closed_until: float = 0.0
    """Telegram has said to wait: nothing goes there before."""
    now: float = 0.0

    def wait(self, count: int, seconds: float) -> float:
        """Seconds until one more may be sent, if at most `count` may be within `seconds`; forgets what is older."""
        self.sent = [each for each in self.sent if each > self.now - seconds]
        waits = [self.closed_until - self.now]
        if len(self.sent) >= count:
            waits.append(self.sent[len(self.sent) - count] + seconds - self.now)
        return max(0.0, *waits)

    def close(self, seconds: float) -> None:
        """Telegram has said to wait so long from now on."""
        self.closed_until = max(self.closed_until, self.now + seconds)

    def is_of_use(self, since: float) -> bool:
        """Whether anything was sent after `since`, or the chat is closed until later than that."""
        return self.closed_until > since or bool(self.sent and self.sent[-1] > since)
