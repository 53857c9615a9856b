"""The bar at the top: project and counts, full-text search, import and export."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.look import current_look, label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, tip

TYPING = 220
"""Milliseconds without a key after which a search starts."""


class SearchField(QLineEdit):
    """Full-text search; tells its words when typing pauses, on Enter, and when it is cleared."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search statements: “red line” OR sanctions"))
        self.setAccessibleName(tr("Search statements"))
        self.setToolTip(
            tr("All of the words, “exact words” in quotation marks, OR, the start of a word with *")
        )
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING)
        self._timer.timeout.connect(self._tell)
        self._told = ""
        self.textEdited.connect(lambda _: self._timer.start())
        self.textChanged.connect(self._cleared)
        self.returnPressed.connect(self._tell)

    def set_words(self, words: str) -> None:
        """Show the words of the query unless the user is typing."""
        self._told = words
        if self.text().strip() != words and not self._timer.isActive():
            self.setText(words)

    def _cleared(self, words: str) -> None:
        if not words and self._told:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.searched.emit(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        words = keys.toString(QKeySequence.SequenceFormat.NativeText)
        painter = QPainter(self)
        painter.setFont(small_font())
        painter.setPen(current_look().second)
        right = self.rect().adjusted(0, 0, -12, 0)
        metrics = painter.fontMetrics()
        needed = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 24
        if needed + metrics.horizontalAdvance(words) + 24 <= self.width():
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, align, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)


class TopBar(QFrame):
    """Name of the project to the left, search in the middle, the two main actions to the right."""

    searched = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()
    undated_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(48)
        self._name = ""
        self.project = label(font=strong_font(14))
        self.project.setTextFormat(Qt.TextFormat.PlainText)
        self.counts = label(look="second")
        self.undated = Link()
        self.undated.clicked.connect(self.undated_wanted)
        self.search = SearchField()
        self.search.searched.connect(self.searched)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(400)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.importing = QPushButton(tr("Import…"))
        self.importing.setToolTip(tr("Import articles (Ctrl+I)"))
        self.importing.clicked.connect(self.import_wanted)
        self.exporting = QPushButton(tr("Export…"))
        self.exporting.setProperty("look", "primary")
        self.exporting.setToolTip(tr("Export the chart (Ctrl+E)"))
        self.exporting.clicked.connect(self.export_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.project)
        row.addSpacing(8)
        row.addWidget(self.counts)
        row.addWidget(self.undated)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        row.addWidget(self.importing)
        row.addWidget(self.exporting)

    def show_project(self, name: str, articles: int, statements: int, undated: int) -> None:
        """Show which project is open and how much is in it."""
        metrics = QFontMetrics(self.project.font())
        self.project.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 260))
        self.project.setToolTip(tip(name))
        self.counts.setText(
            tr("{n} article(s)", "", articles) + " · " + tr("{n} statement(s)", "", statements)
        )
        self.undated.setText(tr("{n} undated").format(n=count(undated)))
        self.undated.setToolTip(tr("Show the statements of articles without a date"))
        self.undated.setVisible(undated > 0)
        for widget in (self.counts, self.search, self.importing, self.exporting):
            widget.setVisible(True)

    def show_nothing(self) -> None:
        """No project is open."""
        self.project.setText("StanceDesk")
        for widget in (self.counts, self.undated, self.search, self.importing, self.exporting):
            widget.setVisible(False)
