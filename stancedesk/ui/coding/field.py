"""One judged value with its reason below; a click or Enter turns it into a field to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.controls.elided import ElidedButton
from stancedesk.ui.look import label, small_font
from stancedesk.ui.translation import tr


class CodedField(QWidget):
    """A name to the left, the value and its reason to the right.

    Args:
        name: "Country".
        choices: Words and values that can be chosen; None where any text can be entered.
        room: Width of the name in pixels.
    """

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]] | None = None,
        room: int = 62,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._choices: tuple[str, ...] = ()
        title = label(name, "second")
        title.setFixedWidth(room)
        self.value = ElidedButton()
        self.value.setObjectName("value")
        self.value.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.value.setCursor(Qt.CursorShape.IBeamCursor)
        self.value.clicked.connect(self.start)
        self.reason = label(look="second", font=small_font())
        self.reason.setWordWrap(True)
        self.editor: QLineEdit | QComboBox = QComboBox() if choices else QLineEdit()
        self.editor.setAccessibleName(tr("{name}, correct it here").format(name=name))
        self.editor.hide()
        self.editor.installEventFilter(self)
        if isinstance(self.editor, QLineEdit):
            self.editor.returnPressed.connect(self._accept)
        else:
            self.editor.activated.connect(self._accept)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.value)
        right.addWidget(self.editor)
        right.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(title, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        title.setContentsMargins(0, 1, 0, 0)
        if isinstance(self.editor, QComboBox):
            for words, value in choices or ():
                self.editor.addItem(words, value)
        self.set_value("", "")

    def set_choices(self, choices: Sequence[str]) -> None:
        """What completion offers where any text can be entered."""
        if tuple(choices) == self._choices or not isinstance(self.editor, QLineEdit):
            return
        self._choices = tuple(choices)
        completer = QCompleter(list(choices), self.editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        self.editor.setCompleter(completer)

    def set_value(self, words: str, reason: str, text: str | None = None) -> None:
        """Show a value and why; `text` is what the editor starts with when it differs."""
        self.stop()
        self._text = words if text is None else text
        self.value.set_words(words or tr("unknown"), tr("Correct: {name}").format(name=self.name))
        self.value.setProperty("empty", not words)
        spoken = tr("{name}: {value}. Press to correct.")
        self.value.setAccessibleName(spoken.format(name=self.name, value=words or tr("unknown")))
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def start(self) -> None:
        """Turn the value into a field."""
        if not self.isEnabled():
            return
        self.value.hide()
        self.editor.show()
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(self._text)
            self.editor.selectAll()
        else:
            self.editor.setCurrentText(self._text)
        self.editor.setFocus()

    def stop(self) -> None:
        """Show the value again, unchanged."""
        self.editor.hide()
        self.value.show()

    def _accept(self) -> None:
        words = (
            self.editor.text().strip()
            if isinstance(self.editor, QLineEdit)
            else self.editor.currentText()
        )
        changed = words != self._text
        self.stop()
        self.value.setFocus()
        if changed:
            editor = self.editor
            self.edited.emit(str(editor.currentData()) if isinstance(editor, QComboBox) else words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.stop()
                self.value.setFocus()
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(self.editor, QLineEdit):
            popup = self.editor.completer().popup() if self.editor.completer() else None
            if popup is None or not popup.isVisible():
                self.stop()
        return super().eventFilter(watched, event)
