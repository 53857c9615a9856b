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
from stancedesk.ui.sentences import error_words
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count

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
        self.setAccessibleName(tr("Import report"))
        self._report: IngestReport | None = None
        self.title = label(font=strong_font(16))
        self.summary = label(look="second")
        self.summary.setWordWrap(True)
        self.close_button = QPushButton(tr("Show the statements"))
        self.close_button.setProperty("look", "primary")
        self.close_button.clicked.connect(self.closed)
        self.resume = QPushButton(tr("Go on with the import"))
        self.resume.clicked.connect(self.resume_wanted)
        self.copy = Link(tr("Copy report"))
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
        self.title.setText(tr("Import stopped") if report.cancelled else tr("Import finished"))
        self.summary.setText(_sentence(report))
        self.resume.setVisible(report.cancelled)
        while (item := self._lists.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if report.undated:
            self._add_undated(report.undated)
        if report.other_language:
            self._add_list(
                tr("Not in English, kept and not analysed"),
                [(name, "") for _, name in report.other_language],
            )
        if report.failures:
            rows = [
                (_name(failure.path), _reason(failure.path, error_words(failure.error)))
                for failure in report.failures
            ]
            self._add_list(tr("Failed"), rows)
        if report.reprints:
            self._add_list(
                tr("Reprints, counted once"), [(name, "") for _, name in report.reprints]
            )
        if report.duplicates:
            self._add_list(tr("Already in the project"), [(name, "") for name in report.duplicates])
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
        column = self._section(tr("No date found"), len(undated))
        words = label(
            tr(
                "These articles are kept and can be read, but are on no chart until they have a "
                "date."
            ),
            "second",
        )
        words.setWordWrap(True)
        column.addWidget(words)
        if len(undated) > 1:
            every = Link(tr("Set one date for all of them…"))
            ids = [article for article, _ in undated]
            every.clicked.connect(lambda: self.date_all_wanted.emit(ids))
            column.addWidget(every, alignment=Qt.AlignmentFlag.AlignLeft)
        for article, name in undated[:LISTED]:
            row = QHBoxLayout()
            title = label(name)
            title.setTextFormat(Qt.TextFormat.PlainText)
            link = Link(tr("Set date…"))
            link.setAccessibleName(tr("Set the date of {title}").format(title=name))
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
            column.addWidget(
                label(tr("and {n} more").format(n=count(len(rows) - LISTED)), "second")
            )

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._report))


def _name(path: str) -> str:
    """A file without its folder, an address of the web in full."""
    return path if "://" in path else Path(path).name


def _reason(path: str, words: str) -> str:
    """The reason without the path before it, which the list says already."""
    rest = words.removeprefix(path).strip()
    return rest[:1].upper() + rest[1:]


def _sentence(report: IngestReport) -> str:
    # Where the user stopped, what was read is no total.
    words = (
        tr("{n} article(s) imported", "", report.imported)
        if report.cancelled
        else tr("{some} of {n} article(s) imported", "", report.read)
    )
    words = words.replace("{some}", count(report.imported))
    left = tr("{n} article(s) left from before analysed", "", report.resumed)
    if report.resumed:
        # An import that goes on has often nothing new to bring in, only to analyse.
        words = f"{words} · {left}" if report.imported else left
    found = tr("{n} statement(s) found", "", report.statements)
    parts = [f"{words}, {found}"]
    if report.duplicates:
        parts.append(tr("{n} already there").format(n=count(len(report.duplicates))))
    if report.reprints:
        parts.append(tr("{n} reprint(s)", "", len(report.reprints)))
    if report.other_language:
        parts.append(tr("{n} not in English").format(n=count(len(report.other_language))))
    if report.undated:
        parts.append(tr("{n} without a date").format(n=count(len(report.undated))))
    if report.failures:
        parts.append(tr("{n} failed").format(n=count(len(report.failures))))
    words = " · ".join(parts)
    if not report.cancelled:
        return words
    kept = tr("What was imported before you stopped is kept.")
    return f"{words}. {kept}"


def report_text(report: IngestReport) -> str:
    """The report as plain text for the clipboard."""
    lines = [_sentence(report)]
    for words, names in (
        (tr("no date"), [name for _, name in report.undated]),
        (tr("not in English"), [name for _, name in report.other_language]),
        (tr("reprint"), [name for _, name in report.reprints]),
        (tr("failed"), [f"{each.path}: {error_words(each.error)}" for each in report.failures]),
        (tr("already there"), report.duplicates),
    ):
        lines += [f"{words}: {name}" for name in names]
    return "\n".join(lines)
