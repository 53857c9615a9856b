"""How cells are painted: a bar and a figure for the stance, a tick for what was reviewed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stancedesk.ui import fonts
from stancedesk.ui.controls.stance_bar import paint_stance_bar
from stancedesk.ui.look import current_look
from stancedesk.ui.statements.columns import Column
from stancedesk.ui.statements.model import COLUMN, ROW, Index
from stancedesk.ui.words import signed

ROW_HEIGHT = 30
PAD = 8


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of the table; `needles` (lower case) are marked in the statement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.needles: tuple[str, ...] = ()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        look = current_look()
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, look.hover)
        painter.setPen(QColor(look.theme.grid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column: Column = index.data(COLUMN)
        row = index.data(ROW)
        if row is not None:
            inner = rect.adjusted(PAD, 0, -PAD, 0)
            if column.bar:
                self._stance(painter, inner, row.judgement.stance, option)
            else:
                self._words(painter, inner, index, column, option)
        chosen = option.state & QStyle.StateFlag.State_Selected
        if option.state & QStyle.StateFlag.State_HasFocus and view.hasFocus() and not chosen:
            painter.setPen(QColor(look.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -1, -1))
        painter.restore()

    def _stance(
        self, painter: QPainter, rect: QRectF, stance: float, option: QStyleOptionViewItem
    ) -> None:
        look = current_look()
        bar = QRectF(rect.left(), rect.top(), max(24.0, rect.width() - 44), rect.height())
        paint_stance_bar(painter, bar, stance, look)
        painter.setPen(look.stance_text(stance))
        painter.setFont(option.font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, right, signed(stance))

    def _words(
        self,
        painter: QPainter,
        rect: QRectF,
        index: Index,
        column: Column,
        option: QStyleOptionViewItem,
    ) -> None:
        look = current_look()
        painter.setFont(
            fonts.font(weight=fonts.MEDIUM, hinted=True) if column.strong else option.font
        )
        painter.setPen(look.accent if column.tick else look.second if column.faint else look.ink)
        text = str(index.data() or "")
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if column.figure else Qt.AlignmentFlag.AlignLeft
        )
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        if column.searched and self.needles:
            mark = QColor("#5A4A16" if look.theme.dark else "#FFE9A8")
            self._mark(painter, rect, shown, mark)
        painter.drawText(rect, align, shown)

    def _mark(self, painter: QPainter, rect: QRectF, text: str, colour: QColor) -> None:
        low = text.casefold()
        metrics = painter.fontMetrics()
        for needle in self.needles:
            start = low.find(needle)
            while needle and start >= 0:
                left = rect.left() + metrics.horizontalAdvance(text[:start])
                wide = metrics.horizontalAdvance(text[start : start + len(needle)])
                box = QRectF(left, rect.center().y() - 9, wide, 18)
                painter.fillRect(box, colour)
                start = low.find(needle, start + len(needle))
