"""The stance filter: a strip of five levels from escalates to de-escalates, each a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.model import LEVELS
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.look import current_look, small_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import level, level_words


class LevelPart(QAbstractButton):
    """One level of the strip."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.any = True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, number: int) -> None:
        """Name the button with a live count."""
        said = tr("{n} statement(s)", "", number)
        words = f"{level(self.value)}, {level_words(self.value)}: {said}"
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(30, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 4, -0.5, -4)
        colour = look.level(self.value)
        if not self.any and not self.isChecked():
            colour = look.off
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 2, 2)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.ink if self.isChecked() else look.accent, 1.4))
            painter.drawRoundedRect(rect.adjusted(0.5, -2, -0.5, 2), 3, 3)


class LevelFilter(QWidget):
    """Heading, strip, words below."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(tr("Stance"), tr("Reset the stance filter"))
        self.heading.clicked.connect(lambda: self.changed.emit(()))
        strip = QHBoxLayout()
        strip.setSpacing(0)
        self.parts = {value: LevelPart(value) for value in LEVELS}
        for part in self.parts.values():
            part.clicked.connect(self._clicked)
            strip.addWidget(part)
        below = QHBoxLayout()
        for words, name in ((tr("escalates"), "escalates"), (tr("neutral"), "small"),
                            (tr("de-escalates"), "deescalates")):  # fmt: skip
            label = QLabel(words)
            label.setObjectName(name)
            label.setFont(small_font())
            if name == "small":
                label.setProperty("look", "second")
            below.addWidget(label)
            if name != "deescalates":
                below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addLayout(strip)
        column.addLayout(below)

    def set_values(self, counts: dict[int, int], chosen: tuple[int, ...]) -> None:
        """Show live counts by level and which levels are chosen."""
        for value, part in self.parts.items():
            part.set_count(counts.get(value, 0))
            part.setChecked(value in chosen)
            part.any = not chosen
            part.update()
        words = ", ".join(level(value) for value in sorted(chosen))
        self.heading.set_link(words or tr("any"))
        self.heading.link.setEnabled(bool(chosen))

    def _clicked(self) -> None:
        chosen = tuple(value for value, part in self.parts.items() if part.isChecked())
        self.changed.emit(() if len(chosen) == len(LEVELS) else chosen)
