"""Distribution: how the statements of each actor spread over the levels."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from stancedesk.core.model import LEVELS
from stancedesk.services.spread import DistributionData, Levels
from stancedesk.ui import fonts, words
from stancedesk.ui.charts.base import Canvas
from stancedesk.ui.charts.card import Card
from stancedesk.ui.charts.cell_figure import LABELS, ROW, CellFigure, inset, more, row_name, rows_in
from stancedesk.ui.charts.figure_view import Cell, FigureView
from stancedesk.ui.charts.scale import ink_on
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr

FIGURES = 104.0
TALLEST = 44.0
_TINTS = (-1.0, -0.42, 0.0, 0.42, 1.0)


class DistributionFigure(CellFigure):
    """Bars of shares, centred on the middle of neutral, with the mean as a figure."""

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`."""
        theme = canvas.theme
        rect = inset(rect)
        self._key(canvas, rect)
        left, right = rect.left() + LABELS, rect.right() - FIGURES
        top = rect.top() + 46
        actors = self.data.actors[: rows_in(rect.bottom() - 8 - top, len(self.data.actors))]
        room = rect.bottom() - 8 - top - ROW * (len(actors) < len(self.data.actors))
        height = min(TALLEST, room / max(1, len(actors)))
        below = max((_share(each, 0, 2) + _share(each, 2, 3) / 2 for each in actors), default=0.5)
        above = max((_share(each, 3, 5) + _share(each, 2, 3) / 2 for each in actors), default=0.5)
        unit = (right - left) / max(0.01, below + above)
        middle = left + below * unit
        for x, name in ((right + 52, tr("mean")), (rect.right(), "n")):
            canvas.text(x, top - 8, name, theme.second, align="right")
        bottom = top + len(actors) * height
        canvas.line((middle, top - 2), (middle, bottom + 2), theme.control)
        cells: list[Cell] = []
        for row, each in enumerate(actors):
            y = top + row * height
            row_name(canvas, rect.left(), y + height / 2, each.label)
            cells += self._bar(canvas, each, middle, unit, y, height)
            mean = words.signed(each.mean)
            ink = theme.stance_text(each.mean)
            canvas.text(right + 52, y + height / 2 + 4, mean, ink, 12, fonts.SEMIBOLD, "right")
            total = words.count(each.n)
            canvas.text(rect.right(), y + height / 2 + 4, total, theme.second, align="right")
        more(canvas, rect.left(), bottom, len(self.data.actors) - len(actors))
        return cells

    def _bar(
        self, canvas: Canvas, actor: Levels, middle: float, unit: float, y: float, height: float
    ) -> list[Cell]:
        cells = []
        x = middle - (_share(actor, 0, 2) + _share(actor, 2, 3) / 2) * unit
        for place, level in enumerate(LEVELS):
            share = _share(actor, place, place + 1)
            width = share * unit
            bar = QRectF(x, y + height * 0.14, width, height * 0.72)
            x += width
            if not share:
                continue
            ground = _ground(canvas.theme, place)
            canvas.box(bar.adjusted(0.5, 0, -0.5, 0), ground)
            if width > 34:
                text = words.share(share)
                ink = ink_on(ground)
                canvas.text(bar.center().x(), bar.center().y() + 4, text, ink, 10, align="centre")
            cells.append(
                Cell(
                    bar,
                    self._card(actor, place, share),
                    self.one(actor.code) | {"levels": (level,)},
                )
            )
        return cells

    def _key(self, canvas: Canvas, rect: QRectF) -> None:
        x, y = rect.left(), rect.top() + 8
        for place, level in enumerate(LEVELS):
            name = words.level_words(level)
            width = 16 + canvas.width(name) + 16
            if x + width > rect.right() + 16:
                x, y = rect.left(), y + 15
            canvas.box(QRectF(x, y - 5, 10, 10), _ground(canvas.theme, place), 2)
            canvas.text(x + 15, y + 4, name, canvas.theme.second)
            x += width

    def _card(self, actor: Levels, place: int, share: float) -> Card:
        count = tr("{n} statement(s)", "", actor.counts[place])
        heading = f"{actor.label} · {words.level_words(LEVELS[place])}"
        return Card(heading, figure=words.share(share), foot=count)


def _ground(theme: Theme, place: int) -> QColor:
    """Colour of the level at a place in `LEVELS`."""
    return theme.stance(_TINTS[place]) if _TINTS[place] else theme.even


def _share(actor: Levels, first: int, end: int) -> float:
    return sum(actor.counts[first:end]) / actor.n if actor.n else 0.0


class DistributionView(FigureView):
    """The distribution; a click on a bar narrows to its actor and level."""

    def figure_of(self, data: DistributionData, theme: Theme) -> DistributionFigure:
        """The drawing of some data in a theme."""
        return DistributionFigure(data, theme)
