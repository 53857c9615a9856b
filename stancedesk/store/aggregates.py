"""Counts, means and points of a selection, worked out on columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from stancedesk.core.model import LEVELS, Query
from stancedesk.core.series import Bin, bin_end, bin_starts, day_of
from stancedesk.store.columns import GONE, NO_DAY, REJECTED, VALID, Columns, Floats
from stancedesk.store.encoded import Ints, Mask, order_of
from stancedesk.store.records import iso_day
from stancedesk.store.selected import Selected

Actor = Literal["country", "person"]
FacetField = Literal["country", "person", "source", "act", "kind", "target", "level"]

_LEVELS = [str(level) for level in LEVELS]

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
        found: Rows that the full-text search of the query found; None if it searches for nothing.

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
            mask &= columns.names[name].chosen(chosen)[columns.codes(name)]
    if query.levels:
        mask &= np.isin(columns.level, query.levels)
    if query.countries:
        mask &= _countries(columns, query)
    if query.targets:
        wanted = columns.targets.names.chosen(query.targets)[columns.targets.code]
        mask &= _at(columns, _target_rows(columns)[wanted])
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
    if (dated := _dated(columns, query)) is not None:
        mask &= dated
    return mask


def _dated(columns: Columns, query: Query) -> Mask | None:
    if query.undated:
        undated: Mask = columns.day == NO_DAY
        return undated
    if query.date_from is None and query.date_to is None:
        return None
    first = NO_DAY + 1 if query.date_from is None else day_of(iso_day(query.date_from))
    mask: Mask = columns.day >= first
    if query.date_to is not None:
        mask &= columns.day <= day_of(iso_day(query.date_to))
    return mask


def _countries(columns: Columns, query: Query) -> Mask:
    # A joint source counts for each of its countries.
    wanted = columns.names["country"].chosen(query.countries)
    mask: Mask = wanted[columns.country]
    mask[_joint_rows(columns)[wanted[columns.joint.code]]] = True
    return mask


def _at(columns: Columns, rows: Ints) -> Mask:
    mask = np.zeros(len(columns.ids), dtype=np.bool_)
    mask[rows] = True
    return mask


def _joint_rows(columns: Columns) -> Ints:
    return columns.keep("joint", lambda: columns.positions(columns.joint.ids))


def _target_rows(columns: Columns) -> Ints:
    return columns.keep("targets", lambda: columns.positions(columns.targets.ids))


def _named(
    columns: Columns, selected: Selected, field: FacetField
) -> tuple[Ints, NDArray[np.integer], list[str]]:
    """Rows of the selection with the numbers of their values of a field, and the values' names.

    A row with several targets, or with several countries, comes once for each.
    """
    if field == "target":
        rows = _target_rows(columns)
        chosen = selected.mask[rows]
        return rows[chosen], columns.targets.code[chosen], columns.targets.names.names
    if field == "level":
        return selected.rows, selected.of(columns.level) + np.int8(2), _LEVELS
    names, rows, code = columns.names[field].names, selected.rows, selected.of(columns.codes(field))
    if field == "country":
        further = _joint_rows(columns)
        chosen = selected.mask[further]
        rows = np.concatenate([rows, further[chosen]])
        code = np.concatenate([code, columns.joint.code[chosen]])
    return rows, code, names


def facets(
    columns: Columns, selected: Selected, field: FacetField, limit: int | None
) -> list[Facet]:
    """Values of one field with counts and means, the most frequent first."""
    rows, code, names = _named(columns, selected, field)
    n = np.bincount(code, minlength=len(names))
    total = np.bincount(code, weights=selected.at(columns.stance, rows), minlength=len(names))
    least = 1 if limit is None or limit >= len(n) else max(1, np.partition(n, -limit)[-limit])
    found = [
        Facet(names[at], int(n[at]), float(total[at] / n[at]))
        for at in np.flatnonzero(n >= least).tolist()
    ]
    found.sort(key=lambda facet: (-facet.n, facet.value))
    found = found[:limit]
    return _described(columns, found) if field == "person" else found


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """How many statements have a value of one field and of another, and the sum of their stances.

    Rows and columns of `n` and `total` are in the order of `rows` and `columns`.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    n: NDArray[np.int64]
    total: Floats


def crossing(
    columns: Columns, selected: Selected, first: Actor, second: Literal["level", "target"]
) -> Crossing:
    """Two fields against each other, in one pass; what has several values counts for each."""
    rows, row_codes, row_names = _named(columns, selected, first)
    column_codes: NDArray[np.integer]
    if second == "level":
        column_codes, column_names = columns.level[rows] + np.int8(2), _LEVELS
    else:
        # Each target with the one speaker in the columns, then with further ones, who are few.
        further, code = rows[len(selected.rows) :], row_codes[len(selected.rows) :]
        rows, column_codes, column_names = _named(columns, selected, "target")
        joint, at = _joined(len(columns.ids), further, rows)
        row_codes = np.concatenate([columns.codes(first)[rows], code[joint]])
        rows = np.concatenate([rows, rows[at]])
        column_codes = np.concatenate([column_codes, column_codes[at]])
    shape = len(row_names), len(column_names)
    key = row_codes.astype(np.int64) * shape[1] + column_codes
    n = np.bincount(key, minlength=shape[0] * shape[1])
    total = np.bincount(key, weights=columns.stance[rows], minlength=len(n)).astype(np.float64)
    return Crossing(tuple(row_names), tuple(column_names), n.reshape(shape), total.reshape(shape))


def _joined(size: int, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Places in `left` and in `right`, which is sorted, that hold the same row: all pairs."""
    many = np.bincount(right, minlength=size)
    begin, times = (np.cumsum(many) - many)[left], many[left]
    at = np.repeat(np.arange(len(left)), times)
    return at, np.arange(len(at)) - np.repeat(np.cumsum(times) - times - begin, times)


def _described(columns: Columns, found: list[Facet]) -> list[Facet]:
    profile = columns.keep("profile", lambda: _profile(columns))
    roles, countries = (columns.names[name].names for name in ("role", "country"))
    codes = columns.names["person"].encode([facet.value for facet in found])
    return [
        replace(facet, role=roles[profile[code, 0]], country=countries[profile[code, 1]])
        if facet.value
        else facet
        for facet, code in zip(found, codes.tolist(), strict=True)
    ]


def _profile(columns: Columns) -> Ints:
    """For each person's number, those of the role and the country they speak in most."""
    known = columns.state != GONE
    ranks = {name: columns.ranks(name) for name in ("role", "country")}
    order = order_of(
        columns.person[known],
        ranks["role"][columns.role[known]],
        ranks["country"][columns.country[known]],
    )
    rows = np.flatnonzero(known)[order]
    office = np.stack([columns.person[rows], columns.role[rows], columns.country[rows]])
    first = np.flatnonzero(np.append(True, (np.diff(office) != 0).any(axis=0)))[: len(rows)]
    counts = np.diff(np.append(first, len(rows)))
    # Later entries overwrite earlier ones: the most frequent comes last.
    first = first[np.argsort(counts, kind="stable")]
    profile = np.zeros((len(columns.names["person"].names), 2), dtype=np.int64)
    profile[office[0, first]] = office[1:, first].T
    return profile


def totals(columns: Columns) -> dict[str, int]:
    """Numbers of statements, of those reviewed and rejected, of known countries and persons."""
    valid = columns.state == VALID
    found = {
        "statements": int(np.count_nonzero(valid)),
        "reviewed": int(np.count_nonzero(valid & columns.reviewed)),
        "rejected": int(np.count_nonzero(columns.state == REJECTED)),
    }
    for name, title in (("country", "countries"), ("person", "persons")):
        used = np.flatnonzero(np.bincount(columns.codes(name)[valid])).tolist()
        found[title] = sum(bool(columns.names[name].names[at]) for at in used)
    return found


def bars(columns: Columns, selected: Selected, width: Bin) -> list[Bar]:
    """How many dated statements each bin has, and their mean stance; empty bins are left out."""
    days = selected.of(columns.day)
    dated = days != NO_DAY
    if not dated.any():
        return []
    days, stances = days[dated], selected.of(columns.stance)[dated]
    # Days are few: counting them first spares sorting the statements.
    first = int(days.min())
    n = np.bincount(days - first)
    total = np.bincount(days - first, weights=stances)
    used = np.flatnonzero(n)
    starts, at = np.unique(bin_starts(used + first, width), return_inverse=True)
    n = np.bincount(at, weights=n[used]).astype(np.int64)
    total = np.bincount(at, weights=total[used])
    ends = [bin_end(start, width) for start in starts.tolist()]
    return [
        Bar(start, end, count, sum_ / count)
        for start, end, count, sum_ in zip(
            _isos(starts), _isos(ends), n.tolist(), total.tolist(), strict=True
        )
    ]


def _isos(days: ArrayLike) -> list[str]:
    found: list[str] = np.datetime_as_string(np.asarray(days, dtype="M8[D]")).tolist()
    return found


def points(columns: Columns, selected: Selected, by: Actor, chosen: tuple[str, ...]) -> Points:
    """Dated statements by actor; only the chosen ones, if any are."""
    rows, ids, days, stances, actor = _by_actor(columns, by)
    keep = selected.mask[rows]
    if chosen:
        wanted = columns.names[by].chosen(chosen)[columns.alphabetical(by)]
        keep &= wanted[actor]
    if not keep.all():
        ids, days, stances, actor = ids[keep], days[keep], stances[keep], actor[keep]
    n = np.bincount(actor, minlength=len(columns.names[by].names))
    used = np.flatnonzero(n)
    names = columns.names[by].names
    order = columns.alphabetical(by)[used]
    return Points(
        ids,
        days,
        stances,
        np.repeat(np.arange(len(used)), n[used]),
        tuple(names[at] for at in order.tolist()),
    )


def _by_actor(columns: Columns, by: Actor) -> tuple[Ints, Ints, Ints, Floats, Ints]:
    """Dated statements in order of actor's name, day and id.

    Returns:
        Their rows, ids, days and stances, and the rank of their actor's name.
    """

    def make() -> tuple[Ints, Ints, Ints, Floats, Ints]:
        rows = np.arange(len(columns.ids))
        code = columns.codes(by)
        if by == "country":
            rows = np.concatenate([rows, _joint_rows(columns)])
            code = np.concatenate([code, columns.joint.code])
        dated = columns.day[rows] != NO_DAY
        rows, rank = rows[dated], columns.ranks(by)[code[dated]]
        order = order_of(rank, columns.day[rows], rows)
        rows = rows[order]
        return rows, columns.ids[rows], columns.day[rows], columns.stance[rows], rank[order]

    return columns.keep(f"points {by}", make)


def ordered(columns: Columns, selected: Selected, order_by: str, descending: bool) -> Ints:
    """Ids of selected statements in order; ties by id, the undated last in either direction."""

    def make() -> tuple[Ints, Ints, int]:
        if order_by in columns.names:
            key = columns.ranks(order_by)[columns.codes(order_by)]
        elif order_by == "stance":
            key = columns.millionths()
        else:
            key = getattr(columns, _KEYS.get(order_by, order_by)).astype(np.int64)
        order = order_of(key)
        undated = int((columns.day == NO_DAY).sum()) if order_by == "published" else 0
        return order, columns.ids[order], undated

    order, ids, undated = columns.keep(f"order {order_by}", make)
    keep = selected.mask[order]
    last, first = ids[:undated][keep[:undated]], ids[undated:][keep[undated:]]
    parts = (first[::-1], last[::-1]) if descending else (first, last)
    return np.concatenate(parts)


_KEYS = {"published": "day", "id": "ids"}


def without(query: Query, field: FacetField) -> Query:
    """The query less its choice for one field, whose other values must stay in sight."""
    return _WITHOUT[field](query)
