"""A project in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.store import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letters.stance"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.create(path) as made:
        yield made
