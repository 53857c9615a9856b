"""All winners as columns in memory, kept in step with the file.

A facet or a chart over a million statements takes SQLite 0.3 to 2 seconds, most of it spent on
turning columns into rows and back; numpy takes some milliseconds. The columns are read once, from
the copy that the file keeps (`kept`), afterwards only what has a newer stamp.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Query
from stancedesk.store import kept
from stancedesk.store.encoded import Codes, Ints, Mask, Names, Pairs, numbers, words
from stancedesk.store.selected import Selected

Floats = NDArray[np.float64]
Key = TypeVar("Key")
Made = TypeVar("Made")

NO_DAY = -(2**31)
REJECTED, VALID, GONE = 0, 1, 2

_SELECTED = 12  # up to nine megabytes each for a million statements
_FOUND = 4

_SCALE = 1_000_000  # whole numbers come five times as fast as real ones
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


class Columns:
    """The columns, all equally long and in order of statement id.

    `state` is VALID, REJECTED or GONE; `day` is NO_DAY for the undated; `stance` is kept to six
    decimals. The columns `kind` to `source` hold numbers of `names[column]`.

    Args:
        from_table: Pass over the copy in the file.
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

    def __init__(self, *, from_table: bool = False) -> None:
        self._from_table = from_table
        self._clear()

    def _clear(self) -> None:
        self.stamp = -1
        self.names = {column: Names() for column in _NAMES}
        self.joint = Pairs("winner_country", "country", self.names["country"])
        self.targets = Pairs("winner_target", "target", Names())
        self._forget()

    def _forget(self) -> None:
        """What follows from the columns is to be made anew."""
        self._kept: dict[str, Any] = {}
        self._selected: dict[Query, Selected] = {}
        self._found: dict[str, Ints] = {}

    def positions(self, ids: Ints) -> Ints:
        """Where in the columns statements stand; ids that are not there are left out."""
        at = np.searchsorted(self.ids, ids)
        inside = at < len(self.ids)
        at = at[inside]
        found: Ints = at[self.ids[at] == ids[inside]]
        return found

    def codes(self, name: str) -> Codes:
        """The column of a name, as numbers of `names[name]`."""
        codes: Codes = getattr(self, name)
        return codes

    def ranks(self, name: str) -> Ints:
        """For each number of a name, its place in alphabetical order."""
        return self.keep(f"ranks {name}", self.names[name].ranks)

    def alphabetical(self, name: str) -> Ints:
        """The numbers of a name in alphabetical order."""
        return self.keep(f"alphabetical {name}", lambda: np.argsort(self.ranks(name)))

    def millionths(self) -> Ints:
        """Stances as whole numbers."""
        return np.rint(self.stance * _SCALE).astype(np.int64)

    def keep(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once and kept until the columns change."""
        if name not in self._kept:
            self._kept[name] = make()
        made: Made = self._kept[name]
        return made

    def keep_selected(self, query: Query, make: Callable[[], Mask]) -> Selected:
        """What a query selects; the latest are kept until the columns change."""
        return _latest(self._selected, query, _SELECTED, lambda: Selected(make()))

    def keep_found(self, words: str, make: Callable[[], Ints]) -> Ints:
        """Rows that a search finds; the latest are kept until the columns change."""
        return _latest(self._found, words, _FOUND, make)

    def sync(self, connection: sqlite3.Connection) -> None:
        """Fetch what changed in the file since the last time."""
        if _clock(connection) == self.stamp:
            return
        connection.execute("SAVEPOINT columns")  # all questions below see one moment
        try:
            if self.stamp < 0:
                self._restore(connection)
            self._follow(connection)
        finally:
            connection.execute("RELEASE columns")
        self._forget()

    def _restore(self, connection: sqlite3.Connection) -> None:
        """Begin with the copy in the file, if it fits the table."""
        copy = None if self._from_table else kept.read(connection)
        if copy is None or copy.stamp > _clock(connection):
            return
        self._unpack(copy)
        self._follow(connection)
        there = int(connection.execute("SELECT count(*) FROM winner").fetchone()[0])
        if there != np.count_nonzero(self.state != GONE):  # changed by another program
            self._clear()

    def _follow(self, connection: sqlite3.Connection) -> None:
        """Fetch what is newer than the stamp."""
        stamp = _clock(connection)
        if stamp == self.stamp:
            return
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
        if self.stamp < 0:
            self._put(new)
        else:
            self._merge(new)
            self.state[self.positions(np.sort(gone))] = GONE
        self.stamp = stamp

    def packed(self) -> kept.Copy:
        """A copy to be kept in the file."""
        there = self.state != GONE
        found: dict[str, Ints] = {
            name: getattr(self, name)[there].astype(np.int64)
            for name in ("ids", "article", "day", *_NAMES)
        }
        found["stance"] = self.millionths()[there]
        found["flags"] = (
            self.state.astype(np.int64)
            + 2 * self.official
            + 4 * self.reviewed
            + 8 * (self.level.astype(np.int64) + 2)
            + 64 * self.reprint
        )[there]
        for name, pairs in (("joint", self.joint), ("targets", self.targets)):
            found[f"{name} ids"], found[name] = pairs.ids, pairs.code.astype(np.int64)
        names = {name: self.names[name].names for name in _NAMES}
        return kept.Copy(self.stamp, found, names | {"targets": self.targets.names.names})

    def _unpack(self, copy: kept.Copy) -> None:
        for name in _NAMES:
            self.names[name].put(copy.names[name])
        self.targets.names.put(copy.names["targets"])
        columns = _typed(copy.numbers)
        columns |= {name: copy.numbers[name].astype(np.int32) for name in _NAMES}
        self._put(columns)
        for name, pairs in (("joint", self.joint), ("targets", self.targets)):
            pairs.ids = copy.numbers[f"{name} ids"]
            pairs.code = copy.numbers[name].astype(np.int32)
        self.stamp = copy.stamp

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


def _latest(kept: dict[Key, Made], key: Key, most: int, make: Callable[[], Made]) -> Made:
    if key not in kept:
        if len(kept) >= most:
            del kept[next(iter(kept))]
        kept[key] = make()
    return kept[key]


def _clock(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT stamp FROM clock").fetchone()[0])


def _fetch(
    connection: sqlite3.Connection, stamp: int, names: dict[str, Names]
) -> dict[str, NDArray[np.generic]]:
    changed = "1" if stamp < 0 else f"stamp > {stamp}"
    row = connection.execute(_LISTS.format(changed=changed)).fetchone()
    listed = {name: numbers(row[name]) for name in ("ids", "article", "day", "stance", "flags")}
    found, ids = _typed(listed), listed["ids"]
    for name in _NAMES:
        found[name] = names[name].encode(words(row[name], len(ids)))
    if (np.diff(ids) < 0).any():
        order = np.argsort(ids)
        found = {name: column[order] for name, column in found.items()}
    return found


def _typed(listed: dict[str, Ints]) -> dict[str, NDArray[np.generic]]:
    """The columns that are no names, as they are used, from whole numbers."""
    flags = listed["flags"]
    return {
        "ids": listed["ids"],
        "article": listed["article"],
        "day": listed["day"],
        "stance": listed["stance"] / _SCALE,
        "state": (flags & 1).astype(np.int8),
        "official": (flags & 2).astype(np.bool_),
        "reviewed": (flags & 4).astype(np.bool_),
        "reprint": (flags & 64).astype(np.bool_),
        "level": ((flags >> 3 & 7) - 2).astype(np.int8),
    }


def keep(connection: sqlite3.Connection, least: int = kept.LEAST) -> None:
    """Write the copy in the file anew if much has changed; call it in a transaction.

    Args:
        connection: The project's.
        least: Fewer changes than these are left to the next time.
    """
    if kept.outdated(connection, least):
        columns = Columns()
        columns.sync(connection)
        kept.write(connection, columns.packed())


def copy_differs(connection: sqlite3.Connection) -> bool:
    """Whether the copy in the file, with what is newer, says other than the table."""
    if kept.read(connection) is None:
        return False
    copied, read = Columns(), Columns(from_table=True)
    copied.sync(connection)
    read.sync(connection)
    one, two = copied.packed(), read.packed()
    return any(not np.array_equal(_spelt(one, name), _spelt(two, name)) for name in one.numbers)


def _spelt(copy: kept.Copy, name: str) -> NDArray[np.generic]:
    """A column with names in place of their numbers, which depend on what came first."""
    names = copy.names.get("country" if name == "joint" else name)
    values = copy.numbers[name]
    return values if names is None else np.array(names, dtype=object)[values]
