"""The strip below a timeline: how many statements each mean stands on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt

from stancedesk.core.series import Series
from stancedesk.ui.charts.base import Canvas, Floats, Frame, faded
from stancedesk.ui.theme import ActorStyle
from stancedesk.ui.words import count

MOST_BESIDE = 3
"""So many actors have bars side by side; more are stacked, and so are bars too narrow."""

NARROWEST = 9.0


class CountStrip:
    """Bars of the numbers of statements per bin, for all actors of a timeline."""

    def __init__(self, series: Sequence[Series], styles: Sequence[ActorStyle]) -> None:
        self._styles = styles
        self._starts = np.array(
            sorted({b.start for each in series for b in each.bins}), dtype=float
        )
        ends = {b.start: b.end for each in series for b in each.bins}
        self._ends = np.array([ends[int(start)] for start in self._starts], dtype=float)
        self._n = np.zeros((len(series), self._starts.size))
        for row, each in enumerate(series):
            at = np.searchsorted(self._starts, [b.start for b in each.bins])
            self._n[row, at] = [b.n for b in each.bins]

    def stacked(self, frame: Frame) -> bool:
        """Whether the actors' bars stand on each other at this zoom."""
        if self._n.shape[0] > MOST_BESIDE:
            return True
        if not self._starts.size:
            return False
        days = float((self._ends - self._starts).mean())
        return days / (frame.x[1] - frame.x[0]) * frame.rect.width() < NARROWEST

    def paint(self, canvas: Canvas, rect: QRectF, x: tuple[float, float]) -> None:
        """Draw the bars of the days `x` into `rect`, with the greatest number at the top."""
        frame = Frame(rect, x, (0.0, 1.0))
        stacked = self.stacked(frame)
        seen = (self._ends > x[0]) & (self._starts < x[1])
        n = self._n[:, seen]
        most = max(1.0, float((n.sum(axis=0) if stacked else n).max(initial=0)))
        self._axis(canvas, rect, most)
        left, right = frame.xs(self._starts[seen]), frame.xs(self._ends[seen])
        air = np.minimum(4.0, (right - left) * 0.18)
        canvas.painter.save()
        canvas.painter.setClipRect(rect.toAlignedRect())
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        share = 1.0 if stacked else 1 / max(1, n.shape[0])
        base = np.zeros(n.shape[1])
        for row, style in enumerate(self._styles):
            room = right - left - 2 * air
            start = left + air + (0 if stacked else row * share * room)
            canvas.painter.setBrush(faded(style.colour, 0.55))
            canvas.painter.drawRects(
                _bars(rect, start, np.maximum(0.8, room * share), base / most, n[row] / most)
            )
            if stacked:
                base = base + n[row]
        canvas.painter.restore()

    @staticmethod
    def _axis(canvas: Canvas, rect: QRectF, most: float) -> None:
        theme, left, right = canvas.theme, rect.left(), rect.right()
        canvas.line((left, rect.top()), (right, rect.top()), theme.grid)
        canvas.line((left, rect.bottom()), (right, rect.bottom()), theme.hairline)
        canvas.text(left - 10, rect.top() + 4, count(round(most)), theme.second, align="right")
        canvas.text(left - 10, rect.bottom(), "n", theme.second, align="right")


def _bars(rect: QRectF, left: Floats, width: Floats, base: Floats, height: Floats) -> list[QRectF]:
    tall = rect.height()
    top = rect.bottom() - (base + height) * tall
    columns = zip(
        left.tolist(), top.tolist(), width.tolist(), (height * tall).tolist(), strict=True
    )
    return [QRectF(*each) for each in columns if each[3] > 0]
