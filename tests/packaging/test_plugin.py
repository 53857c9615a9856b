"""The documentation's example of a scorer is installed as a package and used by the product."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.nlp import plugins
from stancedesk.store import Project

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "scorer"
OPTIONS = ("install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the example is installed into, as pip does it."""
    target = tmp_path_factory.mktemp("plugin")
    subprocess.run(
        [sys.executable, "-m", "pip", *OPTIONS, "--target", target, EXAMPLE],
        check=True,
        capture_output=True,
    )
    return target


def stancedesk(site: Path, *words: str, given: str = "") -> str:
    return subprocess.run(
        [sys.executable, "-m", "stancedesk", *words],
        env={**os.environ, "PYTHONPATH": str(site)},
        input=given,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_an_installed_scorer_takes_the_place_of_the_shipped_one(site: Path) -> None:
    given = json.dumps({"id": 1, "text": "we offer talks"}) + "\n"
    answer = json.loads(stancedesk(site, "score", "-", given=given))
    assert answer["stance"] == 0.3
    assert answer["evidence"][0]["rule"] == "word"


def test_its_name_and_version_are_kept_with_the_run(site: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("A headline\n\n“We offer talks,” said the German chancellor.\n", "utf-8")
    path = tmp_path / "a.stance"
    stancedesk(site, "import", str(path), str(page))
    with Project.open(path) as project:
        assert "wordcount 1.0" in project.runs()[0].versions.model


def test_two_scorers_or_a_broken_one_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import EntryPoint

    def announce(*values: str) -> None:
        entries = [EntryPoint(value, value, plugins.GROUP) for value in values]
        monkeypatch.setattr(plugins, "entry_points", lambda group: entries)

    announce()
    assert plugins.installed_scorer() is None
    announce("json:JSONEncoder", "json:JSONDecoder")
    with pytest.raises(UserError, match="Several"):
        plugins.installed_scorer()
    announce("nowhere_to_be_found:Scorer")
    with pytest.raises(UserError, match="cannot be loaded"):
        plugins.installed_scorer()
    announce("json:JSONEncoder")
    with pytest.raises(UserError, match="lacks"):
        plugins.installed_scorer()
