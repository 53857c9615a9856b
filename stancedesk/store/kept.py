"""The columns of the winners kept in the file, so that a large project opens at once.

To read a million winners row by row takes SQLite seconds; their columns, packed, are twenty
megabytes that are read in a tenth of one. What is kept is a copy as of a stamp: a reader takes it
and asks for what is newer. It is written anew when much has changed, so that the cost of writing
stays in proportion to what was added. A copy that is damaged, or that does not fit the table, is
passed over: everything is then read from the table.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

SEPARATOR = "\x1f"
SHARE = 10
"""Written anew when more than a tenth of the winners is newer ..."""
LEAST = 10_000
"""... and so many at least: fewer are read from the table in no time."""

_TEXT, _NAMES = "text", " names"
_STEPS = frozenset({"ids", "article", "joint ids", "targets ids"})  # mostly one more than before
_FORMS = tuple(np.dtype(f"<i{width}") for width in (1, 2, 4, 8))


@dataclass(frozen=True, slots=True)
class Copy:
    """Columns as of a stamp: whole numbers and lists of names, by name."""

    stamp: int
    numbers: dict[str, Numbers]
    names: dict[str, list[str]]


def read(connection: sqlite3.Connection) -> Copy | None:
    """The copy in the file; None where there is none, or one that is damaged or cut short."""
    rows = connection.execute("SELECT name, stamp, form, crc, body FROM kept").fetchall()
    if not rows:
        return None
    found = Copy(int(rows[0]["stamp"]), {}, {})
    for row in rows:
        body = row["body"]
        if row["stamp"] != found.stamp or zlib.crc32(body) != row["crc"]:
            return None
        name = str(row["name"])
        if row["form"] == _TEXT:
            found.names[name.removesuffix(_NAMES)] = body.decode("utf-8").split(SEPARATOR)[:-1]
        else:
            values = np.frombuffer(body, row["form"]).astype(np.int64)
            found.numbers[name] = np.cumsum(values) if name in _STEPS else values
    return found


def write(connection: sqlite3.Connection, copy: Copy) -> None:
    """Put a copy in the place of the one in the file, in the transaction that is open."""
    connection.execute("DELETE FROM kept")
    rows = [_packed(name, values) for name, values in copy.numbers.items()]
    rows += [
        (name + _NAMES, _TEXT, "".join(each + SEPARATOR for each in names).encode("utf-8"))
        for name, names in copy.names.items()
    ]
    connection.executemany(
        "INSERT INTO kept (name, stamp, form, crc, body) VALUES (?, ?, ?, ?, ?)",
        ((name, copy.stamp, form, zlib.crc32(body), body) for name, form, body in rows),
    )


def _packed(name: str, values: Numbers) -> tuple[str, str, bytes]:
    if name in _STEPS:
        values = np.diff(values, prepend=0)
    low, high = (int(values.min()), int(values.max())) if values.size else (0, 0)
    form = next(f for f in _FORMS if np.iinfo(f).min <= low and high <= np.iinfo(f).max)
    return name, form.str, values.astype(form).tobytes()


def outdated(connection: sqlite3.Connection, least: int = LEAST) -> bool:
    """Whether so much is newer than the copy that it should be written anew."""
    row = connection.execute("SELECT stamp FROM kept LIMIT 1").fetchone()
    stamp = -1 if row is None else int(row[0])
    limit = max(least, _length(connection) // SHARE)
    newer = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM winner WHERE stamp > ? LIMIT ?)", (stamp, limit)
    ).fetchone()
    return int(newer[0]) >= limit


def forget(connection: sqlite3.Connection) -> None:
    """Take the copy out of the file."""
    connection.execute("DELETE FROM kept")


def _length(connection: sqlite3.Connection) -> int:
    # Ids are given in order, so the largest says about how many there are, at once.
    return int(connection.execute("SELECT ifnull(max(statement_id), 0) FROM winner").fetchone()[0])
