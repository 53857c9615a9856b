"""Compare: small multiples, one actor a panel, all on one scale."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF

from stancedesk.services.chart import TimelineData
from stancedesk.ui import fonts, words
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.axis import date_ticks, stance_ticks
from stancedesk.ui.charts.base import INSET, Canvas, Frame, elided, faded, round_up
from stancedesk.ui.charts.card import Card
from stancedesk.ui.charts.cell_figure import CellFigure, ends_upwards, more
from stancedesk.ui.charts.figure_view import Cell, FigureView
from stancedesk.ui.charts.timeline_figure import Line, line_of, markers
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

GUTTER = 52.0
DATES = 24.0
HEAD = 22.0
GAP = 18.0
MOST = 6
"""Panels side by side."""
LOWEST, NARROWEST = 64.0, 110.0
"""Pixels of a panel that can be read; those without room are counted."""
SHAPE = 1.6
"""Width of a panel over its height that is aimed at."""


class CompareFigure(CellFigure):
    """Panels in rows; each shows the others' means in grey behind its own."""

    def __init__(self, data: TimelineData, theme: Theme) -> None:
        super().__init__(data, theme)
        self._lines = [line_of(data, i, theme.actor(i)) for i in range(len(data.series))]
        means = [line.mean[line.n >= marks.FEW] for line in self._lines]
        most = max([0.25, *(float(np.abs(each).max()) for each in means if each.size)])
        self.limit = min(1.0, round_up(most * 1.15, 0.25))

    @property
    def span(self) -> tuple[float, float]:
        """First and last day of every panel."""
        first, last = self.data.span
        bins = [each for line in self._lines for each in line.series.bins]
        low = min([first, *(each.start for each in bins)])
        high = max([last + 1, *(each.end for each in bins)])
        air = max(0.3, (high - low) * 0.015)
        return low - air, high + air

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`."""
        if not self._lines:
            return []
        body = rect.adjusted(INSET + GUTTER, 2, -INSET, -DATES)
        columns, shown = self._shape(body)
        rows = math.ceil(shown / columns)
        width = (body.width() - GAP * (columns - 1)) / columns
        height = body.height() / rows
        cells = []
        for at, line in enumerate(self._lines[:shown]):
            row, column = divmod(at, columns)
            left = body.left() + column * (width + GAP)
            whole = QRectF(left, body.top() + row * height, width, height - 6)
            plot = whole.adjusted(0, HEAD, 0, -4)
            frame = Frame(plot, self.span, (-self.limit * 1.04, self.limit * 1.04))
            lowest = at + columns >= shown
            self._axes(canvas, frame, column == 0, lowest)
            self._panel(canvas, frame, line)
            self._name(canvas, whole, line)
            cells.append(Cell(whole, self._card(at), self.one(self.data.codes[at])))
        ends_upwards(canvas, rect.left() + 12, body.top() + HEAD, body.bottom() - 10)
        more(canvas, rect.left() + INSET - 4, body.bottom() + 6, len(self._lines) - shown)
        return cells

    def _shape(self, body: QRectF) -> tuple[int, int]:
        """Columns, and how many panels have room to be read."""
        columns = self._columns(body)
        fit = max(1, int(body.height() / LOWEST))
        if math.ceil(len(self._lines) / columns) <= fit:
            return columns, len(self._lines)
        columns = max(1, min(MOST, int((body.width() + GAP) / (NARROWEST + GAP))))
        return columns, min(len(self._lines), columns * fit)

    def _columns(self, body: QRectF) -> int:
        number = len(self._lines)

        def away(columns: int) -> float:
            """How far panels are from their best shape, and how much of the last row is empty."""
            rows = math.ceil(number / columns)
            shape = (body.width() / columns) / (body.height() / rows)
            return abs(math.log(shape / SHAPE)) + (rows * columns - number) / number

        return min(range(1, min(MOST, number) + 1), key=away)

    def _axes(self, canvas: Canvas, frame: Frame, first: bool, lowest: bool) -> None:
        theme, area = canvas.theme, frame.rect
        for tick in stance_ticks(self.limit, area.height()):
            y = frame.to_y(tick.at)
            colour = theme.control if tick.major else theme.grid
            canvas.line((area.left(), y), (area.right(), y), colour)
            if first:
                canvas.text(area.left() - 8, y + 4, tick.label, theme.second, 10, align="right")
        for tick in date_ticks(*frame.x, area.width()):
            x = frame.to_x(tick.at)
            canvas.line((x, area.top()), (x, area.bottom()), theme.grid)
            if lowest:
                y = area.bottom() + 17
                canvas.text(x, y, tick.label, theme.second, 10, align="centre")

    def _panel(self, canvas: Canvas, frame: Frame, own: Line) -> None:
        painter, theme = canvas.painter, canvas.theme
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-4, -4, 4, 4).toAlignedRect())
        grey = faded(theme.neutral, 0.4)
        for line in self._lines:
            for part in line.parts if line is not own else ():
                xs, ys = frame.xs(line.mid[part]).tolist(), frame.ys(line.mean[part]).tolist()
                for start, end in zip(
                    zip(xs, ys, strict=True), zip(xs[1:], ys[1:], strict=True), strict=False
                ):
                    canvas.line(start, end, grey, 1.0)
        opaque = marks.opacity(int(own.series.days.size))
        marks.points(canvas, frame, *own.places, own.style, opaque, 3.6)
        for part in own.parts:
            x, low, high = own.mid[part], own.low[part], own.high[part]
            marks.band(canvas, frame, x, low, high, own.style.colour, 0.16)
        curves = own.curves or [(own.mid[part], own.mean[part]) for part in own.parts]
        for x, y in curves:
            marks.curve(canvas, frame, x, y, own.style)
        size, step = markers(frame, own)
        places = zip(frame.xs(own.mid).tolist(), frame.ys(own.mean).tolist(), own.n, strict=True)
        for i, (x, y, n) in enumerate(places):
            few = bool(n < marks.FEW)
            if few or i % step == 0:
                marks.draw_marker(canvas, x, y, own.style, min(size, 4.5), hollow=few)
        painter.restore()

    def _name(self, canvas: Canvas, whole: QRectF, line: Line) -> None:
        n = words.count(int(line.series.days.size))
        bold = canvas.width(line.series.label, 12, fonts.SEMIBOLD)
        if bold + canvas.width(f"n = {n}", 10) + 26 <= whole.width():
            n = f"n = {n}"
        room = whole.width() - canvas.width(n, 10) - 26
        y = whole.top() + 13
        marks.draw_marker(canvas, whole.left() + 5, y - 4, line.style, 7)
        name = elided(line.series.label, room, 12, fonts.SEMIBOLD)
        canvas.text(whole.left() + 15, y, name, canvas.theme.ink, 12, fonts.SEMIBOLD)
        canvas.text(whole.right(), y, n, canvas.theme.second, 10, align="right")

    def _card(self, at: int) -> Card:
        series = self.data.series[at]
        if not series.stances.size:
            return Card(series.label, foot=tr("no dated statement"))
        mean = float(series.stances.mean())
        count = tr("{n} dated statement(s)", "", int(series.stances.size))
        return Card(series.label, tr("Mean of all statements"), words.signed(mean), mean, count)


class CompareView(FigureView):
    """The panels; a click on one narrows to its actor."""

    def figure_of(self, data: TimelineData, theme: Theme) -> CompareFigure:
        """The drawing of some data in a theme."""
        return CompareFigure(data, theme)
