"""Analysing again what other versions have read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from stancedesk.core.model import Analysed, Article, Found, Judgement, Kind, Versions
from stancedesk.errors import Cancelled
from stancedesk.services.ingest import analyse_again, ingest
from stancedesk.store import Project

VERSIONS = Versions(app="1", model="lines", knowledge_base="none", codebook="1")


class Lines:
    """An analyser small enough to see through: each line from `first` on is a statement."""

    def __init__(self, first: int, level: int, model: str) -> None:
        self.first, self.level = first, level
        self.versions = replace(VERSIONS, model=model)

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        return [list(self._read(article.text)) for article in articles]

    def _read(self, text: str) -> Iterator[Analysed]:
        at = 0
        for number, line in enumerate(text.splitlines()):
            if number >= self.first and line:
                found = Found(((at, at + len(line)),), Kind.DIRECT)
                yield Analysed(found, line, Judgement(stance=self.level / 2, level=self.level))
            at += len(line) + 1


OLD, NEW = Lines(0, 1, "old"), Lines(1, -1, "new")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    for n in range(20):
        (tmp_path / f"{n}.txt").write_text(
            f"The first line of story {n} is here.\nThe second line of story {n} is there.\n",
            encoding="utf-8",
        )
    with Project.create(tmp_path / "p.stance") as project:
        ingest(project, sorted(tmp_path.glob("*.txt")), OLD)
        yield project


def test_another_version_reads_everything_once(project: Project) -> None:
    assert project.counts()["statements"] == 40
    report = analyse_again(project, NEW)
    assert (report.resumed, report.statements) == (20, 20)
    assert project.counts()["statements"] == 20
    assert analyse_again(project, NEW).resumed == 0


def test_the_same_version_reads_nothing(project: Project) -> None:
    assert analyse_again(project, OLD).resumed == 0
    assert project.counts()["statements"] == 40


class StopAfterOne:
    """Progress that cancels as soon as something was done."""

    def step(self, done: int, total: int, message: str = "") -> None:
        if done:
            raise Cancelled


def test_a_stop_keeps_what_was_done_and_the_next_call_goes_on(project: Project) -> None:
    first = analyse_again(project, NEW, StopAfterOne())
    assert first.cancelled
    assert 0 < first.resumed < 20
    assert analyse_again(project, NEW).resumed == 20 - first.resumed


def test_what_people_coded_stays_and_wins(project: Project) -> None:
    coded = next(row for row in project.rows() if row.text.startswith("The first"))
    project.code([coded.id], "Ann", {"level": 2})
    analyse_again(project, NEW)
    rows = list(project.rows())
    assert len(rows) == 21
    assert [row.judgement.level for row in rows if row.id == coded.id] == [2]
