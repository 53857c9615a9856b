"""Switch, chip and link: three buttons painted from the theme's tokens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from stancedesk.ui.look import current_look, small_font


class Switch(QAbstractButton):
    """An on-off switch with its words to the right."""

    TRACK = QSize(26, 14)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = self.TRACK.width() + 10 + metrics.horizontalAdvance(self.text()) + 6
        return QSize(width, max(24, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.TRACK.width() + 50, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, width = self.TRACK.height(), self.TRACK.width()
        track = QRectF(1, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.fill if self.isChecked() else look.off)
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - 4
        left = track.right() - knob - 2 if self.isChecked() else track.left() + 2
        painter.setBrush(look.knob)
        painter.drawEllipse(QRectF(left, track.top() + 2, knob, knob))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 1))
            painter.drawRoundedRect(track.adjusted(-1, -2, 1, 2), 9, 9)
        painter.setPen(look.ink if self.isEnabled() else look.second)
        words = self.rect().adjusted(width + 11, 0, 0, 0)
        said = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)


class Chip(QToolButton):
    """A word that can be ticked; styled by the application's style sheet."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFont(small_font())
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class Link(QPushButton):
    """A flat button in the accent colour."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("link")
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
