"""A tour of the window in five steps: what each part is for, and the keys that make it fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.look import current_look, label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import part_of

GAP = 12
WIDTH = 340


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: the part of the window that is shown, a heading and two or three sentences."""

    part: Callable[[], QWidget]
    title: str
    words: str


class Tour(QWidget):
    """Lies over the window, lights one part after the other; Left, Right and Escape work too.

    Args:
        stops: The steps.
        window: What it lies over.
    """

    ended = Signal()

    def __init__(self, stops: Sequence[Stop], window: QWidget) -> None:
        super().__init__(window)
        self._stops = stops
        self._over = window
        self._at = 0
        self.setAccessibleName(tr("Tour"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setObjectName("tourCard")
        self.card.setFixedWidth(WIDTH)
        self.place = label(look="second", font=small_font())
        self.title = label(font=strong_font(16))
        self.title.setWordWrap(True)
        self.words = label()
        self.words.setWordWrap(True)
        self.end = Link(tr("End the tour"))
        self.end.clicked.connect(self.finish)
        self.back = QPushButton(tr("Back"))
        self.back.clicked.connect(lambda: self.go(self._at - 1))
        self.on = QPushButton(tr("Next"))
        self.on.setProperty("look", "primary")
        self.on.clicked.connect(lambda: self.go(self._at + 1))
        foot = QHBoxLayout()
        foot.addWidget(self.end)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        for widget in (self.place, self.title, self.words):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(foot)
        self._column = column
        window.installEventFilter(self)
        self.go(0)
        self.show()
        self.raise_()
        self.on.setFocus()

    def go(self, at: int) -> None:
        """Show a step; past the last one the tour ends."""
        if at >= len(self._stops):
            self.finish()
            return
        self._at = max(0, at)
        stop = self._stops[self._at]
        self.place.setText(part_of(self._at + 1, len(self._stops)))
        self.title.setText(stop.title)
        self.words.setText(stop.words)
        self.card.setAccessibleName(f"{stop.title}. {stop.words}")
        self.back.setEnabled(self._at > 0)
        self.on.setText(tr("Done") if self._at == len(self._stops) - 1 else tr("Next"))
        self._lay_out()

    def finish(self) -> None:
        """End the tour."""
        self._over.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def lit(self) -> QRect:
        """The rectangle of the part that is shown."""
        part = self._stops[self._at].part()
        return QRect(part.mapTo(self._over, QPoint(0, 0)), part.size())

    def _lay_out(self) -> None:
        self.setGeometry(self._over.rect())
        self.card.setFixedHeight(self._column.heightForWidth(WIDTH))
        lit, size = self.lit(), self.card.size()
        if lit.right() + GAP + size.width() < self.width():
            corner = QPoint(lit.right() + GAP, lit.top() + GAP)
        elif lit.left() - GAP - size.width() > 0:
            corner = QPoint(lit.left() - GAP - size.width(), lit.top() + GAP)
        else:
            corner = QPoint(lit.center().x() - size.width() // 2, lit.bottom() + GAP)
        lowest = self.height() - size.height() - GAP
        self.card.move(corner.x(), max(GAP, min(corner.y(), lowest)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil, hole = QPainterPath(), QPainterPath()
        veil.addRect(QRectF(self.rect()))
        hole.addRoundedRect(QRectF(self.lit()).adjusted(2, 2, -2, -2), 6, 6)
        painter.fillPath(veil - hole, QColor(0, 0, 0, 150 if look.theme.dark else 90))
        painter.setPen(QPen(look.accent, 2))
        painter.drawPath(hole)
        painter.setPen(QPen(look.hairline, 1))
        painter.setBrush(look.panel)
        painter.drawRoundedRect(QRectF(self.card.geometry()).adjusted(-1, -1, 1, 1), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.finish()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go(self._at + 1)
        elif key == Qt.Key.Key_Left:
            self.go(self._at - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)
