"""An import that is killed at any moment: the next one goes on from there."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

import pytest

from stancedesk.services.ingest import BATCH
from tests.services.killing import Import, content, kill_often

TOWNS = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak")


def pages(folder: Path, count: int) -> Path:
    """Articles, among them the same page twice, a reprint, one in German and one without date."""
    folder.mkdir()
    for n in range(count):
        dated = f"\n\nPublished {1 + n % 28} March 2031" if n % 7 else ""
        lines = [
            f"Envoys of {town} met in hall {n} of the old harbour and spoke of toll {n * 3 + at}."
            for at, town in enumerate(TOWNS)
        ]
        text = f"Meeting number {n}{dated}\n\n" + "\n".join(lines) + "\n"
        if n % 10 == 9:
            text = (folder / f"{n - 1:03}.txt").read_text() + ("\nA last line.\n" if n % 20 == 9
                                                               else "")  # fmt: skip
        if n % 15 == 4:
            text = f"Treffen {n}\n\n" + "Die Gesandten sprachen lange über den Zoll im Hafen. " * 9
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_killed_import_goes_on_where_it_was_and_ends_like_an_undisturbed_one(
    tmp_path: Path,
) -> None:
    folder = pages(tmp_path / "pages", 60)
    undisturbed = Import(tmp_path / "whole.stance", folder)
    steps = undisturbed.finish()
    killed = Import(tmp_path / "killed.stance", folder)
    outcome = kill_often(killed, kills=5, steps=steps, seconds=0.05, seed=20)
    assert outcome.hits >= 3
    assert outcome.left <= BATCH
    assert content(killed.project) == content(undisturbed.project)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")
def test_an_import_by_processes_that_is_killed_leaves_none_of_them(tmp_path: Path) -> None:
    folder = pages(tmp_path / "pages", 60)
    undisturbed = Import(tmp_path / "whole.stance", folder)
    undisturbed.finish()
    killed = Import(tmp_path / "killed.stance", folder, workers="2")
    assert killed.kill(25, 0.02)
    deadline = time.monotonic() + 20
    while _running(killed.project) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _running(killed.project)
    killed.finish()
    assert content(killed.project) == content(undisturbed.project)


def _running(project: Path) -> list[str]:
    """Processes that have the project's name in their environment."""
    found = []
    for each in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if str(project).encode() in each.read_bytes():
                found.append(each.parent.name)
    return found
