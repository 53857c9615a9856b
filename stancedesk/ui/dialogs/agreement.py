"""Two coders side by side: how far they agree, and where they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.model import Judgement
from stancedesk.ui.look import label, small_font, strong_font
from stancedesk.ui.words import count, day, elided, level, plural, signed

if TYPE_CHECKING:  # the store loads when a project is opened, after the first paint
    from stancedesk.services.review import Agreement, Difference

COLUMNS = ("Date", "Statement", "", "")


class AgreementDialog(QDialog):
    """Chooses two coders; a click on a difference chooses its statement in the window.

    Args:
        coders: Who has coded; the machine is among them.
        compare: Compares two of them.
    """

    statement_chosen = Signal(int)

    def __init__(
        self,
        coders: Sequence[str],
        compare: Callable[[str, str], Agreement],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Agreement of two coders")
        self._compare = compare
        self.first, self.second = QComboBox(), QComboBox()
        for box, name in ((self.first, "First coder"), (self.second, "Second coder")):
            box.addItems(list(coders))
            box.setAccessibleName(name)
        self.second.setCurrentIndex(min(1, len(coders) - 1))
        self.figures = label(font=strong_font(15))
        self.meaning = label(
            "1 is perfect agreement, 0 what chance would give; above 0.80 counts as reliable, "
            "0.67 is the least for cautious conclusions (Krippendorff).",
            "second", small_font(),
        )  # fmt: skip
        self.meaning.setWordWrap(True)
        self.cells = QTableWidget(0, len(COLUMNS))
        self.cells.setAccessibleName("Statements that the two judge differently")
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.cells.setShowGrid(False)
        self.cells.setWordWrap(False)
        self.cells.verticalHeader().hide()
        head = self.cells.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.cells.itemSelectionChanged.connect(self._tell)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.first)
        row.addWidget(QLabel("and"))
        row.addWidget(self.second)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.figures)
        column.addWidget(self.meaning)
        column.addWidget(self.cells, 1)
        column.addWidget(close)
        self.resize(860, 520)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self.show_agreement)
        self.show_agreement()

    def show_agreement(self) -> None:
        """Compare the two that are chosen."""
        found = self._compare(self.first.currentText(), self.second.currentText())
        if not found.n:
            self.figures.setText("No statement was coded by both.")
        else:
            parts = [
                f"{plural(found.n, 'statement')} coded by both",
                f"stance: α = {_figure(found.alpha)}",
                f"country: κ = {_figure(found.kappa)}",
                f"{count(len(found.differences))} judged differently",
            ]
            self.figures.setText("   ·   ".join(parts))
        self.cells.setHorizontalHeaderLabels(["Date", "Statement", found.first, found.second])
        self.cells.setRowCount(len(found.differences))
        for at, each in enumerate(found.differences):
            cells = (
                day(each.row.published), elided(each.row.text, 200),
                _said(each, each.first), _said(each, each.second),
            )  # fmt: skip
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setData(Qt.ItemDataRole.UserRole, each.row.id)
                self.cells.setItem(at, column, item)
        for column in (0, 2, 3):
            self.cells.resizeColumnToContents(column)
            self.cells.setColumnWidth(column, min(220, self.cells.columnWidth(column)))

    def _tell(self) -> None:
        items = self.cells.selectedItems()
        if items:
            self.statement_chosen.emit(int(items[0].data(Qt.ItemDataRole.UserRole)))


def _figure(value: float | None) -> str:
    return "undefined" if value is None else signed(value).lstrip("+")


def _said(each: Difference, judged: Judgement) -> str:
    """What a coder said in the fields that differ."""
    words = {
        "valid": "a statement" if judged.valid else "not a statement",
        "level": f"stance {level(judged.level)}",
        "country": judged.country or "no country",
        "person": judged.person or "no person",
        "act": judged.act.value,
        "official": "official" if judged.official else "not official",
        "targets": "about " + (", ".join(judged.targets) or "nobody"),
    }
    return ", ".join(words[name] for name in each.fields)
