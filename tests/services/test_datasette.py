"""What the metadata for Datasette names is in a project, and what it hides is hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stancedesk.services.datasette import metadata
from stancedesk.store import Project
from tests.store.examples import coded_article


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "crisis.stance") as made:
        coded_article(made, statements=3)
        yield made


@pytest.fixture
def described(project: Project) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(metadata(project)))
    return found


def columns(project: Project, table: str) -> set[str]:
    rows = project.db.conn.execute(f'SELECT name FROM pragma_table_info("{table}")')
    return {str(row[0]) for row in rows}


def test_every_table_column_and_facet_that_is_named_is_there(
    project: Project, described: dict[str, Any]
) -> None:
    tables = described["databases"]["crisis"]["tables"]
    assert {"statements", "article", "coding"} <= set(tables)
    for name, table in tables.items():
        there = columns(project, name)
        assert there, name
        assert set(table.get("columns", {})) <= there, name
        assert set(table.get("facets", [])) <= there, name
        assert set(table.get("units", {})) <= there, name
        single = {table.get(key) for key in ("label_column", "sort", "sort_desc", "fts_pk")}
        assert single - {None} <= there, name
        if "fts_table" in table:
            assert columns(project, table["fts_table"]), name


def test_every_unit_is_defined(described: dict[str, Any]) -> None:
    defined = {line.split(" = ")[0] for line in described["custom_units"]}
    for table in described["databases"]["crisis"]["tables"].values():
        assert set(table.get("units", {}).values()) <= defined


def test_all_but_what_people_read_is_hidden(project: Project, described: dict[str, Any]) -> None:
    tables = described["databases"]["crisis"]["tables"]
    shown = {name for name, table in tables.items() if not table.get("hidden")}
    assert shown == {"statements", "article", "run", "event"}
    assert set(project.table_names()) <= set(tables)


def test_every_column_of_the_view_is_explained(project: Project, described: dict[str, Any]) -> None:
    view = described["databases"]["crisis"]["tables"]["statements"]
    assert set(view["columns"]) == columns(project, "statements")


def test_every_question_can_be_asked(project: Project, described: dict[str, Any]) -> None:
    answers = {
        name: project.db.conn.execute(query["sql"], {"country": "AAA", "words": "border"})
        for name, query in described["databases"]["crisis"]["queries"].items()
    }
    assert [tuple(row) for row in answers["stance_by_month"]] == [("2022-02", 0.4, 3)]
    assert [tuple(row) for row in answers["about_whom"]] == [("BBB", 0.4, 3)]
    assert len(answers["sharpest"].fetchall()) == 3


def test_the_database_says_what_it_holds(described: dict[str, Any]) -> None:
    said = described["databases"]["crisis"]["description"]
    assert said.startswith("3 statements of 1 countries and organisations in 1 articles")
    assert "codebook 1" in said
