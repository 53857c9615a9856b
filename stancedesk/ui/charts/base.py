"""What every chart draws with: a canvas in the theme's colours, and a frame that maps values to it.

All lengths are in design pixels: on screen they are the screen's, in an export they are scaled as
a whole, so that text, lines and markers grow together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from stancedesk.ui import fonts
from stancedesk.ui.theme import ActorStyle, Theme

Floats = npt.NDArray[np.float64]
Align = Literal["left", "centre", "right"]

INSET = 8.0
"""From the edge of a chart's rectangle to its words, which are flush with the title."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the canvas and the ranges of values that it shows.

    `x` grows to the right, `y` upwards.
    """

    rect: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    def to_x(self, value: float) -> float:
        """Canvas x of a value."""
        low, high = self.x
        return self.rect.left() + (value - low) / (high - low) * self.rect.width()

    def to_y(self, value: float) -> float:
        """Canvas y of a value."""
        low, high = self.y
        return self.rect.bottom() - (value - low) / (high - low) * self.rect.height()

    def xs(self, values: npt.NDArray[np.generic]) -> Floats:
        """Canvas x of many values."""
        low, high = self.x
        share = (np.asarray(values, dtype=np.float64) - low) / (high - low)
        return self.rect.left() + share * self.rect.width()

    def ys(self, values: npt.NDArray[np.generic]) -> Floats:
        """Canvas y of many values."""
        low, high = self.y
        share = (np.asarray(values, dtype=np.float64) - low) / (high - low)
        return self.rect.bottom() - share * self.rect.height()

    def value_at(self, x: float) -> float:
        """Value at a canvas x."""
        low, high = self.x
        return low + (x - self.rect.left()) / self.rect.width() * (high - low)


class Canvas:
    """A painter with the theme's colours and Inter.

    Args:
        painter: Active painter, in design pixels.
        theme: Colours.
        resolution: Device pixels per design pixel, for what is drawn as an image.
        outlines: Draw text as shapes, so that a vector file needs no font.
    """

    def __init__(
        self, painter: QPainter, theme: Theme, resolution: float = 1.0, outlines: bool = False
    ) -> None:
        self.painter = painter
        self.theme = theme
        self.resolution = resolution
        self.outlines = outlines
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )

    @staticmethod
    def width(text: str, size: float = fonts.LABEL, weight: int = fonts.REGULAR) -> float:
        """Width of a text."""
        return fonts.metrics(size, weight, "-" not in text).horizontalAdvance(text)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str | QColor,
        size: float = fonts.LABEL,
        weight: int = fonts.REGULAR,
        align: Align = "left",
        turned: bool = False,
    ) -> None:
        """Write a text with its baseline at `y`; `turned` reads upwards from (x, y)."""
        painter = self.painter
        advance = self.width(text, size, weight)
        shift = {"left": 0.0, "centre": -advance / 2, "right": -advance}[align]
        font = fonts.font(size, weight, tabular="-" not in text)
        if not turned and not self.outlines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x + shift, y), text)
            return
        painter.save()
        painter.translate(x, y)
        if turned:
            painter.rotate(-90)
        if self.outlines:
            path = QPainterPath()
            # The outlines of a variable font overlap: the other rule would leave holes.
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addText(QPointF(shift, 0), font, text)
            painter.fillPath(path, QColor(colour))
        else:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(shift, 0), text)
        painter.restore()

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str | QColor,
        width: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line."""
        self.painter.setPen(pen(colour, width, dash))
        self.painter.drawLine(QPointF(*start), QPointF(*end))

    def box(self, rect: QRectF, colour: str | QColor, radius: float = 0.0) -> None:
        """A filled rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        if radius:
            self.painter.drawRoundedRect(rect, radius, radius)
        else:
            self.painter.drawRect(rect)


def pen(colour: str | QColor, width: float = 1.0, dash: Sequence[float] = ()) -> QPen:
    """A round pen; `dash` in units of `width`."""
    result = QPen(QBrush(QColor(colour)), width)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    result.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    if dash:
        result.setDashPattern([float(part) for part in dash])
    return result


def faded(colour: str | QColor, alpha: float) -> QColor:
    """A colour with an opacity of 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(min(1.0, max(0.0, alpha)))
    return result


def elided(text: str, room: float, size: float, weight: int = fonts.REGULAR) -> str:
    """The text, cut with an ellipsis to fit `room` pixels."""
    return fonts.metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, room)


def wrapped(
    text: str, room: float, size: float, most: int, weight: int = fonts.REGULAR
) -> list[str]:
    """The text in at most `most` lines of `room` pixels; an ellipsis ends the last one if cut."""
    lines: list[str] = []
    pending = text.split()
    while pending and len(lines) < most:
        count = 1
        while count < len(pending) and (
            Canvas.width(" ".join(pending[: count + 1]), size, weight) <= room
        ):
            count += 1
        if len(lines) == most - 1 and count < len(pending):
            count += 8
        lines.append(elided(" ".join(pending[:count]), room, size, weight))
        pending = pending[count:]
    return lines


def round_up(value: float, step: float) -> float:
    """The next multiple of `step` at or above `value`."""
    return math.ceil(value / step - 1e-9) * step


@dataclass(frozen=True, slots=True)
class Legend:
    """One entry of a legend."""

    label: str
    n: int
    style: ActorStyle


class Titled(Protocol):
    """A drawing with a title and a legend."""

    @property
    def title(self) -> str:
        """Heading."""
        ...

    def legend_for(self, width: float) -> tuple[Legend, ...]:
        """Entries above a drawing of a width; may be none."""
        ...
