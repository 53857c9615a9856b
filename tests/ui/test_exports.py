"""Exports from the window: the chart as a picture, the statements as a table."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from steps import rows, settle, tick

from stancedesk.ui.dialogs.export_chart import ExportChartDialog
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.theme import LIGHT


def dialog_of(window: MainWindow) -> ExportChartDialog:
    window.menus.actions["export_chart"].trigger()
    found = window.findChild(ExportChartDialog)
    assert found is not None
    return found


def test_the_chart_is_written_as_a_png_of_the_size_asked_for(
    opened: MainWindow, tmp_path: Path, qtbot
) -> None:
    tick(opened.filters.countries, "FIN")
    settle(opened, qtbot)
    dialog = dialog_of(opened)
    assert not dialog.preview.pixmap().isNull()
    dialog.width_box.setValue(1200)
    dialog.height_box.setValue(675)
    path = tmp_path / "chart.png"
    assert dialog.write(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1200, 675)
    assert '"countries": ["FIN"]' in image.text("Query")
    first = QColor(LIGHT.actor(0).colour).rgb()
    seen = sum(
        image.pixel(x, y) == first
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert seen > 20
    assert str(path) in opened.banner.message


def test_a_scale_multiplies_the_pixels(opened: MainWindow, tmp_path: Path) -> None:
    dialog = dialog_of(opened)
    dialog.scale.setValue(2)
    path = tmp_path / "large.png"
    assert dialog.write(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (3200, 1800)


def test_svg_and_pdf_are_written_too(opened: MainWindow, tmp_path: Path) -> None:
    for name, start in (("chart.svg", b"<?xml"), ("chart.pdf", b"%PDF")):
        dialog = dialog_of(opened)
        assert dialog.write(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_a_folder_that_is_not_there_is_named_in_the_dialog(
    opened: MainWindow, tmp_path: Path
) -> None:
    dialog = dialog_of(opened)
    assert not dialog.write(tmp_path / "nowhere" / "chart.png")
    assert "could not be written" in dialog.problem.text()
    dialog.reject()


def test_statements_are_written_as_csv_by_the_filters(
    opened: MainWindow, tmp_path: Path, qtbot
) -> None:
    tick(opened.filters.countries, "NOR")
    settle(opened, qtbot)
    path = tmp_path / "statements.csv"
    opened.exports.write_statements(path)
    qtbot.waitUntil(lambda: not opened.jobs.busy)
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert [int(row["id"]) for row in written] == [row.id for row in rows(opened)]
    assert {row["country"] for row in written} == {"NOR"}
