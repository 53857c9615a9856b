"""One analyst's morning from the first start to the second, in one go and through the window only.

`tests/walk/walk.py` goes the same way with real articles and saves pictures.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView
from small_analyser import SmallAnalyser
from steps import drop, press, rows, settle, tick

from stancedesk.ui.dialogs.event import EventDialog
from stancedesk.ui.dialogs.export_chart import ExportChartDialog
from stancedesk.ui.dialogs.merge_persons import MergePersonsDialog
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.settings import Settings

ARTICLES = 24
TEXT = (
    "Note {n}\n\nPublished {month} {day}, 2032\n\n"
    "“We will answer,” President Sauli Niinisto of Finland said.\n\n"
    "“We hope for talks {n},” Minister Ine Eriksen of Norway said.\n"
)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with two dozen articles of January and February."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for n in range(ARTICLES):
        month, day = ("January", n + 1) if n < 12 else ("February", n - 11)
        (folder / f"note{n:02}.txt").write_text(
            TEXT.format(n=n, month=month, day=day), encoding="utf-8"
        )
    return folder


def test_an_analyst_goes_from_the_first_start_to_the_second(
    window: MainWindow, notes: Path, tmp_path: Path, settings: Settings, qtbot
) -> None:
    project = tmp_path / "strait.stance"
    assert window.pages.currentWidget() is window.welcome
    assert window.projects.open(project, create=True)
    settle(window, qtbot)
    _import(window, notes, qtbot)
    chosen = _select(window, qtbot)
    _judge(window, chosen, qtbot)
    _publish(window, tmp_path, qtbot)
    before = (window.session.query, window.session.chosen)
    window.close()
    again = MainWindow(settings, SmallAnalyser())
    qtbot.addWidget(again)
    again.show()
    assert again.settings.recent[0] == project
    assert again.projects.open(project)
    settle(again, qtbot)
    assert (again.session.query, again.session.chosen) == before
    assert again.table.chosen() == list(before[1])
    again.close()


def _import(window: MainWindow, notes: Path, qtbot) -> None:
    """Drop, cancel, find what was done kept, go on."""
    analyser = window.imports._analyser
    assert isinstance(analyser, SmallAnalyser)
    analyser.seconds = 0.04
    drop(window, notes)
    project = window.session.project
    assert project is not None
    qtbot.waitUntil(lambda: project.counts()["articles"] >= 2, timeout=10_000)
    QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=10_000)
    analyser.seconds = 0.0
    kept = project.counts()["articles"]
    assert 2 <= kept < ARTICLES
    QTest.mouseClick(window.bench.report.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: project.counts()["analysed"] == ARTICLES, timeout=10_000)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=10_000)
    settle(window, qtbot)
    assert project.counts()["statements"] == 2 * ARTICLES
    QTest.mouseClick(window.bench.report.close_button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)


def _select(window: MainWindow, qtbot) -> int:
    """Two countries, a month, a point."""
    tick(window.filters.countries, "FIN")
    settle(window, qtbot)
    tick(window.filters.countries, "NOR")
    settle(window, qtbot)
    assert window.charts.view.figure.data.codes == ("FIN", "NOR")
    bars = window.filters.period.histogram
    window.filters.ensureWidgetVisible(bars)
    middle = bars.height() // 2
    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(2, middle))
    QTest.mouseMove(bars, QPoint(bars.width() // 2 - 4, middle))
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(bars.width() // 2 - 4, middle))
    settle(window, qtbot)
    query = window.session.query
    assert query.date_from is not None
    assert query.date_to is not None
    assert query.date_to < "2032-02-01"
    view = window.charts.view
    wanted = int(view.figure.data.series[0].ids[3])
    scene = view.findChild(QGraphicsView).viewport()
    QTest.mouseClick(scene, Qt.MouseButton.LeftButton, pos=view.place_of(wanted).toPoint())
    assert window.session.chosen == (wanted,)
    assert "President Sauli Niinisto" in window.reader.text.toPlainText()
    return wanted


def _judge(window: MainWindow, chosen: int, qtbot) -> None:
    """A key, undo, redo, a merge, an event."""
    press(window.table, "4")
    settle(window, qtbot)
    assert window.session.row(chosen).judgement.level == 1
    window.menus.actions["undo"].trigger()
    assert window.session.row(chosen).judgement.level == -2
    window.menus.actions["redo"].trigger()
    assert window.session.row(chosen).judgement.level == 1
    settle(window, qtbot)
    window.menus.actions["merge"].trigger()
    merging = window.findChild(MergePersonsDialog)
    merging.choose("Ine Eriksen")
    merging.accept()
    settle(window, qtbot)
    assert {row.judgement.person for row in rows(window)} == {"Ine Eriksen"}
    window.menus.actions["add_event"].trigger()
    event = window.findChild(EventDialog)
    assert event.day.text() == window.session.row(chosen).published
    QTest.keyClicks(event.name, "Blockade")
    event.accept()
    settle(window, qtbot)
    assert [day for day, _ in window.charts.view.figure.data.events]
    assert window.menus.actions["undo"].text() == "&Undo Add event “Blockade”"


def _publish(window: MainWindow, folder: Path, qtbot) -> None:
    """The chart as PNG, SVG and PDF with its figures, the statements as CSV."""
    for form in ("png", "svg", "pdf"):
        window.menus.actions["export_chart"].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportChartDialog)
        dialog.figures.setChecked(True)
        assert dialog.write(folder / f"chart.{form}")
        assert (folder / f"chart.{form}").stat().st_size > 1000
        qtbot.wait(10)
    assert "Finland" in (folder / "chart.csv").read_text(encoding="utf-8-sig")
    table = folder / "statements.csv"
    window.exports.write_statements(table)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=10_000)
    written = table.read_text(encoding="utf-8-sig").splitlines()
    assert len(written) == 1 + window.table.table.rowCount()
