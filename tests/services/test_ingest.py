"""Importing into a project: batches, duplicates, interruption."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from stancedesk.core.model import Analysed, Article, Found, Judgement, Kind, Versions
from stancedesk.errors import Cancelled
from stancedesk.services.ingest import BATCH, IngestOptions, ingest
from stancedesk.services.ingest_report import LISTED, IngestReport
from stancedesk.store import Project


class FirstLine:
    """An analyser small enough to see through: the first line of each article is a statement."""

    versions = Versions(app="1", model="first line", knowledge_base="none", codebook="1")

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        return [
            [
                Analysed(
                    Found(((0, len(article.text.splitlines()[0])),), Kind.DIRECT),
                    article.text.splitlines()[0],
                    Judgement(country="NOR", stance=0.5, level=1),
                )
            ]
            for article in articles
        ]


class StopAt:
    """Progress that cancels once a number of files is reached."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def step(self, done: int, total: int, message: str = "") -> None:
        if done >= self.limit:
            raise Cancelled


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.stance") as project:
        yield project


def pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        text = (
            f"Story number {n} begins with this line.\n\nAnd it goes on for a while after that.\n"
        )
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_file_of_a_folder_is_imported_once(tmp_path: Path, project: Project) -> None:
    folder = pages(tmp_path / "a", 5)
    report = ingest(project, [folder, folder / "000.txt"], FirstLine())
    assert (report.read, report.imported, report.statements) == (5, 5, 5)
    assert [name for _, name in report.undated] == [f"{n:03}.txt" for n in range(5)]
    assert ingest(project, [folder], FirstLine()).imported == 0


def test_a_given_date_dates_only_what_has_none(tmp_path: Path, project: Project) -> None:
    folder = pages(tmp_path / "a", 1)
    (folder / "dated.txt").write_text("Published 4 March 2031\n\nA headline\n\nSome words.\n")
    report = ingest(project, [folder], FirstLine(), options=IngestOptions(date="2030-01-02"))
    assert report.undated == []
    assert sorted(str(a.published) for a in project.articles()) == ["2030-01-02", "2031-03-04"]


def test_a_cancelled_import_keeps_what_it_did_and_the_next_one_does_the_rest(
    tmp_path: Path, project: Project
) -> None:
    count = 2 * BATCH + 5
    folder = pages(tmp_path / "a", count)
    first = ingest(project, [folder], FirstLine(), StopAt(BATCH + 3))
    assert first.cancelled
    assert 0 < project.article_count() < count
    ingest(project, [folder], FirstLine())
    assert project.article_count() == count
    assert project.count() == count
    assert project.unanalysed() == []


def test_articles_that_were_stored_but_not_read_are_read_next_time(
    tmp_path: Path, project: Project
) -> None:
    project.add_article(Article(text="Left behind by a power cut.\nMore."))
    report = ingest(project, [pages(tmp_path / "a", 1)], FirstLine())
    assert report.resumed == 1
    assert project.count() == 2


def test_a_single_file_tells_how_many_of_its_articles_are_read(
    tmp_path: Path, project: Project
) -> None:
    source = tmp_path / "many.jsonl"
    lines = (json.dumps({"text": f"Story {n} begins.\n" + "It goes on. " * 20}) for n in range(300))
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    steps: list[tuple[int, int]] = []

    class Noted:
        def step(self, done: int, total: int, message: str = "") -> None:
            steps.append((done, total))

    assert ingest(project, [source], FirstLine(), Noted()).imported == 300
    later = [(done, total) for done, total in steps if done > 100]
    assert later
    assert all(done < total for done, total in later)
    assert all(250 < total < 350 for _, total in later)


def test_an_import_of_what_is_there_already_can_be_cancelled(
    tmp_path: Path, project: Project
) -> None:
    source = tmp_path / "many.jsonl"
    lines = (json.dumps({"text": f"Story {n} begins.\nIt goes on."}) for n in range(100))
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ingest(project, [source], FirstLine())
    again = ingest(project, [source], FirstLine(), StopAt(20))
    assert again.cancelled
    assert 20 <= again.read < 60


def test_a_report_counts_all_and_names_the_first_thousands() -> None:
    report = IngestReport()
    for number in range(LISTED + 5):
        report.add("duplicates", f"{number}.txt")
    assert len(report.duplicates) == LISTED
    assert f"{LISTED + 5} already there" in report.summary()
