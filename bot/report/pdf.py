"""The report as a PDF: the page, set by WeasyPrint. Pictures stay PNG, since it garbles letters inside SVG."""

from __future__ import annotations

from bot.report.page import page
from bot.report.values import BoardReport
from bot.report.voice import Voice

ROWS_ON_PAPER = 13
"""A quarter of a year; pictures show all weeks."""


class NoPdf(Exception):
    """What WeasyPrint needs is not on this machine; the words say what to install."""


def pdf(report: BoardReport, voice: Voice) -> bytes:
    """The PDF; raises NoPdf."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 - loads Pango, which may be missing
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError:
        raise NoPdf(
            "A PDF needs Pango, which is not installed. On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0. "
            "Or choose a name that ends in .html or .png."
        ) from None
    only_inside = URLFetcher(allowed_protocols=("data",))
    made: bytes = HTML(string=page(report, voice, ROWS_ON_PAPER), url_fetcher=only_inside).write_pdf(pdf_tags=True)
    return made
