"""`python -m tests.rendering FOLDER [CODE...]` saves a picture of the sample replies in each language."""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.load import load_knowledge
from tests.rendering.browser import opened_browser, show
from tests.rendering.samples import samples

folder, knowledge = Path(sys.argv[1]), load_knowledge()
folder.mkdir(parents=True, exist_ok=True)
with opened_browser() as page:
    for code in sys.argv[2:] or knowledge.languages:
        show(page, samples(knowledge, code))
        page.screenshot(path=folder / f"{code}.png", full_page=True)
