"""The timeline as a view: pan and zoom in time, hover, click, brush."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from stancedesk.core.model import Row
from stancedesk.core.series import iso_of
from stancedesk.errors import UserError
from stancedesk.services.chart import Table, TimelineData
from stancedesk.ui import words
from stancedesk.ui.charts.base import Canvas, faded
from stancedesk.ui.charts.card import Card, card_rect, paint_card
from stancedesk.ui.charts.focus import FramedByFocus
from stancedesk.ui.charts.header import empty, header
from stancedesk.ui.charts.point_index import PointIndex
from stancedesk.ui.charts.timeline_figure import Layout, TimelineFigure
from stancedesk.ui.charts.timeline_items import Drawing, Overlay, TimeBox
from stancedesk.ui.theme import LIGHT, Theme
from stancedesk.ui.translation import tr

REACH = 9.0
"""Pixels within which the pointer finds a point."""

SHORTEST = 3.0
"""Days that the closest zoom shows."""

RowOf = Callable[[int], Row]


class TimelineView(FramedByFocus):
    """Stance over time of the selected actors.

    The wheel zooms in time, dragging pans, a double click shows all again. Dragging in the strip
    of counts, or anywhere with Shift, brushes a range. Left and Right step through the points,
    Return opens the one that is selected, Home shows all.
    """

    statement_clicked = Signal(int)
    range_brushed = Signal(str, str)

    def __init__(self, row_of: RowOf | None = None, parent: QWidget | None = None) -> None:
        """Make an empty view; `row_of` fetches the statement that a hover card shows."""
        super().__init__(parent)
        self.row_of = row_of
        self.theme = LIGHT
        self.figure: TimelineFigure | None = None
        self._points = PointIndex.none()
        self._chosen: int | None = None
        self._hint = (
            tr("No dated statements match these filters"), tr("Widen the filters on the left."),
        )  # fmt: skip
        self._scene = pg.GraphicsView(self, background=None)
        self._scene.setFrameShape(QFrame.Shape.NoFrame)
        self._scene.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = TimeBox(self)
        self._drawing = Drawing(self)
        self._overlay = Overlay(self)
        for item in (self._drawing, self._box, self._overlay):
            self._scene.addItem(item)
        self._box.sigXRangeChanged.connect(self._ranged)
        self._scene.scene().sigMouseMoved.connect(self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scene)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        self.setAccessibleName(tr("Timeline"))
        self._scene.setAccessibleName(tr("Timeline, drawing"))

    def set_data(self, data: TimelineData, theme: Theme) -> None:
        """Draw other data, or the same in another theme; the zoom stays if the range does."""
        before = self.figure.extent if self.figure else None
        self.theme = theme
        self.figure = TimelineFigure(data, theme)
        self._points = PointIndex.of(data)
        if self._chosen is not None and self._points.place(self._chosen) is None:
            self._chosen = None
        low, high = self.figure.extent
        self._box.setLimits(xMin=low, xMax=high, minXRange=min(SHORTEST, high - low))
        if before != (low, high):
            self.reset()
        self.setAccessibleDescription(f"{data.title}. {data.caption}.")
        self._place()

    def set_hint(self, message: str, hint: str) -> None:
        """What to say, and to advise, where there is nothing to draw."""
        self._hint = (message, hint)
        self._drawing.stale()

    def select(self, statement_id: int | None) -> None:
        """Ring one statement's point, and bring it into sight; None rings none."""
        self._chosen = statement_id
        place = None if statement_id is None else self._points.place(statement_id)
        if place is not None:
            low, high = self.visible
            day = float(self._points.days[place]) + 0.5
            if not low <= day <= high:
                half = (high - low) / 2
                self._box.setXRange(day - half, day + half, padding=0)
        self._overlay.update()

    def reset(self) -> None:
        """Show the whole range."""
        if self.figure:
            self._box.setXRange(*self.figure.extent, padding=0)

    def as_table(self) -> Table:
        """The bins that are drawn: header and rows."""
        return self.figure.data.as_table() if self.figure else ((), [])

    @property
    def visible(self) -> tuple[float, float]:
        """First and last day in sight, as days since 1970-01-01."""
        low, high = self._box.viewRange()[0]
        return float(low), float(high)

    @property
    def plot(self) -> Layout | None:
        """Where the plot and the counts lie now; None without data."""
        if self.figure is None or not self.figure.data.n:
            return None
        return self.figure.layout(self.body, self.visible)

    @property
    def body(self) -> QRectF:
        """The rectangle below the title and the legend."""
        top = header(None, self.figure, self.width() - 12) if self.figure else 0.0
        return QRectF(4, top, self.width() - 12, max(60.0, self.height() - top - 10))

    def shown_card(self) -> Card | None:
        """The hover card in sight, if any."""
        return self._overlay.card

    def point_at(self, where: QPointF) -> int | None:
        """Statement whose point lies nearest to a place in the view, within reach."""
        layout = self.plot
        if layout is None:
            return None
        days, stances = self._points.days, self._points.stances
        plot = layout.plot
        low, high = np.searchsorted(
            days, (plot.value_at(where.x() - REACH) - 0.5, plot.value_at(where.x() + REACH) - 0.5)
        )
        if low == high:
            return None
        away = np.hypot(
            plot.xs(days[low:high] + 0.5) - where.x(), plot.ys(stances[low:high]) - where.y()
        )
        nearest = int(away.argmin())
        return int(self._points.ids[low + nearest]) if away[nearest] <= REACH else None

    def place_of(self, statement_id: int) -> QPointF | None:
        """Where a statement's point lies in the view; None where it is not drawn."""
        layout, place = self.plot, self._points.place(statement_id)
        if layout is None or place is None:
            return None
        return QPointF(
            layout.plot.to_x(float(self._points.days[place]) + 0.5),
            layout.plot.to_y(float(self._points.stances[place])),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.statement_clicked.emit(self._chosen)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.3 if key == Qt.Key.Key_Minus else 1 / 1.3)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.reset()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._overlay.show_card(None)

    def clicked(self, where: QPointF) -> None:
        """Select what lies at a place and tell of it; again, the next of several on one place."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self.point_at(where)
        if found is not None:
            pile = self._points.pile(found)
            if self._chosen in pile:
                found = pile[(pile.index(self._chosen) + 1) % len(pile)]
            self._chosen = found
            self._overlay.update()
            self.statement_clicked.emit(found)

    def brush(self, start: float, end: float, finished: bool) -> None:
        """Show a brush between two places along x; tell the range when it is finished."""
        layout = self.plot
        if layout is None:
            return
        low, high = sorted((start, end))
        if not finished:
            self._overlay.show_brush((low, high))
            return
        self._overlay.show_brush(None)
        if high - low >= 4 and self.figure:
            first, last = self.figure.data.span
            days = [int(np.floor(layout.plot.value_at(x))) for x in (low, high)]
            chosen = [min(max(day, first), last) for day in days]
            self.range_brushed.emit(iso_of(chosen[0]), iso_of(chosen[1]))

    def in_strip(self, where: QPointF) -> bool:
        """Whether a place lies in the strip of counts."""
        layout = self.plot
        return bool(layout and layout.strip and where.y() > layout.strip.top() - 8)

    def _step(self, by: int) -> None:
        ids = self._points.ids
        if not ids.size:
            return
        place = None if self._chosen is None else self._points.place(self._chosen)
        following = 0 if place is None else min(max(place + by, 0), ids.size - 1)
        self.select(int(ids[following]))
        self._overlay.show_card(int(ids[following]))

    def _zoom(self, factor: float) -> None:
        low, high = self.visible
        middle, half = (low + high) / 2, (high - low) / 2 * factor
        self._box.setXRange(middle - half, middle + half, padding=0)

    def _place(self) -> None:
        rect = QRectF(0, 0, self.width(), self.height())
        if self.figure:
            rect = self.figure.layout(self.body, self.visible).plot.rect
            rect.setBottom(float(self.height()))
        self._box.setGeometry(rect)
        self._drawing.stale()

    def _ranged(self, *_: object) -> None:
        self._overlay.show_card(None)
        self._drawing.stale()

    def _moved(self, where: QPointF) -> None:
        found = self.point_at(where)
        self._overlay.show_card(found)
        self._scene.setCursor(
            Qt.CursorShape.PointingHandCursor
            if found is not None
            else Qt.CursorShape.IBeamCursor
            if self.in_strip(where)
            else Qt.CursorShape.ArrowCursor
        )

    def paint_drawing(self, painter: QPainter, resolution: float) -> None:
        """Draw all but what follows the pointer."""
        canvas = Canvas(painter, self.theme, resolution)
        if self.figure is None or not self.figure.data.n:
            empty(canvas, QRectF(0, 0, self.width(), self.height()), *self._hint)
            return
        header(canvas, self.figure, self.width() - 12)
        self.figure.paint(canvas, self.body, self.visible)

    def focus_moved(self) -> None:
        """Show the frame of the focus, or take it away."""
        self._overlay.update()

    def paint_overlay(self, painter: QPainter, overlay: Overlay) -> None:
        """Draw what follows the pointer, the selection and the focus."""
        self.paint_frame(painter, self.theme)
        layout = self.plot
        if layout is None or self.figure is None:
            return
        canvas = Canvas(painter, self.theme)
        if overlay.brush:
            low, high = overlay.brush
            bottom = layout.strip.bottom() if layout.strip else layout.plot.rect.bottom()
            rect = QRectF(QPointF(low, layout.plot.rect.top()), QPointF(high, bottom))
            canvas.box(rect, faded(self.theme.accent, 0.12))
            for x in (low, high):
                canvas.line((x, rect.top()), (x, bottom), self.theme.accent, 1.0)
        for number in (self._chosen, overlay.hovered):
            place = None if number is None else self._points.place(number)
            if place is None:
                continue
            where = float(self._points.days[place]), float(self._points.stances[place])
            if layout.plot.x[0] <= where[0] + 0.5 <= layout.plot.x[1]:
                index = int(self._points.actor[place])
                self.figure.paint_chosen(canvas, layout.plot, index, *where)
        if overlay.card and overlay.hovered is not None:
            at = self.place_of(overlay.hovered)
            if at is not None:
                rect = card_rect(overlay.card, at, QRectF(0, 0, self.width(), self.height()))
                paint_card(painter, self.theme, overlay.card, rect)

    def card_of(self, statement_id: int) -> Card | None:
        """What the hover card says of a statement; None where it cannot be fetched."""
        place = self._points.place(statement_id)
        if place is None or self.figure is None:
            return None
        label = self.figure.data.series[int(self._points.actor[place])].label
        day = words.day(iso_of(int(self._points.days[place])))
        stance = float(self._points.stances[place])
        row = None
        if self.row_of is not None:
            try:
                row = self.row_of(statement_id)
            except UserError:
                return None
        if row is None:
            return Card(f"{label} · {day}", figure=words.signed(stance), stance=stance)
        judgement = row.judgement
        speaker = judgement.person or judgement.speaker_text
        who = ", ".join(part for part in (speaker, label) if part and part != tr("unknown"))
        if self.figure.data.by == "person":
            who = ", ".join(part for part in (label, judgement.country) if part)
        more = len(self._points.pile(statement_id)) - 1
        foot = " · ".join(
            part
            for part in (row.source, tr("{n} more here").format(n=more) if more else "")
            if part
        )
        return Card(f"{who} · {day}", row.text, words.signed(stance), stance, foot)
