"""A damaged project is refused in a sentence or read with true figures, never wrong in silence."""

from __future__ import annotations

import io
import json
from pathlib import Path
from random import Random

import pytest

from stancedesk.cli import run
from stancedesk.core.model import Query
from stancedesk.errors import UserError
from stancedesk.services.export import describe, write_statements
from stancedesk.store import Project
from tests.store.examples import fill

FIGURES = (
    "id", "date", "source", "country", "countries", "person", "official", "kind", "act", "stance",
    "level", "reviewed", "text",
)  # fmt: skip


def figures(project: Project) -> list[object]:
    """All that a chart or a table of the project would show."""
    written = io.StringIO()
    write_statements(project, Query(), written, "jsonl")
    rows = [json.loads(line) for line in written.getvalue().splitlines()]
    return [
        [[row[key] for key in FIGURES] for row in rows],
        project.counts(),
        project.date_range(),
    ]


def damaged(whole: bytes, number: int) -> bytes:
    """The file cut, overwritten, zeroed or with one bit turned, at a random place."""
    random = Random(number)
    at = random.randrange(len(whole))
    parts = bytearray(whole)
    kind = number % 4
    if kind == 0:
        return whole[:at]
    if kind == 1:
        end = min(len(whole), at + random.randrange(1, 600))
        parts[at:end] = random.randbytes(end - at)
    elif kind == 2:
        start = at - at % 4096
        parts[start : start + 4096] = bytes(len(parts[start : start + 4096]))
    else:
        parts[at] ^= 1 << random.randrange(8)
    return bytes(parts)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "a.stance"
    with Project.create(path) as project:
        fill(project, Random(3), articles=20, each=3)
    return path


@pytest.mark.parametrize("first", range(0, 100, 20))
def test_at_a_hundred_random_places_damage_is_refused_at_opening_or_does_no_harm(
    sound: Path, tmp_path: Path, first: int
) -> None:
    whole = sound.read_bytes()
    with Project.open(sound) as project:
        truth = figures(project)
        assert describe(project)[1]
    refused = 0
    for number in range(first, first + 20):
        path = tmp_path / f"{number}.stance"
        path.write_bytes(damaged(whole, number))
        try:
            with Project.open(path) as project:
                seen = figures(project)
                list(project.articles())
                project.count(Query(text="border"))
        except UserError:
            refused += 1
            continue
        assert seen == truth, f"wrong in silence: place {number}"
    assert refused >= 5


def test_the_command_line_says_it_in_one_line_and_names_a_way_out(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cut.stance"
    path.write_bytes(sound.read_bytes()[:50_000])
    for command in ("info", "statements"):
        assert run([command, str(path)]) == 1
        (line,) = capsys.readouterr().err.strip().splitlines()
        assert "damaged" in line
        assert "backup" in line
