"""An inline message above the work: what happened, what to do, details to copy; never a box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.look import strong_font
from stancedesk.ui.translation import tr

STAYS = 8000
"""Milliseconds that good news stays; bad news stays until it is closed."""


class Banner(QFrame):
    """One message at a time; a newer one takes the place of the older."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._act: Callable[[], None] | None = None
        self._mark = QLabel()
        self._mark.setObjectName("bannerMark")
        self._mark.setFont(strong_font())
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.clicked.connect(self._run)
        self._more = Link(tr("Details"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_details)
        self._copy = Link(tr("Copy"))
        self._copy.setAccessibleName(tr("Copy the message and its details"))
        self._copy.clicked.connect(self.copy)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(tr("Close the message"))
        close.setToolTip(tr("Close the message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        for button in (self._action, self._more, self._copy, close):
            row.addWidget(button)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setMaximumHeight(140)
        self._details.setAccessibleName(tr("Details of the message"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 10, 7)
        column.addLayout(row)
        column.addWidget(self._details)
        self.hide()

    @property
    def message(self) -> str:
        """The words shown now; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_message(
        self,
        message: str,
        kind: str = "info",
        details: str = "",
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a message.

        Args:
            message: One or two sentences.
            kind: "info", "good", "warning" or "error".
            details: More, behind a link; offered for copying.
            action: The label of a button and what it does.
        """
        self._timer.stop()
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._mark.setText({"good": "✓", "warning": "!", "error": "!"}.get(kind, "i"))
        self._mark.setProperty("kind", kind)
        self._mark.style().unpolish(self._mark)
        self._mark.style().polish(self._mark)
        self._words.setText(message)
        self._details.setPlainText(details)
        self._more.setChecked(False)
        self._details.hide()
        self._more.setVisible(bool(details))
        self._copy.setVisible(kind in ("warning", "error") or bool(details))
        self._act = action[1] if action else None
        self._action.setVisible(action is not None)
        self._action.setText(action[0] if action else "")
        self.setAccessibleName(message)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if kind in ("info", "good") and not details and action is None:
            self._timer.start(STAYS)

    def copy(self) -> None:
        """Put message and details on the clipboard."""
        text = self._words.text()
        if details := self._details.toPlainText():
            text += "\n\n" + details
        QGuiApplication.clipboard().setText(text)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show_details(self, on: bool) -> None:
        self._details.setVisible(on)

    def _run(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
