"""Every migration, and what happens around them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from stancedesk.core.model import content_hash
from stancedesk.errors import UserError
from stancedesk.store import Project, migrations
from stancedesk.store.connection import connect
from stancedesk.store.migrations import MIGRATIONS
from tests.store.examples import coded_article, fill
from tests.store.test_columns import answers


def add_mood(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


def fail_half_way(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN mood TEXT")
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
    assert migrations.version(project.db) == len(MIGRATIONS)


def test_an_older_file_is_copied_then_brought_up_to_date(path: Path) -> None:
    with Project.create(path) as project:
        coded_article(project)
    with Project.open(path, (*MIGRATIONS, add_mood)) as project:
        assert migrations.version(project.db) == len(MIGRATIONS) + 1
        assert project.counts()["statements"] == 1
        assert project.integrity() == []
    copy = path.with_name(f"{path.name}.v{len(MIGRATIONS)}.backup")
    assert "mood" in columns(path, "article")
    assert "mood" not in columns(copy, "article")
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
        Project.open(path, (*MIGRATIONS, add_mood, fail_half_way))
    with Project.open(path, (*MIGRATIONS, add_mood)) as project:
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
    Project.open(path, (*MIGRATIONS, add_mood)).close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="newer StanceDesk"):
        Project.open(path)
    assert path.read_bytes() == before


def older(path: Path, seen: int) -> None:
    """A file as a program left it that knew only the first migrations."""
    db = connect(path)
    migrations.migrate(db, MIGRATIONS[:seen])
    db.execute(
        "INSERT INTO article (sha256, title, published, date_basis, imported, text)"
        " VALUES (?, 'Old', '2031-03-04', 'text', '2031-03-05T00:00:00Z', 'He said so.')",
        (content_hash("He said so."),),
    )
    db.execute(
        "INSERT INTO statement (article_id, start, kind, content, text)"
        " VALUES (1, 0, 'direct', '[[0, 2]]', 'He')"
    )
    db.execute("INSERT INTO coder (name, human) VALUES ('A', 1)")
    db.execute(
        "INSERT INTO coding (statement_id, coder_id, created, valid, speaker_text, official,"
        " stance, level, act, tone, confidence)"
        " VALUES (1, 1, '2031-03-05', 1, 'He', 0, 0.5, 1, 'inform', 0, 1)"
    )
    db.execute(
        "INSERT INTO winner (statement_id, coding_id, article_id, valid, reviewed, official, day,"
        " stance, level, kind, act, country, person, role, source, tone, confidence, stamp) VALUES"
        " (1, 1, 1, 1, 1, 0, 22342, 0.5, 1, 'direct', 'inform', '', '', '', '', 0, 1, 0)"
    )
    db.close()


def test_languages_leaves_the_language_of_older_articles_open(path: Path) -> None:
    older(path, 1)
    with Project.open(path, MIGRATIONS[:2]) as project:
        assert [row["language"] for row in project.db["article"].rows] == [""]
        assert project.db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_reprints_makes_no_older_article_a_reprint_and_keeps_its_statements(path: Path) -> None:
    older(path, 2)
    with Project.open(path) as project:
        assert project.article(1).duplicate_of is None
        assert project.count() == 1
        assert project.articles_with_keys([1, 2, 3], 5) == []
        assert project.integrity() == []


def test_sources_gives_an_older_project_no_feed_and_no_folder(path: Path) -> None:
    older(path, 3)
    with Project.open(path) as project:
        assert (project.feeds(), project.folders()) == ([], [])
        assert project.count() == 1
        assert project.integrity() == []


def test_kept_columns_leaves_the_figures_of_an_older_project_as_they_were(path: Path) -> None:
    with Project.create(path) as project:
        fill(project, Random(3), articles=6, each=5)
        expected = answers(project)
        for made in ("TABLE kept", "TRIGGER kept_is_old", "INDEX article_language"):
            project.db.execute(f"DROP {made}")
        project.db.execute("PRAGMA user_version = 4")
    with Project.open(path) as project:
        assert migrations.version(project.db) >= 5
        assert answers(project) == expected
        assert project.integrity() == []
