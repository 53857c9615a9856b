"""A chart that the keyboard has come to shows it by a frame; one that was clicked does not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from stancedesk.ui.charts.base import pen
from stancedesk.ui.controls.focus import BY_KEY
from stancedesk.ui.theme import Theme


class FramedByFocus(QWidget):
    """Knows whether its focus came by key, and paints the frame."""

    framed = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.framed = event.reason() in BY_KEY
        super().focusInEvent(event)
        self.focus_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.framed = False
        super().focusOutEvent(event)
        self.focus_moved()

    def focus_moved(self) -> None:
        """Show the frame, or take it away."""
        self.update()

    def paint_frame(self, painter: QPainter, theme: Theme) -> None:
        """Paint the frame where it is due."""
        if self.framed:
            painter.setPen(pen(theme.accent, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)
