"""What each view of a message is worth: `python -m tests.benchmarks.ablation [FILES of labelled questions ...]`.

For each choice of views the weights are fitted anew on the validation messages. The figure is the share of questions
whose best entry is a right one, whatever the thresholds, on the messages kept apart for measuring.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.app import content, understanding
from bot.evaluation import Labelled, read_messages
from bot.settings import Settings
from bot.tuning import as_seen, is_own
from bot.understanding.calibration import VIEWS, Judged, fit_weights
from bot.understanding.decide import Understanding

FOLDER = Path(__file__).parents[1] / "languages"
CHOICES = {
    "all views": frozenset[str](),
    "meaning only (model)": frozenset(VIEWS) - {"meaning"},
    "meaning and nearest": frozenset({"spelling", "closest"}),
    "spelling only (n-grams)": frozenset(VIEWS) - {"spelling"},
    "spelling and closest": frozenset({"meaning", "nearest"}),
    "without meaning": frozenset({"meaning"}),
    "without spelling": frozenset({"spelling"}),
    "without nearest": frozenset({"nearest"}),
    "without closest": frozenset({"closest"}),
}


def judged(nabo: Understanding, messages: Sequence[Labelled]) -> list[Judged]:
    """Each message as the model sees it."""
    return [as_seen(message, nabo.index.model, nabo.embedder) for message in messages]


def main() -> None:
    """Prints the table: a row for each choice, a column for each language."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("measure.faq.*.jsonl"))
    settings = Settings()
    nabo = understanding(settings, content(settings))
    labels = nabo.index.model.labels
    validation = read_messages(sorted(FOLDER.glob("validation.faq.*")) + sorted(FOLDER.glob("validation.other.*")))
    fitted_on = judged(nabo, validation)
    by_language: dict[str, list[Judged]] = defaultdict(list)
    questions = [message for message in read_messages(files) if message.is_question]
    for message, view in zip(questions, judged(nabo, questions), strict=True):
        by_language[message.language].append(view)
    table = Table("views", *sorted(by_language), "mean")
    for name, without in CHOICES.items():
        weights = fit_weights(fitted_on, labels, without)
        shares = [
            sum(is_own(each, weights, labels) for each in by_language[code]) / len(by_language[code])
            for code in sorted(by_language)
        ]
        table.add_row(name, *(f"{100 * share:.1f}" for share in (*shares, sum(shares) / len(shares))))
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
