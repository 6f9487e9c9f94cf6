"""Time, memory and start-up of decisions: `python -m tests.benchmarks.decision [--json]`.

Each figure is taken in a process of its own, as residents meet it: one message after another, none twice.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
from rich.console import Console
from rich.table import Table

from bot.app import content, understanding
from bot.evaluation import read_messages
from bot.settings import Settings
from bot.understanding.decide import Understanding
from bot.understanding.examples import Example, examples_of
from bot.understanding.learning import fit

VALIDATION = sorted((Path(__file__).parents[1] / "languages").glob("validation.faq.*.jsonl"))
GROWTH = 10


def timings(nabo: Understanding, texts: Sequence[str]) -> list[float]:
    """Milliseconds each decision takes, sorted; the first twenty are for warming up."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        nabo.decide(text)
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken[20:])


def without_embedding(nabo: Understanding, texts: Sequence[str]) -> float:
    """Median milliseconds of everything but the embedding, whose time does not depend on the content."""
    taken = []
    assert nabo.embedder is not None
    for text in texts:
        vector = nabo.embedder.embed([text])[0]
        start = time.perf_counter()
        nabo.index.model.views(text, vector)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def grown(nabo: Understanding, examples: Sequence[Example], vectors: np.ndarray) -> Understanding:
    """The same with ten times the phrasings: each with a number added and its vector slightly moved."""
    chance = np.random.default_rng(3)
    many = [Example(f"{each.text} {copy}", each.label, each.language) for copy in range(GROWTH) for each in examples]
    moved = np.vstack([vectors + chance.normal(scale=0.01, size=vectors.shape) for _ in range(GROWTH)])
    model = fit(many, moved.astype(np.float32))
    return replace(nabo, index=replace(nabo.index, model=model))


def start_seconds() -> float:
    """Wall time of `nabo ask` with a warm index, the best of five."""
    command = [str(Path(sys.executable).parent / "nabo"), "ask", "hvornår begynder byggeriet"]
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def measure(*, growth: bool) -> dict[str, float]:
    """All figures, by name."""
    settings = Settings()
    knowledge = content(settings)
    nabo = understanding(settings, knowledge)
    texts = [message.text for message in read_messages(VALIDATION)]
    taken = timings(nabo, texts)
    figures = {
        "decision median ms": statistics.median(taken),
        "decision 99th percentile ms": taken[int(len(taken) * 0.99)],
        "resident memory MB": psutil.Process().memory_info().rss / 2**20,
        "nabo ask start s": start_seconds(),
        "without embedding ms": without_embedding(nabo, texts[:200]),
    }
    if growth:
        examples = examples_of(knowledge)
        assert nabo.embedder is not None
        vectors = np.vstack(
            [nabo.embedder.embed([each.text for each in examples[at : at + 64]]) for at in range(0, len(examples), 64)]
        )
        many = grown(nabo, examples, vectors)
        figures["without embedding, 10 x phrasings ms"] = without_embedding(many, texts[:200])
        slower = timings(many, texts)
        figures["decision median, 10 x phrasings ms"] = statistics.median(slower)
    return figures


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--growth", action="store_true", help="also measure with ten times the phrasings (minutes)")
    arguments = parser.parse_args()
    figures = measure(growth=arguments.growth)
    if arguments.json:
        print(json.dumps(figures))
        return
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(name, f"{value:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
