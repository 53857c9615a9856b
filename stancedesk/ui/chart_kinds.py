"""The kinds of charts: how each is built, shown and drawn for an export.

Views are imported when they are first made, so that the window paints before pyqtgraph is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.services.names import names
from stancedesk.ui.theme import Theme

if TYPE_CHECKING:
    from stancedesk.store import Reader

COMPARED = 12
"""Actors that are compared where none is chosen."""


@dataclass
class Options:
    """How charts are made: lines `by` "country", "person" or "" (by what is filtered).

    `split` is the first day of the second period of Changes; None halves the range.
    """

    by: str = ""
    width: Bin | None = None
    smoothed: bool = False
    split: str | None = None

    def actor(self, query: Query) -> Literal["country", "person"]:
        """What a line stands for."""
        if self.by in ("country", "person"):
            return "person" if self.by == "person" else "country"
        return "person" if query.persons and len(query.countries) < 2 else "country"


@dataclass(frozen=True)
class ChartKind:
    """One kind of chart.

    Args:
        name: For settings.
        title: On its tab.
        build: Makes the data; called in the asking thread.
        make: Makes the view.
        draw: Gives the figure in a theme, for an export.
    """

    name: str
    title: str
    build: Callable[[Reader, Query, Options], Any]
    make: Callable[[Callable[[int], Any] | None], Any]
    draw: Callable[[Any, Theme], Any]


def _timeline(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.chart import timeline

    by = options.actor(query)
    return timeline(reader, query, by, options.width, options.smoothed, names())


def _heatmap(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.matrices import heatmap

    return heatmap(reader, query, options.actor(query), options.width, names())


def _dyads(reader: Reader, query: Query, _options: Options) -> Any:
    from stancedesk.services.matrices import dyads

    return dyads(reader, query, names())


def _distribution(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.spread import distribution

    return distribution(reader, query, options.actor(query), names())


def _changes(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.spread import changes

    return changes(reader, query, options.actor(query), options.split, names())


def _compare(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.chart import timeline

    by = options.actor(query)
    return timeline(reader, query, by, options.width, options.smoothed, names(), most=COMPARED)


def _timeline_view(row_of: Callable[[int], Any] | None) -> Any:
    from stancedesk.ui.charts.timeline import TimelineView

    return TimelineView(row_of)


def _timeline_figure(chart: Any, theme: Theme) -> Any:
    from stancedesk.ui.charts.timeline_figure import TimelineFigure

    return TimelineFigure(chart, theme)


def _cells_view(module: str, name: str) -> Callable[[Callable[[int], Any] | None], Any]:
    def make(_row_of: Callable[[int], Any] | None) -> Any:
        return getattr(import_module(f"stancedesk.ui.charts.{module}"), f"{name}View")()

    return make


def _cells_figure(module: str, name: str) -> Callable[[Any, Theme], Any]:
    def draw(chart: Any, theme: Theme) -> Any:
        kind = getattr(import_module(f"stancedesk.ui.charts.{module}"), f"{name}Figure")
        return kind(chart, theme)

    return draw


def _cells(name: str, build: Callable[[Reader, Query, Options], Any]) -> ChartKind:
    module, title = name, name.title()
    return ChartKind(name, title, build, _cells_view(module, title), _cells_figure(module, title))


KINDS: tuple[ChartKind, ...] = (
    ChartKind("timeline", "Timeline", _timeline, _timeline_view, _timeline_figure),
    _cells("heatmap", _heatmap),
    _cells("dyads", _dyads),
    _cells("distribution", _distribution),
    _cells("compare", _compare),
    _cells("changes", _changes),
)


def captioned(chart: Any) -> Any:
    """The words around a chart on an exported sheet."""
    from stancedesk.ui.charts.export import Caption

    return Caption(chart.title, chart.subtitle, chart.source, chart.asked)
