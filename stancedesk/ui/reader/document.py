"""Builds the document of an article: plain text with formats, nothing that could load or run."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from stancedesk.core.model import Article, Row, Span
from stancedesk.ui import fonts
from stancedesk.ui.look import Look

GAP = 9
MARGIN = 92
"""Pixels to the right of the text in which "who → whom" stands."""


class Offsets:
    """Translates character offsets of a text to positions in a QTextDocument, which are UTF-16."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, char in enumerate(text) if ord(char) > 0xFFFF]

    def position(self, offset: int) -> int:
        """The document position of a character offset."""
        return offset + bisect_left(self._wide, offset)

    def offset(self, position: int) -> int:
        """The character offset of a document position."""
        low, high = 0, position
        while low < high:
            middle = (low + high) // 2
            if self.position(middle) < position:
                low = middle + 1
            else:
                high = middle
        return low


def shown(text: str) -> str:
    """The text with every control character a space, one for one, so that offsets hold."""
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") else " "
        for char in text
    )


def fill(document: QTextDocument, article: Article, look: Look) -> Offsets:
    """Put the text of an article into a document, boilerplate grey."""
    text = shown(article.text)
    offsets = Offsets(text)
    document.clear()
    frame = QTextFrameFormat()
    frame.setRightMargin(MARGIN)
    frame.setLeftMargin(0)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    base = QTextCharFormat()
    base.setFont(fonts.font(14))
    base.setForeground(look.ink)
    cursor.setCharFormat(base)
    cursor.insertText(text, base)
    _space(document)
    for span in article.masks:
        grey = QTextCharFormat()
        grey.setForeground(look.axis)
        _merge(document, offsets, span, grey)
    return offsets


def hide_masked(
    document: QTextDocument, offsets: Offsets, masks: Sequence[Span], hide: bool
) -> None:
    """Hide or show the paragraphs that are boilerplate from end to end."""
    block = document.begin()
    while block.isValid():
        first = offsets.offset(block.position())
        last = offsets.offset(block.position() + block.length() - 1)
        around = near(masks, first, last)
        bare = "".join(
            char
            for place, char in enumerate(block.text(), first)
            if not any(start <= place < end for start, end in around)
        )
        masked = bool(block.text().strip()) and not bare.strip()
        block.setVisible(not (hide and masked))
        block = block.next()
    document.markContentsDirty(0, document.characterCount())


def near(masks: Sequence[Span], first: int, last: int) -> list[Span]:
    """The masks that touch the characters from `first` to `last`."""
    return [mask for mask in masks if mask[0] <= last and first <= mask[1]]


def _space(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat()
        if block.text().strip():
            form.setLineHeight(148, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(GAP)
        else:
            form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


def _merge(document: QTextDocument, offsets: Offsets, span: Span, form: QTextCharFormat) -> None:
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(min(last, offsets.position(span[0])))
    cursor.setPosition(min(last, offsets.position(span[1])), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)


def highlight(
    document: QTextDocument, offsets: Offsets, rows: Iterable[Row], chosen: int | None, look: Look
) -> None:
    """Wash the statements in the colour of their stance; the chosen one with its reasons.

    The ground says the stance, a solid underline the words that decided it, a dotted one the cue.
    """
    everything = QTextCursor(document)
    everything.select(QTextCursor.SelectionType.Document)
    plain = QTextCharFormat()
    plain.setBackground(QColor(0, 0, 0, 0))
    plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
    plain.setFontWeight(QFont.Weight.Normal)
    everything.mergeCharFormat(plain)
    for row in rows:
        if not row.judgement.valid:
            continue
        stance = row.judgement.stance
        wash = QTextCharFormat()
        wash.setBackground(_ground(look, stance, row.id == chosen))
        for span in row.content:
            _merge(document, offsets, span, wash)
    for row in rows:
        if row.id == chosen:
            _explain(document, offsets, row, look)


def _ground(look: Look, stance: float, chosen: bool) -> QColor:
    colour = look.wash(stance)
    if not chosen:
        return colour
    return colour.lighter(115) if look.theme.dark else colour.darker(107)


def _explain(document: QTextDocument, offsets: Offsets, row: Row, look: Look) -> None:
    if row.cue is not None:
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dotted.setUnderlineColor(look.ink)
        _merge(document, offsets, row.cue, dotted)
    if row.speaker is not None:
        strong = QTextCharFormat()
        strong.setFontUnderline(True)
        strong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        strong.setUnderlineColor(look.second)
        _merge(document, offsets, row.speaker, strong)
    for reason in row.judgement.evidence:
        if reason.span is None or reason.field != "stance":
            continue
        line = QTextCharFormat()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        colour = look.stance(reason.weight or row.judgement.stance)
        line.setUnderlineColor(colour.lighter(150) if look.theme.dark else colour)
        _merge(document, offsets, reason.span, line)
