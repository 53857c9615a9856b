"""Brings a project file to the version this program writes: one function for each version.

`user_version` counts the functions that were applied. Never change one that was released.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlite_utils import Database

from stancedesk.errors import UserError
from stancedesk.store import schema

APPLICATION_ID = 0x53744473  # "StDs", the mark by which a project is told from any other database

Migration = Callable[[Database], None]

TOKENIZER = "unicode61 remove_diacritics 2"


def initial(db: Database) -> None:
    """Version 1: articles, statements, codings, winners, undo log and full-text search."""
    db.executescript(schema.VERSION_1)
    db.table("statement").enable_fts(["text"], create_triggers=True, tokenize=TOKENIZER)
    db.table("article").enable_fts(["title", "text"], create_triggers=True, tokenize=TOKENIZER)


def languages(db: Database) -> None:
    """Version 2: the language of an article; what is not English is kept and not analysed."""
    db.execute("ALTER TABLE article ADD COLUMN language TEXT NOT NULL DEFAULT ''")


def reprints(db: Database) -> None:
    """Version 3: of which article one is a reprint, and the keys by which reprints are found."""
    for statement in schema.VERSION_3:
        db.execute(statement)


def sources(db: Database) -> None:
    """Version 4: feeds with their entries, watched folders with their files."""
    for statement in schema.VERSION_4:
        db.execute(statement)


def kept_columns(db: Database) -> None:
    """Version 5: a place for the columns of the winners, so that a large project opens at once."""
    for statement in schema.VERSION_5:
        db.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (initial, languages, reprints, sources, kept_columns)


def version(db: Database) -> int:
    """How many migrations the file has seen."""
    return int(db.conn.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Apply what is missing, each in a transaction of its own; return how many were applied.

    Raises:
        UserError: The file was written by a newer program.
    """
    at = version(db)
    if at > len(migrations):
        raise UserError(
            f"This project was written by a newer StanceDesk (format {at}, this one knows "
            f"{len(migrations)}).",
            "Update StanceDesk to open it.",
        )
    for number, migration in enumerate(migrations[at:], start=at + 1):
        _apply(db, migration, number)
    return len(migrations) - at


def _apply(db: Database, migration: Migration, number: int) -> None:
    # Foreign keys can only be switched outside a transaction; a migration may rebuild tables.
    db.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            migration(db)
            broken = db.conn.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise sqlite3.IntegrityError(f"migration {number} breaks a reference: {broken[0]}")
            db.conn.execute(f"PRAGMA user_version = {number}")
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        db.conn.execute("PRAGMA foreign_keys = ON")


def backup(db: Database, path: Path) -> Path:
    """Copy the whole project beside itself before a migration; return the copy's path.

    An earlier copy of the same version is kept, since it is nearer to what the older program left.
    """
    target = path.with_name(f"{path.name}.v{version(db)}.backup")
    if target.exists():
        return target
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    copy = sqlite3.connect(part)
    try:
        db.conn.backup(copy)
    finally:
        copy.close()
    part.replace(target)
    return target
