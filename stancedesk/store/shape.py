"""Whether a project has the tables and columns that its version says: damage to their text shows.

The text of a table's definition stands in the file like any other; a letter changed there renames a
column, and every question that asks for it would fail as a bug of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache

from sqlite_utils import Database

from stancedesk.store import migrations
from stancedesk.store.migrations import Migration

_COLUMNS = """
SELECT made.name, field.name FROM sqlite_schema AS made, pragma_table_info(made.name) AS field
WHERE made.type IN ('table', 'view')
"""


def lacking(connection: sqlite3.Connection, known: Sequence[Migration]) -> list[str]:
    """What is missing of the tables and columns after these migrations, in sentences.

    Tables and columns that somebody added do no harm.
    """
    try:
        there = _columns(connection)
    except sqlite3.OperationalError as error:  # a view asks for what is not there
        return [f"The definition of a table is damaged: {error}."]
    return [
        f"The column “{column}” of the table “{table}” is missing."
        for table, column in sorted(_expected(tuple(known)) - there)
    ]


@cache
def _expected(known: tuple[Migration, ...]) -> frozenset[tuple[str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        migrations.migrate(Database(connection), known)
        return _columns(connection)
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    return frozenset((str(table), str(column)) for table, column in connection.execute(_COLUMNS))
