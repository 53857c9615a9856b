"""The key to stance colours, with its ends in words, and ink that can be read on them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient

from stancedesk.ui.charts.base import Canvas
from stancedesk.ui.translation import tr

WIDTH = 120.0
BLACK = "#000000"


def scale_bar(canvas: Canvas, right: float, y: float) -> None:
    """Draw the colours from -1 to +1 between their two words, ending at `right`, around `y`."""
    theme = canvas.theme
    end = canvas.width(tr("de-escalates"))
    canvas.text(right, y + 4, tr("de-escalates"), theme.deescalates_text, align="right")
    bar = QRectF(right - end - 8 - WIDTH, y - 4, WIDTH, 8)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for step in range(21):
        gradient.setColorAt(step / 20, theme.stance(step / 10 - 1))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(gradient)
    canvas.painter.drawRect(bar)
    canvas.text(bar.left() - 8, y + 4, tr("escalates"), theme.escalates_text, align="right")
    middle = bar.center().x()
    canvas.line((middle, bar.top() - 2), (middle, bar.bottom() + 2), theme.second)


def ink_on(ground: QColor) -> str:
    """Black or white, whichever has more contrast on a ground: at least 4.58 (WCAG 2.2)."""
    light = _luminance(ground)
    on_black = (light + 0.05) / (_luminance(QColor(BLACK)) + 0.05)
    return BLACK if on_black >= 1.05 / (light + 0.05) else "#FFFFFF"


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
