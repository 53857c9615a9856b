"""Dyads: who speaks how about whom."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from stancedesk.services.matrices import MatrixData
from stancedesk.ui import fonts, words
from stancedesk.ui.charts.base import Canvas, elided
from stancedesk.ui.charts.card import Card
from stancedesk.ui.charts.cell_figure import LABELS, ROW, CellFigure, inset, more, row_name, rows_in
from stancedesk.ui.charts.figure_view import Cell, FigureView
from stancedesk.ui.charts.scale import ink_on, scale_bar
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

TALLEST, WIDEST = 56.0, 112.0


class DyadsFigure(CellFigure):
    """Rows speak, columns are spoken about; each cell has mean and number."""

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`."""
        data, theme = self.data, canvas.theme
        rect = inset(rect)
        scale_bar(canvas, rect.right(), rect.top() + 8)
        left, top = rect.left() + LABELS, rect.top() + 56
        width = min(WIDEST, (rect.right() - left) / max(1, len(data.columns)))
        rows = data.rows[: rows_in(rect.bottom() - top, len(data.rows))]
        room = rect.bottom() - top - ROW * (len(rows) < len(data.rows))
        height = min(TALLEST, room / max(1, len(rows)))
        canvas.text(left + 2, top - 28, tr("about"), theme.second, weight=fonts.MEDIUM)
        canvas.text(rect.left(), top - 9, tr("speaker"), theme.second, weight=fonts.MEDIUM)
        fits = all(canvas.width(label, 12) <= width - 6 for label in data.columns)
        for column, label in enumerate(data.columns if fits else data.column_codes):
            x = left + (column + 0.5) * width
            canvas.text(x, top - 9, elided(label, width - 6, 12), theme.ink, 12, align="centre")
        cells = []
        for row, label in enumerate(rows):
            y = top + row * height
            row_name(canvas, rect.left(), y + height / 2, label)
            for column in range(len(data.columns)):
                place = QRectF(left + column * width, y, width, height).adjusted(1, 1, -1, -1)
                if data.counts[row, column]:
                    self._cell(canvas, place, row, column)
                    cells.append(Cell(place, self._card(row, column), self._filters(row, column)))
                else:
                    canvas.text(
                        place.center().x(), place.center().y() + 4, "·", theme.second,
                        align="centre",
                    )  # fmt: skip
        more(canvas, rect.left(), top + height * len(rows), len(data.rows) - len(rows))
        return cells

    def _cell(self, canvas: Canvas, place: QRectF, row: int, column: int) -> None:
        mean, n = float(self.data.mean[row, column]), int(self.data.counts[row, column])
        ground = canvas.theme.stance(mean)
        canvas.box(place, ground, 2)
        ink = ink_on(ground)
        middle = place.center()
        if place.height() >= 34:
            canvas.text(
                middle.x(), middle.y() - 1, words.signed(mean), ink, 12, fonts.SEMIBOLD, "centre"
            )
            canvas.text(
                middle.x(), middle.y() + 13, f"n = {words.count(n)}", ink, 10, align="centre"
            )
        elif place.width() >= 42 and place.height() >= 14:
            canvas.text(
                middle.x(), middle.y() + 4, words.signed(mean), ink, 11, fonts.SEMIBOLD, "centre"
            )

    def _card(self, row: int, column: int) -> Card:
        data = self.data
        mean, n = float(data.mean[row, column]), int(data.counts[row, column])
        return Card(
            tr("{speaker} about {target}").format(
                speaker=data.rows[row], target=data.columns[column]
            ),
            figure=words.signed(mean),
            stance=mean,
            foot=tr("{n} statement(s)", "", n),
        )

    def _filters(self, row: int, column: int) -> dict[str, tuple[str, ...]]:
        return {
            "countries": (self.data.row_codes[row],),
            "targets": (self.data.column_codes[column],),
        }


class DyadsView(FigureView):
    """The dyads; a click on a cell narrows to its speaker and its target."""

    def figure_of(self, data: MatrixData, theme: Theme) -> DyadsFigure:
        """The drawing of some data in a theme."""
        return DyadsFigure(data, theme)
