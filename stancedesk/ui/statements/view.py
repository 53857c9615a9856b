"""The table of statements as the user sees it: select, sort, copy, choose columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from stancedesk.core.model import Row
from stancedesk.ui.controls.focus import BY_KEY
from stancedesk.ui.look import small_font
from stancedesk.ui.statements.columns import COLUMNS, Column
from stancedesk.ui.statements.delegates import ROW_HEIGHT, CellDelegate
from stancedesk.ui.statements.model import Fetch, StatementModel
from stancedesk.ui.translation import tr

MOST_COPIED = 10_000
REST = next(place for place, column in enumerate(COLUMNS) if column.width == 0)


class StatementTable(QTableView):
    """A virtual table; tells what is selected, and wants the order by a click on a heading."""

    selected = Signal(list)
    accepted = Signal()
    order_wanted = Signal(str, bool)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statements")
        self.setAccessibleName(tr("Statements"))
        self.table = StatementModel(fetch, self)
        self.table.order_wanted.connect(self.order_wanted)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self._quiet = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setFont(small_font())
        head.setHighlightSections(False)
        head.setMinimumSectionSize(44)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._choose_columns)
        self.setModel(self.table)
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, not column.shown)
            if column.width:
                self.setColumnWidth(place, column.width)
        head.sectionResized.connect(lambda *_: None if self._fitting else self._fit())
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._tell)

    _fitting = False

    def show_ids(self, ids: NDArray[np.int64], keep: Iterable[int] = ()) -> None:
        """Show statements in this order, keeping those of `keep` that are left selected."""
        self._quiet = True
        self.table.set_ids(ids)
        self._quiet = False
        self.choose(keep)

    def choose(self, statements: Iterable[int], scroll: bool = True) -> None:
        """Select statements without telling; those that are not in the table are left out."""
        places = sorted(place for place in map(self.table.place_of, statements) if place >= 0)
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for place in places[:1000]:
            selection.select(self.table.index(place, 0), self.table.index(place, last))
        self._quiet = True
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.select(selection, flags.ClearAndSelect | flags.Rows)
        if places:
            current = self.table.index(places[0], self._first_column())
            model.setCurrentIndex(current, flags.NoUpdate)
            if scroll:
                self.scrollTo(current, QAbstractItemView.ScrollHint.EnsureVisible)
        self._quiet = False

    def chosen(self) -> list[int]:
        """Ids of the selected statements, from the top."""
        ids = self.table.ids
        return [
            int(ids[place])
            for top, bottom in sorted(
                (part.top(), part.bottom()) for part in self.selectionModel().selection().toList()
            )
            for place in range(top, bottom + 1)
            if place < len(ids)
        ]

    def place_of_chosen(self, statements: Sequence[int]) -> int | None:
        """Row of the first of some statements that is in the table; None when none is."""
        places = [place for place in map(self.table.place_of, statements) if place >= 0]
        return min(places, default=None)

    def show_order(self, order: str, descending: bool) -> None:
        """Show by which column the statements are in order, without asking for it."""
        head = self.horizontalHeader()
        place = next((at for at, column in enumerate(COLUMNS) if column.key == order), -1)
        turned = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head.blockSignals(True)
        head.setSortIndicator(place, turned)
        head.blockSignals(False)
        head.viewport().update()

    def step(self, by: int) -> None:
        """Select the next (1) or the one before (-1)."""
        count = self.table.rowCount()
        if not count:
            return
        current = self.currentIndex()
        place = 0 if not current.isValid() else max(0, min(count - 1, current.row() + by))
        self.selectRow(place)
        self.scrollTo(self.table.index(place, self._first_column()))

    def mark(self, words: str) -> None:
        """Mark the words of a search in the statements."""
        phrases = re.findall(r"[\"“]([^\"”]+)[\"”]", words)
        rest = re.sub(r"[\"“][^\"”]*[\"”]?", " ", words)
        single = [word.strip("*()") for word in rest.split() if word not in ("OR", "AND", "NOT")]
        self.cells.needles = tuple(each.casefold() for each in phrases + single if each)
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table for a spreadsheet, with headings."""
        shown = [column for place, column in enumerate(COLUMNS) if not self.isColumnHidden(place)]
        lines = ["\t".join(tr(column.title) for column in shown)]
        for statement in self.chosen()[:MOST_COPIED]:
            row = self.table.row_at(self.table.place_of(statement))
            if row is not None:
                lines.append("\t".join(_cell(column, row) for column in shown))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def columns_state(self) -> dict[str, object]:
        """Which columns are shown and how wide, to be kept with the project."""
        return {
            "hidden": [c.title for at, c in enumerate(COLUMNS) if self.isColumnHidden(at)],
            "widths": {c.title: self.columnWidth(at) for at, c in enumerate(COLUMNS)
                       if c.width and not self.isColumnHidden(at)},
        }  # fmt: skip

    def restore_columns(self, state: object) -> None:
        """Show columns as they were kept."""
        if not isinstance(state, dict):
            return
        hidden, widths = state.get("hidden", []), state.get("widths", {})
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column.title in hidden)
            width = widths.get(column.title)
            if isinstance(width, int) and width > 20:
                self.setColumnWidth(place, width)
        self._fit()

    def _tell(self) -> None:
        if not self._quiet:
            self.selected.emit(self.chosen())

    def _first_column(self) -> int:
        return next(at for at in range(len(COLUMNS)) if not self.isColumnHidden(at))

    def _fit(self) -> None:
        """Give the statement's words what the other columns leave."""
        others = sum(
            self.columnWidth(at)
            for at in range(len(COLUMNS))
            if at != REST and not self.isColumnHidden(at)
        )
        self._fitting = True
        self.setColumnWidth(REST, max(100, self.viewport().width() - others))
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame(event.reason() in BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame(False)

    def _frame(self, on: bool) -> None:
        """Show by a frame that the keyboard has come here, or take it away."""
        if bool(self.property("framed")) != on:
            self.setProperty("framed", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if not event.modifiers() and event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
            return
        # Digits and letters are shortcuts here, not the beginning of a search by typing.
        if event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _choose_columns(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(COLUMNS):
            if place == REST:
                continue
            action = menu.addAction(tr(column.title))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda on, place=place: self._show_column(place, on))
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    def _show_column(self, place: int, on: bool) -> None:
        self.setColumnHidden(place, not on)
        metrics = QFontMetrics(self.font())
        if on and self.columnWidth(place) < 40:
            self.setColumnWidth(place, metrics.horizontalAdvance(tr(COLUMNS[place].title)) + 40)
        self._fit()


def _cell(column: Column, row: Row) -> str:
    # Imported late: it loads the store, which the window need not wait for.
    from stancedesk.services.export import safe_cell

    words = " ".join(column.value(row).split())
    return words if column.figure else str(safe_cell(words))
