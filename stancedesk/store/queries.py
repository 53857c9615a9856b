"""Every question that lists, tables and charts ask about statements, as SQL to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Query, Row
from stancedesk.core.series import Bin, bin_end, bin_starts, day_of, iso_of
from stancedesk.errors import UserError
from stancedesk.store.connection import Connection
from stancedesk.store.records import row_of
from stancedesk.store.selection import where

Actor = Literal["country", "person"]
FacetField = Literal["country", "person", "source", "act", "kind", "target", "level"]

# Columns by which statements can be put in order; undated ones come last in either direction.
ORDERS = {
    "published": "day",
    "id": "statement_id",
    "article": "article_id",
    "country": "country",
    "person": "person",
    "source": "source",
    "kind": "kind",
    "act": "act",
    "stance": "stance",
    "level": "level",
    "tone": "tone",
    "confidence": "confidence",
}

_WITHOUT: dict[FacetField, Callable[[Query], Query]] = {
    "country": lambda query: replace(query, countries=()),
    "person": lambda query: replace(query, persons=()),
    "source": lambda query: replace(query, sources=()),
    "act": lambda query: replace(query, acts=()),
    "kind": lambda query: replace(query, kinds=()),
    "target": lambda query: replace(query, targets=()),
    "level": lambda query: replace(query, levels=()),
}
EVERYTHING = Query()

_ROWS = """
SELECT statement.id, statement.article_id, statement.content, statement.text, statement.kind,
    statement.cue, statement.speaker, article.published, article.source, article.title,
    coder.name AS coder, winner.reviewed, coding.valid, coding.speaker_text,
    nullif(winner.person, '') AS person, coding.role, coding.country, coding.countries,
    coding.official, coding.targets, coding.stance, coding.level, coding.act, coding.tone,
    coding.confidence, coding.note, coding.evidence
FROM winner
JOIN statement ON statement.id = winner.statement_id
JOIN article ON article.id = winner.article_id
JOIN coding ON coding.id = winner.coding_id
JOIN coder ON coder.id = coding.coder_id
WHERE winner.statement_id IN (SELECT value FROM json_each(?))
"""

_DAYS = """
SELECT day, count(*) AS n, sum(stance) AS total FROM winner
WHERE {where} AND day IS NOT NULL GROUP BY day ORDER BY day
"""

# One row for each actor: its points as three lists that run in step.
_POINTS = """
SELECT {actor} AS actor, group_concat(statement_id) AS ids, group_concat(day) AS days,
    group_concat(stance) AS stances
FROM winner WHERE {where} AND day IS NOT NULL GROUP BY {actor}
"""
_FURTHER_POINTS = """
SELECT further.country AS actor, group_concat(further.statement_id) AS ids,
    group_concat(day) AS days, group_concat(stance) AS stances
FROM winner_country AS further JOIN winner USING (statement_id)
WHERE {where} AND day IS NOT NULL GROUP BY further.country
"""

_FACET = """
SELECT {column} AS value, count(*) AS n, sum(stance) AS total FROM winner WHERE {where}
GROUP BY {column}
"""
_FURTHER_FACET = """
SELECT further.{column} AS value, count(*) AS n, sum(stance) AS total
FROM {table} AS further JOIN winner USING (statement_id) WHERE {where}
GROUP BY further.{column}
"""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a filter with what it would leave: number of statements and their mean stance.

    `value` is "" for unknown. For persons, `role` and `country` are those they speak in most often.
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

    ids: NDArray[np.int64]
    days: NDArray[np.int64]
    stances: NDArray[np.float64]
    actor: NDArray[np.int64]
    actors: tuple[str, ...]

    def of(self, name: str) -> Points:
        """The points of one actor only."""
        try:
            at = self.actors.index(name)
        except ValueError:
            at = len(self.actors)
        low, high = np.searchsorted(self.actor, (at, at + 1))
        part = slice(int(low), int(high))
        own = np.zeros(part.stop - part.start, dtype=np.int64)
        return Points(self.ids[part], self.days[part], self.stances[part], own, (name,))


class StatementReader(Connection):
    """What can be asked about statements, each in the light of its winning coding."""

    def count(self, query: Query = EVERYTHING) -> int:
        """Number of statements that the query selects."""
        only, values = where(query)
        return self._value(f"SELECT count(*) FROM winner WHERE {only}", values)

    def rows(
        self,
        query: Query = EVERYTHING,
        order_by: str = "published",
        descending: bool = False,
        after: Row | None = None,
        limit: int = 200,
    ) -> list[Row]:
        """One page of statements.

        Args:
            query: What to select.
            order_by: One of `ORDERS`; ties are put in order of id, undated statements come last.
            descending: Turn the order round.
            after: The last row of the page before; None for the first page.
            limit: How many at most.
        """
        column = _column(order_by)
        only, values = where(query)
        direction = "DESC" if descending else "ASC"
        order = f"ORDER BY {column} {direction}, statement_id {direction} LIMIT ?"
        found: list[int] = []
        for part, limits in _parts(column, order_by, descending, after):
            left = limit - len(found)
            if left > 0:
                sql = f"SELECT statement_id FROM winner WHERE {only} AND {part} {order}"
                found += [int(row[0]) for row in self._all(sql, (*values, *limits, left))]
        return self.rows_of(found)

    def rows_of(self, statement_ids: Iterable[int]) -> list[Row]:
        """Statements by id, in the order asked for; ids that are not there are left out."""
        wanted = [int(statement) for statement in statement_ids]
        found = {row["id"]: row_of(row) for row in self._all(_ROWS, (json.dumps(wanted),))}
        return [found[statement] for statement in wanted if statement in found]

    def row(self, statement_id: int) -> Row:
        """One statement.

        Raises:
            UserError: It is not there.
        """
        rows = self.rows_of([statement_id])
        if not rows:
            raise UserError("This statement is no longer in the project.")
        return rows[0]

    def ids(
        self, query: Query = EVERYTHING, order_by: str = "published", descending: bool = False
    ) -> NDArray[np.int64]:
        """Ids of all selected statements in order: with `rows_of`, any page of a long table."""
        column = _column(order_by)
        only, values = where(query)
        direction = "DESC" if descending else "ASC"
        last = "day IS NULL, " if column == "day" else ""
        rows = self._all(
            f"""
            SELECT group_concat(statement_id) FROM (SELECT statement_id FROM winner WHERE {only}
            ORDER BY {last}{column} {direction}, statement_id {direction})
            """,
            values,
        )
        return _numbers(rows[0][0])

    def export_rows(
        self, query: Query = EVERYTHING, order_by: str = "published", page: int = 1000
    ) -> Iterator[Row]:
        """All selected statements, page by page, so that any number fits in memory."""
        ids = self.ids(query, order_by)
        for start in range(0, len(ids), page):
            yield from self.rows_of(ids[start : start + page].tolist())

    def facets(self, query: Query, field: FacetField, limit: int | None = None) -> list[Facet]:
        """Values of one filter with counts and mean stance, the most frequent first.

        The filter's own choice is left out of account, so that its other values stay in sight.
        """
        only, values = where(_WITHOUT[field](query))
        found: dict[str, tuple[int, float]] = {}
        for sql in _facet_sql(field, only):
            for row in self._all(sql, values):
                n, total = found.get(str(row["value"]), (0, 0.0))
                found[str(row["value"])] = (n + row["n"], total + row["total"])
        facets = [Facet(value, n, total / n) for value, (n, total) in found.items()]
        facets.sort(key=lambda facet: (-facet.n, facet.value))
        facets = facets[:limit]
        return self._described(facets) if field == "person" else facets

    def date_range(self, query: Query = EVERYTHING) -> tuple[str, str] | None:
        """First and last ISO day of the selected statements; None if none has a date."""
        only, values = where(query)
        row = self._one(
            f"""
            SELECT (SELECT min(day) FROM winner WHERE {only} AND day IS NOT NULL),
                (SELECT max(day) FROM winner WHERE {only} AND day IS NOT NULL)
            """,
            values + values,
        )
        return None if row is None or row[0] is None else (iso_of(row[0]), iso_of(row[1]))

    def histogram(self, query: Query, width: Bin) -> list[Bar]:
        """How many statements each day, week or month has; empty bins are left out."""
        only, values = where(query)
        rows = self._all(_DAYS.format(where=only), values)
        starts = bin_starts([row["day"] for row in rows], width).tolist()
        bars: list[Bar] = []
        for start, group in groupby(zip(starts, rows, strict=True), key=lambda pair: int(pair[0])):
            days = [row for _, row in group]
            n = sum(row["n"] for row in days)
            mean = sum(row["total"] for row in days) / n
            bars.append(Bar(iso_of(start), iso_of(bin_end(start, width)), n, mean))
        return bars

    def points(self, query: Query = EVERYTHING, by: Actor = "country") -> Points:
        """Dated statements for a chart, by country or by person.

        Where the query chooses countries (or persons), only these get points: a statement by
        France and Germany is no point of Germany when France alone is chosen.
        """
        only, values = where(query)
        tables = [_POINTS.format(actor=by, where=only)]
        if by == "country":
            tables.append(_FURTHER_POINTS.format(where=only))
        chosen = set(query.countries if by == "country" else query.persons)
        parts: dict[str, list[tuple[str, str, str]]] = {}
        for sql in tables:
            for row in self._all(sql, values):
                if not chosen or row["actor"] in chosen:
                    parts.setdefault(row["actor"], []).append(
                        (row["ids"], row["days"], row["stances"])
                    )
        return _columns(parts)

    def _described(self, facets: Sequence[Facet]) -> list[Facet]:
        rows = self._all(
            """
            SELECT person, role, country, count(*) AS n FROM winner
            WHERE valid = 1 AND person IN (SELECT value FROM json_each(?))
            GROUP BY person, role, country ORDER BY n, role, country
            """,
            (json.dumps([facet.value for facet in facets if facet.value]),),
        )
        most = {row["person"]: (row["role"], row["country"]) for row in rows}
        return [
            replace(facet, role=role, country=country)
            for facet in facets
            for role, country in (most.get(facet.value, ("", "")),)
        ]


def _column(order_by: str) -> str:
    if order_by not in ORDERS:
        raise ValueError(f"order_by must be one of {', '.join(ORDERS)}")
    return ORDERS[order_by]


def _parts(
    column: str, order_by: str, descending: bool, after: Row | None
) -> list[tuple[str, tuple[object, ...]]]:
    """Conditions of the one or two stretches that make up a page: the dated, then the undated."""
    further = "<" if descending else ">"
    dated = column == "day"
    if after is None:
        return [("day IS NOT NULL", ()), ("day IS NULL", ())] if dated else [("1", ())]
    key = _key(after, order_by)
    if dated and key is None:
        return [(f"day IS NULL AND statement_id {further} ?", (after.id,))]
    beyond = f"({column}, statement_id) {further} (?, ?)"
    return [(beyond, (key, after.id)), *([("day IS NULL", ())] if dated else [])]


def _key(row: Row, order_by: str) -> object:
    """What `winner` holds for a row in the column that gives the order."""
    judgement = row.judgement
    keys: dict[str, object] = {
        "published": None if row.published is None else day_of(row.published),
        "id": row.id,
        "article": row.article_id,
        "country": judgement.country or "",
        "person": judgement.person or "",
        "source": row.source,
        "kind": row.kind.value,
        "act": judgement.act.value,
        "stance": judgement.stance,
        "level": judgement.level,
        "tone": judgement.tone,
        "confidence": judgement.confidence,
    }
    return keys[order_by]


def _facet_sql(field: FacetField, only: str) -> list[str]:
    if field == "target":
        return [_FURTHER_FACET.format(column="target", table="winner_target", where=only)]
    sql = [_FACET.format(column=field, where=only)]
    if field == "country":
        sql.append(_FURTHER_FACET.format(column="country", table="winner_country", where=only))
    return sql


def _numbers(text: str | None) -> NDArray[np.int64]:
    return np.fromstring(text or "", dtype=np.int64, sep=",")


def _columns(parts: dict[str, list[tuple[str, str, str]]]) -> Points:
    actors = tuple(sorted(parts))
    ids, days, stances, actor = [], [], [], []
    for at, name in enumerate(actors):
        own_ids = np.concatenate([_numbers(part[0]) for part in parts[name]])
        own_days = np.concatenate([_numbers(part[1]) for part in parts[name]])
        own = np.concatenate([np.fromstring(part[2], sep=",") for part in parts[name]])
        order = np.lexsort((own_ids, own_days))
        ids.append(own_ids[order])
        days.append(own_days[order])
        stances.append(own[order])
        actor.append(np.full(len(order), at, dtype=np.int64))
    if not actors:
        none = np.empty(0, dtype=np.int64)
        return Points(none, none, np.empty(0), none, ())
    return Points(
        np.concatenate(ids),
        np.concatenate(days),
        np.concatenate(stances),
        np.concatenate(actor),
        actors,
    )
