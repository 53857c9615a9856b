"""Reprints are found across imports, linked to the first, and counted once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from stancedesk.core.model import Query
from stancedesk.services.ingest import ingest
from stancedesk.services.reprints import BANDS, keys
from stancedesk.store import Project
from tests.services.test_ingest import FirstLine

GERMAN = (
    "Die Ministerin sagte am Montag, die Meerenge werde offen bleiben, und Oslo habe das den"
    " anderen mitgeteilt. „Wir lassen uns von niemandem drohen“, sagte sie nach den Gesprächen.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.stance") as project:
        yield project


def story(seed: int, words: int = 300) -> str:
    draw = Random(seed)
    return " ".join(f"w{draw.randrange(3_000)} the" for _ in range(words // 2))


def write(path: Path, *parts: str) -> Path:
    path.write_text("Published 4 March 2031\n\n" + "\n\n".join(parts), encoding="utf-8")
    return path


def test_a_reprint_of_an_earlier_import_is_linked_and_counts_once(
    tmp_path: Path, project: Project
) -> None:
    first = ingest(project, [write(tmp_path / "a.txt", story(1, 60), story(2))], FirstLine())
    assert first.reprints == []
    second = ingest(project, [write(tmp_path / "b.txt", story(3, 60), story(2))], FirstLine())
    third = ingest(project, [write(tmp_path / "c.txt", story(4, 40), story(2))], FirstLine())
    assert [name for _, name in second.reprints + third.reprints] == ["b.txt", "c.txt"]
    assert "1 reprints" in second.summary()
    assert [article.duplicate_of for article in project.articles()] == [None, 1, 1]
    assert project.reprints(1) == [2, 3]
    assert project.counts()["reprints"] == 2
    assert (project.count(), project.count(Query(reprints=True))) == (1, 3)
    assert project.count(Query(article=2)) == 1
    assert project.points().ids.size == 1
    assert len(project.rows()) == 1
    assert len(project.rows(Query(reprints=True))) == 3
    assert project.integrity() == []


def test_reprints_within_one_import_are_found(tmp_path: Path, project: Project) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(5):
        write(folder / f"{n}.txt", story(10 + n, 50), story(2))
        write(folder / f"other{n}.txt", story(100 + n))
    report = ingest(project, [folder], FirstLine())
    assert (report.imported, len(report.reprints)) == (10, 4)


def test_short_texts_and_different_stories_are_no_reprints(
    tmp_path: Path, project: Project
) -> None:
    for n in range(4):
        write(tmp_path / f"{n}.txt", f"Number {n} of the same few words that everyone prints.")
        write(tmp_path / f"s{n}.txt", story(n))
    assert ingest(project, sorted(tmp_path.glob("*.txt")), FirstLine()).reprints == []


def test_what_is_not_english_is_kept_named_and_not_analysed(
    tmp_path: Path, project: Project
) -> None:
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    write(tmp_path / "en.txt", story(1))
    report = ingest(project, [tmp_path / "de.txt", tmp_path / "en.txt"], FirstLine())
    assert [name for _, name in report.other_language] == ["de.txt"]
    assert "1 not in English" in report.summary()
    assert [article.language for article in project.articles()] == ["de", "en"]
    assert (report.imported, report.statements, project.counts()["other_language"]) == (2, 1, 1)
    assert project.unanalysed() == []
    assert project.pending(FirstLine.versions) == []


def test_keys_are_few_small_and_the_same_each_time() -> None:
    from stancedesk.core.dedupe import shingles

    found = keys(shingles(story(1)))
    assert found == keys(shingles(story(1)))
    assert len(found) == BANDS
    assert all(0 <= key < 2**56 for key in found)
    assert keys(shingles("Too short to tell.")) == ()
