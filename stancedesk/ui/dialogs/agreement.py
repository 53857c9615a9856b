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
from stancedesk.ui.look import fit, label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, day, elided, level, signed, tip

if TYPE_CHECKING:  # the store loads when a project is opened, after the first paint
    from stancedesk.services.review import Agreement, Difference


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
        self.setWindowTitle(tr("Agreement of two coders"))
        self._compare = compare
        self.first, self.second = QComboBox(), QComboBox()
        for box, name in (
            (self.first, tr("First coder")),
            (self.second, tr("Second coder")),
        ):
            box.addItems(list(coders))
            box.setAccessibleName(name)
        self.second.setCurrentIndex(min(1, len(coders) - 1))
        self.figures = label(font=strong_font(15))
        self.meaning = label(
            tr("1 is perfect agreement, 0 what chance would give; above 0.80 counts as reliable, "
            "0.67 is the least for cautious conclusions (Krippendorff)."),
            "second", small_font(),
        )  # fmt: skip
        self.meaning.setWordWrap(True)
        self.cells = QTableWidget(0, 4)
        self.cells.setAccessibleName(tr("Statements that the two judge differently"))
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
        row.addWidget(QLabel(tr("and")))
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
        fit(self, 860, 520)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self.show_agreement)
        self.show_agreement()

    def show_agreement(self) -> None:
        """Compare the two that are chosen."""
        found = self._compare(self.first.currentText(), self.second.currentText())
        if not found.n:
            self.figures.setText(tr("No statement was coded by both."))
        else:
            parts = [
                tr("{n} statement(s) coded by both", "", found.n),
                tr("stance: α = {figure}").format(figure=_figure(found.alpha)),
                tr("country: κ = {figure}").format(figure=_figure(found.kappa)),
                tr("{n} judged differently").format(n=count(len(found.differences))),
            ]
            self.figures.setText("   ·   ".join(parts))
        self.cells.setHorizontalHeaderLabels(
            [tr("Date"), tr("Statement"), found.first, found.second]
        )
        self.cells.setRowCount(len(found.differences))
        for at, each in enumerate(found.differences):
            cells = (
                day(each.row.published), elided(each.row.text, 200),
                _said(each, each.first), _said(each, each.second),
            )  # fmt: skip
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(words))
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
    return tr("undefined") if value is None else signed(value).lstrip("+")


def _said(each: Difference, judged: Judgement) -> str:
    """What a coder said in the fields that differ."""
    words = {
        "valid": tr("a statement") if judged.valid else tr("not a statement"),
        "level": tr("stance {figure}").format(figure=level(judged.level)),
        "country": judged.country or tr("no country"),
        "person": judged.person or tr("no person"),
        "act": tr(judged.act.value),
        "official": tr("official") if judged.official else tr("not official"),
        "targets": tr("about {actors}").format(actors=", ".join(judged.targets) or tr("nobody")),
    }
    return ", ".join(words[name] for name in each.fields)
