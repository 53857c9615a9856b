"""The box of a row that can be ticked, painted from the theme's tokens."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from stancedesk.ui.look import current_look

SIDE = 14


def paint_tick_box(painter: QPainter, box: QRectF, on: bool) -> None:
    """Paint a box of `SIDE` pixels, ticked or not."""
    look = current_look()
    painter.setPen(QPen(look.fill if on else look.box, 1.2))
    painter.setBrush(look.fill if on else look.panel)
    painter.drawRoundedRect(box, 3, 3)
    if on:
        corner = box.topLeft()
        tip, foot, end = QPointF(3.4, 7.4), QPointF(6, 10), QPointF(10.8, 4.4)
        painter.setPen(QPen(look.on_accent, 1.8))
        painter.drawPolyline([corner + tip, corner + foot, corner + end])
