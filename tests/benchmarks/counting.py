"""Counted messages a second, and the report of two years: `python -m tests.benchmarks.counting [--json]`.

A counted message is a question that was answered: five cells with their marks, from the decision to the row. On disk a
turn is one transaction, which waits for the disk; how fast that is says more of the disk than of the counting. The
batched figure has many turns in one transaction, as they are in one process at a time of many.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from cryptography.fernet import Fernet
from rich.console import Console
from rich.table import Table

from bot.app import content
from bot.concerns.cells import Count
from bot.concerns.disclosure import Rules
from bot.counting import Counter, cells_of
from bot.effects import Changes, Memory, Turn
from bot.messages import Incoming, Written
from bot.report.build import board_report
from bot.report.plain import csv_file, json_file
from bot.report.voice import Voice
from bot.settings import Settings
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from bot.store.weekkeys import KeyFiles
from bot.understanding.decision import Candidate, Decision
from bot.weekend import WeekEnd
from knowledge.content import Knowledge

NOW = dt.datetime(2027, 3, 3, 12, 0, tzinfo=dt.UTC)
RESIDENTS = 2_000
MESSAGES, BATCH, TURNS = 30_000, 1_000, 1_000
WEEKS = 104


@dataclass
class Bench:
    """A store in a folder of its own."""

    knowledge: Knowledge
    folder: Path

    def __post_init__(self) -> None:
        self.counter = Counter(KeyFiles(self.folder), self.knowledge)
        self.store = SqliteStore(self.folder / "nabo.db", Seal(Fernet.generate_key().decode()))
        self.now = NOW
        self.draw = np.random.default_rng(7)

    def messages(self, number: int) -> Iterator[tuple[Incoming, Decision, Turn]]:
        """Questions of many residents, a few entries much more often than others."""
        entries = list(self.knowledge.entries)
        ranks = 1 / np.arange(1, len(entries) + 1)
        chosen = self.draw.choice(len(entries), number, p=ranks / ranks.sum())
        residents = self.draw.integers(0, RESIDENTS, number)
        languages = list(self.knowledge.languages)
        for entry, resident in zip(chosen, residents, strict=True):
            language = languages[int(resident) % len(languages)]
            decision = Decision("answer", entries[entry], 0.9, (Candidate(entries[entry], 0.9),), language)
            yield Incoming(str(7_000_000_000 + resident), Written("")), decision, Turn((), Memory(language))

    def counts(self, incoming: Incoming, decision: Decision, turn: Turn) -> tuple[Count, ...]:
        cells = cells_of(incoming, decision, turn, self.knowledge)
        return self.counter.counts(incoming.address, cells, self.now)

    def batched(self) -> float:
        """Messages a second, so many in each transaction."""
        messages = list(self.messages(MESSAGES))
        start = time.perf_counter()
        for first in range(0, MESSAGES, BATCH):
            counts = [each for message in messages[first : first + BATCH] for each in self.counts(*message)]
            self.store.finish(None, self.now, Changes(counts=tuple(counts)))
        return MESSAGES / (time.perf_counter() - start)

    def by_turn(self) -> float:
        """Messages a second, each in a transaction that is on disk before the next begins."""
        messages = list(self.messages(TURNS))
        start = time.perf_counter()
        for message in messages:
            self.store.finish(None, self.now, Changes(counts=self.counts(*message)))
        return TURNS / (time.perf_counter() - start)

    def two_years(self) -> tuple[float, float]:
        """Seconds for the longest week's end, and for the report of them all."""
        longest = 0.0
        ending = WeekEnd(self.store, self.counter, Rules(), lambda: bool(self.draw.integers(2)), lambda: self.now)
        for _ in range(WEEKS):
            counts = [each for message in self.messages(600) for each in self.counts(*message)]
            self.store.finish(None, self.now, Changes(counts=tuple(counts)))
            self.now += dt.timedelta(weeks=1)
            start = time.perf_counter()
            ending.look()
            longest = max(longest, time.perf_counter() - start)
        start = time.perf_counter()
        report = board_report(self.store, self.knowledge, WEEKS, self.now.date())
        voice = Voice(self.knowledge, "da")
        csv_file(report, voice)
        json_file(report, voice)
        taken = time.perf_counter() - start
        assert len(report.published.periods) == WEEKS
        return longest, taken


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    as_json = parser.parse_args().json
    knowledge = content(Settings())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(knowledge, Path(folder))
        figures = {
            f"messages a second, {BATCH} in a transaction": round(bench.batched()),
            "messages a second, each in a transaction on disk": round(bench.by_turn()),
        }
        longest, report = bench.two_years()
        figures_of_weeks = {
            "seconds of the longest week's end": round(longest, 2),
            f"seconds for the report of {WEEKS} weeks (CSV and JSON)": round(report, 2),
        }
        bench.store.close()
    everything = figures | figures_of_weeks
    if as_json:
        print(json.dumps(everything, indent=1))
        return
    table = Table("what", "figure", box=None)
    for what, figure in everything.items():
        table.add_row(what, str(figure))
    Console().print(table)


if __name__ == "__main__":
    main()
