"""Changes: whose mean stance moved most between two periods, and how surely."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPolygonF

from stancedesk.services.spread import Changed, ChangesData
from stancedesk.ui import fonts, words
from stancedesk.ui.charts.axis import stance_ticks
from stancedesk.ui.charts.base import Canvas, Frame, faded, pen, round_up
from stancedesk.ui.charts.card import Card
from stancedesk.ui.charts.cell_figure import (
    LABELS,
    CellFigure,
    ends_across,
    inset,
    more,
    row_name,
    rows_in,
)
from stancedesk.ui.charts.figure_view import Cell, FigureView
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

FIGURES, FEW_FIGURES = 212.0, 108.0
"""Pixels of the columns of figures, with and without the interval."""
NARROW = 470.0
"""Pixels of a drawing below which the interval has no column; the card says it."""
TALLEST = 46.0


class ChangesFigure(CellFigure):
    """A ranked list: an arrow from the mean before to the mean after, and the shift in figures."""

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`."""
        theme = canvas.theme
        rect = inset(rect)
        self._periods(canvas, rect)
        top = rect.top() + 44
        actors = self.data.actors[: rows_in(rect.bottom() - 26 - top, len(self.data.actors))]
        height = min(TALLEST, (rect.bottom() - 26 - top) / max(1, len(actors)))
        frame = self._frame(rect, top, height * len(actors))
        self._axis(canvas, frame)
        right = frame.rect.right()
        heads = [(right + 62, tr("shift")), (rect.right(), "n")]
        if rect.width() >= NARROW:
            heads.append((right + 160, tr("95 % interval")))
        for x, name in heads:
            canvas.text(x, top - 10, name, theme.second, align="right")
        cells = []
        for row, each in enumerate(actors):
            y = top + (row + 0.5) * height
            row_name(canvas, rect.left(), y, each.label)
            self._row(canvas, frame, each, y)
            self._figures(canvas, rect, right, each, y)
            place = QRectF(rect.left(), y - height / 2, rect.width(), height)
            cells.append(Cell(place.adjusted(0, 1, 0, -1), self._card(each), self.one(each.code)))
        hidden = len(self.data.actors) - len(actors)
        more(canvas, rect.left(), top + height * len(actors) + 4, hidden)
        return cells

    def _periods(self, canvas: Canvas, rect: QRectF) -> None:
        """The key: the ring is the mean in the first period, the tip that in the second."""
        first, second = (words.days(*each) for each in (self.data.first, self.data.second))
        x, y = rect.left(), rect.top() + 10
        _ring(canvas, x + 4, y - 4, QColor(canvas.theme.second))
        canvas.text(x + 14, y, first, canvas.theme.second)
        x += 14 + canvas.width(first) + 18
        _tip(canvas, x, x + 22, y - 4, QColor(canvas.theme.second))
        canvas.text(x + 30, y, second, canvas.theme.second)

    def _frame(self, rect: QRectF, top: float, height: float) -> Frame:
        ends = [
            abs(value)
            for each in self.data.actors
            for value in (
                each.shift.before, each.shift.before + each.shift.low,
                each.shift.before + each.shift.high,
            )
        ]  # fmt: skip
        reach = max(0.25, round_up(max(ends, default=0.25), 0.25))
        left = rect.left() + LABELS
        width = max(60.0, rect.right() - _figures_of(rect) - left)
        plot = QRectF(left, top, width, max(1.0, height))
        return Frame(plot, (-reach * 1.04, reach * 1.04), (0, 1))

    def _axis(self, canvas: Canvas, frame: Frame) -> None:
        theme, area = canvas.theme, frame.rect
        limit = frame.x[1] / 1.04
        for tick in stance_ticks(limit, area.width() / 2):
            x = frame.to_x(tick.at)
            colour = theme.control if tick.major else theme.grid
            canvas.line((x, area.top()), (x, area.bottom()), colour)
            canvas.text(x, area.bottom() + 16, tick.label, theme.second, align="centre")
        ends_across(canvas, area.left(), area.right(), area.top() - 10)

    def _row(self, canvas: Canvas, frame: Frame, each: Changed, y: float) -> None:
        theme = canvas.theme
        towards = theme.escalates if each.shift.size < 0 else theme.deescalates
        colour = QColor(towards) if each.shift.sure else QColor(theme.control)
        start, end = frame.to_x(each.shift.before), frame.to_x(each.shift.after)
        low = frame.to_x(each.shift.before + each.shift.low)
        high = frame.to_x(each.shift.before + each.shift.high)
        canvas.box(QRectF(low, y - 5, high - low, 10), faded(colour, 0.22), 5)
        _tip(canvas, start, end, y, colour)
        _ring(canvas, start, y, colour)

    def _figures(self, canvas: Canvas, rect: QRectF, right: float, each: Changed, y: float) -> None:
        theme = canvas.theme
        ink = theme.stance_text(each.shift.size) if each.shift.sure else theme.second
        size = words.signed(each.shift.size)
        canvas.text(right + 62, y + 4, size, ink, 12, fonts.SEMIBOLD, "right")
        if rect.width() >= NARROW:
            interval = f"{words.signed(each.shift.low)} … {words.signed(each.shift.high)}"
            canvas.text(right + 160, y + 4, interval, theme.second, 10, align="right")
        n = words.count(each.shift.n_before + each.shift.n_after)
        canvas.text(rect.right(), y + 4, n, theme.second, align="right")

    def _card(self, each: Changed) -> Card:
        shift = each.shift
        text = tr("{before} in {first} (n = {n}), {after} in {second} (n = {m}).").format(
            before=words.signed(shift.before),
            first=words.days(*self.data.first),
            n=words.count(shift.n_before),
            after=words.signed(shift.after),
            second=words.days(*self.data.second),
            m=words.count(shift.n_after),
        )
        foot = "" if shift.sure else tr("may be chance")
        return Card(each.label, text, words.signed(shift.size), shift.size, foot)


def _figures_of(rect: QRectF) -> float:
    return FIGURES if rect.width() >= NARROW else FEW_FIGURES


def _tip(canvas: Canvas, start: float, end: float, y: float, colour: QColor) -> None:
    """An arrow from `start` to `end`."""
    canvas.line((start, y), (end, y), colour, 2.4)
    if abs(end - start) <= 4:
        return
    back = end - (8.0 if end >= start else -8.0)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(colour)
    canvas.painter.drawPolygon(
        QPolygonF([QPointF(end, y), QPointF(back, y - 4.5), QPointF(back, y + 4.5)])
    )


def _ring(canvas: Canvas, x: float, y: float, colour: QColor) -> None:
    canvas.painter.setBrush(QColor(canvas.theme.panel))
    canvas.painter.setPen(pen(colour, 1.6))
    canvas.painter.drawEllipse(QPointF(x, y), 3.6, 3.6)


class ChangesView(FigureView):
    """The changes; a click on a row narrows to its actor."""

    def figure_of(self, data: ChangesData, theme: Theme) -> ChangesFigure:
        """The drawing of some data in a theme."""
        return ChangesFigure(data, theme)
