"""The desktop as a process: it opens a project, leaves a picture and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from stancedesk.store import Project


def test_the_desktop_opens_a_project_saves_a_picture_and_ends(tmp_path: Path) -> None:
    path, shot = tmp_path / "a.stance", tmp_path / "window.png"
    Project.create(path).close()
    home = os.environ | {"STANCEDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = "import sys; from pathlib import Path; from stancedesk import app; "
    command += "sys.exit(app.main(Path(sys.argv[1]), Path(sys.argv[2])))"
    done = subprocess.run(
        [sys.executable, "-c", command, str(path), str(shot)],
        env=home, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert shot.read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "crash.log").read_text() == ""


def test_the_window_does_not_load_language_models_or_charts_before_it_paints() -> None:
    command = "import sys; import stancedesk.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, timeout=120, check=True
    )
    heavy = {"spacy", "onnxruntime", "tokenizers", "trafilatura", "pyqtgraph", "sqlite_utils"}
    assert not heavy & set(done.stdout.split())
