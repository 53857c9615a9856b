"""Every migration, and what happens around them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from stancedesk.errors import UserError
from stancedesk.store import Project, migrations
from stancedesk.store.migrations import MIGRATIONS
from tests.store.examples import coded_article


def add_language(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN language TEXT NOT NULL DEFAULT 'en'")


def fail_half_way(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN language TEXT")
    raise sqlite3.OperationalError("broken")


def orphan(db: Database) -> None:
    db.execute("DELETE FROM article")


def columns(path: Path, table: str) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    finally:
        connection.close()


def test_initial_makes_strict_tables_search_and_a_view(project: Project) -> None:
    strict = {table.name for table in project.db.tables if table.strict}
    assert {"article", "statement", "coding", "coder", "run", "winner", "event"} <= strict
    assert project.db["statement"].detect_fts() == "statement_fts"
    assert project.db["article"].detect_fts() == "article_fts"
    assert project.db.view_names() == ["statements"]
    assert migrations.version(project.db) == 1


def test_an_older_file_is_copied_then_brought_up_to_date(path: Path) -> None:
    with Project.create(path) as project:
        coded_article(project)
    with Project.open(path, (*MIGRATIONS, add_language)) as project:
        assert migrations.version(project.db) == len(MIGRATIONS) + 1
        assert project.counts()["statements"] == 1
        assert project.integrity() == []
    copy = path.with_name(f"{path.name}.v{len(MIGRATIONS)}.backup")
    assert "language" in columns(path, "article")
    assert "language" not in columns(copy, "article")
    with Project.open(copy) as old:
        assert old.counts()["statements"] == 1


def test_an_up_to_date_file_is_not_copied(path: Path) -> None:
    Project.create(path).close()
    Project.open(path).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    with Project.create(path) as project:
        coded_article(project)
    with pytest.raises(sqlite3.OperationalError):
        Project.open(path, (*MIGRATIONS, add_language, fail_half_way))
    with Project.open(path, (*MIGRATIONS, add_language)) as project:
        assert project.counts()["statements"] == 1


def test_a_migration_that_breaks_references_is_rolled_back(path: Path) -> None:
    with Project.create(path) as project:
        coded_article(project)
    with pytest.raises(sqlite3.IntegrityError, match="breaks a reference"):
        Project.open(path, (*MIGRATIONS, orphan))
    with Project.open(path) as project:
        assert project.article_count() == 1


def test_a_newer_file_is_refused_and_not_touched(path: Path) -> None:
    Project.create(path).close()
    Project.open(path, (*MIGRATIONS, add_language)).close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer StanceDesk"):
        Project.open(path)
    assert path.read_bytes() == before
