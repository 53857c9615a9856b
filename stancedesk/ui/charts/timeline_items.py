"""The timeline's scene: pan and zoom, the kept drawing, what follows the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from stancedesk.ui.charts.card import Card

if TYPE_CHECKING:
    from stancedesk.ui.charts.timeline import TimelineView


class TimeBox(pg.ViewBox):
    """Pan and zoom along time only; a drag in the counts, or with Shift, brushes."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(enableMenu=False)
        self._view = view
        self.setMouseEnabled(x=True, y=False)
        self.setDefaultPadding(0)
        self.setYRange(-1, 1, padding=0)
        self._brushing = False

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        start, now = event.buttonDownScenePos(), event.scenePos()
        if event.isStart():
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._brushing = bool(shifted) or self._view.in_strip(start)
        if self._brushing:
            event.accept()
            self._view.brush(start.x(), now.x(), event.isFinish())
        else:
            super().mouseDragEvent(event, axis)

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        if event.double():
            self._view.reset()
        else:
            self._view.clicked(event.scenePos())


class Drawing(pg.GraphicsObject):
    """The figure, kept as an image until something about it changes."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self._image: QPixmap | None = None
        self.setZValue(-10)

    def stale(self) -> None:
        self._image = None
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._view.width(), self._view.height())

    def paint(self, painter: QPainter, *_: object) -> None:
        ratio = self._view.devicePixelRatioF()
        if self._image is None:
            self._image = QPixmap(self._view.size() * ratio)
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(QColor(self._view.theme.panel))
            inner = QPainter(self._image)
            self._view.paint_drawing(inner, ratio)
            inner.end()
        painter.drawPixmap(0, 0, self._image)


class Overlay(pg.GraphicsObject):
    """Selection, brush and card; repainted alone while the pointer moves."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self.hovered: int | None = None
        self.card: Card | None = None
        self.brush: tuple[float, float] | None = None
        self.setZValue(10)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_card(self, statement_id: int | None) -> None:
        if statement_id != self.hovered:
            self.hovered = statement_id
            self.card = None if statement_id is None else self._view.card_of(statement_id)
            self.update()

    def show_brush(self, span: tuple[float, float] | None) -> None:
        self.brush = span
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._view.width(), self._view.height())

    def paint(self, painter: QPainter, *_: object) -> None:
        self._view.paint_overlay(painter, self)
