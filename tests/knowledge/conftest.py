from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.check import check_knowledge
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from knowledge.problems import Problem
from tests.knowledge.content_tree import ContentTree, content_tree


@pytest.fixture
def tree(tmp_path: Path) -> ContentTree:
    return content_tree(tmp_path)


@pytest.fixture(scope="session")
def real() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def real_problems(real: Knowledge) -> list[Problem]:
    return check_knowledge(real)
