"""What the timeline draws, from a project and a query, and the same figures as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stancedesk import __version__
from stancedesk.core.model import Query
from stancedesk.core.series import Bin, Series, auto_bin, build_series, day_of, iso_of
from stancedesk.core.smooth import Curve, smooth
from stancedesk.services import caption
from stancedesk.services.export import safe_cell
from stancedesk.services.language import ENGLISH, Language, marked
from stancedesk.services.names import names as known_names
from stancedesk.store import Reader
from stancedesk.store.aggregates import Actor, Points

MOST_ACTORS = 5
"""Where a query names no actors, the most quoted ones are drawn, no more than these."""

UNKNOWN = marked("unknown")
DOTS = marked("Dots: statements · shading: 95 % bootstrap interval · hollow marker: n < 5")

Cell = str | int | float | None
Table = tuple[tuple[str, ...], list[tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Context:
    """What a chart says beside its figures.

    `names` gives names of actors by code; `events` are (day, label); `codebook` its version;
    `language` is that of titles and captions.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    events: tuple[tuple[int, str], ...] = ()
    codebook: str = ""
    language: Language = ENGLISH

    def name(self, code: str) -> str:
        """What a chart calls an actor."""
        return self.names.get(code, code) or self.language.tr(UNKNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class TimelineData:
    """A timeline: one Series for each actor, in the order of their colours.

    `codes` are the actors' codes or names as in the query. `curves` are smooth curves, one tuple
    for each series, empty unless `smoothed`. `span` is the first and last day shown.
    """

    query: Query
    by: Actor
    width: Bin
    codes: tuple[str, ...]
    series: tuple[Series, ...]
    span: tuple[int, int]
    events: tuple[tuple[int, str], ...] = ()
    smoothed: bool = False
    curves: tuple[tuple[Curve, ...], ...] = ()
    title: str = ""
    subtitle: str = ""
    source: str = ""
    language: Language = ENGLISH

    @property
    def n(self) -> int:
        """Statements drawn."""
        return sum(int(each.days.size) for each in self.series)

    @property
    def caption(self) -> str:
        """One line about the lines: "mean per week · 95 % interval · n = 800"."""
        means = _means(self.width, self.smoothed, self.language)
        return f"{means} · n = {self.language.count(self.n)}"

    @property
    def key(self) -> str:
        """How to read the marks, in a few words."""
        return self.language.tr(DOTS)

    @property
    def asked(self) -> str:
        """The query as JSON, with what the chart adds to it."""
        return caption.query_json(self.query)

    def as_table(self) -> Table:
        """Each bin of each actor: header and rows."""
        header = (self.by, "from", "to", "mean", "low", "high", "n")
        rows: list[tuple[Cell, ...]] = [
            (
                series.label,
                iso_of(each.start),
                iso_of(each.end - 1),
                round(each.mean, 4),
                None if each.lo is None else round(each.lo, 4),
                None if each.hi is None else round(each.hi, 4),
                each.n,
            )
            for series in self.series
            for each in series.bins
        ]
        return header, rows


def build_timeline(
    points: Points,
    query: Query,
    by: Actor,
    context: Context,
    width: Bin | None = None,
    smoothed: bool = False,
    most: int = MOST_ACTORS,
) -> TimelineData:
    """A timeline of the actors that the query names, or of those quoted most.

    Args:
        points: The selection's dated statements.
        query: The selection, for order, range and captions.
        by: "country" or "person".
        context: Names, events and versions.
        width: Width of the bins; None chooses it by the range.
        smoothed: Also lay a smooth curve through each series.
        most: How many actors are drawn where the query names none.
    """
    days = span(points.days, query)
    bins = width or auto_bin(*days)
    chosen = chosen_actors(points, query, by, most)
    series = []
    for code in chosen:
        own = points.of(code)
        series.append(build_series(own.days, own.stances, own.ids, context.name(code), bins))
    labels = [each.label for each in series]
    n = sum(int(each.days.size) for each in series)
    said = context.language
    parts = [_means(bins, smoothed, said), *caption.filters(query, context.names, by, said)]
    return TimelineData(
        query=query,
        by=by,
        width=bins,
        codes=tuple(chosen),
        series=tuple(series),
        span=days,
        events=context.events,
        smoothed=smoothed,
        curves=tuple(smooth(each) for each in series) if smoothed else ((),) * len(series),
        title=caption.title("Stance", labels, by, bool(named(query, by)), said),
        subtitle=caption.sentence(parts),
        source=caption.source(__version__, context.codebook, days if n else None, n, said),
        language=said,
    )


def timeline(
    project: Reader,
    query: Query,
    by: Actor = "country",
    width: Bin | None = None,
    smoothed: bool = False,
    names: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
    most: int = MOST_ACTORS,
) -> TimelineData:
    """The timeline of a selection in a project; see `build_timeline`."""
    context = context_of(project, names, language)
    return build_timeline(project.points(query, by), query, by, context, width, smoothed, most)


def context_of(
    project: Reader, names: Mapping[str, str] | None = None, language: Language = ENGLISH
) -> Context:
    """Events and versions of a project; names of countries from the knowledge base by default."""
    runs = project.runs()
    events = tuple((day_of(event.date), event.label) for event in project.events())
    codebook = runs[-1].versions.codebook if runs else ""
    return Context(names or known_names(), events, codebook, language)


def chosen_actors(points: Points, query: Query, by: Actor, most: int = MOST_ACTORS) -> list[str]:
    """Actors to draw: those the query names, in its order; else the most quoted known ones."""
    if asked := named(query, by):
        return list(dict.fromkeys(asked))
    tally = np.bincount(points.actor, minlength=len(points.actors)).tolist()
    ranked = sorted(zip(points.actors, tally, strict=True), key=lambda pair: (-pair[1], pair[0]))
    return [code for code, _ in ranked if code][:most]


def named(query: Query, by: Actor) -> tuple[str, ...]:
    """Actors that the query names."""
    return query.countries if by == "country" else query.persons


def to_csv(table: Table) -> str:
    """A table as CSV with a header, formulas escaped; an empty cell where there is no figure."""
    header, rows = table
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(safe_cell, header))
    writer.writerows(map(safe_cell, row) for row in rows)
    return stream.getvalue()


def span(days: NDArray[np.int64], query: Query) -> tuple[int, int]:
    """First and last day that a chart shows: the query's, else the statements'."""
    first = int(days.min()) if days.size else 0
    last = int(days.max()) if days.size else 0
    if query.date_from:
        first = day_of(query.date_from)
    if query.date_to:
        last = day_of(query.date_to)
    return first, max(first, last)


def _means(width: Bin, smoothed: bool, language: Language) -> str:
    return language.tr(caption.MEANS[width][int(smoothed)])
