"""Makes the pictures of the user's guide from the sample project, by driving the real window.

`python docs/pictures/make.py FOLDER [SAMPLE.stance]`; without a project the sample is made first.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import screenshots
from PySide6.QtWidgets import QApplication, QWidget

from stancedesk.core.model import Query
from stancedesk.services.sample import make
from stancedesk.ui.dialogs.export_chart import ExportChartDialog
from stancedesk.ui.main_window import MainWindow, apply_theme
from stancedesk.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
CHARTS = ("heatmap", "dyads", "distribution", "compare", "changes")
TWO = Query(countries=screenshots.ACTORS)
SPLIT = "2032-01-21"
STORIES = {
    "second-thoughts.txt": "Second thoughts\n\nPublished 11 March 2032\n\n“We will keep the strait"
    " open,” said Ilse Haran, the president of Varland.\n",
    "letter.txt": "A letter without a day\n\n“Nobody wants this,” said Jonas Petrik.\n",
    "notes.txt": "",
}


class Guide:
    """The window on the sample project, and where pictures of its parts go."""

    def __init__(self, scratch: Path, folder: Path, sample: Path | None) -> None:
        self.folder, self.scratch = folder, scratch
        self.app = QApplication([])
        self.app.setApplicationName("StanceDesk")
        project = scratch / "Sample.stance"
        if sample is None:
            make(project)
        else:
            shutil.copy(sample, project)
        shutil.copy(ROOT / "resources" / "sample" / "actors.tsv", scratch / "actors.tsv")
        settings = Settings(scratch / "settings.ini")
        settings.theme, settings.coder = "light", "M. Okafor"
        self.window = MainWindow(settings)
        apply_theme(self.app, self.window.theme)
        self.window.resize(*screenshots.SIZE)
        self.window.show()
        assert self.window.projects.open(project)
        screenshots.choose(self.window)

    def rest(self) -> None:
        """Wait until everything is answered and drawn."""
        screenshots.PATIENCE = 600  # an import on a busy machine
        screenshots.wait(lambda: self.window.session.settled and not self.window.jobs.busy)

    def shoot(self, name: str, widget: QWidget, height: int = 0) -> None:
        """A picture of a part of the window, or of so many pixels from its top."""
        image = widget.grab().toImage()
        cut = image.copy(0, 0, image.width(), height or image.height())
        screenshots.save(cut, self.folder / f"{name}.png")

    def parts(self) -> None:
        """Filters, the article with its coding, and every kind of chart."""
        window = self.window
        self.shoot("window", window)
        self.shoot("filters", window.bench.filters)
        self.shoot("reader", window.bench.right)
        window.charts.split(SPLIT)
        for name in CHARTS:
            window.session.set_query(TWO if name == "compare" else Query())
            window.charts.choose(name)
            self.rest()
            self.shoot(name, window.charts)
        window.session.set_query(TWO)
        window.charts.choose("timeline")
        self.rest()

    def export(self) -> None:
        """The dialog, and what it writes."""
        self.window.menus.actions["export_chart"].trigger()
        dialog = self.window.findChild(ExportChartDialog)
        assert dialog is not None
        self.rest()
        self.shoot("export", dialog)
        dialog.reject()

    def bring_in(self) -> None:
        """An import with something to report: undated, empty, known already."""
        articles = self.scratch / "articles"
        articles.mkdir()
        for name, text in STORIES.items():
            (articles / name).write_text(text, encoding="utf-8")
        known = sorted((ROOT / "resources" / "sample" / "articles").glob("*.txt"))[0]
        shutil.copy(known, articles / known.name)
        self.window.session.set_query(Query())
        self.window.imports.take([articles])
        self.rest()
        self.shoot("import", self.window.bench.report, 270)


def main(folder: Path, sample: Path | None = None) -> None:
    """Take all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["STANCEDESK_HOME"] = scratch
        guide = Guide(Path(scratch), folder, sample)
        guide.parts()
        guide.export()
        guide.bring_in()
        guide.window.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
