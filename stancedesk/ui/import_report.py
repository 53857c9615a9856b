"""What came of an import: counts, and lists of what needs the user's eye."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stancedesk.ui.controls.buttons import Link
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.look import label, small_font, strong_font
from stancedesk.ui.words import count, plural

if TYPE_CHECKING:
    from stancedesk.services.ingest import IngestReport

LISTED = 200


class ImportReportPanel(QFrame):
    """Takes the place of the chart after an import until it is closed."""

    closed = Signal()
    date_wanted = Signal(int)
    date_all_wanted = Signal(list)
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAccessibleName("Import report")
        self._report: IngestReport | None = None
        self.title = label(font=strong_font(16))
        self.summary = label(look="second")
        self.summary.setWordWrap(True)
        self.close_button = QPushButton("Show the statements")
        self.close_button.setProperty("look", "primary")
        self.close_button.clicked.connect(self.closed)
        self.resume = QPushButton("Go on with the import")
        self.resume.clicked.connect(self.resume_wanted)
        self.copy = Link("Copy report")
        self.copy.clicked.connect(self._copy)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        self._lists.setContentsMargins(0, 8, 12, 8)
        inner = QWidget()
        inner.setObjectName("sideInner")
        inner.setLayout(self._lists)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.addWidget(self.close_button)
        foot.addWidget(self.resume)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.summary)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def show_report(self, report: IngestReport) -> None:
        """Show a report; articles to date first, then failures, then duplicates."""
        self._report = report
        self.title.setText("Import stopped" if report.cancelled else "Import finished")
        self.summary.setText(_sentence(report))
        self.resume.setVisible(report.cancelled)
        while (item := self._lists.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if report.undated:
            self._add_undated(report.undated)
        if report.other_language:
            self._add_list(
                "Not in English, kept and not analysed",
                [(name, "") for _, name in report.other_language],
            )
        if report.failures:
            rows = [
                (Path(failure.path).name, _reason(failure.path, str(failure.error)))
                for failure in report.failures
            ]
            self._add_list("Failed", rows)
        if report.reprints:
            self._add_list("Reprints, counted once", [(name, "") for _, name in report.reprints])
        if report.duplicates:
            self._add_list("Already in the project", [(name, "") for name in report.duplicates])
        self._lists.addStretch(1)
        self.close_button.setFocus()

    def mark_dated(self, *articles: int) -> None:
        """Articles have been dated: take them off the list."""
        if self._report is None:
            return
        self._report.undated = [each for each in self._report.undated if each[0] not in articles]
        self.show_report(self._report)

    def _section(self, title: str, number: int) -> QVBoxLayout:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(Heading(f"{title} ({count(number)})"))
        self._lists.addWidget(box)
        return column

    def _add_undated(self, undated: Sequence[tuple[int, str]]) -> None:
        column = self._section("No date found", len(undated))
        words = label(
            "These articles are kept and can be read, but are on no chart until they have a date.",
            "second",
        )
        words.setWordWrap(True)
        column.addWidget(words)
        if len(undated) > 1:
            every = Link("Set one date for all of them…")
            ids = [article for article, _ in undated]
            every.clicked.connect(lambda: self.date_all_wanted.emit(ids))
            column.addWidget(every, alignment=Qt.AlignmentFlag.AlignLeft)
        for article, name in undated[:LISTED]:
            row = QHBoxLayout()
            title = label(name)
            title.setTextFormat(Qt.TextFormat.PlainText)
            link = Link("Set date…")
            link.setAccessibleName(f"Set the date of {name}")
            link.clicked.connect(lambda _=False, article=article: self.date_wanted.emit(article))
            row.addWidget(title)
            row.addWidget(link)
            row.addStretch(1)
            column.addLayout(row)

    def _add_list(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        column = self._section(title, len(rows))
        for name, reason in rows[:LISTED]:
            line = label(name)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
            if reason:
                why = label(reason, "second", small_font())
                why.setTextFormat(Qt.TextFormat.PlainText)
                why.setWordWrap(True)
                column.addWidget(why)
        if len(rows) > LISTED:
            column.addWidget(label(f"and {count(len(rows) - LISTED)} more", "second"))

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._report))


def _reason(path: str, words: str) -> str:
    """The reason without the path before it, which the list says already."""
    rest = words.removeprefix(path).strip()
    return rest[:1].upper() + rest[1:]


def _sentence(report: IngestReport) -> str:
    # Where the user stopped, what was read is no total.
    read = "" if report.cancelled else f"of {count(report.read)} "
    many = report.imported if report.cancelled else report.read
    parts = [
        f"{count(report.imported)} {read}{'article' if many == 1 else 'articles'} imported, "
        f"{plural(report.statements, 'statement')} found"
    ]
    if report.duplicates:
        parts.append(f"{count(len(report.duplicates))} already there")
    if report.reprints:
        parts.append(plural(len(report.reprints), "reprint"))
    if report.other_language:
        parts.append(f"{count(len(report.other_language))} not in English")
    if report.undated:
        parts.append(f"{count(len(report.undated))} without a date")
    if report.failures:
        parts.append(f"{count(len(report.failures))} failed")
    words = " · ".join(parts)
    return words + (". What was imported before you stopped is kept." if report.cancelled else "")


def report_text(report: IngestReport) -> str:
    """The report as plain text for the clipboard."""
    lines = [_sentence(report)]
    lines += [f"no date: {name}" for _, name in report.undated]
    lines += [f"not in English: {name}" for _, name in report.other_language]
    lines += [f"reprint: {name}" for _, name in report.reprints]
    lines += [f"failed: {failure.path}: {failure.error}" for failure in report.failures]
    lines += [f"already there: {name}" for name in report.duplicates]
    return "\n".join(lines)
