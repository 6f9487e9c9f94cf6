from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from bot.report.pdf import NoPdf, pdf
from bot.report.voice import Voice
from bot.report.writers import UnknownEnding, writer_for
from knowledge.content import Knowledge
from tests.bot.report.figures import report


@pytest.fixture
def danish(knowledge: Knowledge) -> Voice:
    return Voice(knowledge, "da")


@pytest.mark.parametrize(
    ("name", "begins"), [("r.png", b"\x89PNG"), ("R.PDF", b"%PDF-"), ("a.b.html", b"<!doctype html>")]
)
def test_the_ending_of_the_name_chooses_the_form(danish: Voice, name: str, begins: bytes) -> None:
    assert writer_for(Path(name))(report(8), danish).lstrip().startswith(begins)


@pytest.mark.parametrize("name", ["report", "report.docx", ".pdf"])
def test_another_ending_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(UnknownEnding, match=r"End it with \.pdf, \.html"):
        writer_for(Path(name))


def test_without_pango_it_names_the_packages(danish: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without_pango(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(NoPdf, match="apt-get install libpango"):
        pdf(report(8), danish)


def test_a_pdf_holds_the_pictures_and_nothing_is_wrong_with_its_style(
    danish: Voice, caplog: pytest.LogCaptureFixture
) -> None:
    made = pdf(report(8), danish)
    assert made.count(b"/Subtype /Image") >= 5
    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []
