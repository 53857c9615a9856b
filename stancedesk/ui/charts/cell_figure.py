"""What the drawings made of cells have in common: heading, theme, a column of names to the left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF

from stancedesk.services.language import marked
from stancedesk.ui import fonts
from stancedesk.ui.charts.base import INSET, Canvas, Legend, elided
from stancedesk.ui.charts.figure_view import Cell
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

LABELS = 132.0
"""Width of the column of names."""

ROW = 13.0
"""Pixels that a row needs at least to be read."""

ESCALATES, DEESCALATES = marked("escalates"), marked("de-escalates")
"""The two ends of every scale."""


class CellFigure:
    """A drawing in rows that carry their own names, so that it needs no legend.

    Args:
        data: What to draw; it says its title, and `by` what a row stands for.
        theme: In which colours.
    """

    def __init__(self, data: Any, theme: Theme) -> None:
        self.data = data
        self.theme = theme

    @property
    def title(self) -> str:
        """Heading above the drawing."""
        return str(self.data.title)

    def legend_for(self, _width: float) -> tuple[Legend, ...]:
        """None: rows carry their names."""
        return ()

    def paint(self, canvas: Canvas, rect: QRectF) -> list[Cell]:
        """Draw into `rect`; gives the cells in reading order."""
        raise NotImplementedError

    def one(self, code: str) -> dict[str, Any]:
        """The filter that leaves one actor of the drawing."""
        return {"persons" if self.data.by == "person" else "countries": (code,)}


def inset(rect: QRectF) -> QRectF:
    """The rectangle whose words are flush with the title."""
    return rect.adjusted(INSET, 0, -INSET, 0)


def row_name(canvas: Canvas, left: float, middle: float, label: str) -> None:
    """The name of a row, around the height `middle`."""
    canvas.text(left, middle + 4, elided(label, LABELS - 14, 12), canvas.theme.ink, 12)


def rows_in(height: float, total: int) -> int:
    """How many of `total` rows fit into a height; where not all do, a line is left for `more`."""
    fit = int(height / ROW)
    return total if total <= fit else max(1, fit - 1)


def more(canvas: Canvas, left: float, top: float, hidden: int) -> None:
    """Say below the last row how many had no room."""
    if hidden:
        words = tr("and {n} more").format(n=count(hidden))
        canvas.text(left, top + ROW - 3, words, canvas.theme.second)


def ends_across(canvas: Canvas, left: float, right: float, y: float) -> None:
    """The two ends of a scale from left to right, in words."""
    theme, weight = canvas.theme, fonts.SEMIBOLD
    first, last = tr(ESCALATES), tr(DEESCALATES)
    fits = canvas.width(first, weight=weight) + canvas.width(last, weight=weight) + 8 < right - left
    canvas.text(left, y, first, theme.escalates_text, weight=weight)
    # Where both have no room in a line, one stands above the other.
    above = y if fits else y - ROW
    canvas.text(right, above, last, theme.deescalates_text, weight=weight, align="right")


CORNER = 42.0
"""Pixels from the words beside a scale to the plot behind its figures."""


def ends_upwards(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """The two ends of a scale from bottom to top, in words that read upwards."""
    theme, weight = canvas.theme, fonts.SEMIBOLD
    up, down = tr(DEESCALATES), tr(ESCALATES)
    if bottom - top < canvas.width(up, weight=weight) + canvas.width(down, weight=weight) + 8:
        # Too low for both one above the other: inside the plot, at its corners.
        canvas.text(x + CORNER, top + 10, up, theme.deescalates_text, weight=weight)
        canvas.text(x + CORNER, bottom - 3, down, theme.escalates_text, weight=weight)
        return
    canvas.text(x, top, up, theme.deescalates_text, weight=weight, align="right", turned=True)
    canvas.text(x, bottom, down, theme.escalates_text, weight=weight, turned=True)
