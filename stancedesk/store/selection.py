"""The WHERE of a Query: which rows of `winner` the filters leave."""

from __future__ import annotations

from collections.abc import Iterable

from stancedesk.core.model import Query
from stancedesk.core.series import day_of
from stancedesk.store.records import iso_day
from stancedesk.store.search import match_expression

Condition = tuple[str, list[object]]


def _among(column: str, values: Iterable[object]) -> Condition:
    chosen = [value.value if hasattr(value, "value") else value for value in values]
    return f"{column} IN ({', '.join('?' * len(chosen))})", chosen


def _country(query: Query) -> Condition:
    # A joint source counts for each of its countries: the first is in winner, more beside it.
    first, values = _among("winner.country", query.countries)
    further, _ = _among("country", query.countries)
    return (
        f"({first} OR winner.statement_id IN"
        f" (SELECT statement_id FROM winner_country WHERE {further}))",
        values + values,
    )


def _target(query: Query) -> Condition:
    among, values = _among("target", query.targets)
    return (
        f"winner.statement_id IN (SELECT statement_id FROM winner_target WHERE {among})",
        values,
    )


def _dates(query: Query) -> list[Condition]:
    if query.undated:
        return [("winner.day IS NULL", [])]
    found: list[Condition] = []
    if query.date_from is not None:
        found.append(("winner.day >= ?", [day_of(iso_day(query.date_from))]))
    if query.date_to is not None:
        found.append(("winner.day <= ?", [day_of(iso_day(query.date_to))]))
    return found


def where(query: Query) -> Condition:
    """Conditions on `winner` for a query, and the values of their question marks.

    Raises:
        UserError: A date of the query is none.
    """
    # Written out, not bound: the planner uses the partial indexes only so.
    found: list[Condition] = [("winner.valid = 0" if query.rejected else "winner.valid = 1", [])]
    found += _dates(query)
    if query.countries:
        found.append(_country(query))
    if query.targets:
        found.append(_target(query))
    for column, values in (
        ("winner.person", query.persons),
        ("winner.kind", query.kinds),
        ("winner.act", query.acts),
        ("winner.level", query.levels),
        ("winner.source", query.sources),
    ):
        if values:
            found.append(_among(column, values))
    if query.officials_only:
        found.append(("winner.official = 1", []))
    if query.reviewed_only:
        found.append(("winner.reviewed = 1", []))
    if not query.reprints and query.article is None:
        found.append(("winner.reprint = 0", []))
    if query.article is not None:
        found.append(("winner.article_id = ?", [query.article]))
    if words := match_expression(query.text):
        found.append(
            (
                "winner.statement_id IN"
                " (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?)",
                [words],
            )
        )
    return " AND ".join(sql for sql, _ in found), [value for _, part in found for value in part]
