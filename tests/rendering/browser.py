"""Debian's Chromium without a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bot.messages import Reply
from tests.rendering.page import WIDTH, page_of

CHROMIUM = Path("/usr/bin/chromium")
MISSING = f"there is no {CHROMIUM}; install Debian's package chromium: apt-get install chromium"
ARGUMENTS = (
    "--no-sandbox",  # tests run as root in containers, and the only page is our own
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
)
MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")

NAME = r"\p{Script=Latin}+(?:[ '.@-]\p{Script=Latin}+)*"
NUMBER = r"\p{Nd}+(?:[ \u00a0.:]\p{Nd}+)*"
COMMAND = r"/[a-z]+"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; `from_right` and `from_left` say at which edge all its rows begin."""

    text: str
    direction: str
    from_right: bool
    from_left: bool
    fits: bool
    misread: tuple[str, ...]
    """Names, numbers and commands with a character left of the one before it, and numbers that stand on two rows."""


@dataclass(frozen=True, slots=True)
class Label:
    """One button."""

    text: str
    rows: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was laid out."""

    lines: tuple[Line, ...]
    buttons: tuple[Label, ...]


@contextmanager
def opened_browser() -> Iterator[Page]:
    """A page as wide as a narrow telephone; nothing is fetched from anywhere."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser.new_page(viewport={"width": WIDTH, "height": 800}, device_scale_factor=2)
        browser.close()


def show(page: Page, replies: Sequence[Reply]) -> Seen:
    """Lays the replies out and measures them."""
    page.set_content(page_of(replies))
    found = page.evaluate(MEASURE, [NAME, NUMBER, COMMAND])
    lines = (Line(**{**line, "misread": tuple(line["misread"])}) for line in found["lines"])
    return Seen(tuple(lines), tuple(Label(**button) for button in found["buttons"]))
