"""Which columns of an unknown table are read: a dialog with its first rows, asked by an import."""

from __future__ import annotations

import threading
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.ports import Progress
from stancedesk.services.language import marked
from stancedesk.ui.look import fit, label, small_font
from stancedesk.ui.translation import tr

if TYPE_CHECKING:
    from stancedesk.importers import Columns, Head  # loaded by the first import, not by the window

FIELD_WORDS = {
    "title": marked("Title"),
    "text": marked("Text"),
    "date": marked("Date"),
    "source": marked("Source"),
    "url": marked("Address"),
}
LOOK_EVERY = 0.1
"""Seconds between two looks of a waiting import at whether it is cancelled."""


class MappingDialog(QDialog):
    """Shows the first rows of a table and asks which column is what.

    Args:
        head: The beginning of the table.
        guessed: The heading of each field, as far as it could be guessed.
    """

    def __init__(self, head: Head, guessed: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Columns of {name}").format(name=PurePath(head.path).name))
        self._names = tuple(dict.fromkeys(name for name in head.names if name))
        words = label(
            tr(
                "This kind of table is new to the project. Check which column is what; tables "
                "with the same headings are then read alike."
            ),
            "second",
        )
        words.setWordWrap(True)
        self.fields = {field: self._choice(field, guessed.get(field)) for field in FIELD_WORDS}
        self.preview = _preview(head)
        self.warning = label(tr("Choose the column that holds the texts."), "second", small_font())
        self.buttons = QDialogButtonBox()
        leave = self.buttons.addButton(
            tr("Leave this table out"), QDialogButtonBox.ButtonRole.RejectRole
        )
        leave.setAutoDefault(False)
        self.take = self.buttons.addButton(
            tr("Import the table"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.take.setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(10)
        for field, choice in self.fields.items():
            form.addRow(tr(FIELD_WORDS[field]), choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(self.warning)
        column.addWidget(self.buttons)
        fit(self, 640, 480)
        self._changed()

    @property
    def columns(self) -> Columns:
        """What was chosen."""
        chosen = {field: choice.currentData() for field, choice in self.fields.items()}
        return {field: name for field, name in chosen.items() if name}

    def _choice(self, field: str, guessed: str | None) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(tr("Column of: {field}").format(field=tr(FIELD_WORDS[field])))
        choice.addItem(tr("none"), "")
        for name in self._names:
            choice.addItem(name, name)
        choice.setCurrentIndex(max(0, choice.findData(guessed or "")))
        choice.currentIndexChanged.connect(self._changed)
        return choice

    def _changed(self) -> None:
        """Say above each column what it is read as; without texts there is nothing to import."""
        uses: dict[str, list[str]] = {}
        for field, name in self.columns.items():
            uses.setdefault(name, []).append(tr(FIELD_WORDS[field]))
        for at in range(self.preview.columnCount()):
            item = self.preview.horizontalHeaderItem(at)
            assert item is not None
            name = item.data(Qt.ItemDataRole.UserRole)
            used = ", ".join(uses.get(name, ()))
            item.setText(f"{name}\n{'→ ' + used if used else ''}")
        ready = "text" in self.columns
        self.take.setEnabled(ready)
        self.warning.setVisible(not ready)


def _preview(head: Head) -> QTableWidget:
    table = QTableWidget(len(head.rows), len(head.names))
    table.setAccessibleName(tr("First rows of the table"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    for at, name in enumerate(head.names):
        item = QTableWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, name)
        table.setHorizontalHeaderItem(at, item)
        for row, cells in enumerate(head.rows):
            table.setItem(row, at, QTableWidgetItem(cells[at] if at < len(cells) else ""))
    return table


class _Question:
    """A table that an import waits with, in its own thread, until the user has answered."""

    def __init__(self, head: Head, guessed: Columns) -> None:
        self.head, self.guessed = head, guessed
        self.answered = threading.Event()
        self.columns: Columns | None = None


class MappingQuestions(QObject):
    """Brings the questions of an import to the user, and the answers back.

    Args:
        window: Above which the dialog opens; this object belongs to its thread.
    """

    _asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: MappingDialog | None = None
        self._asked.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(self, progress: Progress, head: Head, guessed: Columns) -> Columns | None:
        """Ask from the thread of an import, and wait.

        Raises:
            Cancelled: The import was cancelled meanwhile.
        """
        question = _Question(head, guessed)
        self._asked.emit(question)
        while not question.answered.wait(LOOK_EVERY):
            progress.step(0, 0, tr("Waiting for the columns of a table"))
        return question.columns

    def end(self) -> None:
        """The import has ended: nobody waits for an answer."""
        if self.dialog is not None:
            self.dialog.reject()

    def _show(self, question: _Question) -> None:
        dialog = MappingDialog(question.head, question.guessed, self._window)
        self.dialog = dialog

        def answer(result: int) -> None:
            self.dialog = None
            if result == QDialog.DialogCode.Accepted:
                question.columns = dialog.columns
            question.answered.set()
            dialog.deleteLater()

        dialog.finished.connect(answer)
        dialog.open()
