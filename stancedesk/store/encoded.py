"""Names as numbers, and lists of either as SQLite gives them fastest: in one text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Codes = NDArray[np.int32]
Mask = NDArray[np.bool_]

_SEPARATOR = "\x1f"
_WORD = 62  # bits

_PAIRS = """
SELECT group_concat(statement_id) AS ids, group_concat({column}, char(31)) AS names
FROM {table} WHERE {changed}
"""


def numbers(text: str | None) -> Ints:
    """Whole numbers from a list with commas; none from None."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


def words(text: str | None, n: int) -> list[str]:
    """The `n` names of a list with separators."""
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

    def put(self, names: list[str]) -> None:
        """Take over names with their numbers."""
        self.names = list(names)
        self._codes = {name: code for code, name in enumerate(names)}

    def ranks(self) -> Ints:
        """For each number, the place of its name in alphabetical order."""
        ranks = np.empty(len(self.names), dtype=np.int64)
        ranks[sorted(range(len(ranks)), key=self.names.__getitem__)] = np.arange(len(ranks))
        return ranks


def order_of(*keys: Ints) -> Ints:
    """Places in the order of keys, the most significant first; equal ones stay as they are.

    Keys whose ranges fit are sorted as one number together with the place: vector instructions
    make that ten times as fast as sorting places by one key after the other.
    """
    n = len(keys[0])
    if not n:
        return np.empty(0, dtype=np.int64)
    lows = [int(key.min()) for key in keys]
    bits = [(int(key.max()) - low).bit_length() for key, low in zip(keys, lows, strict=True)]
    place = (n - 1).bit_length()
    if sum(bits) + place > _WORD:
        return np.lexsort(keys[::-1]).astype(np.int64)
    packed = np.zeros(n, dtype=np.int64)
    for key, low, width in zip(keys, lows, bits, strict=True):
        packed <<= width
        packed |= key - low
    packed <<= place
    packed |= np.arange(n)
    packed.sort()
    packed &= (1 << place) - 1
    return packed


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
        code = self.names.encode(words(row["names"], len(ids)))
        ids, code = (
            np.concatenate([self.ids[keep], ids]),
            np.concatenate([self.code[keep], code]),
        )
        # In one order however they came: sums over them agree to the last bit.
        order = np.argsort(ids, kind="stable")
        self.ids, self.code = ids[order], code[order]
