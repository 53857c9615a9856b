"""The period filter: a histogram of statements over time with a range that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stancedesk.ui.controls.section import Heading
from stancedesk.ui.look import current_look, small_font, with_alpha
from stancedesk.ui.translation import tr
from stancedesk.ui.words import day, month

Bar = tuple[str, str, int]
"""First day, last day and count of one bar."""

GRIP = 6


class Histogram(QWidget):
    """Bars of counts; drag to choose a range, drag an edge to move it, double click to reset.

    Keys: Left and Right move the range by one bar, with Shift they move its end.
    """

    brushed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[Bar] = []
        self._range: tuple[int, int] | None = None
        self._drag: tuple[str, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(36)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Period"))
        self.setToolTip(tr("Drag to choose a period; double-click for all"))

    def sizeHint(self) -> QSize:
        return QSize(200, 36)

    def set_bars(self, bars: Sequence[Bar], first: str | None, last: str | None) -> None:
        """Show bars in order of time and the chosen range of days, if any."""
        if self._drag is not None:
            return
        self._bars = list(bars)
        self._range = None
        if self._bars and (first or last):
            low = next((i for i, bar in enumerate(self._bars) if not first or bar[1] >= first), 0)
            high = max(
                (i for i, bar in enumerate(self._bars) if not last or bar[0] <= last), default=low
            )
            self._range = (min(low, high), max(low, high))
        chosen = tr("any period")
        if first and last:
            chosen = tr("{first} to {last}").format(first=day(first), last=day(last))
        self.setAccessibleDescription(chosen)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        if not self._bars:
            painter.setPen(look.hairline)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            return
        top = max(bar[2] for bar in self._bars) or 1
        step = self.width() / len(self._bars)
        gap = 1.0 if step >= 3 else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(self._bars):
            inside = self._range is None or self._range[0] <= place <= self._range[1]
            painter.setBrush(with_alpha(look.accent, 0.45) if inside else look.off)
            height = bar[2] / top * (self.height() - 6)
            if bar[2]:
                height = max(height, 1.5)
            painter.drawRect(QRectF(place * step, self.height() - 2 - height, step - gap, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._range is not None:
            left, right = self._range[0] * step, (self._range[1] + 1) * step
            painter.setPen(QPen(look.accent, 1.4))
            painter.drawRoundedRect(QRectF(left + 1, 1, right - left - 2, self.height() - 2), 3, 3)
        elif self.hasFocus():
            painter.setPen(QPen(look.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _bar_at(self, x: float) -> int:
        step = self.width() / max(1, len(self._bars))
        return max(0, min(len(self._bars) - 1, int(x / step)))

    def _grip_at(self, point: QPointF) -> str:
        if self._range is None or not self._bars:
            return "new"
        step = self.width() / len(self._bars)
        left, right = self._range[0] * step, (self._range[1] + 1) * step
        if abs(point.x() - left) <= GRIP:
            return "low"
        if abs(point.x() - right) <= GRIP:
            return "high"
        return "move" if left < point.x() < right else "new"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._bars:
            return
        place = self._bar_at(event.position().x())
        grip = self._grip_at(event.position())
        if grip == "new":
            self._range = (place, place)
        self._drag = (grip, place)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            grip = self._grip_at(event.position())
            shape = Qt.CursorShape.SizeHorCursor if grip in ("low", "high") else (
                Qt.CursorShape.OpenHandCursor if grip == "move" else Qt.CursorShape.CrossCursor
            )  # fmt: skip
            self.setCursor(shape)
            return
        grip, start = self._drag
        place = self._bar_at(event.position().x())
        assert self._range is not None
        low, high = self._range
        if grip == "new":
            low, high = min(start, place), max(start, place)
        elif grip == "low":
            low = min(place, high)
        elif grip == "high":
            high = max(place, low)
        else:
            shift = max(-low, min(len(self._bars) - 1 - high, place - start))
            low, high = low + shift, high + shift
            self._drag = (grip, start + shift)
        self._range = (low, high)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = None
            self._tell()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._range = self._drag = None
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())  # type: ignore[call-overload]
        if shift is None or not self._bars:
            super().keyPressEvent(event)
            return
        last = len(self._bars) - 1
        low, high = self._range or (0, last)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            high = max(low, min(last, high + shift))
        elif low + shift >= 0 and high + shift <= last:
            low, high = low + shift, high + shift
        self._range = (low, high)
        self._tell()

    def _tell(self) -> None:
        self.update()
        if self._range is None or self._range == (0, len(self._bars) - 1):
            self.brushed.emit(None, None)
        else:
            self.brushed.emit(self._bars[self._range[0]][0], self._bars[self._range[1]][1])


class PeriodFilter(QWidget):
    """Heading with the range in words, histogram, first and last day, exact dates on request."""

    changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(tr("Period"), tr("Choose exact dates"))
        self.heading.clicked.connect(self._toggle_exact)
        self.histogram = Histogram()
        self.histogram.brushed.connect(self.changed)
        self._first = QLabel()
        self._last = QLabel()
        ends = QHBoxLayout()
        for label in (self._first, self._last):
            label.setProperty("look", "second")
            label.setFont(small_font())
        ends.addWidget(self._first)
        ends.addStretch(1)
        ends.addWidget(self._last)
        self.exact = QWidget()
        self.low, self.high = _date_edit(tr("First day")), _date_edit(tr("Last day"))
        row = QHBoxLayout(self.exact)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.low, 1)
        row.addWidget(QLabel("–"))
        row.addWidget(self.high, 1)
        self.exact.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.histogram)
        column.addLayout(ends)
        column.addWidget(self.exact)
        self.low.dateChanged.connect(self._exact_changed)
        self.high.dateChanged.connect(self._exact_changed)

    def set_bars(self, bars: Sequence[Bar], first: str | None, last: str | None) -> None:
        """Show bars and the chosen range."""
        self.histogram.set_bars(bars, first, last)
        ends = (bars[0][0], bars[-1][1]) if bars else ("", "")
        self._first.setText(day(ends[0]) if bars else tr("no dated statement"))
        self._last.setText(day(ends[1]) if bars else "")
        low, high = first or ends[0], last or ends[1]
        words = month(low) if month(low) == month(high) else f"{month(low)} – {month(high)}"
        self.heading.set_link(words if bars else "")
        for edit, value in ((self.low, low), (self.high, high)):
            edit.blockSignals(True)
            if value:
                edit.setDate(QDate.fromString(value, "yyyy-MM-dd"))
            edit.blockSignals(False)

    def _toggle_exact(self) -> None:
        self.exact.setVisible(not self.exact.isVisible())
        if self.exact.isVisible():
            self.low.setFocus()

    def _exact_changed(self) -> None:
        low, high = self.low.date(), self.high.date()
        if low <= high:
            self.changed.emit(low.toString("yyyy-MM-dd"), high.toString("yyyy-MM-dd"))


def _date_edit(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setAccessibleName(name)
    edit.setDisplayFormat(tr("d MMM yyyy", "Qt format of a day"))
    edit.setKeyboardTracking(False)
    edit.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
    edit.setMinimumWidth(60)
    return edit


def bars_from(counts: Sequence[tuple[str, int]], most: int = 48) -> list[Bar]:
    """Even bars over the whole range from counts by day, at most `most` of them."""
    if not counts:
        return []
    first, last = date.fromisoformat(counts[0][0]), date.fromisoformat(counts[-1][0])
    days = (last - first).days + 1
    width = max(1, -(-days // most))
    totals = [0] * (-(-days // width))
    for iso, number in counts:
        totals[(date.fromisoformat(iso) - first).days // width] += number
    return [
        (
            (first + timedelta(days=place * width)).isoformat(),
            min(last, first + timedelta(days=place * width + width - 1)).isoformat(),
            number,
        )
        for place, number in enumerate(totals)
    ]
