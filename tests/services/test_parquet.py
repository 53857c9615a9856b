"""Statements as a Parquet table: typed, complete, through a pipe."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from stancedesk.cli import run
from stancedesk.core.model import Query
from stancedesk.services import parquet
from stancedesk.services.export import COLUMNS, write_statements
from stancedesk.services.parquet import write_parquet
from stancedesk.store import Project
from tests.store.examples import fill

pyarrow_parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.stance") as made:
        fill(made, Random(3), articles=6, each=5)
        yield made


def written(project: Project, query: Query = Query()) -> list[dict[str, object]]:  # noqa: B008
    stream = io.BytesIO()
    count = write_parquet(project, query, stream)
    table = pyarrow_parquet.read_table(io.BytesIO(stream.getvalue()))
    rows: list[dict[str, object]] = table.to_pylist()
    assert tuple(table.column_names) == COLUMNS
    assert len(rows) == count
    return rows


def test_the_table_holds_what_the_csv_holds_with_types(project: Project) -> None:
    stream = io.StringIO()
    write_statements(project, Query(), stream)
    stream.seek(0)
    rows = written(project)
    for text, row in zip(csv.DictReader(stream), rows, strict=True):
        assert row["id"] == int(text["id"])
        assert row["date"] == (date.fromisoformat(text["date"]) if text["date"] else None)
        assert row["country"] == (text["country"] or None)
        assert row["targets"] == text["targets"].split()
        assert row["official"] is (text["official"] == "1")
        assert row["level"] == int(text["level"])
        assert row["stance"] == pytest.approx(float(text["stance"]), abs=1e-4)
        assert row["text"] == text["text"]


def test_groups_of_rows_follow_each_other(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(project)
    monkeypatch.setattr(parquet, "GROUP", 7)
    assert written(project) == whole


def test_an_empty_selection_is_a_table_without_rows(project: Project) -> None:
    assert written(project, Query(countries=("ZZZ",))) == []


def test_the_command_writes_to_standard_output(
    project: Project, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["statements", str(project.path), "--format", "parquet"]) == 0
    out, err = capfdbinary.readouterr()
    table = pyarrow_parquet.read_table(io.BytesIO(out))
    assert f"{table.num_rows} statements." in err.decode()


def test_without_pyarrow_the_command_says_what_to_install(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(["statements", str(project.path), "--format", "parquet"]) == 1
    assert 'pip install "stancedesk[parquet]"' in capsys.readouterr().err
