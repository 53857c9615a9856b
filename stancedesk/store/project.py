"""Opening, creating and checking a project, one `.stance` file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from stancedesk.core.model import Change
from stancedesk.errors import UserError
from stancedesk.store import backup, columns, kept, migrations, shape, verification, winners
from stancedesk.store.articles import ArticleReader, ArticleWriter
from stancedesk.store.codings import CodingReader
from stancedesk.store.connection import check_header, connect, impatient, is_there, telling
from stancedesk.store.events import EventReader, EventWriter
from stancedesk.store.exchange import ExchangeReader, ExchangeWriter
from stancedesk.store.feeds import FeedReader, FeedWriter
from stancedesk.store.folders import FolderReader, FolderWriter
from stancedesk.store.migrations import MIGRATIONS, Migration
from stancedesk.store.queries import StatementReader
from stancedesk.store.runs import RunReader, RunWriter

_TABLES = {"article", "statement", "coding", "coder", "winner", "run", "event", "change", "state"}

_COUNTS = {
    "articles": "SELECT count(*) FROM article",
    "undated": "SELECT count(*) FROM article WHERE published IS NULL",
    "analysed": "SELECT count(*) FROM article WHERE run_id IS NOT NULL",
    "other_language": "SELECT count(*) FROM article WHERE language NOT IN ('', 'en')",
    "reprints": "SELECT count(*) FROM article WHERE duplicate_of IS NOT NULL",
    "runs": "SELECT count(*) FROM run",
    "events": "SELECT count(*) FROM event",
}
_ORDER = (
    *("articles", "undated", "analysed", "other_language", "reprints", "statements"),
    *("reviewed", "rejected", "countries", "persons", "runs", "events"),
)


class Reader(
    ArticleReader, ExchangeReader, CodingReader, EventReader, FeedReader, FolderReader, RunReader,
    StatementReader,
):  # fmt: skip
    """A project to be read only, from a thread of its own while others write."""

    _counted: tuple[tuple[int, int], dict[str, int]] | None = None

    def reader(self) -> Reader:
        """Another connection that only reads; call it in the thread that will use it."""
        return Reader(self.path, connect(self.path, read_only=True))

    def table_names(self) -> list[str]:
        """All tables but those of full-text search."""
        rows = self._all(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_fts*'"
            " ORDER BY name"
        )
        return [str(row[0]) for row in rows]

    def counts(self) -> dict[str, int]:
        """How much there is: articles, undated, analysed, reprints, statements, reviewed ..."""
        # Counted anew only when this connection or another has written.
        moment = self._value("PRAGMA data_version"), self.db.conn.total_changes
        if self._counted is not None and self._counted[0] == moment:
            return dict(self._counted[1])
        found = {name: self._value(sql) for name, sql in _COUNTS.items()} | self.totals()
        counts = {name: found[name] for name in _ORDER}
        if not self.db.conn.in_transaction:  # which may be rolled back
            self._counted = moment, counts
        return dict(counts)


class Project(
    Reader, ArticleWriter, RunWriter, ExchangeWriter, EventWriter, FeedWriter, FolderWriter
):
    """A project to be read and written; it belongs to the thread that opened it.

    A second thread that writes opens the file again; each waits for the other's transactions.
    """

    known_sound = False
    """Whether the whole file has been looked through and found sound."""

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make a new, empty project.

        Raises:
            UserError: The file is there already, or its folder cannot be written.
        """
        file = Path(path)
        if is_there(file):
            raise UserError(f"{file} is there already.", "Open it, or choose another name.")
        if not file.parent.is_dir():
            raise UserError(f"There is no folder {file.parent}.", "Create it first.")
        # Made under another name: killed half-way, it must not be taken for a project.
        part = file.with_name(file.name + ".part")
        try:
            _remove(part)
            made = connect(part)
            try:
                with telling(file):
                    migrations.migrate(made)
                    # Into the file itself, where others that open it look for the header.
                    made.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                made.close()
            part.replace(file)
        except BaseException:
            _remove(part)
            raise
        return cls(file, connect(file))

    @classmethod
    def open(
        cls, path: str | Path, known: Sequence[Migration] = MIGRATIONS, *, check: bool = True
    ) -> Self:
        """Open a project; an older one is copied beside itself, then brought up to date.

        Args:
            path: Its file.
            known: The migrations of this program.
            check: Whether to look through the file, if it is not large (`verification`).

        Raises:
            DamagedProject: It is damaged.
            UserError: It is missing, no project, or written by a newer program.
        """
        file = Path(path)
        check_header(file)
        db = connect(file)
        try:
            with telling(file):
                if migrations.version(db) < len(known):
                    migrations.backup(db, file)
                try:
                    migrations.migrate(db, known)
                except sqlite3.OperationalError as error:
                    # All is there already: the file says that it is older than it is.
                    if known is not MIGRATIONS or shape.lacking(db.conn, known):
                        raise
                    raise verification.damaged(file, [f"{error}."]) from error
                missing = _TABLES - set(db.table_names())
                if missing:
                    raise verification.damaged(file, [f"The table “{min(missing)}” is missing."])
                if found := shape.lacking(db.conn, known):
                    raise verification.damaged(file, found)
            project = cls(file, db)
            if check and len(known) >= len(MIGRATIONS):
                with telling(file):
                    project.known_sound = verification.at_opening(db.conn, file)
                project._keep_columns()
        except BaseException:
            db.close()
            raise
        return project

    @classmethod
    def open_or_create(cls, path: str | Path) -> Self:
        """Open a project, or make it if there is none."""
        return cls.open(path) if is_there(Path(path)) else cls.create(path)

    def _keep_columns(self) -> None:
        """Write the copy of the columns where an older program, or a stopped one, left none."""
        # Only the next start is slower without it.
        with contextlib.suppress(UserError):
            if kept.outdated(self.db.conn):
                with impatient(self.db.conn), self.transaction() as connection:
                    columns.keep(connection)

    def rebuild_winners(self) -> Change:
        """Find out anew for every statement which coding counts."""
        with self.transaction() as connection:
            winners.rebuild(connection)
        return Change(everything=True)

    def integrity(self, stop: Callable[[], bool] | None = None) -> list[str]:
        """What is wrong with the file, in sentences; empty for a sound project.

        Args:
            stop: Asked now and then whether to give up.

        Raises:
            Cancelled: It was told to stop.
            UserError: Another program kept it from looking.
        """
        with telling(self.path), verification.stoppable(self.db.conn, stop):
            found = verification.problems(self.db.conn)
        self.known_sound = not found
        return found

    def repair(self) -> list[str]:
        """Make anew what articles and codings give, as they are; return what is still wrong."""
        with self.transaction() as connection:
            verification.repair(connection)
        return self.integrity()

    def keep_backup(self) -> Path | None:
        """Copy the project beside itself if it is known to be sound and has changed.

        Returns:
            The copy; None where none was made (`backup.keep`).
        """
        if not self.known_sound or not self.article_count():
            return None
        return backup.keep(self.db.conn, self.path)

    @classmethod
    def restore(cls, path: str | Path) -> Path | None:
        """Put the backup in the place of a project; nobody may have it open.

        Returns:
            Where the project that was there is now; None if there was none.

        Raises:
            UserError: There is no backup, it is damaged too, or the folder cannot be written.
        """
        return backup.put_back(Path(path), _check_copy)


def _check_copy(copy: Path) -> None:
    """Look through a copy without bringing it up to date."""
    check_header(copy)
    with telling(copy), contextlib.closing(connect(copy)) as db:
        same = migrations.version(db) == len(MIGRATIONS)
        found = (verification.problems if same else verification.structure)(db.conn)
    if found:
        raise UserError(f"The backup is damaged, too: {found[0]}", "Look for a copy elsewhere.")


def _remove(database: Path) -> None:
    """Remove a database file and what SQLite lays beside it, where they are."""
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
