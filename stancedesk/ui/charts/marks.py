"""Points, mean lines, intervals, counts and event marks, drawn into a frame."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from stancedesk.ui import fonts
from stancedesk.ui.charts.base import Canvas, Floats, Frame, faded, pen
from stancedesk.ui.theme import ActorStyle, Marker

Counts = npt.NDArray[np.int64]

DENSE = 6000
"""More places than this in one series are drawn as an image of their density."""

PIECE = 8
"""Steps of a line or band on the screen that are drawn at once."""

MANY = 250
"""More places than this in one series are stamped on the screen instead of being outlined."""

FEW = 5
"""Means of fewer statements than this get a hollow marker."""

_POLYGONS: dict[str, tuple[int, float, float]] = {
    # Corners, first angle in degrees, radius against a circle of the same weight.
    "square": (4, 45, 1.22),
    "triangle": (3, -90, 1.32),
    "diamond": (4, 0, 1.25),
    "wedge": (3, 90, 1.32),
    "pentagon": (5, -90, 1.12),
    "hexagon": (6, 0, 1.08),
}


@cache
def marker(kind: Marker, size: float) -> QPainterPath:
    """Outline of a marker around the origin; `size` is the diameter of the circle it matches."""
    radius = size / 2
    path = QPainterPath()
    if kind == "circle":
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    if kind == "star":
        corners = [(radius * (1.45 if i % 2 == 0 else 0.62), -90 + i * 36.0) for i in range(10)]
    else:
        count, first, grow = _POLYGONS[kind]
        corners = [(radius * grow, first + i * 360 / count) for i in range(count)]
    turned = [(r, math.radians(angle)) for r, angle in corners]
    path.addPolygon(QPolygonF([QPointF(r * math.cos(a), r * math.sin(a)) for r, a in turned]))
    path.closeSubpath()
    return path


def draw_marker(
    canvas: Canvas, x: float, y: float, style: ActorStyle, size: float, hollow: bool = False
) -> None:
    """One marker with a rim in the panel's colour, or hollow."""
    path = marker(style.marker, size).translated(x, y)
    painter = canvas.painter
    if hollow:
        painter.setPen(_rim(style.colour, max(1.2, size * 0.2)))
        painter.setBrush(QColor(canvas.theme.panel))
        painter.drawPath(path)
        return
    painter.setPen(_rim(canvas.theme.panel, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, QColor(style.colour))


@cache
def _rim(colour: str, width: float) -> QPen:
    return pen(colour, width)


def opacity(total: int) -> tuple[float, float]:
    """Opacity of one point where `total` are drawn, and the most that many on a place reach.

    A crowd stays pale enough for the lines above it to be read.
    """
    share = float(np.clip(math.sqrt(400 / max(total, 1)), 0, 1))
    return 0.10 + 0.26 * share, 0.42 + 0.38 * share


def _strength(counts: npt.NDArray[np.generic], opaque: tuple[float, float]) -> Floats:
    single, most = opaque
    crowd = np.asarray(counts, dtype=np.float64)
    strength = single + (most - single) * (1 - np.exp(-(crowd - 1) / 5))
    return np.where(crowd <= 0, 0.0, strength)


def places(
    days: npt.NDArray[np.generic], stances: npt.NDArray[np.generic]
) -> tuple[Floats, Floats, Counts]:
    """Distinct places of points (day at noon, stance to 1/400) and how many lie on each.

    Panning then costs the number of places, not of statements: a day has at most 801.
    """
    whole = np.asarray(days, dtype=np.int64)
    if not whole.size:
        return np.empty(0), np.empty(0), np.empty(0, dtype=np.int64)
    first = int(whole.min())
    level = np.rint((np.clip(np.asarray(stances, dtype=np.float64), -1, 1) + 1) * 400)
    code = (whole - first) * 801 + level.astype(np.int64)
    if int(code.max()) < 40_000_000:
        tally = np.bincount(code)
        codes = np.flatnonzero(tally)
        counts = tally[codes]
    else:
        codes, counts = np.unique(code, return_counts=True)
    noon = (codes // 801 + first + 0.5).astype(np.float64)
    return noon, (codes % 801 / 400 - 1).astype(np.float64), counts.astype(np.int64)


def points(
    canvas: Canvas,
    frame: Frame,
    days: Floats,
    stances: Floats,
    counts: Counts,
    style: ActorStyle,
    opaque: tuple[float, float],
    size: float = 5.0,
) -> None:
    """Points at their true places; the more statements lie on one, the more opaque.

    Args:
        canvas: Where to draw.
        frame: Maps days and stances to the canvas.
        days: Sorted.
        stances: As many.
        counts: Statements on each place.
        style: The actor's.
        opaque: Opacity of a single statement and of a crowd.
        size: Diameter.
    """
    low, high = np.searchsorted(days, frame.x)
    days, stances, counts = days[low:high], stances[low:high], counts[low:high]
    if days.size == 0:
        return
    xs, ys = frame.xs(days), frame.ys(stances)
    if days.size > DENSE:
        _density(canvas, frame, xs, ys, counts, style, opaque, size)
        return
    painter = canvas.painter
    strength = _strength(counts, opaque)
    if days.size > MANY and isinstance(painter.device(), QPixmap):
        _stamps(canvas, xs, ys, strength, style, size)
        return
    shape = marker(style.marker, size)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = np.ceil(strength * 25)
    for level in np.unique(steps):
        painter.setBrush(faded(style.colour, float(level) / 25))
        chosen = steps == level
        for x, y in zip(xs[chosen].tolist(), ys[chosen].tolist(), strict=True):
            painter.translate(x, y)
            painter.drawPath(shape)
            painter.translate(-x, -y)


def _stamps(
    canvas: Canvas, xs: Floats, ys: Floats, strength: Floats, style: ActorStyle, size: float
) -> None:
    """Many points on the screen, each the same small picture: ten times as fast as outlines."""
    ratio = canvas.resolution
    side = 2 * math.ceil(size * ratio) + 1
    stamp = QPixmap(side, side)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(ratio, ratio)
    painter.fillPath(marker(style.marker, size), QColor(style.colour))
    painter.end()
    array = PrimitiveArray(QPainter.PixmapFragment, 10)
    array.resize(len(xs))
    fragments = array.ndarray()
    fragments[:, 0], fragments[:, 1] = xs, ys
    fragments[:, 2:4], fragments[:, 4:6] = 0, side
    fragments[:, 6:8], fragments[:, 8] = 1 / ratio, 0
    fragments[:, 9] = strength
    canvas.painter.drawPixmapFragments(*array.drawargs(), stamp)  # type: ignore[call-arg]


def _density(
    canvas: Canvas,
    frame: Frame,
    xs: Floats,
    ys: Floats,
    counts: Counts,
    style: ActorStyle,
    opaque: tuple[float, float],
    size: float,
) -> None:
    """The same picture as points would give, summed in an array and drawn as one image."""
    ratio = min(canvas.resolution, 2.0)
    width = max(1, round(frame.rect.width() * ratio))
    height = max(1, round(frame.rect.height() * ratio))
    column = np.clip(((xs - frame.rect.left()) * ratio).astype(np.int64), 0, width - 1)
    row = np.clip(((ys - frame.rect.top()) * ratio).astype(np.int64), 0, height - 1)
    tally = np.bincount(
        row * width + column, weights=counts.astype(np.float64), minlength=width * height
    )
    total = _spread(tally.reshape(height, width).astype(np.int32), max(2, round(size * ratio)))
    pixels = np.ascontiguousarray(_shades(int(total.max()), style, opaque)[total])
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    canvas.painter.drawImage(frame.rect, image)


def _spread(grid: npt.NDArray[np.int32], side: int) -> npt.NDArray[np.int32]:
    """Sum over a square of `side` cells around each cell."""
    before = side // 2
    wide = np.zeros_like(grid)
    for shift in range(-before, side - before):
        _add_shifted(wide, grid, shift)
    result = np.zeros_like(grid)
    for shift in range(-before, side - before):
        _add_shifted(result.T, wide.T, shift)
    return result


def _add_shifted(target: npt.NDArray[np.int32], source: npt.NDArray[np.int32], shift: int) -> None:
    if shift < 0:
        target[:, :shift] += source[:, -shift:]
    elif shift > 0:
        target[:, shift:] += source[:, :-shift]
    else:
        target += source


def _shades(most: int, style: ActorStyle, opaque: tuple[float, float]) -> npt.NDArray[np.uint32]:
    """Premultiplied pixels for 0 to `most` points in one place: more opaque by the logarithm."""
    single, crowd = opaque
    share = np.log(np.maximum(np.arange(most + 1), 1)) / math.log(max(most, 12))
    alpha = single + (crowd - single) * share
    alpha[0] = 0
    colour = QColor(style.colour)
    result = np.rint(alpha * 255).astype(np.uint32) << 24
    for part, bits in ((colour.red(), 16), (colour.green(), 8), (colour.blue(), 0)):
        result |= np.floor(alpha * part).astype(np.uint32) << bits
    return result.astype(np.uint32)


def band(
    canvas: Canvas, frame: Frame, x: Floats, low: Floats, high: Floats, colour: str, alpha: float
) -> None:
    """Intervals of a run of means, broken where there is none; a bar where one stands alone."""
    seen = _seen(frame, x)
    xs, lows, highs = frame.xs(x[seen]), frame.ys(low[seen]), frame.ys(high[seen])
    known = np.flatnonzero(np.isfinite(lows) & np.isfinite(highs))
    painter = canvas.painter
    for part in np.split(known, np.flatnonzero(np.diff(known) > 1) + 1):
        if part.size == 0:
            continue
        if part.size == 1:
            at = int(part[0])
            canvas.line((xs[at], lows[at]), (xs[at], highs[at]), faded(colour, 0.45), 1.5)
            continue
        upper = [QPointF(a, b) for a, b in zip(xs[part], highs[part], strict=True)]
        lower = [QPointF(a, b) for a, b in zip(xs[part], lows[part], strict=True)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, alpha))
        for piece in _pieces(canvas, part.size):
            painter.drawPolygon(QPolygonF(upper[piece] + lower[piece][::-1]))


def _seen(frame: Frame, x: Floats) -> slice:
    """The values in sight, with the neighbours to which lines lead out of it."""
    low, high = np.searchsorted(x, frame.x)
    return slice(max(0, int(low) - 1), int(high) + 1)


def curve(
    canvas: Canvas, frame: Frame, x: Floats, y: Floats, style: ActorStyle, width: float = 2.0
) -> None:
    """A line through values, in the actor's colour and dash, set off from what is below it."""
    seen = _seen(frame, x)
    x, y = x[seen], y[seen]
    if len(x) < 2:
        return
    xs, ys = frame.xs(x), frame.ys(y)
    line = [QPointF(a, b) for a, b in zip(xs, ys, strict=True)]
    run = np.concatenate([[0.0], np.hypot(np.diff(xs), np.diff(ys)).cumsum()])
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in (
        pen(faded(canvas.theme.panel, 0.85), width + 2.2),
        pen(style.colour, width, style.dash),
    ):
        for piece in _pieces(canvas, len(line)):
            if style.dash:
                stroke.setDashOffset(float(run[piece.start]) / stroke.widthF())
            canvas.painter.setPen(stroke)
            canvas.painter.drawPolyline(QPolygonF(line[piece]))


def _pieces(canvas: Canvas, count: int) -> Iterator[slice]:
    """Runs of some steps that share their ends; one run in a vector file, where it is edited whole.

    Qt's rasteriser takes the square of a path's points where the path goes up and down.
    """
    length = max(1, count) if canvas.outlines else PIECE
    return (slice(at, at + length + 1) for at in range(0, count - 1, length))


def sample(canvas: Canvas, x: float, y: float, style: ActorStyle, length: float = 44.0) -> None:
    """A legend's sample of an actor's line and marker, centred on `y`; dashes are symmetrical."""
    width = 2.0
    stroke = pen(style.colour, width, style.dash)
    if style.dash:
        stroke.setDashOffset((style.dash[0] - length / width) / 2 % sum(style.dash))
    canvas.painter.setPen(stroke)
    canvas.painter.drawLine(QPointF(x, y), QPointF(x + length, y))
    draw_marker(canvas, x + length / 2, y, style, 7.5)


def events(canvas: Canvas, frame: Frame, marks: Sequence[tuple[float, str]], top: float) -> None:
    """Labelled vertical marks. Labels that would collide go to a second or third row, then out."""
    rows = [-math.inf] * 3
    for day, label in sorted(marks):
        if not frame.x[0] <= day <= frame.x[1]:
            continue
        x = frame.to_x(day)
        canvas.line((x, top), (x, frame.rect.bottom()), canvas.theme.second, 1.0, (2.5, 2.5))
        width = canvas.width(label, fonts.LABEL, fonts.MEDIUM) + 10
        leftwards = x + width > frame.rect.right() + 20
        start = x - width if leftwards else x + 5
        row = next((i for i, end in enumerate(rows) if start > end), None)
        if row is None:
            continue
        rows[row] = start + width
        y = top + 10 + row * 14
        canvas.box(QRectF(start - 2, y - 10, width - 4, 13), faded(canvas.theme.panel, 0.8))
        canvas.text(start, y, label, canvas.theme.ink, fonts.LABEL, fonts.MEDIUM)


LEADER = 0.15
"""Share of the plot's width over which a name is led to the last value of its line."""


def end_labels(
    canvas: Canvas, frame: Frame, ends: Sequence[tuple[float, float, str, str, ActorStyle]]
) -> None:
    """Names beside the last value of each line, moved apart where they would collide.

    Args:
        canvas: Where to draw.
        frame: The plot; names stand to the right of it.
        ends: Day and stance of the last value, name, number and style, in any order.
    """
    row = 14.0
    placed = sorted(
        ((frame.to_x(x), frame.to_y(y), name, n, style) for x, y, name, n, style in ends),
        key=lambda end: end[1],
    )
    heights = spread([end[1] for end in placed], row, frame.rect.top(), frame.rect.bottom())
    for (x, y, name, n, style), height in zip(placed, heights, strict=True):
        start = frame.rect.right() + 16
        # From far a leader would pass for a line of the chart, across a gap.
        if start - x < frame.rect.width() * LEADER:
            canvas.line((min(x + 6, start - 4), y), (start - 4, height), faded(style.colour, 0.6))
        draw_marker(canvas, start, height, style, 6)
        canvas.text(start + 8, height + 4, name, canvas.theme.ink, fonts.LABEL, fonts.MEDIUM)
        after = start + 13 + canvas.width(name, fonts.LABEL, fonts.MEDIUM)
        canvas.text(after, height + 4, n, canvas.theme.second, 10)


def spread(wanted: Sequence[float], row: float, low: float, high: float) -> list[float]:
    """Rising positions at least `row` apart, as near as may be to the wanted, rising ones.

    Neighbours that collide share their mean place (pool adjacent violators).
    """
    blocks: list[tuple[float, int]] = []
    for i, value in enumerate(wanted):
        blocks.append((value - i * row, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, m), (b, n) = blocks[-2:]
            blocks[-2:] = [((a * m + b * n) / (m + n), m + n)]
    free = [value for value, count in blocks for _ in range(count)]
    last = max(low, high - row * (len(wanted) - 1))
    return [min(max(value, low), last) + i * row for i, value in enumerate(free)]
