"""A label that gives way: it shows what fits and says the rest in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

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
        self._drops = drops
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.width() < ENOUGH:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics, text = self.fontMetrics(), self.text()
        while self._drops and " · " in text and metrics.horizontalAdvance(text) > self.width():
            text = text.partition(" · ")[2]
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)
