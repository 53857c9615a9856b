"""The three columns of the open project, and what takes their place when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from stancedesk.services.names import names
from stancedesk.ui.chart_area import ChartArea
from stancedesk.ui.coding.panel import CodingPanel
from stancedesk.ui.controls.elided import ElidedLabel
from stancedesk.ui.filters.panel import FilterPanel
from stancedesk.ui.import_report import ImportReportPanel
from stancedesk.ui.look import small_font
from stancedesk.ui.reader.panel import ReaderPanel
from stancedesk.ui.settings import Settings
from stancedesk.ui.statements.model import Fetch
from stancedesk.ui.statements.view import StatementTable
from stancedesk.ui.translation import language, tr
from stancedesk.ui.welcome import EmptyProject, NothingFound
from stancedesk.ui.words import count, country, tip

if TYPE_CHECKING:
    from stancedesk.services.ingest import IngestReport

LEAST = 760, 460
"""Least size of the window in pixels; fits 1280 × 800 at 150 %, or 1920 × 1080 at 200 %."""


class Workbench(QSplitter):
    """Filters to the left, charts above statements in the middle, reader above coding right.

    Args:
        fetch: Gives statements by id for the table.
    """

    sides_changed = Signal(bool, bool)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.filters = FilterPanel()
        self.charts = ChartArea()
        self.table = StatementTable(fetch)
        self.amount = ElidedLabel()
        self.amount.setProperty("look", "second")
        self.amount.setFont(small_font())
        self.reader = ReaderPanel()
        self.coding = CodingPanel(country)
        self.report = ImportReportPanel()
        self.empty = EmptyProject()
        self.nothing = NothingFound()
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.right = QSplitter(Qt.Orientation.Vertical)
        self.pages = QStackedWidget()
        self._moved = False
        self.splitterMoved.connect(self._border_moved)
        self._build()

    def _build(self) -> None:
        below = QFrame()
        below.setProperty("look", "panel")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 3, 16, 4)
        foot.addWidget(self.amount, 1)
        column = QVBoxLayout(below)
        column.setContentsMargins(8, 2, 4, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.middle.addWidget(self.charts)
        self.middle.addWidget(below)
        self.middle.setSizes([450, 380])
        self.right.addWidget(self.reader)
        self.right.addWidget(self.coding)
        self.right.setSizes([370, 450])
        for page in (self.middle, self.empty, self.nothing, self.report):
            self.pages.addWidget(page)
        self.addWidget(self.filters)
        self.addWidget(self.pages)
        self.addWidget(self.right)
        # Together less than the least width of the window: what does not fit is covered.
        self.filters.setMinimumWidth(180)
        self.pages.setMinimumWidth(320)
        self.right.setMinimumWidth(250)
        self.setStretchFactor(1, 1)
        for splitter in (self, self.middle, self.right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.coding.set_choices((), tuple(names(language()).values()))

    def expect(self) -> None:
        """A new question has been asked."""
        self.amount.setText("…")

    def show_amount(
        self, selected: int, statements: int, articles: int, filters: Sequence[str]
    ) -> None:
        """Show how many are selected, and the right page when there are none."""
        if filters:
            words = tr("{some} of {n} statement(s)", "", statements)
            words = words.replace("{some}", count(selected))
            self.amount.setText(" · ".join([words, *filters]))
        else:
            words = tr("{n} statement(s)", "", selected)
            if selected < statements:
                words += " · " + tr("{n} in reprints, which count once").format(
                    n=count(statements - selected)
                )
            self.amount.setText(words)
        self.amount.setToolTip(tip(self.amount.text()))
        if self.pages.currentWidget() is self.report:
            return
        if not articles or not (statements or filters):
            self.empty.show_read(articles > 0)
            self.pages.setCurrentWidget(self.empty)
        elif selected == 0 and filters:
            self.nothing.explain(filters)
            self.pages.setCurrentWidget(self.nothing)
        else:
            self.pages.setCurrentWidget(self.middle)

    def offer(self, persons: Sequence[str]) -> None:
        """Offer these persons where one is corrected."""
        self.coding.set_choices(persons, tuple(names(language()).values()))

    def show_report(self, report: IngestReport) -> None:
        """Show what came of an import in place of the charts."""
        self.report.show_report(report)
        self.pages.setCurrentWidget(self.report)

    def hide_report(self) -> None:
        """Go back to the charts."""
        self.pages.setCurrentWidget(self.middle)

    def toggle(self, side: QWidget) -> None:
        """Hide a side, or show it again: on a small screen the charts need its room."""
        side.setVisible(side.isHidden())
        self._share(self.width())
        self.sides_changed.emit(not self.filters.isHidden(), not self.right.isHidden())

    def go(self, by: int) -> None:
        """Put the focus into the next part of the window, or with -1 into the one before.

        Parts are filters, chart, statements, article and coding.
        """
        parts = {
            self.filters: self.filters.countries.view,
            self.charts: self.charts.view,
            self.table: self.table,
            self.reader: self.reader.text,
            self.coding: self.coding.levels.buttons[min(self.coding.levels.buttons)],
        }
        seen = [part for part in parts if part.isVisible() and part.isEnabled()]
        if not seen:
            return
        here = self.focusWidget()
        within = (part is here or part.isAncestorOf(here) if here else False for part in seen)
        at = next((place for place, inside in enumerate(within) if inside), -1)
        if at < 0:
            at = -1 if by > 0 else 0
        parts[seen[(at + by) % len(seen)]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self, settings: Settings) -> None:
        """Keep the sizes of the columns, where the user has chosen them, and what is hidden."""
        settings.set_flag("filters_hidden", self.filters.isHidden())
        settings.set_flag("right_hidden", self.right.isHidden())
        for name, splitter in self._splitters():
            if splitter is not self or self._moved:
                settings.save_layout(name, splitter.saveState())

    def restore(self, settings: Settings) -> None:
        """Take the sizes that were kept."""
        for name, splitter in self._splitters():
            state = settings.layout(name)
            if not state.isEmpty():
                splitter.restoreState(state)
                self._moved |= splitter is self

        self.filters.setHidden(settings.flag("filters_hidden"))
        self.right.setHidden(settings.flag("right_hidden"))
        self.sides_changed.emit(not self.filters.isHidden(), not self.right.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share(event.size().width())
        super().resizeEvent(event)

    def _share(self, width: int) -> None:
        """Until the user moves a border, the sides take their share of the window."""
        if self._moved:
            return
        least = (254, 344) if width >= 1200 else (216, 270)
        left = round(max(least[0], min(300, width * 0.19)))
        right = round(max(least[1], min(470, width * 0.285)))
        self.setSizes([left, width - left - right, right])

    def _border_moved(self) -> None:
        self._moved = True

    def _splitters(self) -> tuple[tuple[str, QSplitter], ...]:
        return (("columns", self), ("middle", self.middle), ("right", self.right))
