"""The drawing of the timeline: the same on screen and in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from stancedesk.core.series import Series, segments
from stancedesk.services.chart import TimelineData
from stancedesk.ui import fonts
from stancedesk.ui.charts import marks
from stancedesk.ui.charts.axis import date_ticks, stance_ticks
from stancedesk.ui.charts.base import (
    Canvas,
    Floats,
    Frame,
    Legend,
    elided,
    pen,
    round_up,
)
from stancedesk.ui.charts.cell_figure import ends_upwards
from stancedesk.ui.charts.counts import CountStrip
from stancedesk.ui.theme import ActorStyle, Theme
from stancedesk.ui.words import count

GUTTER = 64.0
MARGIN = 16.0
NAMED_FROM = 3
"""From so many lines on, their names stand at their ends and not above the plot."""
NEAR = 0.08
"""Share of the range within which a line must end to be named at its end."""
DATES = 26.0
STRIP = 40.0
EVENTS = 18.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a timeline lie: the plot and, below it, the counts."""

    plot: Frame
    strip: QRectF | None


@dataclass(slots=True)
class Line:
    """One actor's series in arrays, ready to draw."""

    series: Series
    style: ActorStyle
    mid: Floats
    mean: Floats
    low: Floats
    high: Floats
    n: Floats
    places: tuple[Floats, Floats, marks.Counts]
    parts: list[slice]
    curves: tuple[tuple[Floats, Floats], ...] = field(default_factory=tuple)


class TimelineFigure:
    """Draws a timeline of one or more actors.

    Args:
        data: What to draw.
        theme: In which colours.
    """

    def __init__(self, data: TimelineData, theme: Theme) -> None:
        self.data = data
        self.theme = theme
        self._lines = [line_of(data, i, theme.actor(i)) for i in range(len(data.series))]
        self._names = [
            elided(each.series.label, 110, fonts.LABEL, fonts.MEDIUM) for each in self._lines
        ]
        self._totals = [count(int(each.series.days.size)) for each in self._lines]
        self._counts = CountStrip(data.series, [each.style for each in self._lines])
        self._events = [(day + 0.5, label) for day, label in data.events]
        reach = max([0.5, *(float(np.abs(s.stances).max()) for s in data.series if s.stances.size)])
        self.limit = min(1.0, round_up(reach, 0.25))
        self.extent = self._extent()
        """Days shown when all is shown: whole bins, with a little air at both ends."""

    def _extent(self) -> tuple[float, float]:
        first, last = self.data.span
        bins = [each for line in self._lines for each in line.series.bins]
        low = min([first, *(each.start for each in bins)])
        high = max([last + 1, *(each.end for each in bins)])
        air = max(0.3, (high - low) * 0.008)
        return low - air, high + air

    @property
    def title(self) -> str:
        """Heading above the drawing."""
        return self.data.title

    def legend_for(self, width: float) -> tuple[Legend, ...]:
        """The actors in the order of their colours, unless they are named where lines end."""
        if self._named(width):
            return ()
        return tuple(
            Legend(line.series.label, line.series.days.size, line.style) for line in self._lines
        )

    def layout(self, rect: QRectF, x: tuple[float, float]) -> Layout:
        """Parts of a timeline drawn into `rect`; without counts where it is low."""
        strip = STRIP if rect.height() >= 230 else 0.0
        plot = QRectF(
            rect.left() + GUTTER,
            rect.top() + 4,
            max(40.0, rect.width() - GUTTER - self._margin(rect)),
            max(40.0, rect.height() - DATES - strip - (14 if strip else 0) - 4),
        )
        air = self.limit * 1.06
        frame = Frame(plot, x, (-air, air))
        if not strip:
            return Layout(frame, None)
        below = QRectF(plot.left(), plot.bottom() + DATES + 10, plot.width(), strip)
        return Layout(frame, below)

    def _margin(self, rect: QRectF) -> float:
        if not self._named(rect.width()):
            return MARGIN
        widths = [
            Canvas.width(name, fonts.LABEL, fonts.MEDIUM) + 5 + Canvas.width(n, 10)
            for name, n in zip(self._names, self._totals, strict=True)
        ]
        return 30 + max(widths)

    def _named(self, width: float) -> bool:
        """Whether names stand at the ends of the lines in a drawing of a width, not above it."""
        if not NAMED_FROM <= len(self._lines) <= 8 or width <= 560:
            return False
        low, high = self.extent
        ends = [line.mid[-1] for line in self._lines if line.mid.size]
        return sum(end > high - (high - low) * NEAR for end in ends) * 2 > len(self._lines)

    def paint(self, canvas: Canvas, rect: QRectF, x: tuple[float, float] | None = None) -> Layout:
        """Draw everything into `rect` for the days `x`, by default all of them."""
        layout = self.layout(rect, x or self.extent)
        plot = layout.plot
        self._axes(canvas, rect, plot)
        canvas.painter.save()
        canvas.painter.setClipRect(plot.rect.adjusted(-6, -4, 6, 4).toAlignedRect())
        shown = sum(int(line.series.days.size) for line in self._lines)
        opaque = marks.opacity(shown)
        for line in self._lines:
            size = 5.0 if shown < 3000 else 4.0
            marks.points(canvas, plot, *line.places, line.style, opaque, size)
        canvas.painter.restore()
        canvas.painter.save()
        canvas.painter.setClipRect(plot.rect.adjusted(-5, -40, 5, 8).toAlignedRect())
        marks.events(canvas, plot, self._events, plot.rect.top())
        for line in self._lines:
            self._interval(canvas, plot, line)
        for line in reversed(self._lines):
            self._mean(canvas, plot, line)
        canvas.painter.restore()
        if self._named(rect.width()):
            self._ends(canvas, plot)
        if layout.strip:
            self._counts.paint(canvas, layout.strip, layout.plot.x)
        return layout

    def _axes(self, canvas: Canvas, rect: QRectF, plot: Frame) -> None:
        theme, area = canvas.theme, plot.rect
        for tick in stance_ticks(self.limit, area.height()):
            y = plot.to_y(tick.at)
            colour = theme.control if tick.major else theme.grid
            canvas.line((area.left(), y), (area.right(), y), colour, 1.0)
            canvas.text(area.left() - 10, y + 4, tick.label, theme.second, align="right")
        for tick in date_ticks(*plot.x, area.width()):
            x = plot.to_x(tick.at)
            canvas.line((x, area.top()), (x, area.bottom()), theme.grid, 1.0)
            canvas.line((x, area.bottom()), (x, area.bottom() + 4), theme.control, 1.0)
            canvas.text(x, area.bottom() + 19, tick.label, theme.second, align="centre")
        canvas.line(
            (area.left(), area.bottom()), (area.right(), area.bottom()), theme.hairline, 1.0
        )
        ends_upwards(canvas, rect.left() + 14, area.top() + 2, area.bottom() - 2)

    def _interval(self, canvas: Canvas, plot: Frame, line: Line) -> None:
        alpha = (0.17 if canvas.theme.dark else 0.14) * (2 / max(2, len(self._lines))) ** 0.6
        for part in line.parts:
            x, low, high = line.mid[part], line.low[part], line.high[part]
            marks.band(canvas, plot, x, low, high, line.style.colour, alpha)

    def _mean(self, canvas: Canvas, plot: Frame, line: Line) -> None:
        if self.data.smoothed:
            for x, y in line.curves:
                marks.curve(canvas, plot, x, y, line.style)
        else:
            for part in line.parts:
                marks.curve(canvas, plot, line.mid[part], line.mean[part], line.style)
        size, step = markers(plot, line)
        xs, ys = plot.xs(line.mid), plot.ys(line.mean)
        for i, (x, y, n) in enumerate(zip(xs.tolist(), ys.tolist(), line.n.tolist(), strict=True)):
            few = n < marks.FEW
            if (few or i % step == 0) and plot.rect.left() - 8 <= x <= plot.rect.right() + 8:
                marks.draw_marker(canvas, x, y, line.style, size, hollow=few)

    def _ends(self, canvas: Canvas, plot: Frame) -> None:
        ends = []
        for name, n, line in zip(self._names, self._totals, self._lines, strict=True):
            curves = line.curves or [(line.mid[part], line.mean[part]) for part in line.parts]
            last = _last_seen(curves, plot.x)
            if last:
                ends.append((*last, name, n, line.style))
        marks.end_labels(canvas, plot, ends)

    def paint_chosen(self, canvas: Canvas, plot: Frame, index: int, day: float, y: float) -> None:
        """Ring the point of the statement that is selected."""
        style = self._lines[index].style
        where = plot.to_x(day + 0.5), plot.to_y(y)
        painter = canvas.painter
        painter.setPen(pen(self.theme.ink, 1.6))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawPath(marks.marker("circle", 13).translated(*where))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(marks.marker(style.marker, 6.5).translated(*where), QColor(style.colour))


def _last_seen(
    curves: Sequence[tuple[Floats, Floats]], seen: tuple[float, float]
) -> tuple[float, float] | None:
    """Where the last of the curves ends or leaves the range that is seen."""
    for x, y in reversed(curves):
        if x[0] <= seen[1] and x[-1] >= seen[0]:
            at = min(float(x[-1]), seen[1])
            return at, float(np.interp(at, x, y))
    return None


def markers(plot: Frame, line: Line) -> tuple[float, int]:
    """Size of the markers, and every how many means one is drawn where they are close."""
    if len(line.mid) < 2:
        return 8.0, 1
    days = float(np.diff(line.mid).min())
    room = max(0.5, days / (plot.x[1] - plot.x[0]) * plot.rect.width())
    return float(np.clip(room * 0.5, 3.5, 7.5)), max(1, round(15 / room))


def line_of(data: TimelineData, index: int, style: ActorStyle) -> Line:
    """One series of a timeline in arrays."""
    series = data.series[index]
    bins = series.bins

    def column(values: list[float | None]) -> Floats:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    return Line(
        series=series,
        style=style,
        mid=column([b.mid for b in bins]),
        mean=column([b.mean for b in bins]),
        low=column([b.lo for b in bins]),
        high=column([b.hi for b in bins]),
        n=column([b.n for b in bins]),
        places=marks.places(series.days, series.stances),
        parts=segments(bins),
        curves=tuple((c.days, c.stances) for c in data.curves[index]) if data.smoothed else (),
    )
