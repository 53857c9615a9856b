"""Heatmap: mean stance of actors (rows) by day, week or month (columns)."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QRectF

from stancedesk.core.series import bin_end, day_of, iso_of
from stancedesk.services.matrices import MatrixData
from stancedesk.ui import words
from stancedesk.ui.charts.axis import date_ticks
from stancedesk.ui.charts.base import Canvas
from stancedesk.ui.charts.card import Card
from stancedesk.ui.charts.cell_figure import LABELS, CellFigure, inset, more, row_name, rows_in
from stancedesk.ui.charts.figure_view import Cell, FigureView
from stancedesk.ui.charts.scale import scale_bar
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

TALLEST = 46.0
LEAST = 0.34
"""Side of the cell of a single statement, as a share of the fullest cell's."""


class HeatmapFigure(CellFigure):
    """Each cell's colour is the mean, its size the number of statements."""

    def __init__(self, data: MatrixData, theme: Theme) -> None:
        super().__init__(data, theme)
        ends = [bin_end(day_of(start), data.width) for start in data.column_codes]
        self._bins = [(day_of(s), e) for s, e in zip(data.column_codes, ends, strict=True)]

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`."""
        data, theme = self.data, canvas.theme
        rect = inset(rect)
        scale_bar(canvas, rect.right(), rect.top() + 8)
        left, right = rect.left() + LABELS, rect.right() - 44
        top = rect.top() + 44
        rows = data.rows[: rows_in(rect.bottom() - 26 - top, len(data.rows))]
        height = min(TALLEST, (rect.bottom() - 26 - top) / max(1, len(rows)))
        first, last = self._bins[0][0], self._bins[-1][1]
        scale = (right - left) / (last - first)
        most = max(1, int(data.counts.max(initial=1)))
        canvas.text(right + 44, top - 8, "n", theme.second, align="right")
        cells = []
        for row, label in enumerate(rows):
            y = top + row * height
            canvas.line((left, y + height / 2), (right, y + height / 2), theme.grid)
            row_name(canvas, rect.left(), y + height / 2, label)
            total = words.count(int(data.counts[row].sum()))
            canvas.text(right + 44, y + height / 2 + 4, total, theme.second, align="right")
            for column, (start, end) in enumerate(self._bins):
                if not data.counts[row, column]:
                    continue
                place = QRectF(
                    left + (start - first) * scale, y, (end - start) * scale, height
                ).adjusted(0.75, 1.5, -0.75, -1.5)
                share = LEAST + (1 - LEAST) * math.sqrt(int(data.counts[row, column]) / most)
                canvas.box(_shrunk(place, share), theme.stance(float(data.mean[row, column])), 1.5)
                cells.append(Cell(place, self._card(row, column), self._filters(row, column)))
        self._dates(canvas, left, right, top + height * len(rows))
        more(canvas, rect.left(), top + height * len(rows) + 4, len(data.rows) - len(rows))
        return cells

    def _dates(self, canvas: Canvas, left: float, right: float, bottom: float) -> None:
        first, last = self._bins[0][0], self._bins[-1][1]
        canvas.line((left, bottom), (right, bottom), canvas.theme.hairline)
        for tick in date_ticks(first, last, right - left):
            x = left + (tick.at - first) / (last - first) * (right - left)
            canvas.line((x, bottom), (x, bottom + 4), canvas.theme.control)
            canvas.text(x, bottom + 18, tick.label, canvas.theme.second, align="centre")

    def _card(self, row: int, column: int) -> Card:
        data = self.data
        start, end = self._bins[column]
        mean, n = float(data.mean[row, column]), int(data.counts[row, column])
        return Card(
            f"{data.rows[row]} · {words.days(start, end - 1)}",
            figure=words.signed(mean),
            stance=mean,
            foot=tr("{n} statement(s)", "", n),
        )

    def _filters(self, row: int, column: int) -> dict[str, Any]:
        start, end = self._bins[column]
        return self.one(self.data.row_codes[row]) | {
            "date_from": iso_of(start),
            "date_to": iso_of(end - 1),
            "undated": False,
        }


def _shrunk(rect: QRectF, share: float) -> QRectF:
    width, height = rect.width() * share, rect.height() * share
    return QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)


class HeatmapView(FigureView):
    """The heatmap; a click on a cell narrows to its actor and its days."""

    def figure_of(self, data: MatrixData, theme: Theme) -> HeatmapFigure:
        """The drawing of some data in a theme."""
        return HeatmapFigure(data, theme)
