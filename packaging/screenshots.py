"""Makes the pictures of README and store pages from the sample project.

`screenshots.py FOLDER` writes desktop-light.png, desktop-dark.png and timeline.png there.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stancedesk.core.model import Kind, Query
from stancedesk.services.sample import make
from stancedesk.ui.charts import export
from stancedesk.ui.main_window import MainWindow, apply_theme
from stancedesk.ui.settings import Settings

SIZE = (1440, 900)
ACTORS = ("VAR", "OST")
CHOSEN = Query(
    persons=("Ilse Haran",), kinds=(Kind.DIRECT,), date_from="2032-01-05", date_to="2032-01-31"
)
PATIENCE = 60.0


def wait(done, quiet: float = 0.4) -> None:  # type: ignore[no-untyped-def]
    """Let the window live until `done` has been true for a while."""
    since = None
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        since = (since or time.monotonic()) if done() else None
        if since is not None and time.monotonic() - since > quiet:
            return
    raise SystemExit("the window did not come to rest")


def save(image: QImage, path: Path) -> None:
    """Save a picture with its 256 most frequent colours: a third of the size, the same to see."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    table = colours[np.argsort(-counts, kind="stable")[:256]]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, [int(each) for each in table], flags)
    few.save(str(path), quality=0)
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB")


def choose(window: MainWindow) -> None:
    """Two actors, and the best known sentence of January."""
    window.session.set_query(Query(countries=ACTORS))
    wait(lambda: window.session.settled)
    project = window.session.project
    assert project is not None
    window.session.select([project.rows(CHOSEN)[0].id])
    window.table.setFocus()
    wait(lambda: window.session.settled)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setApplicationName("StanceDesk")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["STANCEDESK_HOME"] = scratch
        sample = Path(scratch) / "Sample.stance"
        make(sample)
        settings = Settings(Path(scratch) / "settings.ini")
        settings.theme, settings.coder = "light", "M. Okafor"
        window = MainWindow(settings)
        apply_theme(app, window.theme)
        window.resize(*SIZE)
        window.show()
        window.projects.open(sample)
        choose(window)
        for theme in ("light", "dark"):
            window.set_theme(theme)
            wait(lambda: window.session.settled)
            save(window.grab().toImage(), folder / f"desktop-{theme}.png")
        drawing = window.charts.drawing()
        assert drawing is not None
        sheet = export.Sheet(1400, 800)
        save(export.image(*drawing(sheet.theme()), sheet), folder / "timeline.png")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
