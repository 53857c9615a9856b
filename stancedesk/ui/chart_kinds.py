"""The kinds of charts: how each is built, shown and drawn for an export.

Views are imported when they are first made, so that the window paints before pyqtgraph is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.services.names import names
from stancedesk.store import Reader
from stancedesk.ui.theme import Theme


@dataclass
class Options:
    """How charts are made: lines `by` "country", "person" or "" (by what is filtered)."""

    by: str = ""
    width: Bin | None = None
    smoothed: bool = False

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
        draw: Gives figure and caption for an export in a theme.
    """

    name: str
    title: str
    build: Callable[[Reader, Query, Options], Any]
    make: Callable[[Callable[[int], Any] | None], Any]
    draw: Callable[[Any, Theme], tuple[Any, Any]]


def _timeline(reader: Reader, query: Query, options: Options) -> Any:
    from stancedesk.services.chart import timeline

    by = options.actor(query)
    return timeline(reader, query, by, options.width, options.smoothed, names())


def _timeline_view(row_of: Callable[[int], Any] | None) -> Any:
    from stancedesk.ui.charts.timeline import TimelineView

    return TimelineView(row_of)


def _timeline_figure(chart: Any, theme: Theme) -> tuple[Any, Any]:
    from stancedesk.ui.charts.export import Caption
    from stancedesk.ui.charts.timeline_figure import TimelineFigure

    caption = Caption(chart.title, chart.subtitle, chart.source, chart.asked)
    return TimelineFigure(chart, theme), caption


KINDS: tuple[ChartKind, ...] = (
    ChartKind("timeline", "Timeline", _timeline, _timeline_view, _timeline_figure),
)
