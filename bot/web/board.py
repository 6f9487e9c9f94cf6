"""The board's pages: a link becomes a session, and a session sees published figures. Made on the server, no scripts."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.did import Keeps, drafts, remove, write
from bot.report.links import Links
from bot.report.page import STYLE
from bot.report.room import Boardroom
from bot.report.values import BoardReport
from bot.report.voice import Voice
from bot.web.boardchoice import Choice, choice_of, weeks_of
from bot.web.boarddid import Filled, did_page, done_of
from bot.web.boardpages import PAGES, Page, left, missing, opening, picture_of, refused
from knowledge.content import Knowledge

COOKIE = "nabo_board"
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    '<path fill="#0072b2" d="M0 5h2v3H0zM3 3h2v5H3zM6 0h2v8H6z"/></svg>'
)
"""Without one, browsers ask for /favicon.ico."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"content-security-policy": POLICY}
"""What differs from the headers of every answer; see bot/web/guard.py."""

Reports = Callable[[int], BoardReport]
"""The report over the last so many weeks."""
Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Visit:
    """A request within a session."""

    request: Request
    session: str
    choice: Choice
    report: BoardReport
    """Over the weeks that are chosen."""


View = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Board:
    """What the pages need."""

    knowledge: Knowledge
    reports: Reports
    links: Links
    keeps: Keeps
    """Where what the board writes is kept."""
    clock: Clock
    language: str
    """That of pages for which none was chosen."""
    path: str = "/board"
    """Where browsers find the pages, as the proxy hands them on; only there the session's cookie is sent."""
    secure: bool = True
    """Pages are read over HTTPS."""
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Matplotlib draws one picture at a time."""

    def routes(self) -> list[BaseRoute]:
        """All pages."""
        pages = [Route(f"/board/{name}", self._inside(self._page(page))) for name, page in PAGES.items()]
        return [
            Route("/board", self._to_overview),
            Route("/board/open", self._open),
            Route("/board/leave", self._leave, methods=["POST"]),
            Route("/board/board.css", _style),
            Route("/board/icon.svg", _icon),
            Route("/board/picture/{name}.png", self._inside(self._picture)),
            *pages,
            Route("/board/did", self._inside(self._did), methods=["GET", "POST"]),
            Route("/board/{rest:path}", self._inside(self._missing)),
        ]

    # Coming and going

    async def _to_overview(self, _request: Request) -> Response:
        return RedirectResponse("board/", 308, HEADERS)

    async def _open(self, request: Request) -> Response:
        """The link. Its page leads on at once; a plain redirect from another site would not bring a strict cookie."""
        now = self.clock()
        session = await asyncio.to_thread(self.links.session, request.query_params.get("link", ""), now)
        if session is None:
            return self._refused(request)
        response = _html(opening(self._voice(request)))
        response.set_cookie(
            COOKIE,
            session,
            max_age=await asyncio.to_thread(self.links.seconds_left, session, now),
            path=self.path,
            secure=self.secure,
            httponly=True,
            samesite="strict",
        )
        return response

    async def _leave(self, request: Request) -> Response:
        response = _html(left(self._voice(request)))
        response.delete_cookie(COOKIE, path=self.path, secure=self.secure, httponly=True, samesite="strict")
        return response

    def _inside(self, view: View) -> Callable[[Request], Awaitable[Response]]:
        """Open to sessions only."""

        async def guarded(request: Request) -> Response:
            visit = await asyncio.to_thread(self._visit, request)
            return self._refused(request) if visit is None else await view(visit)

        return guarded

    def _visit(self, request: Request) -> Visit | None:
        """None without a session that lasts. Reads the store, and so keeps messages waiting if run in the loop."""
        session = request.cookies.get(COOKIE, "")
        if not self.links.is_open(session, self.clock()):
            return None
        report = self.reports(weeks_of(request.query_params))
        choice = choice_of(request.query_params, report.published.topics.rows, self.language)
        return Visit(request, session, choice, report)

    def _refused(self, request: Request) -> Response:
        return _html(refused(self._voice(request)), 403)

    def _voice(self, request: Request) -> Voice:
        return Voice(self.knowledge, choice_of(request.query_params, (), self.language).language)

    # Inside

    def _page(self, page: Page) -> View:
        async def shown(visit: Visit) -> Response:
            voice, mark = Voice(self.knowledge, visit.choice.language), self.links.form_mark(visit.session)
            return _html(page(visit.report, voice, visit.choice, mark))

        return shown

    async def _did(self, visit: Visit) -> Response:
        """The form of what was done; only forms given out in this session are taken.

        What was done leads on to the page that says so, so that loading that anew sends nothing a second time.
        """
        form = Filled(done=done_of(visit.request.query_params))
        if visit.request.method == "POST":
            form = await self._written(visit)
            if form.done:
                return RedirectResponse(f"did?{visit.choice.query}&done={form.done}", 303, HEADERS)
        voice, mark = Voice(self.knowledge, visit.choice.language), self.links.form_mark(visit.session)
        written = await asyncio.to_thread(drafts, self.keeps)
        return _html(did_page(visit.report, voice, visit.choice, mark, written, form), 422 if form.fault else 200)

    async def _written(self, visit: Visit) -> Filled:
        async with visit.request.form(max_files=0, max_fields=8) as form:
            mark, entry, text = (str(form.get(name, "")) for name in ("mark", "entry", "text"))
            removes = "remove" in form
        if not self.links.is_form_of(visit.session, mark):
            return Filled(entry, text, fault="stale")
        if removes:
            await asyncio.to_thread(remove, self.keeps, entry)
            return Filled(done="removed")
        today = self.knowledge.day_of(self.clock())
        fault = await asyncio.to_thread(write, self.keeps, self.knowledge, entry, text, today)
        return Filled(entry, text, fault) if fault else Filled(done="kept")

    async def _picture(self, visit: Visit) -> Response:
        voice = Voice(self.knowledge, visit.choice.language)
        draw = picture_of(visit.request.path_params["name"], visit.report, voice, visit.choice)
        if draw is None:
            return Response(status_code=404, headers=HEADERS)
        async with self.drawing:
            return Response(await asyncio.to_thread(draw), media_type="image/png", headers=HEADERS)

    async def _missing(self, visit: Visit) -> Response:
        return _html(missing(Voice(self.knowledge, visit.choice.language)), 404)


def board_of(room: Boardroom) -> Board:
    """The pages behind the links that a board is given."""
    path = f"{urlsplit(room.address).path.rstrip('/')}/board"
    return Board(room.knowledge, room.reports, room.links, room.notes, room.clock, room.language, path)


async def _style(_request: Request) -> Response:
    return Response(STYLE, media_type="text/css", headers=HEADERS)


async def _icon(_request: Request) -> Response:
    return Response(ICON, media_type="image/svg+xml", headers=HEADERS)


def _html(text: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(text, status, HEADERS)
