"""How long a client may take: one that sends or reads byte by byte must not hold a connection for ever.

uvicorn limits idle connections only; a request whose head or body trickles in, or whose answer is not read, has no end.
"""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
REQUEST_SECONDS = 30.0


class PatientProtocol(H11Protocol):
    """Ends a connection whose head takes more than HEAD_SECONDS, or whose request and answer take REQUEST_SECONDS."""

    head_seconds = HEAD_SECONDS
    request_seconds = REQUEST_SECONDS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._clock: asyncio.TimerHandle | None = None
        self._timed: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(transport)
        self._give(self.head_seconds)

    def data_received(self, data: bytes) -> None:
        """Bytes of a head or a body."""
        super().data_received(data)
        self._look()

    def send_400_response(self, msg: str) -> None:
        """Answers bytes that are no request. Where an answer has been begun already there is none to give."""
        if self._is_answering():
            self.cycle.disconnected = True  # what the application may still say goes nowhere
            self.cycle.message_event.set()
        try:
            super().send_400_response(msg)
        except h11.LocalProtocolError:
            self.transport.close()

    def on_response_complete(self) -> None:
        """The answer has been handed to the network, which may not have taken it yet."""
        super().on_response_complete()
        if self._is_answering():
            self._look()
        elif self.transport.get_write_buffer_size():
            self._give(self.request_seconds)
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone, or was sent away."""
        self._stop()
        super().connection_lost(exc)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _look(self) -> None:
        """A request gets its time once, however many pieces it comes in; so does the head of the next."""
        if self._is_answering():
            if self._timed is not self.cycle:
                self._give(self.request_seconds)
        elif self._clock is None:
            self._give(self.head_seconds)

    def _give(self, seconds: float) -> None:
        self._stop()
        self._timed = self.cycle
        self._clock = self.loop.call_later(seconds, self._send_away)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _send_away(self) -> None:
        self._clock = None
        self.transport.abort()
