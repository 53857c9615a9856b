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

LABELS = 132.0
"""Width of the column of names."""

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


def ends_across(canvas: Canvas, left: float, right: float, y: float) -> None:
    """The two ends of a scale from left to right, in words."""
    theme, weight = canvas.theme, fonts.SEMIBOLD
    canvas.text(left, y, tr(ESCALATES), theme.escalates_text, weight=weight)
    canvas.text(right, y, tr(DEESCALATES), theme.deescalates_text, weight=weight, align="right")


def ends_upwards(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """The two ends of a scale from bottom to top, in words that read upwards."""
    theme, weight = canvas.theme, fonts.SEMIBOLD
    up, down = tr(DEESCALATES), tr(ESCALATES)
    canvas.text(x, top, up, theme.deescalates_text, weight=weight, align="right", turned=True)
    canvas.text(x, bottom, down, theme.escalates_text, weight=weight, turned=True)
