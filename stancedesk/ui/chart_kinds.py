"""The kinds of charts: how each is built, shown and drawn for an export.

Views are imported when they are first made, so that the window paints before pyqtgraph is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.services.language import Language, marked
from stancedesk.services.names import names
from stancedesk.ui.theme import Theme
from stancedesk.ui.translation import language, spoken_language

if TYPE_CHECKING:
    from stancedesk.store import Reader

ACTORS, COMPARED = 5, 12
"""Actors that the timeline draws, and that are compared, where none is chosen."""


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
        title: On its tab, in English.
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
    return _series(reader, query, options, ACTORS)


def _compare(reader: Reader, query: Query, options: Options) -> Any:
    return _series(reader, query, options, COMPARED)


def _series(reader: Reader, query: Query, options: Options, most: int) -> Any:
    from stancedesk.services.chart import timeline

    width = options.width
    return timeline(
        reader, query, options.actor(query), width, options.smoothed, *_said(), most=most
    )


def _heatmap(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.matrices import heatmap

    return heatmap(reader, query, options.actor(query), options.width, *_said())


def _dyads(reader: Reader, query: Query, _options: Options) -> Any:
    from stancedesk.services.matrices import dyads

    return dyads(reader, query, *_said())


def _distribution(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.spread import distribution

    return distribution(reader, query, options.actor(query), *_said())


def _changes(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.spread import changes

    return changes(reader, query, options.actor(query), options.split, *_said())


def _said() -> tuple[Mapping[str, str], Language]:
    """Names of countries, and what titles and captions are said with."""
    return names(language()), spoken_language()


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


def _cells(name: str, title: str, build: Callable[[Reader, Query, Options], Any]) -> ChartKind:
    module, kind = name, name.title()
    return ChartKind(name, title, build, _cells_view(module, kind), _cells_figure(module, kind))


KINDS: tuple[ChartKind, ...] = (
    ChartKind("timeline", marked("Timeline"), _timeline, _timeline_view, _timeline_figure),
    _cells("heatmap", marked("Heatmap"), _heatmap),
    _cells("dyads", marked("Dyads"), _dyads),
    _cells("distribution", marked("Distribution"), _distribution),
    _cells("compare", marked("Compare"), _compare),
    _cells("changes", marked("Changes"), _changes),
)


def captioned(chart: Any) -> Any:
    """The words around a chart on an exported sheet."""
    from stancedesk.ui.charts.export import caption_of

    return caption_of(chart)
