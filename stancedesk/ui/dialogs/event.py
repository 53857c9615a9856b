"""Events: adding one, and the list of all with a way to remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.model import Event
from stancedesk.ui.look import fit, label
from stancedesk.ui.translation import tr
from stancedesk.ui.words import day, is_day


class EventDialog(QDialog):
    """Asks for the day and the name of an event.

    Args:
        day: The day that is proposed, ISO, or "".
    """

    def __init__(self, day: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add an event"))
        self.day = QLineEdit(day)
        self.day.setPlaceholderText(tr("year-month-day, for example 2032-01-05"))
        self.day.setAccessibleName(tr("Day, year-month-day"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Blockade"))
        self.name.setAccessibleName(tr("Name of the event"))
        self.name.setMinimumWidth(280)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for field in (self.day, self.name):
            field.textChanged.connect(self._check)
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 16)
        form.setSpacing(12)
        form.addRow(tr("Day"), self.day)
        form.addRow(tr("Name"), self.name)
        form.addRow(self.buttons)
        (self.name if day else self.day).setFocus()
        self._check()

    @property
    def event_day(self) -> str:
        """The day, ISO."""
        return self.day.text().strip()

    def _check(self) -> None:
        ready = is_day(self.event_day) and bool(self.name.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)


class EventsDialog(QDialog):
    """The list of events; says which are to go, or that one is to be added.

    Args:
        events: Gives the events as they are now.
    """

    remove_wanted = Signal(list)
    add_wanted = Signal()

    def __init__(
        self, events: Callable[[], Sequence[Event]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Events on the timeline"))
        self._events = events
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Events"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._allow)
        self.nothing = label(tr("No events yet. Add one to mark a day on the timeline."), "second")
        self.add = QPushButton(tr("Add…"))
        self.add.clicked.connect(self.add_wanted)
        self.remove = QPushButton(tr("Remove"))
        self.remove.clicked.connect(
            lambda: self.remove_wanted.emit([item.data(256) for item in self.list.selectedItems()])
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        fit(self, 420, 360)
        self.refresh()

    def refresh(self) -> None:
        """Show the events as they are now."""
        self.list.clear()
        events = self._events()
        for event in events:
            item = QListWidgetItem(f"{day(event.date)}   {event.label}")
            item.setData(256, event.id)
            self.list.addItem(item)
        self.nothing.setVisible(not events)
        self._allow()

    def _allow(self) -> None:
        self.remove.setEnabled(bool(self.list.selectedItems()))
