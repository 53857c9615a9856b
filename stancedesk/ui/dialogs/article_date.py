"""The date of an article, set by hand."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.look import label, small_font, strong_font
from stancedesk.ui.translation import tr
from stancedesk.ui.words import is_day


class ArticleDateDialog(QDialog):
    """Asks for a day by typing or by calendar.

    Args:
        title: Title of the article.
        start: The text's beginning, in which a date can often be seen.
        published: The date now, or None.
    """

    def __init__(
        self, title: str, start: str, published: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Date of the article"))
        name = label(title or tr("Untitled article"), font=strong_font())
        name.setWordWrap(True)
        words = label(start, "second", small_font())
        words.setWordWrap(True)
        words.setMaximumHeight(64)
        self.day = QLineEdit(published or "")
        self.day.setPlaceholderText(tr("year-month-day, for example 2032-01-05"))
        self.day.setAccessibleName(tr("Date, year-month-day"))
        self.calendar = QCalendarWidget()
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        plain = QTextCharFormat()
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if published:
            self.calendar.setSelectedDate(QDate.fromString(published, "yyyy-MM-dd"))
        self.calendar.selectionChanged.connect(
            lambda: self.day.setText(self.calendar.selectedDate().toString("yyyy-MM-dd"))
        )
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("look", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.day.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (name, words, self.day, self.calendar, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(380)
        self._check()
        self.day.setFocus()

    @property
    def chosen(self) -> str:
        """The day, ISO."""
        return self.day.text().strip()

    def _check(self) -> None:
        save: QPushButton = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(is_day(self.chosen))
        if is_day(self.chosen):
            self.calendar.blockSignals(True)
            self.calendar.setSelectedDate(QDate.fromString(self.chosen, "yyyy-MM-dd"))
            self.calendar.blockSignals(False)
