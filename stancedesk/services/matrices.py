"""Stance in two directions: actors by time, and who speaks about whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stancedesk import __version__
from stancedesk.core.model import Query
from stancedesk.core.series import Bin, bin_end, bin_starts, day_of, iso_of
from stancedesk.services import caption
from stancedesk.services.chart import Cell, Context, Table, chosen_actors, context_of, span
from stancedesk.services.language import ENGLISH, Language, marked
from stancedesk.store import Reader
from stancedesk.store.aggregates import Actor, Points

MOST_ROWS = 14
MOST_COLUMNS = 12
_MOST_BINS = 40
OVER_TIME = marked("Stance over time")
WHO_WHOM = marked("Who speaks how about whom")
COLOURS = marked("Colour: mean stance · size: number of statements")
ROWS = marked("Rows speak, columns are spoken about · figures: mean stance, number of statements")
ABOUT = marked("mean stance of what is said")


@dataclass(frozen=True, slots=True, eq=False)
class MatrixData:
    """Means and counts in rows and columns; where `n` is 0, `mean` is not a number.

    `row_codes` and `column_codes` are what the query would name; columns of a heatmap are ISO days
    on which bins start. `subject` is "heatmap" or "dyads".
    """

    subject: str
    query: Query
    by: Actor
    row_codes: tuple[str, ...]
    rows: tuple[str, ...]
    column_codes: tuple[str, ...]
    columns: tuple[str, ...]
    mean: NDArray[np.float64]
    counts: NDArray[np.int64]
    width: Bin = Bin.WEEK
    title: str = ""
    subtitle: str = ""
    source: str = ""
    key: str = ""
    language: Language = ENGLISH

    @property
    def n(self) -> int:
        """Statements that are counted; a joint source or target counts once for each."""
        return int(self.counts.sum())

    @property
    def caption(self) -> str:
        """One line about the chart."""
        return f"{_means(self)} · n = {self.language.count(self.n)}"

    @property
    def asked(self) -> str:
        """The query as JSON."""
        return caption.query_json(self.query)

    def as_table(self) -> Table:
        """Each cell that holds a statement: header and rows."""
        second = "from" if self.subject == "heatmap" else "about"
        rows: list[tuple[Cell, ...]] = [
            (
                self.rows[i],
                self.column_codes[j] if self.subject == "heatmap" else self.columns[j],
                round(float(self.mean[i, j]), 4),
                int(self.counts[i, j]),
            )
            for i, j in np.argwhere(self.counts > 0).tolist()
        ]
        return (self.by, second, "mean", "n"), rows


def heatmap(
    project: Reader,
    query: Query,
    by: Actor = "country",
    width: Bin | None = None,
    names: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> MatrixData:
    """Mean stance of actors by day, week, month or quarter; see `build_heatmap`."""
    context = context_of(project, names, language)
    return build_heatmap(project.points(query, by), query, by, context, width)


def build_heatmap(
    points: Points, query: Query, by: Actor, context: Context, width: Bin | None = None
) -> MatrixData:
    """Mean stance of the actors that the query names, or of those quoted most, by bins of time.

    Args:
        points: The selection's dated statements.
        query: The selection, for order, range and captions.
        by: "country" or "person".
        context: Names and versions.
        width: Width of the bins; None chooses one that gives at most 40.
    """
    codes = chosen_actors(points, query, by, MOST_ROWS)
    first, last = span(points.days, query)
    bins = width or _bin_for(first, last)
    starts = _starts(first, last, bins)
    mean = np.full((len(codes), len(starts)), np.nan)
    counts = np.zeros((len(codes), len(starts)), dtype=np.int64)
    for row, code in enumerate(codes):
        own = points.of(code)
        at = np.searchsorted(starts, bin_starts(own.days, bins))
        n = np.bincount(at, minlength=len(starts))
        total = np.bincount(at, weights=own.stances, minlength=len(starts))
        counts[row] = n
        np.divide(total, n, out=mean[row], where=n > 0)
    labels = tuple(context.name(code) for code in codes)
    said = context.language
    data = MatrixData(
        "heatmap", query, by, tuple(codes), labels, tuple(iso_of(s) for s in starts.tolist()),
        tuple(said.day(s) for s in starts.tolist()), mean, counts, bins,
        key=said.tr(COLOURS), language=said,
    )  # fmt: skip
    return _captioned(data, OVER_TIME, context, (first, last))


def dyads(
    project: Reader,
    query: Query,
    names: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> MatrixData:
    """Mean stance of countries (rows) in what they say about others (columns).

    Rows are the countries that the query names, or those that say most about others; columns the
    targets that it names, or those most spoken about. Undated statements are counted too.
    """
    context = context_of(project, names, language)
    about = [facet for facet in project.facets(query, "target") if facet.value]
    if query.targets:
        about = [facet for facet in about if facet.value in query.targets]
    targets = [facet.value for facet in about[:MOST_COLUMNS]]
    crossed = project.crossing(replace(query, countries=(), targets=()), "country", "target")
    place = {code: at for at, code in enumerate(crossed.rows)}
    about_whom = [crossed.columns.index(target) for target in targets]
    totals = dict(zip(crossed.rows, crossed.n[:, about_whom].sum(axis=1).tolist(), strict=True))
    known = [code for code, n in totals.items() if code and n]
    if query.countries:
        speakers = [code for code in dict.fromkeys(query.countries) if code in known]
    else:
        speakers = sorted(known, key=lambda code: (-totals[code], code))[:MOST_ROWS]
    cells = np.ix_([place[code] for code in speakers], about_whom)
    counts = crossed.n[cells]
    mean = np.full(counts.shape, np.nan)
    np.divide(crossed.total[cells], counts, out=mean, where=counts > 0)
    data = MatrixData(
        "dyads", query, "country", tuple(speakers),
        tuple(context.name(code) for code in speakers), tuple(targets),
        tuple(context.name(code) for code in targets), mean, counts,
        key=language.tr(ROWS), language=language,
    )  # fmt: skip
    return _captioned(data, WHO_WHOM, context, _range(project, query))


def _captioned(
    data: MatrixData, title: str, context: Context, days: tuple[int, int] | None
) -> MatrixData:
    charted = data.by if data.subject == "heatmap" else ""
    said = context.language
    parts = [_means(data), *caption.filters(data.query, context.names, charted, said)]
    span_ = days if data.n else None
    line = caption.source(__version__, context.codebook, span_, data.n, said)
    return replace(data, title=said.tr(title), subtitle=caption.sentence(parts), source=line)


def _means(data: MatrixData) -> str:
    if data.subject == "heatmap":
        return data.language.tr(caption.MEANS[data.width][2])
    return data.language.tr(ABOUT)


def _range(project: Reader, query: Query) -> tuple[int, int] | None:
    found = project.date_range(query)
    return (day_of(found[0]), day_of(found[1])) if found else None


def _bin_for(first: int, last: int) -> Bin:
    length = last - first + 1
    if length <= _MOST_BINS:
        return Bin.DAY
    if length <= _MOST_BINS * 7:
        return Bin.WEEK
    return Bin.MONTH if length <= _MOST_BINS * 30 else Bin.QUARTER


def _starts(first: int, last: int, width: Bin) -> NDArray[np.int64]:
    start = int(bin_starts([first], width)[0])
    found = [start]
    while (start := bin_end(start, width)) <= last:
        found.append(start)
    return np.array(found, dtype=np.int64)
