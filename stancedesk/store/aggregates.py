"""Counts, means and points of a selection, worked out on columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Query
from stancedesk.core.series import Bin, bin_end, bin_starts, day_of, iso_of
from stancedesk.store.columns import GONE, NO_DAY, REJECTED, VALID, Columns, Floats, Ints, Mask
from stancedesk.store.records import iso_day

Actor = Literal["country", "person"]
FacetField = Literal["country", "person", "source", "act", "kind", "target", "level"]

_WITHOUT: dict[FacetField, Callable[[Query], Query]] = {
    "country": lambda query: replace(query, countries=()),
    "person": lambda query: replace(query, persons=()),
    "source": lambda query: replace(query, sources=()),
    "act": lambda query: replace(query, acts=()),
    "kind": lambda query: replace(query, kinds=()),
    "target": lambda query: replace(query, targets=()),
    "level": lambda query: replace(query, levels=()),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a filter with what it would leave: number of statements and their mean stance.

    `value` is "" for unknown, and a number in words for levels ("-2"). For persons, `role` and
    `country` are those in which they speak most often.
    """

    value: str
    n: int
    mean: float
    role: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bin of a histogram: ISO days [start, end), number of statements and their mean stance."""

    start: str
    end: str
    n: int
    mean: float


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Dated statements as columns of equal length, in order of actor, day and id.

    A joint source has a point for each of its countries. `actor` indexes `actors`, which are in
    order of name; "" is unknown. Days count from 1970-01-01.
    """

    ids: Ints
    days: Ints
    stances: Floats
    actor: Ints
    actors: tuple[str, ...]

    def of(self, name: str) -> Points:
        """The points of one actor only."""
        at = self.actors.index(name) if name in self.actors else len(self.actors)
        low, high = (int(end) for end in np.searchsorted(self.actor, (at, at + 1)))
        own = np.zeros(high - low, dtype=np.int64)
        return Points(self.ids[low:high], self.days[low:high], self.stances[low:high], own, (name,))


def select(columns: Columns, query: Query, found: Ints | None = None) -> Mask:
    """Which statements a query leaves.

    Args:
        columns: All statements.
        query: The filters.
        found: Ids that the full-text search of the query found; None if it searches for nothing.

    Raises:
        UserError: A date of the query is none.
    """
    mask: Mask = columns.state == (REJECTED if query.rejected else VALID)
    for name, chosen in (
        ("person", query.persons),
        ("kind", query.kinds),
        ("act", query.acts),
        ("source", query.sources),
    ):
        if chosen:
            mask &= columns.names[name].chosen(chosen)[getattr(columns, name)]
    if query.levels:
        mask &= np.isin(columns.level, query.levels)
    if query.countries:
        mask &= _countries(columns, query)
    if query.targets:
        wanted = columns.targets.names.chosen(query.targets)[columns.targets.code]
        mask &= _at(columns, np.unique(columns.targets.ids[wanted]))
    if query.officials_only:
        mask &= columns.official
    if query.reviewed_only:
        mask &= columns.reviewed
    if not query.reprints and query.article is None:
        mask &= ~columns.reprint
    if query.article is not None:
        mask &= columns.article == query.article
    if found is not None:
        mask &= _at(columns, found)
    return mask & _dated(columns, query)


def _dated(columns: Columns, query: Query) -> Mask:
    if query.undated:
        undated: Mask = columns.day == NO_DAY
        return undated
    mask = np.ones(len(columns.ids), dtype=np.bool_)
    if query.date_from is not None:
        mask &= columns.day >= day_of(iso_day(query.date_from))
    if query.date_to is not None:
        mask &= (columns.day <= day_of(iso_day(query.date_to))) & (columns.day != NO_DAY)
    return mask


def _countries(columns: Columns, query: Query) -> Mask:
    # A joint source counts for each of its countries.
    wanted = columns.names["country"].chosen(query.countries)
    mask: Mask = wanted[columns.country]
    mask[columns.positions(columns.joint.ids[wanted[columns.joint.code]])] = True
    return mask


def _at(columns: Columns, ids: Ints) -> Mask:
    mask = np.zeros(len(columns.ids), dtype=np.bool_)
    mask[columns.positions(ids)] = True
    return mask


def _joint_rows(columns: Columns) -> Ints:
    return columns.keep("joint", lambda: columns.positions(columns.joint.ids))


def _target_rows(columns: Columns) -> Ints:
    return columns.keep("targets", lambda: columns.positions(columns.targets.ids))


def facets(columns: Columns, mask: Mask, field: FacetField, limit: int | None) -> list[Facet]:
    """Values of one field with counts and means, the most frequent first."""
    if field == "level":
        names = [str(level) for level in range(-2, 3)]
        code = columns.level[mask].astype(np.int64) + 2
        stance = columns.stance[mask]
    elif field == "target":
        names = columns.targets.names.names
        rows = _target_rows(columns)
        chosen = mask[rows]
        code = columns.targets.code[chosen].astype(np.int64)
        stance = columns.stance[rows[chosen]]
    else:
        names = columns.names[field].names
        code, stance = getattr(columns, field)[mask], columns.stance[mask]
    if field == "country":
        rows = _joint_rows(columns)
        chosen = mask[rows]
        code = np.concatenate([code, columns.joint.code[chosen]])
        stance = np.concatenate([stance, columns.stance[rows[chosen]]])
    n = np.bincount(code, minlength=len(names))
    total = np.bincount(code, weights=stance, minlength=len(names))
    found = [
        Facet(names[at], int(n[at]), float(total[at] / n[at])) for at in np.flatnonzero(n).tolist()
    ]
    found.sort(key=lambda facet: (-facet.n, facet.value))
    found = found[:limit]
    return _described(columns, found) if field == "person" else found


def _described(columns: Columns, found: list[Facet]) -> list[Facet]:
    profile = columns.keep("profile", lambda: _profile(columns))
    roles, countries = (sorted(columns.names[name].names) for name in ("role", "country"))
    codes = columns.names["person"].encode([facet.value for facet in found])
    return [
        replace(facet, role=roles[profile[code, 0]], country=countries[profile[code, 1]])
        if facet.value
        else facet
        for facet, code in zip(found, codes.tolist(), strict=True)
    ]


def _profile(columns: Columns) -> Ints:
    """For each person's number, the ranks of the role and the country they speak in most."""
    known = columns.state != GONE
    role = columns.names["role"].ranks()[columns.role[known]]
    country = columns.names["country"].ranks()[columns.country[known]]
    wide = len(columns.names["country"].names) + 1
    key = (columns.person[known].astype(np.int64) << 40) + role * wide + country
    offices, counts = np.unique(key, return_counts=True)
    # Later entries overwrite earlier ones: the most frequent comes last.
    offices = offices[np.argsort(counts, kind="stable")]
    profile = np.zeros((len(columns.names["person"].names), 2), dtype=np.int64)
    profile[offices >> 40] = np.stack(np.divmod(offices & ((1 << 40) - 1), wide), axis=1)
    return profile


def bars(columns: Columns, mask: Mask, width: Bin) -> list[Bar]:
    """How many dated statements each bin has, and their mean stance; empty bins are left out."""
    mask = mask & (columns.day != NO_DAY)
    starts, inverse, n = np.unique(
        bin_starts(columns.day[mask], width), return_inverse=True, return_counts=True
    )
    total = np.bincount(inverse, weights=columns.stance[mask], minlength=len(starts))
    return [
        Bar(iso_of(start), iso_of(bin_end(start, width)), int(n[at]), float(total[at] / n[at]))
        for at, start in enumerate(starts.tolist())
    ]


def points(columns: Columns, mask: Mask, by: Actor, chosen: tuple[str, ...]) -> Points:
    """Dated statements by actor; only the chosen ones, if any are."""
    names = columns.names[by]
    rows, code = _by_actor(columns, by)
    keep = mask[rows]
    if chosen:
        keep &= names.chosen(chosen)[code]
    rows, code = rows[keep], code[keep]
    used = np.flatnonzero(np.bincount(code, minlength=len(names.names)))
    order = sorted(used.tolist(), key=names.names.__getitem__)
    ranks = np.zeros(len(names.names), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return Points(
        columns.ids[rows],
        columns.day[rows],
        columns.stance[rows],
        ranks[code],
        tuple(names.names[at] for at in order),
    )


def _by_actor(columns: Columns, by: Actor) -> tuple[Ints, NDArray[np.int64]]:
    """Rows of dated statements in order of actor's name, day and id, with the actor's number."""

    def make() -> Ints:
        rows = np.arange(len(columns.ids))
        code = getattr(columns, by).astype(np.int64)
        if by == "country":
            further = _joint_rows(columns)
            rows = np.concatenate([rows, further])
            code = np.concatenate([code, columns.joint.code])
        dated = columns.day[rows] != NO_DAY
        rows, code = rows[dated], code[dated]
        ranks = columns.names[by].ranks()
        order = np.lexsort((rows, columns.day[rows], ranks[code]))
        return np.stack([rows[order], code[order]])

    rows, code = columns.keep(f"points {by}", make)
    return rows, code


def ordered(columns: Columns, mask: Mask, order_by: str, descending: bool) -> Ints:
    """Ids of selected statements in order; ties by id, the undated last in either direction."""

    def make() -> Ints:
        if order_by in columns.names:
            key = columns.names[order_by].ranks()[getattr(columns, order_by)]
        else:
            key = getattr(columns, _KEYS.get(order_by, order_by))
        return np.lexsort((columns.ids, key)).astype(np.int64)

    order = columns.keep(f"order {order_by}", make)
    order = order[mask[order]]
    if descending:
        order = order[::-1]
    if order_by == "published":
        undated = columns.day[order] == NO_DAY
        order = np.concatenate([order[~undated], order[undated]])
    return columns.ids[order]


_KEYS = {"published": "day", "id": "ids"}


def without(query: Query, field: FacetField) -> Query:
    """The query less its choice for one field, whose other values must stay in sight."""
    return _WITHOUT[field](query)
