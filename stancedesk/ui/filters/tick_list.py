"""A filter whose values are ticked: heading, find field, list with bars, "Show more"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.controls.stance_bar import paint_stance_bar
from stancedesk.ui.controls.tick_box import SIDE, paint_tick_box
from stancedesk.ui.filters.tick_model import FIRST, TICK, Index, Tick, TickModel
from stancedesk.ui.look import current_look, small_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, part_of

BAR, SHORT = 40, 26
"""Length of the bar of means, and where names need the room."""
NARROW = 170
"""Pixels of a row below which it has no bar: the name matters more."""
MOST = 12
"""Rows shown at once when all are shown; beyond them the list scrolls."""


class TickDelegate(QStyledItemDelegate):
    """Paints box, dot of the charted actor, words, bar of the mean, count."""

    def __init__(self, dots: bool, bars: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = dots
        self._bars = bars

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        tick: Tick = index.data(TICK)
        return QSize(120, 36 if tick.below else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tick: Tick = index.data(TICK)
        view = option.widget
        look = current_look()
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.hover)
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)
        first = rect.top() + (12 if tick.below else rect.height() / 2)
        box = QRectF(rect.left() + 1, first - SIDE / 2, SIDE, SIDE)
        paint_tick_box(painter, box, on)
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            painter.setPen(QPen(look.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, -0.5, -0.5), 4, 4)
        left = box.right() + 8
        if self._dots:
            if tick.colour is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tick.colour)
                painter.drawEllipse(QRectF(left - 1, first - 4, 8, 8))
            left += 13
        right = rect.right() - 2
        model = index.model()
        most = model.most if isinstance(model, TickModel) else tick.count
        room = option.fontMetrics.horizontalAdvance(count(most)) + 2
        painter.setPen(look.second)
        figures = QRectF(right - room, first - 9, room, 18)
        painter.setFont(option.font)
        painter.drawText(figures, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         count(tick.count))  # fmt: skip
        end = figures.right() - painter.fontMetrics().horizontalAdvance(count(tick.count)) - 8
        if self._bars and rect.width() > NARROW:
            length = BAR if rect.width() > 212 else SHORT
            bar = QRectF(right - room - length - 8, first - 7, length, 14)
            paint_stance_bar(painter, bar, tick.mean, look)
            end = bar.left() - 8
        painter.setPen(look.ink if tick.count else look.second)
        _line(painter, QRectF(left, first - 9, end - left, 18), tick.label)
        if tick.below:
            painter.setFont(small_font())
            painter.setPen(look.second)
            _line(painter, QRectF(left, first + 6, right - left, 16), tick.below)
        painter.restore()


class TickView(QListView):
    """A list that is as high as its rows, up to `MOST`, and toggles by click, Space or Enter."""

    def __init__(self, name: str, dots: bool, bars: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tickList")
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setItemDelegate(TickDelegate(dots, bars, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def fit(self) -> None:
        """Take the height of the rows."""
        model = self.model()
        rows = min(model.rowCount(), MOST)
        height = sum(self.sizeHintForRow(row) for row in range(rows))
        self.setFixedHeight(max(height, 1) + 2)
        self.setVisible(rows > 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            model = self.model()
            assert isinstance(model, TickModel)
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                model.only(index)
            else:
                model.toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        model = self.model()
        if event.key() in keys and isinstance(model, TickModel):
            model.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        model = self.model()
        if not index.isValid() or not isinstance(model, TickModel):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        label = str(index.data())
        menu.addAction(tr("Only {name}").format(name=label), lambda: model.only(index))
        menu.popup(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)


class TickFilter(QWidget):
    """Heading, find field, list.

    Args:
        title: The heading: "Country".
        find: The placeholder of the find field; without one there is no field.
        always_find: Show the field even while there are few values.
        merging: Offer to make one of what is ticked.
        name: What a ticked key is called that no statement has any more.
    """

    changed = Signal(tuple)
    merge_wanted = Signal(tuple)

    def __init__(
        self,
        title: str,
        find: str = "",
        dots: bool = False,
        bars: bool = True,
        always_find: bool = False,
        merging: bool = False,
        name: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading = Heading(title, tr("Reset the filter: {name}").format(name=title))
        self.heading.clicked.connect(self.reset)
        self.search = QLineEdit()
        self.search.setObjectName("find")
        self.search.setPlaceholderText(find)
        self.search.setAccessibleName(find or tr("Find in {name}").format(name=title))
        self.search.setClearButtonEnabled(True)
        self.model = TickModel(self, name)
        self.view = TickView(title, dots, bars)
        self.view.setModel(self.model)
        self.more = Link()
        self.more.clicked.connect(self._toggle_more)
        self.merge = Link()
        self.merge.clicked.connect(lambda: self.merge_wanted.emit(self.model.ticked))
        self._always_find, self._merging = always_find, merging
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.heading, self.search, self.view):
            column.addWidget(widget)
        for link in (self.more, self.merge):
            column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        self.search.textChanged.connect(self._narrow)
        self.model.changed.connect(self.changed)
        self._fit()

    def set_values(self, values: Sequence[Tick], ticked: tuple[str, ...]) -> None:
        """Show values with live counts, and which of them are ticked."""
        self.model.set_values(values, ticked)
        self._fit()

    def reset(self) -> None:
        """Tick nothing: any value will do."""
        self.search.clear()
        self.changed.emit(())

    def _narrow(self, needle: str) -> None:
        self.model.set_needle(needle)
        self._fit()

    def _toggle_more(self) -> None:
        self.model.set_limit(FIRST if self.model.limit is None else None)
        self._fit()

    def _fit(self) -> None:
        ticked, total = len(self.model.ticked), self.model.total
        self.heading.set_link(part_of(ticked, total) if ticked else (tr("any") if total else ""))
        self.heading.link.setEnabled(ticked > 0)
        self.search.setVisible(bool(self.search.placeholderText()) and
                             (self._always_find or total > FIRST + 2))  # fmt: skip
        self.view.fit()
        hidden = self.model.hidden
        everything = self.model.limit is None and total > FIRST
        self.more.setVisible(hidden > 0 or everything)
        self.more.setText(
            tr("Show {n} more").format(n=count(hidden)) if hidden else tr("Show fewer")
        )
        self.merge.setVisible(self._merging and ticked > 1)
        self.merge.setText(tr("Merge these {n}…").format(n=count(ticked)))

    def index_of(self, key: str) -> QModelIndex:
        """The index that shows a key, for tests and the command palette."""
        return self.model.index(self.model.row_of(key))


def _line(painter: QPainter, rect: QRectF, text: str) -> None:
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
