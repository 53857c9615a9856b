"""Each row of the table of hostile inputs in SECURITY.md names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| hostile input")
]


def test_the_table_is_there() -> None:
    assert len(ROWS) > 40
    assert all(len(row) == 3 and all(row) for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_the_tests_that_a_row_names_are_there(row: list[str]) -> None:
    named = re.findall(r"`([^`]+)`", row[2])
    files = [name for name in named if name.startswith("tests/") or name.endswith(".py")]
    assert files
    found: list[Path] = []
    for name in files:
        there = [ROOT / name] if "/" in name else list((ROOT / "tests").rglob(name))
        assert there, name
        assert there[0].exists(), name
        found += there
    sources = "".join(path.read_text(encoding="utf-8") for path in found if path.is_file())
    for name in named:
        if name not in files:
            assert name.strip("…") in sources, name
