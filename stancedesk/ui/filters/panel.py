"""All filters, one below the other; says which query they make, shows what each would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from stancedesk.core.model import Act, Kind, Query
from stancedesk.ui.controls.buttons import Link, Switch
from stancedesk.ui.controls.section import Heading
from stancedesk.ui.filters.chips import ChipFilter
from stancedesk.ui.filters.levels import LevelFilter
from stancedesk.ui.filters.period import PeriodFilter, bars_from
from stancedesk.ui.filters.tick_list import TickFilter
from stancedesk.ui.filters.tick_model import Tick
from stancedesk.ui.translation import tr
from stancedesk.ui.words import count, country


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """What each value of each filter would leave, the other filters staying as they are."""

    countries: Sequence[Tick] = ()
    persons: Sequence[Tick] = ()
    targets: Sequence[Tick] = ()
    sources: Sequence[Tick] = ()
    days: Sequence[tuple[str, int]] = ()
    levels: Mapping[int, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    acts: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0


class FilterPanel(QScrollArea):
    """The left side of the window."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = Query()
        self.setObjectName("side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its filters take the focus, one by one
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Filters"))
        self.countries = TickFilter(
            tr("Country, organisation"), tr("Find one of them"), dots=True, name=country
        )
        self.persons = TickFilter(tr("Person"), tr("Find a person"), always_find=True, merging=True)
        self.period = PeriodFilter()
        self.levels = LevelFilter()
        self.acts = ChipFilter(tr("Speech act"), [act.value for act in Act])
        self.kinds = ChipFilter(tr("Kind"), [kind.value for kind in Kind])
        self.targets = TickFilter(tr("About"), tr("Find a country or organisation"), name=country)
        self.sources = TickFilter(tr("Source"), tr("Find a source"))
        self.switches = {
            "officials_only": Switch(tr("Officials only")),
            "reviewed_only": Switch(tr("Reviewed only")),
            "reprints": Switch(tr("Count reprints too")),
            "undated": Switch(tr("Undated only")),
            "rejected": Switch(tr("Marked “not a statement”")),
        }
        self.switches["reprints"].setToolTip(
            tr("An agency's story that several outlets print counts once unless this is on")
        )
        self.everything = Link(tr("Reset all filters"))
        self.everything.clicked.connect(lambda: self._emit(Query(article=None)))
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("sideInner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 16, 16)
        column.setSpacing(22)
        for part in (
            self.countries, self.persons, self.period, self.levels, self.acts, self.kinds,
        ):  # fmt: skip
            column.addWidget(part)
        also = QVBoxLayout()
        also.setSpacing(2)
        also.addWidget(Heading(tr("Also")))
        for switch in self.switches.values():
            also.addWidget(switch, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(also)
        for part in (self.targets, self.sources):
            column.addWidget(part)
        column.addWidget(self.everything, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(inner)

    def _connect(self) -> None:
        def narrow(name: str, of: Callable[[Any], Any] = lambda value: value) -> Callable:
            return lambda values: self._emit(_with(self._query, name, tuple(map(of, values))))

        self.countries.changed.connect(narrow("countries"))
        self.persons.changed.connect(narrow("persons"))
        self.targets.changed.connect(narrow("targets"))
        self.sources.changed.connect(narrow("sources"))
        self.levels.changed.connect(narrow("levels"))
        self.acts.changed.connect(narrow("acts", Act))
        self.kinds.changed.connect(narrow("kinds", Kind))
        self.period.changed.connect(
            lambda low, high: self._emit(replace(self._query, date_from=low, date_to=high))
        )
        for name, switch in self.switches.items():
            switch.clicked.connect(lambda on, name=name: self._emit(_with(self._query, name, on)))

    def _emit(self, query: Query) -> None:
        if query != self._query:
            self._query = query
            self.changed.emit(query)

    def show_query(
        self, query: Query, facets: FacetCounts, colours: Mapping[str, QColor] | None = None
    ) -> None:
        """Show a query and what each filter would leave.

        Args:
            query: The selection now.
            facets: Live counts.
            colours: Colours of the charted countries, by code.
        """
        self._query = query
        colours = colours or {}
        coloured = [replace(tick, colour=colours.get(tick.key)) for tick in facets.countries]
        self.countries.set_values(coloured, query.countries)
        self.persons.set_values(facets.persons, query.persons)
        self.targets.set_values(facets.targets, query.targets)
        self.sources.set_values(facets.sources, query.sources)
        self.targets.setVisible(bool(facets.targets or query.targets))
        self.sources.setVisible(bool(facets.sources or query.sources))
        self.period.set_bars(bars_from(facets.days), query.date_from, query.date_to)
        self.levels.set_values(dict(facets.levels), query.levels)
        self.acts.set_values(dict(facets.acts), tuple(act.value for act in query.acts))
        self.kinds.set_values(dict(facets.kinds), tuple(kind.value for kind in query.kinds))
        for name, switch in self.switches.items():
            switch.setChecked(bool(getattr(query, name)))
        undated = self.switches["undated"]
        undated.setText(tr("Undated only ({n})").format(n=count(facets.undated)))
        undated.setAccessibleName(undated.text())
        undated.setEnabled(facets.undated > 0 or query.undated)
        undated.updateGeometry()
        self.everything.setVisible(query != Query())
        self._lay_out()

    def _lay_out(self) -> None:
        """Give the parts their new heights at once, not after a frame in which they overlap."""
        inner = self.widget()
        assert inner is not None
        for part in (self.countries, self.persons, self.period, self.targets, self.sources):
            if (own := part.layout()) is not None:
                own.activate()
        height = max(inner.sizeHint().height(), self.viewport().height())
        inner.resize(inner.width(), height)


def _with(query: Query, name: str, value: Any) -> Query:
    """The query with one filter, named by its field, changed."""
    changed: dict[str, Any] = {name: value}
    return replace(query, **changed)
