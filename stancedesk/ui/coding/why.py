"""Why a statement got its stance: each reason with its weight, tone apart, confidence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stancedesk.core.model import Judgement
from stancedesk.ui.controls.stance_bar import StanceBar
from stancedesk.ui.look import label, small_font, strong_font
from stancedesk.ui.rules import because
from stancedesk.ui.translation import tr
from stancedesk.ui.words import decimal, elided, signed, tip


class Why(QWidget):
    """The list of reasons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(font=strong_font())
        self.confidence = label(look="second", font=small_font())
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.confidence)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._rows)

    def show_judgement(self, judgement: Judgement) -> None:
        """Show the reasons of one judgement."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.title.setText(tr("Why {stance}").format(stance=signed(judgement.stance)))
        self.confidence.setText(
            tr("confidence {figure}").format(figure=decimal(judgement.confidence))
        )
        reasons = [reason for reason in judgement.evidence if reason.field == "stance"]
        for reason in reasons:
            if reason.rule == "coder":
                self._add(tr("set by {coder}").format(coder=reason.text), None, "")
                continue
            words = because(reason.rule, elided(reason.text, 40))
            self._add(words, reason.weight, because(reason.rule, reason.text))
        if not reasons:
            self._add(tr("no cue found: neutral by default"), None, "")
        apart = tr("VADER's compound; not part of stance")
        self._add(tr("tone (VADER), apart"), judgement.tone, apart)

    def _add(self, words: str, weight: float | None, more: str) -> None:
        row = self._grid.rowCount()
        name = label(words, font=small_font())
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setToolTip(tip(more))
        self._grid.addWidget(name, row, 0)
        if weight is not None:
            figure = label(signed(weight), "second", small_font())
            figure.setFixedWidth(38)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(StanceBar(weight), row, 1)
            self._grid.addWidget(figure, row, 2)
