"""The values of one filter that can be ticked, with count and mean stance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from stancedesk.ui.translation import tr
from stancedesk.ui.words import signed, tip

Index = QModelIndex | QPersistentModelIndex
TICK = Qt.ItemDataRole.UserRole
FIRST = 6
"""Values shown before "Show more"."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One value: its key in the query, its words, how many statements and their mean stance."""

    key: str
    label: str
    count: int
    mean: float | None = None
    below: str = ""
    colour: QColor | None = None


class TickModel(QAbstractListModel):
    """Ticked values first, then the others as they come; narrowed by a word, cut by `limit`."""

    changed = Signal(tuple)

    def __init__(self, parent: QObject | None = None, name: Callable[[str], str] = str) -> None:
        super().__init__(parent)
        self._name = name
        self._all: tuple[Tick, ...] = ()
        self._shown: list[Tick] = []
        self._ticked: tuple[str, ...] = ()
        self._needle = ""
        self.limit: int | None = FIRST

    @property
    def ticked(self) -> tuple[str, ...]:
        """Keys in the order in which they were ticked: the order of the chart's colours."""
        return self._ticked

    @property
    def hidden(self) -> int:
        """How many values "Show more" would add."""
        return max(0, len(self._matching()) - len(self._shown))

    @property
    def total(self) -> int:
        """How many values there are, narrowed or not."""
        return len(self._all)

    @property
    def most(self) -> int:
        """The largest count, for the width of its column."""
        return max((value.count for value in self._all), default=0)

    def set_values(self, values: Sequence[Tick], ticked: tuple[str, ...]) -> None:
        """Show these values; ticked ones that have no statement left stay visible with 0."""
        known = {value.key for value in values}
        lost = tuple(Tick(key, self._label(key), 0) for key in ticked if key not in known)
        self._all = tuple(values) + lost
        self._ticked = ticked
        self._rebuild()

    def set_needle(self, needle: str) -> None:
        """Show only values whose words contain `needle`, in any case."""
        self._needle = needle.casefold().strip()
        self._rebuild()

    def set_limit(self, limit: int | None) -> None:
        """Show at most `limit` values, or all."""
        self.limit = limit
        self._rebuild()

    def toggle(self, index: Index) -> None:
        """Tick or untick the value of a row."""
        if not index.isValid():
            return
        key = self._shown[index.row()].key
        if key in self._ticked:
            self._ticked = tuple(other for other in self._ticked if other != key)
        else:
            self._ticked += (key,)
        self.dataChanged.emit(index, index)
        self.changed.emit(self._ticked)

    def only(self, index: Index) -> None:
        """Tick the value of a row and no other."""
        if index.isValid():
            self._ticked = (self._shown[index.row()].key,)
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
            self.changed.emit(self._ticked)

    def row_of(self, key: str) -> int:
        """The row that shows a key, or -1."""
        return next((row for row, tick in enumerate(self._shown) if tick.key == key), -1)

    def _label(self, key: str) -> str:
        return next((tick.label for tick in self._all if tick.key == key), self._name(key))

    def _matching(self) -> list[Tick]:
        if not self._needle:
            return list(self._all)
        return [
            tick
            for tick in self._all
            if self._needle in f"{tick.label} {tick.key} {tick.below}".casefold()
        ]

    def _rebuild(self) -> None:
        rows = self._matching()
        order = {key: place for place, key in enumerate(self._ticked)}
        rows.sort(key=lambda tick: order.get(tick.key, len(order)))
        if self.limit is not None:
            rows = rows[: max(self.limit, len(order))]
        if [tick.key for tick in rows] == [tick.key for tick in self._shown]:
            self._shown = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tick = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tick.label
        if role == Qt.ItemDataRole.CheckStateRole:
            on = tick.key in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            mean = ""
            if tick.mean is not None:
                mean = ", " + tr("mean stance {figure}").format(figure=signed(tick.mean))
            about = f" ({tick.below})" if tick.below else ""
            said = tr("{n} statement(s)", "", tick.count)
            words = f"{tick.label}{about}: {said}{mean}"
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return tick if role == TICK else None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index)
        return True
