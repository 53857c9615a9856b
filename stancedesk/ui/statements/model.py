"""A table as long as the selection that holds only the pages in sight.

The order of all statements is one array of ids, from SQL; rows are fetched by page when they are
shown and kept while they are near.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from stancedesk.core.model import Row
from stancedesk.ui.statements.columns import COLUMNS
from stancedesk.ui.translation import tr
from stancedesk.ui.words import tip

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], list[Row]]

ROW = Qt.ItemDataRole.UserRole
COLUMN = Qt.ItemDataRole.UserRole + 1
PAGE = 100
KEPT = 40


class StatementModel(QAbstractTableModel):
    """Statements in the order of the query.

    Args:
        fetch: Gives the statements of some ids; those that are gone are left out.
    """

    order_wanted = Signal(str, bool)

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._places: dict[int, int] | None = None
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()

    @property
    def ids(self) -> NDArray[np.int64]:
        """Ids of all statements in order."""
        return self._ids

    def set_ids(self, ids: NDArray[np.int64]) -> None:
        """Show other statements, or the same ones anew."""
        if np.array_equal(ids, self._ids):
            self.forget()
            return
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self._pages.clear()
        self.endResetModel()

    def forget(self, statements: Iterable[int] | None = None) -> None:
        """Fetch statements anew, or everything: their codings have changed."""
        if statements is None:
            self._pages.clear()
        else:
            for place in filter(lambda at: at >= 0, map(self.place_of, statements)):
                self._pages.pop(place // PAGE, None)
        if len(self._ids):
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            )

    def place_of(self, statement: int) -> int:
        """The row of a statement, or -1."""
        if self._places is None:
            if len(self._ids) > 20_000:
                found = np.flatnonzero(self._ids == statement)
                return int(found[0]) if found.size else -1
            self._places = {int(each): place for place, each in enumerate(self._ids)}
        return self._places.get(statement, -1)

    def row_at(self, place: int) -> Row | None:
        """The statement of a row; None when it has gone meanwhile."""
        number = place // PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE].tolist()
            page = {row.id: row for row in self._fetch(wanted)}
            self._pages[number] = page
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(int(self._ids[place]))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            column = COLUMNS[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.short or tr(column.title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = column.figure
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            if role == Qt.ItemDataRole.ToolTipRole:
                return (
                    tr("Sort by: {name}").format(name=tr(column.title))
                    if column.key
                    else tr(column.title)
                )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        column = COLUMNS[index.column()]
        if role == COLUMN:
            return column
        if role not in (
            ROW,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        row = self.row_at(index.row())
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.tip(row)) if column.tip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            value = column.value(row) or tr("no")
            return f"{tr(column.title)}: {value}"
        return column.value(row)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the ids come back by `set_ids`."""
        if 0 <= column < len(COLUMNS) and COLUMNS[column].key:
            self.order_wanted.emit(COLUMNS[column].key, order == Qt.SortOrder.DescendingOrder)
