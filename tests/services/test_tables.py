"""Columns of tables: said, remembered, asked for, or guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.importers import Columns, Head
from stancedesk.services.ingest import IngestOptions, IngestReport, ingest
from stancedesk.services.tables import Basis
from stancedesk.store import Project
from tests.services.test_ingest import FirstLine

HEADINGS = ("Nr", "Schlagzeile", "Inhalt", "Tag", "Blatt")


def row(number: int) -> tuple[str, ...]:
    return (
        str(number),
        f"Envoys meet for the {number}. time",
        f"Envoys met in hall {number} on Monday and agreed to speak of the toll again in spring.",
        f"2031-03-{number:02}",
        "Hafenpost",
    )


def table(path: Path, *numbers: int, separator: str = ";") -> Path:
    lines = [separator.join(cells) for cells in (HEADINGS, *map(row, numbers))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


SAID = {"title": "schlagzeile", "text": "Inhalt", "date": "Tag", "source": "Blatt"}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.stance") as project:
        yield project


def take(project: Project, path: Path, options: IngestOptions | None = None) -> IngestReport:
    return ingest(project, [path], FirstLine(), options=options)


def test_unknown_headings_are_refused_with_the_likeliest_column_named(
    tmp_path: Path, project: Project
) -> None:
    (failure,) = take(project, table(tmp_path / "a.csv", 1, 2)).failures
    assert "has no column of texts" in str(failure.error)
    assert "--map text='Inhalt'" in str(failure.error)


def test_what_is_said_is_read_told_and_remembered(tmp_path: Path, project: Project) -> None:
    report = take(project, table(tmp_path / "a.csv", 1, 2), IngestOptions(columns=SAID))
    assert report.imported == 2
    (told,) = report.tables
    assert told.sentence().endswith(
        "a.csv: title from “Schlagzeile”, text from “Inhalt”, date from “Tag”, source from"
        " “Blatt”; no url (as said)"
    )
    first = project.article(1)
    assert (first.title, first.published, first.source) == (row(1)[1], "2031-03-01", "Hafenpost")
    again = take(project, table(tmp_path / "b.tsv", 3, separator="\t"))
    assert again.imported == 1
    assert again.tables[0].basis is Basis.REMEMBERED
    assert project.article(3).title == row(3)[1]


def test_a_column_can_be_said_to_be_none_beside_a_guess(tmp_path: Path, project: Project) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text,source\nA,Envoys met on Monday.,internal\n", encoding="utf-8")
    report = take(project, path, IngestOptions(columns={"source": ""}))
    assert report.tables[0].columns == {"title": "title", "text": "text"}
    assert project.article(1).source == ""


def test_a_guess_is_told_once_for_tables_of_a_kind(tmp_path: Path, project: Project) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.csv").write_text(f"Headline,Body\nA,Envoys met {number} times.\n")
    report = take(project, folder)
    assert report.imported == 3
    (told,) = report.tables
    assert told.basis is Basis.GUESSED
    assert "title from “Headline”, text from “Body”; no date, source, url" in told.sentence()


def test_an_unknown_table_is_asked_about_once_with_its_first_rows(
    tmp_path: Path, project: Project
) -> None:
    asked: list[tuple[Head, Columns]] = []

    def ask(head: Head, guessed: Columns) -> Columns:
        asked.append((head, guessed))
        return {"text": "Inhalt", "title": "Schlagzeile"}

    options = IngestOptions(ask=ask)
    assert take(project, table(tmp_path / "a.csv", *range(1, 9)), options).imported == 8
    assert take(project, table(tmp_path / "b.csv", 10), options).imported == 1
    ((head, guessed),) = asked
    assert head.names == HEADINGS
    assert [cells[0] for cells in head.rows] == ["1", "2", "3", "4", "5"]
    assert guessed == {"text": "Inhalt"}


def test_a_table_that_the_user_leaves_out_is_named_and_the_rest_read(
    tmp_path: Path, project: Project
) -> None:
    table(tmp_path / "a.csv", 1)
    (tmp_path / "b.txt").write_text("A headline\n\nEnvoys met.\n")
    options = IngestOptions(ask=lambda head, guessed: None)
    report = ingest(project, [tmp_path / "a.csv", tmp_path / "b.txt"], FirstLine(), None, options)
    assert report.imported == 1
    assert "a.csv was left out." in str(report.failures[0].error)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.parquet", "a.xlsx", "a.zip"])
def test_all_kinds_of_tables_take_what_is_said(tmp_path: Path, project: Project, name: str) -> None:
    records = [dict(zip(HEADINGS, row(number), strict=True)) for number in (1, 2)]
    path = tmp_path / name
    if name.endswith("jsonl"):
        path.write_text("\n".join(map(json.dumps, records)))
    elif name.endswith("json"):
        path.write_text(json.dumps(records))
    elif name.endswith("parquet"):
        arrow = pytest.importorskip("pyarrow")
        from pyarrow.parquet import write_table

        write_table(arrow.Table.from_pylist(records), path)
    elif name.endswith("zip"):
        import zipfile

        with zipfile.ZipFile(path, "w") as archive:
            archive.write(table(tmp_path / "inner.csv", 1, 2), "inner.csv")
    else:
        from openpyxl import Workbook

        book = Workbook()
        for cells in (HEADINGS, row(1), row(2)):
            book.active.append(cells)
        book.save(path)
    report = take(project, path, IngestOptions(columns=SAID))
    assert (report.imported, report.failures) == (2, [])
    assert [a.title for a in project.articles()] == [row(1)[1], row(2)[1]]
    assert [a.published for a in project.articles()] == ["2031-03-01", "2031-03-02"]


def test_an_unknown_field_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="“author” is no field"):
        take(project, table(tmp_path / "a.csv", 1), IngestOptions(columns={"author": "x"}))


def test_what_a_damaged_project_remembers_is_passed_over(tmp_path: Path, project: Project) -> None:
    project.set_state("table_columns", ["x", {"names": list(HEADINGS), "columns": {"text": "Y"}}])
    report = take(project, table(tmp_path / "a.csv", 1), IngestOptions(columns={"text": "Inhalt"}))
    assert report.imported == 1


def test_headings_that_are_the_names_of_fields_are_not_asked_about(
    tmp_path: Path, project: Project
) -> None:
    table = tmp_path / "plain.csv"
    table.write_text("Title,Text,Date\nFog,The harbour lay in fog all day.,2031-01-02\n", "utf-8")

    def ask(head: Head, guess: Columns) -> Columns | None:
        raise AssertionError("asked")

    report = ingest(project, [table], FirstLine(), options=IngestOptions(ask=ask))
    assert report.imported == 1
