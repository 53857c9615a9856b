"""Watched folders: new and changed files once, whole files only."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.errors import Cancelled, UserError
from stancedesk.services.feeds_folders import look, take, watch
from stancedesk.store import Project
from tests.services.test_ingest import FirstLine


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.stance") as project:
        yield project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


def write(path: Path, words: str, age: float = 60) -> None:
    path.write_text(f"{words} is the first line.\n\nMore of it follows here.\n", encoding="utf-8")
    then = time.time() - age
    os.utime(path, (then, then))


def test_new_and_changed_files_are_imported_and_others_not_even_read(
    project: Project, folder: Path
) -> None:
    watched = watch(project, folder)
    assert take(project, None, FirstLine()).pages.imported == 0
    write(folder / "a.txt", "One")
    (folder / "deeper").mkdir()
    write(folder / "deeper" / "b.txt", "Two")
    report = take(project, None, FirstLine())
    assert (report.folders, report.pages.imported, report.pages.statements) == (1, 2, 2)
    report = take(project, None, FirstLine())
    assert (report.pages.read, report.pages.duplicates) == (0, [])
    write(folder / "a.txt", "One changed", 30)
    report = take(project, None, FirstLine())
    assert (report.pages.read, report.pages.imported) == (1, 1)
    assert project.article_count() == 3
    assert look(project, watched).marks == ()


def test_a_file_that_is_being_written_waits(project: Project, folder: Path) -> None:
    watched = watch(project, folder)
    write(folder / "a.txt", "One", age=0)
    found = look(project, watched)
    assert (found.marks, found.growing) == ((), 1)
    assert take(project, None, FirstLine()).growing == 1
    later = look(project, watched, now=lambda: time.time() + 3)
    assert (len(later.marks), later.growing) == (1, 0)


def test_a_file_from_the_future_does_not_wait_for_ever(project: Project, folder: Path) -> None:
    watch(project, folder)
    write(folder / "a.txt", "One", age=-86_400)
    assert take(project, None, FirstLine()).pages.imported == 1


def test_a_bad_file_is_told_once_until_it_changes(project: Project, folder: Path) -> None:
    watch(project, folder)
    (folder / "a.txt").write_bytes(b"")
    os.utime(folder / "a.txt", (1, 1))
    assert len(take(project, None, FirstLine()).pages.failures) == 1
    assert take(project, None, FirstLine()).pages.failures == []
    write(folder / "a.txt", "Mended")
    assert take(project, None, FirstLine()).pages.imported == 1


def test_a_folder_that_is_gone_is_told_and_the_others_are_looked_at(
    project: Project, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "gone"
    other.mkdir()
    watch(project, other)
    watch(project, folder)
    other.rmdir()
    write(folder / "a.txt", "One")
    report = take(project, None, FirstLine())
    assert report.pages.imported == 1
    assert "is not there" in str(report.pages.failures[0].error)
    assert [bool(kept.problem) for kept in project.folders()] == [True, False]
    other.mkdir()
    take(project, None, FirstLine())
    assert [kept.problem for kept in project.folders()] == ["", ""]


def test_a_look_that_is_stopped_loses_nothing_and_takes_nothing_twice(
    project: Project, folder: Path
) -> None:
    watch(project, folder)
    for number in range(6):
        write(folder / f"{number}.txt", f"Story {number}")

    class Stop:
        def step(self, done: int, total: int, message: str = "") -> None:
            if done >= 3:
                raise Cancelled

    assert take(project, None, FirstLine(), Stop()).pages.cancelled
    take(project, None, FirstLine())
    assert project.article_count() == 6
    assert project.unanalysed() == []


def test_what_is_no_folder_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        watch(project, tmp_path / "none")
    with pytest.raises(UserError, match="no folder"):
        watch(project, tmp_path / "p.stance")
