"""All keyboard shortcuts, with a field that finds them by key or by words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui import fonts
from stancedesk.ui.look import fit, label
from stancedesk.ui.translation import tr


class ShortcutsDialog(QDialog):
    """A search field over keys and what they do.

    Args:
        rows: The keys, the part of the program, what they do.
    """

    def __init__(self, rows: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find by key or by words"))
        self.field.setAccessibleName(tr("Find by key or by words"))
        self.field.setClearButtonEnabled(True)
        self.cells = QTableWidget(len(rows), 3)
        self.cells.setAccessibleName(tr("Keyboard shortcuts"))
        self.cells.setHorizontalHeaderLabels([tr("Key"), tr("Where"), tr("What it does")])
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.cells.setShowGrid(False)
        self.cells.verticalHeader().hide()
        head = self.cells.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                if column == 0:
                    item.setFont(fonts.font(weight=fonts.SEMIBOLD, hinted=True))
                self.cells.setItem(at, column, item)
        for column in (0, 1):
            self.cells.resizeColumnToContents(column)
        self.nothing = label(tr("No shortcut matches."), "second")
        self.nothing.hide()
        self.field.textChanged.connect(self.narrow)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(16, 16, 16, 12)
        column_box.setSpacing(8)
        for widget in (self.field, self.cells, self.nothing):
            column_box.addWidget(widget)
        fit(self, 620, 640)
        self.field.setFocus()

    def narrow(self, words: str) -> None:
        """Show only the shortcuts in which all the words occur."""
        needles = words.casefold().split()
        left = 0
        for at in range(self.cells.rowCount()):
            cells = [self.cells.item(at, column) for column in range(3)]
            said = " ".join(cell.text() for cell in cells if cell is not None).casefold()
            shown = all(needle in said for needle in needles)
            self.cells.setRowHidden(at, not shown)
            left += shown
        self.nothing.setVisible(not left)
