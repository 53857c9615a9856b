"""A label and a button that give way: they show what fits, and the rest in a tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

PADDING = 8
"""Pixels of a button that its words leave free."""
ENOUGH = 60
"""Pixels below which nothing is shown rather than a few letters."""


class ElidedLabel(QLabel):
    """A line that is cut with an ellipsis where there is no room.

    Args:
        text: The line.
        drops: Leave out its first parts, set apart by " · ", before anything is cut.
    """

    def __init__(self, text: str = "", drops: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._drops = drops
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics, text = self.fontMetrics(), self.text()
        if self.width() < min(ENOUGH, metrics.horizontalAdvance(text)):
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        while self._drops and " · " in text and metrics.horizontalAdvance(text) > self.width():
            text = text.partition(" · ")[2]
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)


class ElidedButton(QPushButton):
    """A button whose words are cut with an ellipsis where there is no room.

    Its tool tip says what it does, below the words in full where they are cut.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = self._does = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The words in full."""
        return self._words

    def set_words(self, words: str, does: str) -> None:
        """Show words, and what a press does."""
        self._words, self._does = words, does
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        flat = " ".join(self._words.split())
        room = self.width() - PADDING
        shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, room)
        # Qt takes a single & in a button's words for the mark of a key.
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._does if shown == flat else f"{self._words}\n{self._does}")
