"""Every fuzz target holds on its seeds, on seeds changed at random, and on what fuzzing found."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz import seeds
from tests.fuzz.targets import TARGETS
from tests.importers.test_hostile_bytes import changed

FOUND = Path(__file__).with_name("found")
CHEAP = 12
DEAR = {"analysis": 2, "actors": 2, "arguments": 0, "lines": 2, "project": 6}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_seeds_and_on_what_was_found(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANCEDESK_HOME", str(tmp_path / "home"))
    room = tmp_path / "room"
    room.mkdir()
    sound = seeds.made(room, name)
    fuzz = TARGETS[name](room)
    draw = Random(name)
    for raw in sound:
        fuzz(raw)
    for _ in range(DEAR.get(name, CHEAP)):
        fuzz(changed(draw.choice(sound), draw))
    for file in sorted(FOUND.glob(f"{name}-*")):
        fuzz(file.read_bytes())
