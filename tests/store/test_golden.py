"""A project of every released version opens in this one and gives the figures it gave then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stancedesk import __version__
from stancedesk.store import Project
from tests.golden import FOLDER, figures, recorded, unpack, versions


@pytest.mark.parametrize("version", versions())
def test_a_project_of_a_released_version_gives_the_same_figures(
    version: str, tmp_path: Path
) -> None:
    path = tmp_path / "golden.stance"
    unpack(version, path)
    with Project.open(path) as project:
        # By way of JSON, as the recorded ones went.
        found = json.loads(json.dumps(figures(project)))
        assert found == recorded(version)
        assert project.integrity() == []
        assert project.undo() is not None


def test_golden_projects_are_there_and_small() -> None:
    assert versions()
    assert __version__ in versions()
    assert all(path.stat().st_size < 1e6 for path in FOLDER.iterdir())
