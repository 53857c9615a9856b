"""Title and legend above a chart on screen, and what stands in an empty one."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from stancedesk.ui import fonts
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.base import Canvas, Titled, elided

LEFT = 20.0
ROW = 22.0
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
    legend = chart.legend_for(width)
    # Where there is little room, shorter samples keep the legend from taking the chart's.
    line, gap = (44.0, 22.0) if width >= NARROW else (22.0, 14.0)
    sizes = [line + 8 + Canvas.width(e.label, 12) + gap for e in legend]
    beside = LEFT + Canvas.width(title, 15, fonts.SEMIBOLD) + 30 + sum(sizes) <= width
    if canvas:
        canvas.text(LEFT, 26, title, canvas.theme.ink, 15, fonts.SEMIBOLD)
    x, y = (width - sum(sizes) + gap - 8, 26.0) if beside else (LEFT, 26.0 + ROW)
    for entry, size in zip(legend, sizes, strict=True):
        if not beside and x > LEFT and x + size > width:
            x, y = LEFT, y + ROW
        if canvas:
            marks.sample(canvas, x, y - 4, entry.style, line)
            canvas.text(x + line + 8, y, entry.label, canvas.theme.ink, 12)
        x += size
    return (y if sizes else 26.0) + 14


def empty(canvas: Canvas, rect: QRectF, message: str, hint: str) -> None:
    """Say in the middle of a chart why it is empty and what to do."""
    x, y = rect.center().x(), rect.center().y()
    ink, second = canvas.theme.ink, canvas.theme.second
    canvas.text(x, y - 6, message, ink, 14, fonts.SEMIBOLD, "centre")
    canvas.text(x, y + 16, hint, second, 12, align="centre")
