"""The command palette: every action of the menus by a few letters of its name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.look import current_look, fit
from stancedesk.ui.translation import tr

KEYS = Qt.ItemDataRole.UserRole + 1


class CommandDelegate(QStyledItemDelegate):
    """Writes the shortcut at the right end of the line."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(current_look().second)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -10, 0), right, index.data(KEYS) or "")
        painter.restore()


class CommandPalette(QDialog):
    """A search field over a list of actions with their shortcuts.

    Args:
        actions: Pairs of the menu's name and the action.
    """

    def __init__(
        self, actions: Iterable[tuple[str, QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = [(menu, action) for menu, action in actions if action.isEnabled()]
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command or a key"))
        self.field.setAccessibleName(tr("Type a command or a key"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._run)
        self.list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        fit(self, 520, 380)
        self._narrow("")

    def showEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().showEvent(event)  # type: ignore[arg-type]
        if (parent := self.parentWidget()) is not None:
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + 70)
        self.field.setFocus()

    def _narrow(self, words: str) -> None:
        self.list.clear()
        needles = words.casefold().split()
        for menu, action in self._actions:
            name = action.text().replace("&", "").rstrip("… ")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if all(needle in f"{menu} {name} {keys}".casefold() for needle in needles):
                item = QListWidgetItem(f"{menu}: {name}")
                item.setData(KEYS, keys)
                if keys:
                    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, keys)
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action: QAction = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self.list.count():
                row = (self.list.currentRow() + steps[Qt.Key(event.key())]) % self.list.count()
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
