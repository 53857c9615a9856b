"""How the statements of actors spread over the levels, and how actors changed between periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from stancedesk import __version__
from stancedesk.core.model import LEVELS, Query
from stancedesk.core.series import day_of
from stancedesk.core.shift import Shift, shift
from stancedesk.services import caption
from stancedesk.services.chart import Cell, Context, Table, context_of, named, span
from stancedesk.services.language import ENGLISH, Language, marked
from stancedesk.store import Reader
from stancedesk.store.aggregates import Actor, Points

MOST_ACTORS = 14
SHARE = marked("share of statements by level")
BARS = marked("Bars: share of statements by level, centred on neutral")
LARGEST = marked("Largest changes of stance")
SINCE = marked("before and since {day}")
SHIFT = marked("shift of the mean stance since {day}, with 95 % interval")
ARROW = marked("Arrow: mean before to mean after · bar: 95 % bootstrap interval of the shift")
FEW = 5
"""An actor needs so many statements in each of two periods to be compared."""


@dataclass(frozen=True, slots=True)
class Levels:
    """One actor: how many statements on each of the levels -2 to 2, and their mean stance."""

    code: str
    label: str
    counts: tuple[int, int, int, int, int]
    mean: float

    @property
    def n(self) -> int:
        """Statements of the actor."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class DistributionData:
    """Levels of actors, those with most statements first or in the query's order."""

    query: Query
    by: Actor
    actors: tuple[Levels, ...]
    title: str = ""
    subtitle: str = ""
    source: str = ""
    language: Language = ENGLISH

    @property
    def key(self) -> str:
        """How to read the bars, in a few words."""
        return self.language.tr(BARS)

    @property
    def n(self) -> int:
        """Statements that are drawn."""
        return sum(each.n for each in self.actors)

    @property
    def caption(self) -> str:
        """One line about the chart."""
        words = self.language.tr(SHARE)
        return f"{words} · n = {self.language.count(self.n)}"

    @property
    def asked(self) -> str:
        """The query as JSON."""
        return caption.query_json(self.query)

    def as_table(self) -> Table:
        """One row for each actor."""
        rows: list[tuple[Cell, ...]] = [
            (each.label, *each.counts, round(each.mean, 4), each.n) for each in self.actors
        ]
        return (self.by, *(str(level) for level in LEVELS), "mean", "n"), rows


@dataclass(frozen=True, slots=True)
class Changed:
    """One actor's shift between two periods."""

    code: str
    label: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class ChangesData:
    """The largest shifts first. `first` and `second` are the two periods, in days, inclusive."""

    query: Query
    by: Actor
    first: tuple[int, int]
    second: tuple[int, int]
    actors: tuple[Changed, ...]
    title: str = ""
    subtitle: str = ""
    source: str = ""
    language: Language = ENGLISH

    @property
    def key(self) -> str:
        """How to read arrow and bar, in a few words."""
        return self.language.tr(ARROW)

    @property
    def n(self) -> int:
        """Statements that are compared."""
        return sum(each.shift.n_before + each.shift.n_after for each in self.actors)

    @property
    def caption(self) -> str:
        """One line about the chart."""
        said = self.language
        words = said.tr(SINCE).format(day=said.day(self.second[0]))
        return f"{words} · n = {said.count(self.n)}"

    @property
    def asked(self) -> str:
        """The query as JSON."""
        return caption.query_json(self.query)

    def as_table(self) -> Table:
        """One row for each actor."""
        rows: list[tuple[Cell, ...]] = [
            (
                each.label,
                round(each.shift.before, 4),
                round(each.shift.after, 4),
                round(each.shift.size, 4),
                round(each.shift.low, 4),
                round(each.shift.high, 4),
                each.shift.n_before,
                each.shift.n_after,
            )
            for each in self.actors
        ]
        return (self.by, "before", "after", "shift", "low", "high", "n before", "n after"), rows


def distribution(
    project: Reader,
    query: Query,
    by: Actor = "country",
    names: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> DistributionData:
    """Levels of the actors that the query names, or of those quoted most; undated ones count."""
    context = context_of(project, names, language)
    wanted = named(query, by)
    found = [facet for facet in project.facets(query, by) if facet.value or "" in wanted]
    if wanted:
        place = {code: i for i, code in enumerate(wanted)}
        found = sorted((f for f in found if f.value in place), key=lambda f: place[f.value])
    anyone = replace(query, countries=()) if by == "country" else replace(query, persons=())
    crossed = project.crossing(anyone, by, "level")
    actors = []
    for facet in found[: max(MOST_ACTORS, len(wanted))]:
        counts = crossed.n[crossed.rows.index(facet.value)].tolist()
        low, mild, none, calm, high = (
            n if level in (query.levels or LEVELS) else 0
            for level, n in zip(LEVELS, counts, strict=True)
        )
        label = context.name(facet.value)
        actors.append(Levels(facet.value, label, (low, mild, none, calm, high), facet.mean))
    data = DistributionData(query, by, tuple(actors), language=language)
    known = project.date_range(query)
    days = (day_of(known[0]), day_of(known[1])) if known else None
    words = language.tr(SHARE)
    labels = [each.label for each in actors]
    return replace(
        data,
        title=caption.title("Spread of stance", labels, by, bool(wanted), language),
        subtitle=caption.sentence([words, *caption.filters(query, context.names, by, language)]),
        source=caption.source(__version__, context.codebook, days, data.n, language),
    )


def changes(
    project: Reader,
    query: Query,
    by: Actor = "country",
    split: str | None = None,
    names: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> ChangesData:
    """The largest shifts of actors between two periods; see `build_changes`."""
    points = project.points(query, by)
    day = None if split is None else day_of(split)
    return build_changes(points, query, by, context_of(project, names, language), day)


def build_changes(
    points: Points, query: Query, by: Actor, context: Context, split: int | None = None
) -> ChangesData:
    """Shifts of the mean stance between the days before `split` and those from it on.

    Args:
        points: The selection's dated statements.
        query: The selection, for range and captions.
        by: "country" or "person".
        context: Names and versions.
        split: First day of the second period; None halves the range.
    """
    first, last = span(points.days, query)
    middle = split if split is not None else first + (last - first + 1) // 2
    found = []
    for code in _moved(points, middle):
        own = points.of(code)
        before, after = own.stances[own.days < middle], own.stances[own.days >= middle]
        found.append(Changed(code, context.name(code), shift(before, after)))
    found.sort(key=lambda each: (-abs(each.shift.size), each.label))
    periods = (first, max(first, middle - 1)), (middle, max(middle, last))
    said = context.language
    data = ChangesData(query, by, *periods, tuple(found[:MOST_ACTORS]), language=said)
    words = said.tr(SHIFT)
    since = words.format(day=said.day(middle))
    return replace(
        data,
        title=said.tr(LARGEST),
        subtitle=caption.sentence([since, *caption.filters(query, context.names, by, said)]),
        source=caption.source(__version__, context.codebook, (first, last), data.n, said),
    )


def _moved(points: Points, middle: int) -> list[str]:
    """The known actors whose means moved most, a few more where several moved alike.

    Intervals take resampling, so that only the actors that may be drawn should get one.
    """
    size = len(points.actors)
    after = points.days >= middle
    n = np.stack([np.bincount(points.actor[side], minlength=size) for side in (~after, after)])
    total = np.stack(
        [
            np.bincount(points.actor[side], weights=points.stances[side], minlength=size)
            for side in (~after, after)
        ]
    )
    fit = (n.min(axis=0) >= FEW) & np.array([bool(code) for code in points.actors], dtype=np.bool_)
    mean = total / np.maximum(n, 1)
    moved = np.where(fit, np.abs(mean[1] - mean[0]), -1.0)
    least = max(0.0, float(np.sort(moved)[-MOST_ACTORS:][0]) - 1e-9) if size else 0.0
    return [points.actors[at] for at in np.flatnonzero(moved >= least).tolist()]
