"""Five buttons for the stance of a statement, keys 1 to 5."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from stancedesk.core.model import LEVELS
from stancedesk.ui import fonts
from stancedesk.ui.look import current_look, small_font
from stancedesk.ui.theme import mix
from stancedesk.ui.translation import tr
from stancedesk.ui.words import LEVEL_SHORT, level, level_words


class LevelButton(QAbstractButton):
    """One level: its figure, its word, its key in the corner."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.key = str(value + 3)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = tr("Stance {level}, {words}").format(level=level(value), words=level_words(value))
        self.setAccessibleName(words)
        self.setToolTip(tr("{words} (key {key})").format(words=words, key=self.key))

    def sizeHint(self) -> QSize:
        return QSize(64, 42)

    def minimumSizeHint(self) -> QSize:
        return QSize(36, 42)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = look.hover if self.underMouse() and self.isEnabled() else look.ground
        ink, faint, edge = look.ink, look.second, look.hairline
        if on:
            strong = look.theme.neutral if self.value == 0 else (
                look.theme.escalates if self.value < 0 else look.theme.deescalates
            )  # fmt: skip
            ground = mix(look.panel, QColor(strong), 1.0 if abs(self.value) == 2 else 0.28)
            edge = QColor(strong)
            faint = ink  # the second ink is too pale on a coloured ground
            if abs(self.value) == 2:
                ink = faint = look.panel if look.theme.dark else look.on_accent
        if not self.isEnabled():
            ink = look.second
        painter.setPen(QPen(look.accent, 1.6) if self.hasFocus() else QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        box = QRectF(self.rect())
        painter.setPen(ink)
        painter.setFont(fonts.font(13, fonts.SEMIBOLD, hinted=True))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 4, 0, -18), centre, level(self.value))
        painter.setPen(faint)
        painter.setFont(small_font())
        words = {each: tr(short) for each, short in LEVEL_SHORT.items()}
        # All or none: where one has no room, the others would look like another scale.
        room = max(map(painter.fontMetrics().horizontalAdvance, words.values()))
        if room <= self.width() - 6:
            painter.drawText(box.adjusted(0, 20, 0, -3), centre, words[self.value])
        painter.setFont(fonts.font(9, hinted=True))
        painter.drawText(box.adjusted(0, 3, -6, 0), Qt.AlignmentFlag.AlignRight, self.key)


class LevelButtons(QWidget):
    """The five buttons in a row."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.buttons = {value: LevelButton(value) for value in LEVELS}
        for value, button in self.buttons.items():
            button.clicked.connect(lambda *_, value=value: self._clicked(value))
            row.addWidget(button)
        self._level: int | None = None

    def set_level(self, value: int | None) -> None:
        """Show a level as chosen; None for none (several statements that differ)."""
        self._level = value
        for each, button in self.buttons.items():
            button.setChecked(each == value)

    def _clicked(self, value: int) -> None:
        self.set_level(self._level)
        self.chosen.emit(value)
