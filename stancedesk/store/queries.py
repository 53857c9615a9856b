"""Every question that lists, tables and charts ask about statements.

Rows come by SQL, a page at a time; counts, facets and points come from columns in memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from stancedesk.core.model import Query, Row
from stancedesk.core.series import Bin, day_of, iso_of
from stancedesk.errors import UserError
from stancedesk.store import aggregates
from stancedesk.store.aggregates import Actor, Bar, Crossing, Facet, FacetField, Points
from stancedesk.store.columns import NO_DAY, Columns
from stancedesk.store.connection import Connection, telling
from stancedesk.store.encoded import Ints, Mask, numbers, order_of
from stancedesk.store.records import row_of
from stancedesk.store.search import match_expression
from stancedesk.store.selected import Selected
from stancedesk.store.selection import where

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

EVERYTHING = Query()

_BILLION = 10**9

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


class StatementReader(Connection):
    """What can be asked about statements, each in the light of its winning coding."""

    def __init__(self, path: Path, db: Database) -> None:
        super().__init__(path, db)
        self._columns = Columns()

    def count(self, query: Query = EVERYTHING) -> int:
        """Number of statements that the query selects."""
        return int(np.count_nonzero(self._selected(query)[1].mask))

    def totals(self) -> dict[str, int]:
        """Numbers of all statements, of those reviewed and rejected, of countries and persons."""
        columns, _ = self._selected(EVERYTHING)
        return aggregates.totals(columns)

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
        if query.text or query.targets:  # SQL would look these up anew for every page
            ids = self.ids(query, order_by, descending)
            place = [-1] if after is None else np.flatnonzero(ids == after.id)
            if len(place):
                return self.rows_of(ids[int(place[0]) + 1 :][:limit].tolist())
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
        columns, selected = self._selected(query)
        if order_by in ("tone", "confidence"):  # not in memory
            columns.keep(f"order {order_by}", lambda: self._order(columns, column))
        return aggregates.ordered(columns, selected, order_by, descending)

    def _order(self, columns: Columns, column: str) -> tuple[Ints, Ints, int]:
        # Sorting whole numbers here takes a tenth of what sorting in SQL does.
        sql = (
            "SELECT group_concat(statement_id),"
            f" group_concat(CAST(round({column} * {_BILLION}) AS INTEGER)) FROM winner"
        )
        row = self._all(sql)[0]
        ids, values = numbers(row[0]), numbers(row[1])
        ids = ids[order_of(values, ids)]
        return columns.positions(ids), ids, 0

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
        columns, selected = self._selected(aggregates.without(query, field))
        return aggregates.facets(columns, selected, field, limit)

    def crossing(self, query: Query, first: Actor, second: Literal["level", "target"]) -> Crossing:
        """Numbers of statements and sums of stances by two fields at once."""
        return aggregates.crossing(*self._selected(query), first, second)

    def date_range(self, query: Query = EVERYTHING) -> tuple[str, str] | None:
        """First and last ISO day of the selected statements; None if none has a date."""
        columns, selected = self._selected(query)
        days = selected.of(columns.day)
        days = days[days != NO_DAY]
        return (iso_of(int(days.min())), iso_of(int(days.max()))) if len(days) else None

    def histogram(self, query: Query, width: Bin) -> list[Bar]:
        """How many statements each day, week or month has; empty bins are left out."""
        return aggregates.bars(*self._selected(query), width)

    def points(self, query: Query = EVERYTHING, by: Actor = "country") -> Points:
        """Dated statements for a chart, by country or by person.

        Where the query chooses countries (or persons), only these get points: a statement by
        France and Germany is no point of Germany when France alone is chosen.
        """
        chosen = query.countries if by == "country" else query.persons
        return aggregates.points(*self._selected(query), by, chosen)

    def _selected(self, query: Query) -> tuple[Columns, Selected]:
        # Inside a transaction, which may be rolled back, nothing is kept.
        columns = Columns() if self.db.conn.in_transaction else self._columns
        with telling(self.path):
            columns.sync(self.db.conn)
        return columns, columns.keep_selected(query, lambda: self._mask(columns, query))

    def _mask(self, columns: Columns, query: Query) -> Mask:
        found = None
        if words := match_expression(query.text):
            found = columns.keep_found(words, lambda: columns.positions(self._search(words)))
        return aggregates.select(columns, query, found)

    def _search(self, words: str) -> Ints:
        sql = "SELECT group_concat(rowid) FROM statement_fts WHERE statement_fts MATCH ?"
        return numbers(self._all(sql, (words,))[0][0])


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
