"""The figures of a chart as a table to read and copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.services.chart import to_csv
from stancedesk.services.language import marked
from stancedesk.ui.look import fit
from stancedesk.ui.translation import tr
from stancedesk.ui.words import MINUS, count, decimal


class ChartTableDialog(QDialog):
    """Header and rows of a chart.

    Args:
        title: The chart's title.
        table: Header and rows, as charts give them.
    """

    def __init__(
        self,
        title: str,
        table: tuple[Sequence[str], Sequence[Sequence[Any]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or tr("Chart as table"))
        header, rows = table
        self.cells = QTableWidget(len(rows), len(header))
        self.cells.setAccessibleName(tr("Figures of the chart: {title}").format(title=title))
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.setShowGrid(False)
        self.cells.verticalHeader().hide()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column in range(len(header)):
            figures = any(isinstance(row[column], int | float) for row in rows)
            head = QTableWidgetItem(_capital(tr(header[column])))
            head.setTextAlignment(right if figures else left)
            self.cells.setHorizontalHeaderItem(column, head)
            for at, row in enumerate(rows):
                item = QTableWidgetItem(_words(row[column]))
                item.setTextAlignment(right if figures else left)
                self.cells.setItem(at, column, item)
        self.cells.resizeColumnsToContents()
        if header:
            heads = self.cells.horizontalHeader()
            heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy as CSV"), QDialogButtonBox.ButtonRole.ActionRole)
        csv = to_csv((tuple(header), [tuple(row) for row in rows]))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(csv))
        buttons.rejected.connect(self.reject)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(16, 16, 16, 12)
        column_box.addWidget(self.cells)
        column_box.addWidget(buttons)
        fit(self, 680, 480)


DIGITS = 3
"""Decimal places that are shown; the copied table has them all."""

HEADINGS = (
    marked("country"), marked("person"), marked("from"), marked("to"), marked("about"),
    marked("mean"), marked("low"), marked("high"), marked("n"), marked("before"), marked("after"),
    marked("shift"), marked("n before"), marked("n after"),
)  # fmt: skip
"""Headings of the charts' tables; in files they stay English."""


def _capital(words: str) -> str:
    return words if words[:2] in ("n", "n ") else words[:1].upper() + words[1:]


def _words(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, int):
        return count(value)
    if isinstance(value, float):
        # As many places each, so that the points stand below one another.
        words = decimal(value, DIGITS)
        return (MINUS if value < 0 and words.strip("0.,") else "") + words
    return str(value)
