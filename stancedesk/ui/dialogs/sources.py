"""The shape of a list of sources: what is followed, what goes on with it, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.look import fit, label, small_font
from stancedesk.ui.translation import locale, tr
from stancedesk.ui.words import tip

ID = 256


class Line(NamedTuple):
    """A source as the table shows it: its place in full is a tooltip, `problem` may be ""."""

    id: int
    cells: Sequence[str]
    place: str
    problem: str


class SourcesDialog(QDialog):
    """A table of sources with buttons under it; it stays open while the window is used.

    Args:
        title: Of the dialog.
        note: What is said below the table in small letters.
        headings: Of the columns; the first takes the room.
    """

    remove_wanted = Signal(list)

    def __init__(
        self, title: str, note: str, headings: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.busy = False
        self.table = QTreeWidget()
        self.table.setHeaderLabels(list(headings))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(title)
        self.table.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.itemSelectionChanged.connect(self._chosen)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.headerItem().setTextAlignment(
            1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.nothing = label(look="second")
        self.nothing.setWordWrap(True)
        self.problem = label(look="warning")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        small = label(note, "second", small_font())
        small.setWordWrap(True)
        self.remove = QPushButton(tr("Remove"))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.chosen()))
        self.remove.setAutoDefault(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self.head = QHBoxLayout()
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.remove)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addLayout(self.head)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        column.addWidget(small)
        column.addLayout(self.foot)
        fit(self, 760, 420)

    def chosen(self) -> list[int]:
        """Ids of the chosen sources."""
        return [int(item.data(0, ID)) for item in self.table.selectedItems()]

    def show_busy(self, busy: bool) -> None:
        """Switch off what cannot be done while a job runs."""
        self.busy = busy
        self.allow()

    def allow(self) -> None:
        """Switch buttons on and off by what is chosen."""
        self.remove.setEnabled(bool(self.chosen()) and not self.busy)

    def fill(self, rows: Sequence[Line]) -> None:
        """Show sources; the choice stays."""
        before = set(self.chosen())
        self.table.clear()
        for id_, cells, where, problem in rows:
            item = QTreeWidgetItem(list(cells))
            item.setData(0, ID, id_)
            item.setToolTip(0, tip(where))
            item.setData(0, ID + 1, problem)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place in range(1, len(cells)):
                item.setToolTip(place, tip(problem))
            self.table.addTopLevelItem(item)
            item.setSelected(id_ in before)
        self.nothing.setVisible(not rows)
        self._chosen()

    def _chosen(self) -> None:
        items = self.table.selectedItems()
        words = str(items[0].data(0, ID + 1)) if len(items) == 1 else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.allow()


def when(moment: str | None) -> str:
    """A moment (ISO 8601, UTC) as the user's clock says it; "never" for None."""
    if not moment:
        return tr("never")
    at = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return locale().toString(at, QLocale.FormatType.ShortFormat)
