"""All winners as columns in memory, kept in step with the file.

A facet or a chart over a million statements takes SQLite 0.3 to 2 seconds, most of it spent on
turning columns into rows and back; numpy takes some milliseconds. The columns are read once
(about a second for a million statements), afterwards only what has a newer stamp.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Query

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

NO_DAY = -(2**31)
REJECTED, VALID, GONE = 0, 1, 2

_MASKS = 16  # one megabyte each for a million statements

_SCALE = 1_000_000  # whole numbers come five times as fast as real ones
_SEPARATOR = "\x1f"
_NAMES = ("kind", "act", "country", "person", "role", "source")
_ALL = (
    *("ids", "article", "day", "stance", "level"),
    *("state", "official", "reviewed", "reprint"),
    *_NAMES,
)

# One row that holds each column as a list: by far the fastest way through Python's sqlite3.
_LISTS = f"""
SELECT group_concat(statement_id) AS ids, group_concat(article_id) AS article,
    group_concat(ifnull(day, {NO_DAY})) AS day,
    group_concat(CAST(round(stance * {_SCALE}) AS INTEGER)) AS stance,
    group_concat(valid + 2 * official + 4 * reviewed + 8 * (level + 2) + 64 * reprint) AS flags,
    group_concat(kind, char(31)) AS kind, group_concat(act, char(31)) AS act,
    group_concat(country, char(31)) AS country, group_concat(person, char(31)) AS person,
    group_concat(role, char(31)) AS role, group_concat(source, char(31)) AS source
FROM winner WHERE {{changed}}
"""

_PAIRS = """
SELECT group_concat(statement_id) AS ids, group_concat({column}, char(31)) AS names
FROM {table} WHERE {changed}
"""


def numbers(text: str | None) -> Ints:
    """Whole numbers from a list with commas; none from None."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


def _words(text: str | None, n: int) -> list[str]:
    return (text or "").split(_SEPARATOR) if n else []


class Names:
    """Names by number; a number stays what it is as long as the columns live."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._codes: dict[str, int] = {}

    def encode(self, names: list[str]) -> Codes:
        """Numbers of names; a new name gets the next number."""
        for name in sorted(set(names).difference(self._codes)):
            self._codes[name] = len(self.names)
            self.names.append(name)
        return np.fromiter(map(self._codes.__getitem__, names), np.int32, len(names))

    def chosen(self, names: Iterable[str]) -> Mask:
        """For each number, whether its name is among these."""
        mask = np.zeros(len(self.names), dtype=np.bool_)
        mask[[self._codes[name] for name in names if name in self._codes]] = True
        return mask

    def ranks(self) -> Ints:
        """For each number, the place of its name in alphabetical order."""
        ranks = np.empty(len(self.names), dtype=np.int64)
        ranks[sorted(range(len(ranks)), key=self.names.__getitem__)] = np.arange(len(ranks))
        return ranks


class Pairs:
    """Further names of statements, beside the columns: joint countries, or targets."""

    def __init__(self, table: str, column: str, names: Names) -> None:
        self.names = names
        self.ids: Ints = np.empty(0, dtype=np.int64)
        self.code: Codes = np.empty(0, dtype=np.int32)
        self._table, self._column = table, column

    def sync(self, connection: sqlite3.Connection, stamp: int, changed: Ints) -> None:
        """Fetch the pairs of the statements that changed after `stamp`."""
        newer = "1" if stamp < 0 else "statement_id IN (SELECT statement_id FROM winner {since})"
        sql = _PAIRS.format(
            table=self._table,
            column=self._column,
            changed=newer.format(since=f"WHERE stamp > {stamp}"),
        )
        row = connection.execute(sql).fetchone()
        ids = numbers(row["ids"])
        keep = ~np.isin(self.ids, changed)
        code = self.names.encode(_words(row["names"], len(ids)))
        ids, code = (
            np.concatenate([self.ids[keep], ids]),
            np.concatenate([self.code[keep], code]),
        )
        # In one order however they came: sums over them agree to the last bit.
        order = np.argsort(ids, kind="stable")
        self.ids, self.code = ids[order], code[order]


class Columns:
    """The columns, all equally long and in order of statement id.

    `state` is VALID, REJECTED or GONE; `day` is NO_DAY for the undated; `stance` is kept to six
    decimals. The columns `kind` to `source` hold numbers of `names[column]`.
    """

    ids: Ints
    article: Ints
    day: Ints
    stance: Floats
    state: NDArray[np.int8]
    official: Mask
    reviewed: Mask
    reprint: Mask
    level: NDArray[np.int8]
    kind: Codes
    act: Codes
    country: Codes
    person: Codes
    role: Codes
    source: Codes

    def __init__(self) -> None:
        self.stamp = -1
        self.names = {column: Names() for column in _NAMES}
        self.joint = Pairs("winner_country", "country", self.names["country"])
        self.targets = Pairs("winner_target", "target", Names())
        self._kept: dict[str, Ints] = {}
        self._masks: dict[Query, Mask] = {}

    def positions(self, ids: Ints) -> Ints:
        """Where in the columns statements stand; ids that are not there are left out."""
        at = np.searchsorted(self.ids, ids)
        inside = at < len(self.ids)
        at = at[inside]
        found: Ints = at[self.ids[at] == ids[inside]]
        return found

    def keep(self, name: str, make: Callable[[], Ints]) -> Ints:
        """What `make` gives, made once and kept until the columns change."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def keep_mask(self, query: Query, make: Callable[[], Mask]) -> Mask:
        """Which statements a query leaves; the latest are kept until the columns change."""
        if query not in self._masks:
            if len(self._masks) >= _MASKS:
                del self._masks[next(iter(self._masks))]
            self._masks[query] = make()
            self._masks[query].flags.writeable = False
        return self._masks[query]

    def sync(self, connection: sqlite3.Connection) -> None:
        """Fetch what changed in the file since the last time."""
        if _clock(connection) == self.stamp:
            return
        connection.execute("SAVEPOINT columns")  # all questions below see one moment
        try:
            stamp = _clock(connection)
            new = _fetch(connection, self.stamp, self.names)
            gone = numbers(
                connection.execute(
                    "SELECT group_concat(statement_id) FROM winner_gone WHERE stamp > ?",
                    (self.stamp,),
                ).fetchone()[0]
            )
            changed = np.concatenate([new["ids"], gone])
            self.joint.sync(connection, self.stamp, changed)
            self.targets.sync(connection, self.stamp, changed)
        finally:
            connection.execute("RELEASE columns")
        if self.stamp < 0:
            self._put(new)
        else:
            self._merge(new)
            self.state[self.positions(np.sort(gone))] = GONE
        self.stamp = stamp
        self._kept.clear()
        self._masks.clear()

    def _put(self, columns: dict[str, NDArray[np.generic]]) -> None:
        for name in _ALL:
            setattr(self, name, columns[name])

    def _merge(self, new: dict[str, NDArray[np.generic]]) -> None:
        fresh = ~np.isin(new["ids"], self.ids)
        at = self.positions(new["ids"].astype(np.int64))
        for name in _ALL:
            getattr(self, name)[at] = new[name][~fresh]
        if fresh.any():
            self._put(
                {name: np.concatenate([getattr(self, name), new[name][fresh]]) for name in _ALL}
            )
            if (np.diff(self.ids) < 0).any():
                order = np.argsort(self.ids, kind="stable")
                self._put({name: getattr(self, name)[order] for name in _ALL})


def _clock(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT stamp FROM clock").fetchone()[0])


def _fetch(
    connection: sqlite3.Connection, stamp: int, names: dict[str, Names]
) -> dict[str, NDArray[np.generic]]:
    changed = "1" if stamp < 0 else f"stamp > {stamp}"
    row = connection.execute(_LISTS.format(changed=changed)).fetchone()
    ids = numbers(row["ids"])
    flags = numbers(row["flags"])
    found: dict[str, NDArray[np.generic]] = {
        "ids": ids,
        "article": numbers(row["article"]),
        "day": numbers(row["day"]),
        "stance": numbers(row["stance"]) / _SCALE,
        "state": (flags & 1).astype(np.int8),
        "official": (flags & 2).astype(np.bool_),
        "reviewed": (flags & 4).astype(np.bool_),
        "reprint": (flags & 64).astype(np.bool_),
        "level": ((flags >> 3 & 7) - 2).astype(np.int8),
    }
    for name in _NAMES:
        found[name] = names[name].encode(_words(row[name], len(ids)))
    if (np.diff(ids) < 0).any():
        order = np.argsort(ids)
        found = {name: column[order] for name, column in found.items()}
    return found
