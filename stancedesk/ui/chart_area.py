"""The views of one selection: tabs, the chart that is chosen, its options and its caption."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stancedesk.core.model import Event, Query
from stancedesk.core.series import Bin
from stancedesk.services.language import marked
from stancedesk.ui.chart_kinds import KINDS, Options, captioned
from stancedesk.ui.controls.elided import ElidedLabel
from stancedesk.ui.look import small_font
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import tr
from stancedesk.ui.words import day, tip

if TYPE_CHECKING:
    from stancedesk.store import Reader

BY = (("", marked("Lines automatically")), ("country", marked("Lines by country")),
      ("person", marked("Lines by person")))  # fmt: skip
WIDTHS = ((None, marked("Means automatically")), (Bin.DAY, marked("Means per day")),
          (Bin.WEEK, marked("Means per week")), (Bin.MONTH, marked("Means per month")),
          (Bin.QUARTER, marked("Means per quarter")))  # fmt: skip


DATED = ("timeline", "heatmap", "compare")
"""Kinds that show dated statements only."""


class ChartArea(QFrame):
    """Makes each view when it is first shown; only the visible one is built and drawn."""

    builder_changed = Signal(object)
    statement_clicked = Signal(int)
    range_brushed = Signal(str, str)
    narrowed = Signal(dict)
    split_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.row_of: Callable[[int], Any] | None = None
        self.events: Callable[[], Sequence[Event]] = lambda: ()
        self.options = Options()
        self.theme: Theme | None = None
        self._views: dict[str, Any] = {}
        self._chart: Any = None
        self._query = Query()
        self.tabs = QTabBar()
        self.tabs.setObjectName("views")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(tr("Charts"))
        for kind in KINDS:
            self.tabs.addTab(tr(kind.title))
        self.tabs.currentChanged.connect(self._chosen)
        self.caption = ElidedLabel(drops=True)
        self.caption.setProperty("look", "second")
        self.caption.setFont(small_font())
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.button = QToolButton()
        self.button.setText(tr("Options"))
        self.button.setFont(small_font())
        self.button.setAccessibleName(tr("Options of the chart"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self._options_menu())
        self.pages = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(13, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.tabs)
        head.addWidget(self.caption, 1)
        head.addWidget(self.button)
        line = QFrame()
        line.setProperty("look", "hairline")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(self.pages, 1)

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """Names and titles of all kinds, in order."""
        return tuple((kind.name, tr(kind.title)) for kind in KINDS)

    @property
    def current(self) -> str:
        """Name of the kind that is shown."""
        return KINDS[max(0, self.tabs.currentIndex())].name

    @property
    def view(self) -> Any:
        """The view that is shown, made when it is first needed."""
        kind = KINDS[max(0, self.tabs.currentIndex())]
        if kind.name not in self._views:
            view = kind.make(self.row_of)
            for name in ("statement_clicked", "range_brushed", "narrowed"):
                if hasattr(view, name):
                    getattr(view, name).connect(getattr(self, name))
            self._views[kind.name] = view
            self.pages.addWidget(view)
            # Made late, it would come last: Tab goes from the options to the chart.
            QWidget.setTabOrder(self.button, view)
        return self._views[kind.name]

    def choose(self, name: str) -> None:
        """Show a kind by name, the first one where there is none of that name."""
        names = [kind.name for kind in KINDS]
        place = names.index(name) if name in names else 0
        if place == self.tabs.currentIndex():
            self._chosen()
        else:
            self.tabs.setCurrentIndex(place)

    def show_chart(self, chart: object, theme: Theme) -> None:
        """Draw what the builder made."""
        self._chart, self.theme = chart, theme
        self.view.set_hint(*self._hint(chart))
        self.view.set_data(chart, theme)
        self.pages.setCurrentWidget(self.view)
        caption = str(getattr(chart, "caption", ""))
        self.caption.setText(caption)
        self.caption.setToolTip(tip(caption))

    def _hint(self, chart: object) -> tuple[str, str]:
        """What an empty chart says: why there is nothing, and what to do."""
        filtered = getattr(chart, "query", Query()) != Query()
        dated = tr("Set the date of an article with Alt+D, or import with a date.")
        if self.current == "changes":
            advice = tr("It takes dated statements of one actor in both periods.")
            return tr("Nothing to compare here"), advice
        if self.current in DATED and not filtered:
            return tr("No statement has a date"), dated
        message = tr("No dated statements match these filters")
        if self.current not in DATED:
            message = tr("Nothing to compare here")
        return message, tr("Widen the filters on the left.")

    def select(self, chosen: Sequence[int]) -> None:
        """Mark the chosen statement."""
        if self._chart is not None and hasattr(self.view, "select"):
            self.view.select(chosen[0] if chosen else None)

    def colours(self, theme: Theme) -> Mapping[str, QColor]:
        """Colours of the actors that the chart draws, by code."""
        codes = getattr(self._chart, "codes", ())
        return {code: QColor(theme.actor(place).colour) for place, code in enumerate(codes)}

    def drawing(self) -> Callable[[Theme], tuple[Any, Any]] | None:
        """What makes figure and caption of the chart in a theme; None where nothing is drawn."""
        kind, chart = KINDS[max(0, self.tabs.currentIndex())], self._chart
        if chart is None or not getattr(chart, "n", 1):
            return None
        return lambda theme: (kind.draw(chart, theme), captioned(chart))

    @property
    def title(self) -> str:
        """Title of the chart that is shown."""
        return str(getattr(self._chart, "title", ""))

    def table(self) -> Any:
        """The figures of the chart: header and rows."""
        return self._chart.as_table() if self._chart is not None else ((), [])

    def _chosen(self, _: int = 0) -> None:
        self._chart = None
        self.caption.setText("")
        self.pages.setCurrentWidget(self.view)
        self._changed()

    def _changed(self) -> None:
        kind = KINDS[max(0, self.tabs.currentIndex())]
        options = replace(self.options)

        def build(reader: Reader, query: Query) -> Any:
            return kind.build(reader, query, options)

        self.builder_changed.emit(build)

    def _options_menu(self) -> QMenu:
        menu = QMenu(self)
        self._group(menu, BY, "by")
        menu.addSeparator()
        self._group(menu, WIDTHS, "width")
        menu.addSeparator()
        smooth = menu.addAction(tr("Smooth curve (LOWESS)"))
        smooth.setCheckable(True)
        smooth.toggled.connect(lambda on: self._option("smoothed", on))
        menu.addSeparator()
        since = menu.addMenu(tr("Changes since"))
        since.aboutToShow.connect(lambda: self._fill_splits(since))
        return menu

    def _fill_splits(self, menu: QMenu) -> None:
        """Days at which the periods of Changes may part: the middle, events, any other."""
        menu.clear()
        days: list[tuple[str | None, str]] = [(None, tr("the middle of the period"))]
        days += [(event.date, f"{event.label}, {day(event.date)}") for event in self.events()]
        if self.options.split not in [each for each, _ in days]:
            days.append((self.options.split, day(self.options.split)))
        for value, words in days:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == self.options.split)
            action.triggered.connect(lambda *_, value=value: self.split(value))
        menu.addSeparator()
        menu.addAction(tr("Another day…")).triggered.connect(self.split_wanted)

    def split(self, day: str | None) -> None:
        """Part the periods of Changes at a day (ISO), or in the middle, and show them."""
        self.options.split = day
        self.choose("changes")

    def _group(self, menu: QMenu, values: Sequence[Any], name: str) -> None:
        group = QActionGroup(menu)
        for value, words in values:
            action = QAction(tr(words), menu)
            action.setCheckable(True)
            action.setChecked(getattr(self.options, name) == value)
            action.triggered.connect(lambda *_, value=value: self._option(name, value))
            group.addAction(action)
            menu.addAction(action)

    def _option(self, name: str, value: Any) -> None:
        setattr(self.options, name, value)
        self._changed()
