"""The dark card that says what lies under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from stancedesk.ui import fonts
from stancedesk.ui.charts.base import Canvas, elided, wrapped
from stancedesk.ui.theme import Theme

WIDTH = 250.0
PAD = 12.0


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    `figure` stands at the foot on the right; `stance` gives it its colour, None for none. `foot`
    stands on the left of it.
    """

    heading: str
    text: str = ""
    figure: str = ""
    stance: float | None = None
    foot: str = ""


def card_rect(card: Card, at: QPointF, within: QRectF) -> QRectF:
    """Where a card for the point `at` lies: beside it, inside `within`."""
    size = _size(card)
    left = at.x() + 14
    if left + size.width() > within.right() - 4:
        left = at.x() - 14 - size.width()
    top = min(
        max(at.y() - size.height() / 2, within.top() + 4), within.bottom() - size.height() - 4
    )
    return QRectF(QPointF(max(left, within.left() + 4), top), size)


def paint_card(painter: QPainter, theme: Theme, card: Card, rect: QRectF) -> None:
    """Draw a card."""
    canvas = Canvas(painter, theme)
    canvas.box(rect, theme.card, 6)
    x, y = rect.left() + PAD, rect.top() + PAD + 9
    room = WIDTH - 2 * PAD
    canvas.text(x, y, elided(card.heading, room, 11), theme.card_second)
    y += 6
    for line in _lines(card):
        y += 16
        canvas.text(x, y, line, theme.card_ink, 12)
    if not (card.figure or card.foot):
        return
    y += 19
    canvas.text(x, y, elided(card.foot, room - 60, 11), theme.card_second)
    ink = theme.card_ink
    if card.stance is not None and abs(card.stance) >= 0.1:
        ink = theme.card_escalates if card.stance < 0 else theme.card_deescalates
    canvas.text(rect.right() - PAD, y, card.figure, ink, 12, fonts.SEMIBOLD, "right")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.card))


def _lines(card: Card) -> list[str]:
    return wrapped(card.text, WIDTH - 2 * PAD, 12, 4)


def _size(card: Card) -> QSizeF:
    height = 2 * PAD + 11 + (6 if card.text else 0) + 16 * len(_lines(card))
    return QSizeF(WIDTH, height + (19 if card.figure or card.foot else 0))
