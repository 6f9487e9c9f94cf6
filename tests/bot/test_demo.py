"""The demonstration's residents, through the real counting code."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from cryptography.fernet import Fernet

from bot.app import forgetful_store
from bot.concerns.cells import Series
from bot.concerns.publication import CASES, CONCERNS
from bot.concerns.published import Published
from bot.concerns.reading import published_of
from bot.demo import WEEKS, Demo
from bot.report.build import board_report
from bot.report.values import BoardReport, Direction
from bot.store.sealing import Seal
from bot.store.sqlite import SqliteStore
from bot.store.weekkeys import KeyFiles
from knowledge.content import Knowledge

MONDAY = dt.date(2027, 5, 3)
SEEDS = range(3)


def filled(knowledge: Knowledge, folder: Path, seed: int) -> BoardReport:
    store = forgetful_store()
    Demo(store, knowledge, KeyFiles(folder), np.random.default_rng(seed)).fill(MONDAY, lambda _done, _total: None)
    report = board_report(store, knowledge, 52, MONDAY)
    assert published_of(store.publications(CONCERNS), store.publications(CASES)) == report.published
    assert {each.cell.series for each in store.tallies(MONDAY)} <= {Series.CASES}, "cases wait for the end of a block"
    store.close()
    return report


def of(knowledge: Knowledge, folder: Path, seed: int = 1) -> Published:
    return filled(knowledge, folder, seed).published


def test_the_same_seed_gives_the_same_figures(knowledge: Knowledge, tmp_path: Path) -> None:
    assert of(knowledge, tmp_path) == of(knowledge, tmp_path)
    assert of(knowledge, tmp_path) != of(knowledge, tmp_path, seed=2)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_tells_of_the_vote_and_then_of_rehousing(knowledge: Knowledge, tmp_path: Path, seed: int) -> None:
    report = filled(knowledge, tmp_path, seed)
    topics, periods = report.published.topics, report.published.periods
    assert len(periods) == WEEKS
    assert (topics.at("vote", periods[4]) or 0) > (topics.at("vote", periods[-1]) or 0)
    assert (topics.at("rehousing", periods[-1]) or 0) > (topics.at("rehousing", periods[1]) or 0)
    assert {Direction.UP, Direction.DOWN} & {trend.direction for trend in report.trends}
    assert report.estate.endswith("(DEMO)")
    assert report.changes == ()


def test_changed_answers_are_told(knowledge: Knowledge, tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "nabo.db", Seal(Fernet.generate_key().decode()))
    Demo(store, knowledge, KeyFiles(tmp_path), np.random.default_rng(1)).fill(MONDAY, lambda _done, _total: None)
    danish = knowledge.languages["da"]
    wordings = dict(danish.wordings)
    rent = wordings["plan.rent"]
    wordings["plan.rent"] = replace(rent, answer=rent.answer + " Mere.")
    changed = replace(knowledge, languages={**knowledge.languages, "da": replace(danish, wordings=wordings)})
    report = board_report(store, changed, 4, MONDAY)
    assert [(each.entry, each.on) for each in report.changes] == [("plan.rent", MONDAY)]
    assert board_report(store, knowledge, 4, MONDAY).changes == ()
    store.close()
