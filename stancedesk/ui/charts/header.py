"""Title and legend above a chart on screen, and what stands in an empty one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from stancedesk.ui import fonts
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.base import Canvas, Titled, elided
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

LEFT = 20.0
ROW = 22.0
ROWS = 3
"""Lines of a legend above a chart; what is left out is counted."""
LONGEST = 190.0
"""Pixels of a name in a legend; longer ones end in dots."""
MORE = 90.0
"""Pixels that the number of those left out takes."""
NARROW = 560.0
"""Pixels of a chart below which its legend is set closer."""


def header(canvas: Canvas | None, chart: Titled, width: float) -> float:
    """Draw title and legend, side by side where there is room, else the legend in rows below.

    Args:
        canvas: Where to draw; None only measures.
        chart: What says title and legend.
        width: Room in pixels.

    Returns:
        The y below which the chart begins.
    """
    title = elided(chart.title, width - LEFT, 15, fonts.SEMIBOLD)
    # Where there is little room, shorter samples keep the legend from taking the chart's.
    line, gap = (44.0, 22.0) if width >= NARROW else (22.0, 14.0)
    legend = [(elided(e.label, LONGEST, 12), e.style) for e in chart.legend_for(width)]
    sizes = [line + 8 + Canvas.width(label, 12) + gap for label, _ in legend]
    beside = LEFT + Canvas.width(title, 15, fonts.SEMIBOLD) + 30 + sum(sizes) <= width
    if canvas:
        canvas.text(LEFT, 26, title, canvas.theme.ink, 15, fonts.SEMIBOLD)
    rest = width - LEFT - sum(sizes) + gap - 8 if beside else 0.0
    places, hidden = rows_of(sizes, width - LEFT, ROWS)
    y = 26.0
    for (label, style), (x, row) in zip(legend, places, strict=False):
        x, y = LEFT + rest + x, 26.0 if beside else 26.0 + ROW * (row + 1)
        if canvas:
            marks.sample(canvas, x, y - 4, style, line)
            canvas.text(x + line + 8, y, label, canvas.theme.ink, 12)
    if canvas and hidden:
        words = tr("and {n} more").format(n=count(hidden))
        canvas.text(
            LEFT + places[-1][0] + sizes[len(places) - 1], y, words, canvas.theme.second, 12
        )
    return y + 14


def rows_of(sizes: Sequence[float], room: float, rows: int) -> tuple[list[tuple[float, int]], int]:
    """Set the entries of a legend in lines like words.

    Args:
        sizes: Their widths in pixels.
        room: Width of a line.
        rows: So many lines at most; the last one keeps room to say how many were left out.

    Returns:
        Left edge and line of each that has room, and how many have none.
    """
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for size in sizes:
        if x and x + size > room:
            x, row = 0.0, row + 1
        if row == rows:
            while places[-1][0] > 0 and places[-1][0] + sizes[len(places) - 1] + MORE > room:
                places.pop()
            return places, len(sizes) - len(places)
        places.append((x, row))
        x += size
    return places, 0


def empty(canvas: Canvas, rect: QRectF, message: str, hint: str) -> None:
    """Say in the middle of a chart why it is empty and what to do."""
    x, y = rect.center().x(), rect.center().y()
    ink, second = canvas.theme.ink, canvas.theme.second
    canvas.text(x, y - 6, message, ink, 14, fonts.SEMIBOLD, "centre")
    canvas.text(x, y + 16, hint, second, 12, align="centre")
