"""The text of an article, read-only; statements can be clicked, who → whom stands in the margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from stancedesk.core.model import Article, Row
from stancedesk.ui.look import current_look, small_font
from stancedesk.ui.reader.document import MARGIN, Offsets, fill, hide_masked, highlight
from stancedesk.ui.translation import tr


class PlainDocument(QTextDocument):
    """A document that never fetches anything, whatever its text says."""

    def loadResource(self, _kind: int, _url: QUrl | str) -> Any:
        return None


class ArticleText(QTextEdit):
    """Shows one article and its statements.

    Args:
        short: The short name of a country for the margin: its code.
    """

    statement_clicked = Signal(int)
    step = Signal(int)

    def __init__(self, short: Callable[[str], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self._offsets = Offsets("")
        self._article: Article | None = None
        self._rows: Sequence[Row] = ()
        self._chosen: int | None = None
        self._hide = False
        self._pressed = QPoint()
        self._size = QSize()
        document = PlainDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        self.setDocument(document)
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Article text"))

    def show_article(
        self, article: Article | None, rows: Sequence[Row], chosen: int | None
    ) -> None:
        """Show an article with its statements; `chosen` is the one whose reasons are marked."""
        same = article is not None and self._article is not None and article.id == self._article.id
        self._article, self._rows, self._chosen = article, rows, chosen
        if article is None:
            self.document().clear()
        else:
            if not same:
                self._fill()
            highlight(self.document(), self._offsets, rows, chosen, current_look())
            self._reveal(within=same)
        self.viewport().update()

    def restyle(self) -> None:
        """Paint again after a change of theme."""
        if self._article is not None:
            place = self.verticalScrollBar().value()
            self._fill()
            highlight(self.document(), self._offsets, self._rows, self._chosen, current_look())
            self.verticalScrollBar().setValue(place)

    def hide_boilerplate(self, hide: bool) -> None:
        """Hide what is masked, or show it grey."""
        self._hide = hide
        if self._article is not None:
            hide_masked(self.document(), self._offsets, self._article.masks, hide)
            self.viewport().update()

    def find_text(self, needle: str, backward: bool = False) -> bool:
        """Select the next place where the words stand, going round at the end."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(needle, flags):
            return True
        end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        cursor = self.textCursor()
        cursor.movePosition(end)
        self.setTextCursor(cursor)
        return self.find(needle, flags)

    def selected_span(self) -> tuple[int, int] | None:
        """The selected characters as offsets into the article's text, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._article is None:
            return None
        return (
            self._offsets.offset(cursor.selectionStart()),
            self._offsets.offset(cursor.selectionEnd()),
        )

    def statement_at(self, point: QPoint) -> int | None:
        """The statement under a point of the viewport; the shortest where several overlap."""
        position = self.cursorForPosition(point).position()
        offset = self._offsets.offset(position)
        hits = [
            row for row in self._rows
            if any(start <= offset <= end for start, end in row.content)
        ]  # fmt: skip
        return min(hits, key=lambda row: len(row.text)).id if hits else None

    def _fill(self) -> None:
        assert self._article is not None
        self._offsets = fill(self.document(), self._article, current_look())
        if self._hide:
            hide_masked(self.document(), self._offsets, self._article.masks, True)
        self.verticalScrollBar().setValue(0)

    def _reveal(self, within: bool) -> None:
        row = next((row for row in self._rows if row.id == self._chosen), None)
        if row is None:
            return
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(last, self._offsets.position(row.content[0][0])))
        self.setTextCursor(cursor)
        rect = self.cursorRect(cursor)
        if within and rect.top() >= 0 and rect.bottom() < self.viewport().height() - 40:
            return
        bar = self.verticalScrollBar()
        wanted = bar.value() + rect.top() - self.viewport().height() // 4
        near = bar.value() + rect.bottom() < self.viewport().height() * 2 // 3
        bar.setValue(0 if near else wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.size() != self._size:
            self._size = self.size()
            # Not now: Qt also resizes while it lays the document out, where no cursor may move.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self._article is not None:
            self._reveal(within=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        moved = (point - self._pressed).manhattanLength() > 4
        if event.button() == Qt.MouseButton.LeftButton and not moved:
            hit = self.statement_at(point)
            if hit is not None:
                self.statement_clicked.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_N: 1, Qt.Key.Key_K: -1, Qt.Key.Key_P: -1}
        if not event.modifiers() and event.key() in steps:
            self.step.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        look = current_look()
        painter.setFont(small_font())
        taken = -100.0
        for row in self._rows:
            if not row.judgement.valid or not row.content:
                continue
            cursor = QTextCursor(self.document())
            last = self.document().characterCount() - 1
            cursor.setPosition(min(last, self._offsets.position(row.content[0][0])))
            rect = self.cursorRect(cursor)
            top = max(float(rect.top()), taken)
            if top > self.viewport().height() or rect.bottom() < 0:
                continue
            taken = top + 16
            box = QRectF(self.viewport().width() - MARGIN + 10, top, MARGIN - 12, rect.height())
            painter.setPen(look.ink if row.id == self._chosen else look.second)
            words = painter.fontMetrics().elidedText(
                self._who(row), Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
            )

    def _who(self, row: Row) -> str:
        judged = row.judgement
        who = self._short(judged.country) if judged.country else "?"
        if judged.targets:
            return f"{who} → {self._short(judged.targets[0])}"
        return who
