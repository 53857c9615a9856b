"""One connection to a project file, with the settings that every connection needs.

A connection belongs to the thread that made it. Readers see the last commit and never wait for
the writer (write-ahead log); writers wait for each other.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from stancedesk.errors import DamagedProject, UserError, phrase
from stancedesk.store import backup
from stancedesk.store.migrations import APPLICATION_ID

BUSY_SECONDS = 30.0
_CACHE_KIB = 64 * 1024
_MAP_BYTES = 1 << 30

_TELLING = {
    sqlite3.SQLITE_FULL: (
        phrase("The disk is full."),
        phrase("Free some space; nothing was lost."),
    ),
    sqlite3.SQLITE_BUSY: (
        phrase("Another program is writing to the project."),
        phrase("Close it or wait until it has finished, then try again."),
    ),
    sqlite3.SQLITE_LOCKED: (phrase("The project is locked."), phrase("Try again in a moment.")),
    sqlite3.SQLITE_READONLY: (
        phrase("The project cannot be written."),
        phrase("Check that the file and its folder are not write-protected."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        phrase("The project cannot be opened."),
        phrase("Check that its folder exists and may be written to."),
    ),
    sqlite3.SQLITE_IOERR: (
        phrase("The disk reported an error."),
        phrase("Check that the drive is still connected."),
    ),
    sqlite3.SQLITE_NOTADB: (
        phrase("The file is no StanceDesk project."),
        phrase("Choose a .stance file."),
    ),
}


@contextlib.contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the disk or another program did wrong into a sentence for the user.

    Raises:
        UserError: In place of such an error; errors in our SQL surface as they are.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        # We store UTF-8 in the format of today: neither has a code of its own.
        if "Could not decode to UTF-8" in str(error) or "unsupported file format" in str(error):
            code = sqlite3.SQLITE_CORRUPT
        if code == sqlite3.SQLITE_CORRUPT:
            raise _damaged(path) from error
        if code not in _TELLING:
            raise
        message, hint = _TELLING[code]
        raise UserError(f"{path.name}: {message}", hint) from error
    except UnicodeDecodeError as error:  # a message of SQLite that quotes a damaged page
        raise _damaged(path) from error


def _damaged(path: Path) -> DamagedProject:
    return DamagedProject(
        path, f"{path.name} is damaged: a part of it makes no sense.", backup.hint(path)
    )


def is_there(path: Path) -> bool:
    """Whether a file or folder is there.

    Raises:
        UserError: Nobody can know: the name is too long, or its folder may not be entered.
    """
    try:
        return path.exists()
    except OSError as error:
        raise UserError(
            f"{shown(path)} cannot be read: {error.strerror}.", "Check the name and the rights."
        ) from error


def shown(path: Path) -> str:
    """A path for a sentence: the end of one that is too long for it."""
    name = str(path)
    return name if len(name) <= 200 else f"…{name[-199:]}"


def check_header(path: Path) -> None:
    """Make sure that a file is a StanceDesk project before SQLite touches it.

    Raises:
        DamagedProject: It is no project, but lies beside the backup of one.
        UserError: It is missing, unreadable, no SQLite database or another program's.
    """
    hint = "Choose a .stance file."
    if not is_there(path):
        raise UserError(f"There is no project {path}.", "Check the name, or create it.")
    if not path.is_file():
        raise UserError(f"{path} is not a file.", hint)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.", "Check the rights.") from error
    sound = len(head) == 100 and head.startswith(b"SQLite format 3\0")
    if not (sound and int.from_bytes(head[68:72], "big") == APPLICATION_ID) and backup.day(path):
        raise DamagedProject(path, f"{path.name} is damaged at its head.", backup.hint(path))
    if not sound:
        raise UserError(f"{path} is not a StanceDesk project.", hint)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise UserError(f"{path} is a database of another program.", hint)


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Open a database file with write-ahead log, foreign keys and a patient lock.

    Raises:
        UserError: The file is damaged, or cannot be opened or written.
    """
    with telling(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.execute("PRAGMA journal_mode = WAL")
            # With a write-ahead log, NORMAL loses no committed page to a crash of the program.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute(f"PRAGMA mmap_size = {_MAP_BYTES}")
            connection.execute("PRAGMA temp_store = MEMORY")
            if read_only:
                connection.execute("PRAGMA query_only = ON")
            return Database(connection)
        except BaseException:
            connection.close()
            raise


@contextlib.contextmanager
def impatient(connection: sqlite3.Connection) -> Iterator[None]:
    """Wait for no other writer: for writing that can as well be left to the next time."""
    patience = int(connection.execute("PRAGMA busy_timeout").fetchone()[0])
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


class Connection:
    """What all parts of a project share: the file's path and one open database."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self.db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; closing twice does nothing."""
        self.db.close()

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with telling(self.path):
            return self.db.conn.execute(sql, values).fetchall()

    def _one(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        with telling(self.path):
            row: sqlite3.Row | None = self.db.conn.execute(sql, values).fetchone()
            return row

    def _value(self, sql: str, values: Sequence[object] = ()) -> int:
        row = self._one(sql, values)
        return 0 if row is None or row[0] is None else int(row[0])

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all writes inside or none; a transaction inside another joins it.

        Raises:
            UserError: The disk is full, the file is write-protected, another program holds it.
        """
        connection = self.db.conn
        if connection.in_transaction:
            yield connection
            return
        with telling(self.path):
            # Taking the lock at once, a reader that turns writer cannot deadlock with another.
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise
