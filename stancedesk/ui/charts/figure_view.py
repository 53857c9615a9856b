"""A view of a drawing made of cells: hover says what a cell holds, a click narrows to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from stancedesk.services.chart import Table
from stancedesk.ui.charts.base import Canvas, Legend, pen
from stancedesk.ui.charts.card import Card, card_rect, paint_card
from stancedesk.ui.charts.focus import FramedByFocus
from stancedesk.ui.charts.header import empty, header
from stancedesk.ui.theme import LIGHT, Theme
from stancedesk.ui.translation import tr


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a drawing: where it lies, what its card says, and to what a click narrows.

    `filters` are fields of a Query with their values; empty for none.
    """

    rect: QRectF
    card: Card
    filters: Mapping[str, Any]


class Figure(Protocol):
    """A drawing made of cells."""

    @property
    def title(self) -> str:
        """Heading above the drawing."""
        ...

    def legend_for(self, width: float) -> tuple[Legend, ...]:
        """Entries above a drawing of a width; may be none."""
        ...

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`; gives the cells in reading order."""
        ...


class FigureView(FramedByFocus):
    """Shows a figure. Arrow keys go from cell to cell, Return narrows like a click.

    Subclasses say in `figure_of` how data becomes a figure.
    """

    narrowed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.theme = LIGHT
        self.data: Any = None
        self._figure: Figure | None = None
        self._cells: list[Cell] = []
        self._image: QPixmap | None = None
        self._at: int | None = None
        self._hint = (tr("Nothing to compare here"), tr("Widen the filters on the left."))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)

    def figure_of(self, data: Any, theme: Theme) -> Figure:
        """The drawing of some data in a theme."""
        raise NotImplementedError

    def set_data(self, data: Any, theme: Theme) -> None:
        """Draw other data, or the same in another theme."""
        self.data, self.theme = data, theme
        self._figure = self.figure_of(data, theme)
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(f"{data.subtitle}. {data.caption}.")
        self._stale()

    def set_hint(self, message: str, hint: str) -> None:
        """What to say, and to advise, where there is nothing to draw."""
        self._hint = (message, hint)
        self._stale()

    def as_table(self) -> Table:
        """What is drawn: header and rows."""
        table: Table = self.data.as_table() if self.data is not None else ((), [])
        return table

    @property
    def cells(self) -> list[Cell]:
        """Cells of the drawing as it is shown."""
        self._drawn()
        return self._cells

    def shown_card(self) -> Card | None:
        """The hover card in sight, if any."""
        return None if self._at is None else self._cells[self._at].card

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn())
        if self._at is not None:
            cell = self._cells[self._at]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(self.theme.ink, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.rect)
            beside = QPointF(cell.rect.right() - 8, cell.rect.center().y())
            rect = card_rect(cell.card, beside, QRectF(self.rect()))
            paint_card(painter, self.theme, cell.card, rect)
        self.paint_frame(painter, self.theme)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._found(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._found(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._narrow(found)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Up: (0, -1),
        }
        if key in steps and self.cells:
            self._point(0 if self._at is None else self._beside(self._at, *steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self._narrow(self._at)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def _beside(self, at: int, across: int, down: int) -> int:
        here = self._cells[at].rect.center()
        best, least = at, float("inf")
        for i, cell in enumerate(self._cells):
            off = cell.rect.center() - here
            along = off.x() * across + off.y() * down
            aside = abs(off.x() * down) + abs(off.y() * across)
            if along > 1 and along + 3 * aside < least:
                best, least = i, along + 3 * aside
        return best

    def _found(self, where: QPointF) -> int | None:
        return next((i for i, cell in enumerate(self.cells) if cell.rect.contains(where)), None)

    def _point(self, at: int | None) -> None:
        if at != self._at:
            self._at = at
            filters = self._cells[at].filters if at is not None else {}
            shape = Qt.CursorShape.PointingHandCursor if filters else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _narrow(self, at: int) -> None:
        if self._cells[at].filters:
            self.narrowed.emit(dict(self._cells[at].filters))

    def _stale(self) -> None:
        self._image, self._at = None, None
        self.update()

    def _drawn(self) -> QPixmap:
        if self._image is not None:
            return self._image
        ratio = self.devicePixelRatioF()
        image = QPixmap(self.size() * ratio)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(self.theme.panel))
        painter = QPainter(image)
        canvas = Canvas(painter, self.theme, ratio)
        whole = QRectF(self.rect())
        if self._figure is None or not self.data.n:
            self._cells = []
            empty(canvas, whole, *self._hint)
        else:
            top = header(canvas, self._figure, self.width() - 12)
            body = QRectF(12, top, self.width() - 24, max(60.0, self.height() - top - 10))
            self._cells = self._figure.paint(canvas, body)
        painter.end()
        self._image = image
        return image
