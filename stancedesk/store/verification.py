"""Whether a project file is sound: its structure, and what its tables say of each other.

SQLite keeps no checksums, but nearly everything that a chart shows stands in a project twice:
winners repeat codings, dates and names; texts have their hash; the full-text index repeats titles
and statements. A letter or figure that was changed from outside makes the two differ.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from stancedesk.core.model import content_hash
from stancedesk.errors import Cancelled, DamagedProject, phrase
from stancedesk.store import backup, columns, winners
from stancedesk.store.connection import impatient

WHOLE = 16 << 20
"""Bytes up to which opening looks through all of a file: about 20 ms of processor time a MB."""

STRUCTURE = 128 << 20
"""Bytes up to which opening looks at the structure of the pages: about 2 ms a MB."""

_OUTSIDE = """
SELECT count(*) FROM statement JOIN article ON article.id = statement.article_id,
    json_each(statement.content) AS span
WHERE json_extract(span.value, '$[0]') < 0
    OR json_extract(span.value, '$[0]') >= json_extract(span.value, '$[1]')
    OR json_extract(span.value, '$[1]') > length(article.text)
"""

_FURTHER = """
WITH computed AS (
    SELECT DISTINCT further.value, winner.statement_id
    FROM winner JOIN coding ON coding.id = winner.coding_id,
        json_each(coding.{list}) AS further
    WHERE {only}
), kept AS (SELECT {column}, statement_id FROM winner_{column})
SELECT (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM computed))
    + (SELECT count(*) FROM (SELECT * FROM computed EXCEPT SELECT * FROM kept))
"""
_COUNTRIES = _FURTHER.format(
    list="countries", column="country", only="further.value <> winner.country"
)
_TARGETS = _FURTHER.format(list="targets", column="target", only="1")

_STEPS = 100_000
"""Steps of SQLite's machine between two questions whether to stop."""

_REPLACED = "\ufffd"  # stands for what SQLite cannot hold; the hash is of the text before that


def at_opening(connection: sqlite3.Connection, path: Path) -> bool:
    """Look through a small file, and at the structure of a middling one.

    Returns:
        Whether all of it was looked through.

    Raises:
        DamagedProject: Something is wrong.
    """
    size = path.stat().st_size
    if size > STRUCTURE:
        return False
    found = problems(connection) if size <= WHOLE else structure(connection, quick=True)
    if found:
        raise damaged(path, found)
    return size <= WHOLE


@contextlib.contextmanager
def stoppable(connection: sqlite3.Connection, stop: Callable[[], bool] | None) -> Iterator[None]:
    """Let a long look be given up.

    Args:
        connection: The open project.
        stop: Asked every few milliseconds whether to give up.

    Raises:
        Cancelled: It was told to.
    """
    connection.set_progress_handler(stop, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_INTERRUPT:
            raise
        raise Cancelled("The look through the project was given up.") from error
    finally:
        connection.set_progress_handler(None, 0)


def damaged(path: Path, found: list[str]) -> DamagedProject:
    """The error that tells of a damaged project and offers its backup."""
    first = found[0].rstrip(".")
    message = f"{path.name} is damaged: {first} (and {len(found) - 1} more)."
    if len(found) == 1:
        message = f"{path.name} is damaged: {first}."
    return DamagedProject(path, message, backup.hint(path))


def problems(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a project, in sentences; empty for a sound one."""
    try:
        found = structure(connection)
        return found + (contents(connection) if not found else [])
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [_in_words(error)]


def structure(connection: sqlite3.Connection, *, quick: bool = False) -> list[str]:
    """What SQLite itself finds wrong: pages, rows, indices (not when quick), references."""
    check = "quick_check" if quick else "integrity_check"
    try:
        found = [
            f"SQLite: {row[0]}" for row in connection.execute(f"PRAGMA {check}") if row[0] != "ok"
        ]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [_in_words(error)]
    if quick or found:
        return found
    return [
        phrase(f"A row of {row[0]} refers to a row of {row[2]} that is not there.")
        for row in connection.execute("PRAGMA foreign_key_check")
    ]


def contents(connection: sqlite3.Connection) -> list[str]:
    """What our own tables say of each other."""
    found = []
    if n := winners.stale(connection):
        found.append(phrase(f"{n} winning codings are out of date or were changed."))
    for sql, words in (
        (
            _COUNTRIES,
            phrase("{n} further countries of statements differ from the codings they come from."),
        ),
        (_TARGETS, phrase("{n} targets of statements differ from the codings they come from.")),
        (_OUTSIDE, phrase("{n} spans lie outside the text of their article.")),
    ):
        if n := int(connection.execute(sql).fetchone()[0]):
            found.append(words.format(n=n))
    if columns.copy_differs(connection):
        found.append(
            phrase("The columns that are kept for counts and charts differ from the winners.")
        )
    if n := _changed_texts(connection):
        found.append(phrase(f"{n} articles have another text than at their import."))
    return found + [
        phrase(f"The full-text index of {table} differs from the table.")
        for table in ("statement", "article")
        if not _index_agrees(connection, table)
    ]


def repair(connection: sqlite3.Connection) -> None:
    """Make anew whatever can be made from articles and codings, which are taken as they are.

    Call it in a transaction. What was changed in them stays changed, so a backup is better.
    """
    connection.execute("REINDEX")
    winners.rebuild(connection)
    for table in ("statement", "article"):
        connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
    rows = connection.execute("SELECT id, sha256, text FROM article").fetchall()
    connection.executemany(
        "UPDATE OR IGNORE article SET sha256 = ? WHERE id = ?",
        [
            (content_hash(text), id_)
            for id_, sha256, text in rows
            if _REPLACED not in text and content_hash(text) != sha256
        ],
    )


def _changed_texts(connection: sqlite3.Connection) -> int:
    rows = connection.execute("SELECT sha256, text FROM article")
    return sum(sha256 != content_hash(text) for sha256, text in rows if _REPLACED not in text)


def _index_agrees(connection: sqlite3.Connection, table: str) -> bool:
    # The check counts as writing. While another program writes, it is left to the next time.
    try:
        with impatient(connection):
            connection.execute(
                f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)"
            )
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise
        return _is_waiting(error)
    return True


def _in_words(error: sqlite3.DatabaseError | UnicodeDecodeError) -> str:
    """What SQLite said of damage; what only kept it from looking is raised again."""
    if isinstance(error, UnicodeDecodeError):
        return phrase("Its text is no longer text.")
    if _is_waiting(error):
        raise error
    return f"SQLite: {error}"


def _is_waiting(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite was kept from looking: busy, read-only or interrupted."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
    )
