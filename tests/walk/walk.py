"""A user's way through the desktop with real articles, a picture at each step.

`python tests/walk/walk.py OUT [ARTICLES]` needs the corpus beside the repository; it drives the
real window by Qt's own events, checks what each step must do, and saves pictures to OUT. Without
OUT on a display of its own: QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from stancedesk.core.model import Query
from stancedesk.ui.filters.tick_model import TICK
from stancedesk.ui.main_window import MainWindow, apply_theme
from stancedesk.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
SIZES = ((1280, 800), (1920, 1080))


class Walk:
    """The window, and what a user does with it.

    Args:
        out: Folder for pictures, project and exports.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.app = QApplication.instance() or QApplication([])
        self.app.setApplicationName("StanceDesk")
        self.settings = Settings(out / "settings.ini")
        self.settings.theme, self.settings.coder = "light", "M. Okafor"
        self.step = 0
        self.longest = 0.0
        self.window = self.start()

    def start(self) -> MainWindow:
        """Open the window as the application does."""
        window = MainWindow(self.settings)
        apply_theme(self.app, window.theme)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()  # shortcuts go to the active window only
        self.until(lambda: window.isActiveWindow())
        self.wait(0.3)
        return window

    def activate(self) -> None:
        """Make the window the active one, as a window manager does when a dialog closes."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def wait(self, seconds: float) -> None:
        """Let the window live for a while, and note the longest pause of its events."""
        loop = QEventLoop()
        beat = QTimer()
        beat.setInterval(5)
        last = time.perf_counter()

        def note() -> None:
            nonlocal last
            now = time.perf_counter()
            self.longest = max(self.longest, now - last)
            last = now

        beat.timeout.connect(note)
        beat.start()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()
        beat.stop()

    def until(self, done: Callable[[], object], seconds: float = 600) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < end, f"waited {seconds} s in vain"
            self.wait(0.05)

    def settle(self) -> None:
        """Wait until everything that was asked is answered and drawn."""
        self.wait(0.1)
        self.until(lambda: self.window.session.settled)
        self.wait(0.15)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of the window or of a dialog."""
        self.step += 1
        (widget or self.window).grab().save(str(self.out / f"{self.step:02d} {name}.png"))
        print(f"{self.step:02d} {name}", flush=True)

    def drop(self, *files: Path) -> None:
        """Drop files on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        self.window.dropEvent(
            QDropEvent(
                QPointF(400, 300), Qt.DropAction.CopyAction, mime,
                Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            )
        )  # fmt: skip
        self.wait(0.05)

    def act(self, name: str) -> None:
        """Trigger an action of the menus."""
        action = self.window.menus.actions[name]
        assert action.isEnabled(), f"{name} is switched off"
        action.trigger()
        self.settle()

    def dialog(self) -> QWidget:
        """The dialog that is open."""
        self.until(lambda: self.app.activeModalWidget() is not None)
        found = self.app.activeModalWidget()
        assert found is not None
        return found

    def tick(self, filter_: object, key: str) -> None:
        """Click a value of a filter."""
        view, index = filter_.view, filter_.index_of(key)  # type: ignore[attr-defined]
        view.scrollTo(index)
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
        )
        self.settle()


def articles(folder: Path, number: int) -> None:
    """Write every so-many-th article of the corpus into a folder, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, 0, number * 12, 12)):
            kept = {key: row.get(key) for key in ("text", "date", "source", "url")}
            kept["headline"] = row.get("title")
            (folder / f"{row['id']}.json").write_text(json.dumps(kept), encoding="utf-8")


def bring_in(walk: Walk, folder: Path, project: Path) -> None:
    """First start, drop, cancel, resume."""
    window = walk.window
    walk.shoot("first start")
    assert window.projects.open(project, create=True)
    walk.settle()
    walk.shoot("empty project")
    walk.longest = 0.0
    walk.drop(folder)
    walk.until(lambda: window.jobs.busy)
    # The first file of a new kind asks which of its fields is what.
    columns = walk.dialog()
    walk.shoot("columns", columns)
    columns.accept()
    some = min(8, len(list(folder.iterdir())) // 3)
    walk.until(lambda: window.session.project.counts()["analysed"] >= some, 3600)
    walk.wait(2.5)
    walk.shoot("import under way")
    QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    walk.until(lambda: not window.jobs.busy, 3600)
    walk.settle()
    walk.shoot("import cancelled")
    kept = window.session.project.counts()["analysed"]
    assert kept >= some
    window.bench.report.resume_wanted.emit()
    walk.until(lambda: window.jobs.busy)
    walk.until(lambda: not window.jobs.busy, 7200)
    walk.settle()
    assert window.session.project.counts()["analysed"] > kept
    print(f"longest pause of the window during the import: {walk.longest * 1000:.0f} ms")
    walk.shoot("import done")
    window.bench.report.closed.emit()
    walk.settle()
    walk.shoot("project")


def select(walk: Walk) -> int:
    """Two countries, a stretch of time, a point."""
    window = walk.window
    model = window.filters.countries.model
    shown = [model.index(at).data(TICK).key for at in range(model.rowCount())]
    for key in [key for key in shown if key][:2]:
        walk.tick(window.filters.countries, key)
    walk.shoot("two countries")
    data = window.charts.view.figure.data
    assert len(data.series) == 2
    brush(walk)
    walk.shoot("brushed")
    assert window.session.query.date_from is not None
    data = window.charts.view.figure.data
    wanted = int(data.series[0].ids[len(data.series[0].ids) // 2])
    click_point(walk, data, wanted)
    walk.shoot("point clicked")
    assert window.session.chosen, "no statement chosen by the click"
    return window.session.chosen[0]


def brush(walk: Walk) -> None:
    """Draw a range over the bars of the period filter."""
    bars = walk.window.filters.period.histogram
    walk.window.filters.ensureWidgetVisible(bars)
    middle = bars.height() // 2
    low, high = round(bars.width() * 0.45), round(bars.width() * 0.9)
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(low, middle))
    for x in range(low, high, 6):
        QTest.mouseMove(bars, QPoint(x, middle))
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(high, middle))
    walk.settle()


def click_point(walk: Walk, data: object, statement: int) -> None:
    """Click the point of a statement in the timeline."""
    view = walk.window.charts.view
    viewport = view.findChild(QGraphicsView).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=view.place_of(statement).toPoint())
    walk.settle()


def judge(walk: Walk, chosen: int) -> None:
    """Correct by key, undo, redo, merge two persons, add an event."""
    window = walk.window
    before = window.session.row(chosen).judgement
    walk.activate()
    window.table.setFocus()
    QTest.keyClick(window.table, "1" if before.level != -2 else "5")
    walk.settle()
    after = window.session.row(chosen)
    assert after.reviewed
    assert after.judgement.level != before.level
    walk.shoot("corrected by key")
    walk.act("undo")
    assert window.session.row(chosen).judgement == before
    walk.shoot("undone")
    walk.act("redo")
    assert window.session.row(chosen).judgement.level == after.judgement.level
    row = next(each for each in rows(window) if each.judgement.person)
    window.session.select([row.id])
    walk.settle()
    window.menus.actions["merge"].trigger()
    dialog = walk.dialog()
    other = next(
        name
        for at in range(dialog.list.count())
        if (name := dialog.list.item(at).text()) != row.judgement.person
    )
    walk.shoot("merging persons", dialog)
    dialog.choose(other)
    walk.shoot("person chosen", dialog)
    dialog.accept()
    walk.settle()
    assert window.session.row(row.id).judgement.person == other
    window.menus.actions["add_event"].trigger()
    dialog = walk.dialog()
    day = window.session.row(chosen).published
    dialog.day.setText(day)
    dialog.name.setText("Summit")
    walk.shoot("adding an event", dialog)
    dialog.accept()
    walk.settle()
    assert [each.label for each in window.session.project.events()] == ["Summit"]
    walk.shoot("event on the timeline")


def rows(window: MainWindow) -> list:
    """The first statements in the table."""
    return window.session.rows([int(each) for each in window.table.table.ids[:200]])


def publish(walk: Walk) -> None:
    """Export the chart in three formats and the statements as a table."""
    window = walk.window
    for form in ("png", "svg", "pdf"):
        window.menus.actions["export_chart"].trigger()
        dialog = walk.dialog()
        walk.wait(0.4)
        if form == "png":
            walk.shoot("export dialog", dialog)
        target = walk.out / f"chart.{form}"
        dialog.write(target)
        walk.settle()
        assert target.stat().st_size > 2000
    table = walk.out / "statements.csv"
    window.exports.write_statements(table)
    walk.until(lambda: not window.jobs.busy)
    assert len(table.read_text(encoding="utf-8-sig").splitlines()) > 1
    walk.shoot("exported")


def look_around(walk: Walk) -> None:
    """The dialogs that the way does not lead through."""
    window = walk.window
    for name in ("commands", "keys", "preferences", "about", "chart_table", "events"):
        window.menus.actions[name].trigger()
        walk.wait(0.3)
        dialog = walk.app.activeModalWidget() or walk.app.activePopupWidget()
        assert dialog is not None, f"{name} opens nothing"
        walk.shoot(name, dialog)
        dialog.close()
        walk.settle()


def come_back(walk: Walk, project: Path) -> None:
    """Close, open again, find everything as it was."""
    window = walk.window
    before = (window.session.query, window.session.chosen, window.charts.current)
    window.close()
    window.deleteLater()
    walk.wait(0.2)
    walk.window = walk.start()
    walk.shoot("second start")
    assert walk.window.projects.open(project)
    walk.settle()
    after = (walk.window.session.query, walk.window.session.chosen, walk.window.charts.current)
    assert after == before, f"{before} came back as {after}"
    walk.shoot("reopened")


def gallery(walk: Walk) -> None:
    """Every chart in both themes and sizes."""
    for theme in ("light", "dark"):
        walk.window.set_theme(theme)
        for width, height in SIZES:
            walk.window.resize(width, height)
            for name, _ in walk.window.charts.titles:
                walk.window.session.set_query(Query())
                walk.window.charts.choose(name)
                walk.settle()
                walk.shoot(f"{name} {theme} {width}")


def main(out: Path, number: int) -> int:
    """Walk; exit status 1 when there is no corpus."""
    if not CORPUS.is_file():
        print(f"no corpus at {CORPUS}: nothing to walk with", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    os.environ["STANCEDESK_HOME"] = str(out / "home")
    folder, project = out / "articles", out / "walk.stance"
    for old in (*out.glob("*.png"), *out.glob("walk.stance*"), *out.glob("*.ini")):
        old.unlink()
    imported = out / "imported.stance"
    walk = Walk(out)
    if imported.is_file():  # kept by an earlier walk: importing takes most of the time
        shutil.copy(imported, project)
        assert walk.window.projects.open(project)
        walk.settle()
    else:
        articles(folder, number)
        bring_in(walk, folder, project)
        walk.window.projects.close()
        shutil.copy(project, imported)
        assert walk.window.projects.open(project)
        walk.settle()
    chosen = select(walk)
    judge(walk, chosen)
    publish(walk)
    look_around(walk)
    come_back(walk, project)
    gallery(walk)
    walk.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60))
