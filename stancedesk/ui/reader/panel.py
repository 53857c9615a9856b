"""The upper right: outlet, date and title of the article, then its text; find in text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stancedesk.core.model import Article, Row
from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.controls.elided import ElidedLabel
from stancedesk.ui.look import heading_font, label, small_font, strong_font
from stancedesk.ui.reader.text import ArticleText
from stancedesk.ui.translation import tr
from stancedesk.ui.words import BASIS_WORDS, day, long_day, tip


class ReaderPanel(QFrame):
    """Shows the article of the chosen statement."""

    statement_clicked = Signal(int)
    step = Signal(int)
    date_wanted = Signal(int)

    def __init__(self, short: Callable[[str], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAccessibleName(tr("Article"))
        self._article: Article | None = None
        self.outlet = ElidedLabel()
        self.outlet.setProperty("look", "second")
        self.outlet.setFont(heading_font())
        self.set_date = Link(tr("Set date…"))
        self.set_date.setAccessibleName(tr("Set the date of this article"))
        self.set_date.clicked.connect(self._want_date)
        self.title = label(font=strong_font(17))
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = ArticleText(short)
        self.text.statement_clicked.connect(self.statement_clicked)
        self.text.step.connect(self.step)
        self.boilerplate = Link(tr("Hide boilerplate"))
        self.boilerplate.setFont(small_font())
        self.set_date.setFont(small_font())
        self.boilerplate.setCheckable(True)
        self.boilerplate.toggled.connect(self._toggle_boilerplate)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find in this article"))
        self.words.setAccessibleName(tr("Find in this article"))
        self.words.hide()
        self.words.returnPressed.connect(lambda: self.text.find_text(self.words.text()))
        self.words.textEdited.connect(lambda words: self.text.find_text(words))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.words)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._end_find)
        self.empty = label(look="second")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(self.outlet, 1)
        head.addWidget(self.set_date)
        head.addWidget(self.boilerplate)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 8, 0)
        column.setSpacing(4)
        column.addLayout(head)
        title = QHBoxLayout()
        title.setContentsMargins(0, 0, 14, 0)
        title.addWidget(self.title)
        column.addLayout(title)
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(self.empty, 1)
        self.show_article(None, (), None)

    def show_article(
        self, article: Article | None, rows: Sequence[Row], chosen: int | None
    ) -> None:
        """Show an article and its statements, or what to do when there is none."""
        self._article = article
        for widget in (self.outlet, self.title, self.text):
            widget.setVisible(article is not None)
        self.empty.setVisible(article is None)
        self.empty.setText(
            tr("Choose a statement in the table or a point on the chart to read it here.")
        )
        self.set_date.setVisible(article is not None and article.published is None)
        self.boilerplate.setVisible(article is not None and bool(article.masks))
        if article is not None:
            source = article.source or tr("Unknown source")
            words = [source, day(article.published)]
            tips = [f"{source} · {long_day(article.published)}"]
            tips.append(tr(BASIS_WORDS[article.date_basis.value]))
            if article.duplicate_of is not None:
                words.append(tr("reprint"))
                tips.append(tr("a reprint of an article in the project: counts once"))
            if not article.english:
                words.append(tr("not English"))
                tips.append(tr("not in English: kept, not analysed"))
            self.outlet.setText(" · ".join(words).upper())
            self.outlet.setToolTip(tip(", ".join(filter(None, tips))))
            self.title.setText(article.title or tr("Untitled article"))
        self.text.show_article(article, rows, chosen)

    def start_find(self) -> None:
        """Open the find field."""
        if self._article is not None:
            self.words.show()
            self.words.setFocus()
            self.words.selectAll()

    def _end_find(self) -> None:
        self.words.hide()
        self.text.setFocus()

    def _toggle_boilerplate(self, hide: bool) -> None:
        self.boilerplate.setText(tr("Show boilerplate") if hide else tr("Hide boilerplate"))
        self.text.hide_boilerplate(hide)

    def _want_date(self) -> None:
        if self._article is not None and self._article.id is not None:
            self.date_wanted.emit(self._article.id)
