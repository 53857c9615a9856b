"""The small bar that shows a stance: from the middle to the left escalates, to the right not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stancedesk.ui.look import Look, current_look
from stancedesk.ui.translation import tr
from stancedesk.ui.words import signed


def paint_stance_bar(painter: QPainter, rect: QRectF, stance: float | None, look: Look) -> None:
    """Paint a bar for a stance in [-1, 1] into `rect`; None leaves the track empty."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    track = QRectF(rect.left(), rect.center().y() - 2.5, rect.width(), 5)
    painter.setBrush(look.track)
    painter.drawRoundedRect(track, 2.5, 2.5)
    middle = rect.center().x()
    if stance is not None:
        reach = max(-1.0, min(1.0, stance)) * rect.width() / 2
        if abs(reach) >= 0.5:
            painter.setBrush(look.stance(stance))
            left = min(middle, middle + reach)
            painter.drawRoundedRect(QRectF(left, track.top(), abs(reach), 5), 1.5, 1.5)
    painter.setBrush(look.axis)
    painter.drawRect(QRectF(middle - 0.5, rect.center().y() - 5, 1, 10))
    painter.restore()


class StanceBar(QWidget):
    """A stance bar as a widget of its own."""

    def __init__(self, stance: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stance = stance
        self.setFixedSize(58, 16)
        self.set_stance(stance)

    def set_stance(self, stance: float | None) -> None:
        """Show a stance in [-1, 1]; None for none."""
        self._stance = stance
        words = tr("no figure") if stance is None else tr("stance {figure}")
        self.setAccessibleName(words.format(figure=signed(stance or 0)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(58, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_stance_bar(painter, QRectF(self.rect()), self._stance, current_look())
