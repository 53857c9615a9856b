"""Opening, creating and checking a project, one `.stance` file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from stancedesk.core.model import Change
from stancedesk.errors import UserError
from stancedesk.store import migrations, winners
from stancedesk.store.articles import ArticleReader, ArticleWriter
from stancedesk.store.codings import CodingReader
from stancedesk.store.connection import check_header, connect, telling
from stancedesk.store.events import EventReader, EventWriter
from stancedesk.store.exchange import ExchangeReader, ExchangeWriter
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
    "statements": "SELECT count(*) FROM winner WHERE valid = 1",
    "reviewed": "SELECT count(*) FROM winner WHERE valid = 1 AND reviewed = 1",
    "rejected": "SELECT count(*) FROM winner WHERE valid = 0",
    "countries": "SELECT count(DISTINCT country) FROM winner WHERE valid = 1 AND country > ''",
    "persons": "SELECT count(DISTINCT person) FROM winner WHERE valid = 1 AND person > ''",
    "runs": "SELECT count(*) FROM run",
    "events": "SELECT count(*) FROM event",
}

_OUTSIDE = """
SELECT count(*) FROM statement JOIN article ON article.id = statement.article_id,
    json_each(statement.content) AS span
WHERE json_extract(span.value, '$[0]') < 0
    OR json_extract(span.value, '$[0]') >= json_extract(span.value, '$[1]')
    OR json_extract(span.value, '$[1]') > length(article.text)
"""


class Reader(ArticleReader, ExchangeReader, CodingReader, EventReader, RunReader, StatementReader):
    """A project to be read only, from a thread of its own while others write."""

    def reader(self) -> Reader:
        """Another connection that only reads; call it in the thread that will use it."""
        return Reader(self.path, connect(self.path, read_only=True))

    def counts(self) -> dict[str, int]:
        """How much there is: articles, undated, analysed, reprints, statements, reviewed ..."""
        return {name: self._value(sql) for name, sql in _COUNTS.items()}


class Project(Reader, ArticleWriter, RunWriter, ExchangeWriter, EventWriter):
    """A project to be read and written; it belongs to the thread that opened it.

    A second thread that writes opens the file again; each waits for the other's transactions.
    """

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Make a new, empty project.

        Raises:
            UserError: The file is there already, or its folder cannot be written.
        """
        file = Path(path)
        if file.exists():
            raise UserError(f"{file} is there already.", "Open it, or choose another name.")
        if not file.parent.is_dir():
            raise UserError(f"There is no folder {file.parent}.", "Create it first.")
        try:
            project = cls(file, connect(file))
            with telling(file):
                migrations.migrate(project.db)
                # Into the file itself, where others that open it look for the header.
                project.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except BaseException:
            for suffix in ("", "-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)
            raise
        return project

    @classmethod
    def open(cls, path: str | Path, known: Sequence[Migration] = MIGRATIONS) -> Self:
        """Open a project; an older one is copied beside itself, then brought up to date.

        Raises:
            UserError: It is missing, damaged, no project, or written by a newer program.
        """
        file = Path(path)
        check_header(file)
        db = connect(file)
        try:
            with telling(file):
                if migrations.version(db) < len(known):
                    migrations.backup(db, file)
                migrations.migrate(db, known)
            project = cls(file, db)
            missing = _TABLES - set(db.table_names())
            if missing:
                raise UserError(
                    f"{file.name} is damaged: the table “{min(missing)}” is missing.",
                    "Go back to a backup copy of it.",
                )
        except BaseException:
            db.close()
            raise
        return project

    @classmethod
    def open_or_create(cls, path: str | Path) -> Self:
        """Open a project, or make it if there is none."""
        return cls.open(path) if Path(path).exists() else cls.create(path)

    def rebuild_winners(self) -> Change:
        """Find out anew for every statement which coding counts."""
        with self.transaction() as connection:
            winners.rebuild(connection)
        return Change(everything=True)

    def integrity(self) -> list[str]:
        """What is wrong with the file, in sentences; empty for a sound project."""
        connection = self.db.conn
        found: list[str] = []
        try:
            found += [
                f"SQLite: {row[0]}"
                for row in connection.execute("PRAGMA integrity_check")
                if row[0] != "ok"
            ]
            found += [
                f"A row of {row[0]} refers to a row of {row[2]} that is not there."
                for row in connection.execute("PRAGMA foreign_key_check")
            ]
            return found + self._astray(connection)
        except (sqlite3.DatabaseError, UserError) as error:
            return [*found, f"SQLite: {error}. Go back to a backup copy of the project."]

    def _astray(self, connection: sqlite3.Connection) -> list[str]:
        """What our own tables say of each other."""
        found = []
        if n := winners.stale(connection):
            found.append(f"{n} winning codings are out of date; rebuild them.")
        if n := self._value(_OUTSIDE):
            found.append(f"{n} spans lie outside the text of their article.")
        for table in ("statement", "article"):
            try:
                connection.execute(
                    f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError:
                found.append(f"The full-text index of {table} differs from the table.")
        return found
