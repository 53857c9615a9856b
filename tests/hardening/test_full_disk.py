"""The disk is full, at each write in turn: it is told, and what was committed stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stancedesk.core.model import Query
from stancedesk.errors import UserError
from stancedesk.services.export import write_statements
from stancedesk.services.files import whole
from stancedesk.services.ingest import ingest
from stancedesk.store import Project, backup
from tests.hardening.small_disk import SmallDisk, mounted
from tests.store.examples import coded_article, fill
from tests.ui.made_up_articles import write_articles
from tests.ui.small_analyser import SmallAnalyser

KB = 1024


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with mounted() as made:
        yield made


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder)
    return folder


def everything(path: Path) -> list[tuple[object, ...]]:
    with Project.open(path) as project:
        assert project.integrity() == []
        return sorted(
            (row.published or "", row.text, row.judgement.country, row.judgement.stance)
            for row in project.export_rows(Query())
        )


def test_an_import_that_runs_out_of_disk_says_so_and_goes_on_when_there_is_room(
    disk: SmallDisk, articles: Path, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "a.stance") as project:
        ingest(project, [articles], SmallAnalyser())
    wanted = everything(tmp_path / "a.stance")
    told = 0
    for left in range(0, 400 * KB, 20 * KB):
        path = disk.folder / f"{left}.stance"
        Project.create(path).close()
        disk.fill(left)
        try:
            with Project.open(path) as project:
                ingest(project, [articles], SmallAnalyser())
        except UserError as error:
            assert "disk" in str(error)  # noqa: PT017
            told += 1
        disk.clear()
        assert set(everything(path)) <= set(wanted)
        with Project.open(path) as project:
            ingest(project, [articles], SmallAnalyser())
        assert everything(path) == wanted
        for file in disk.folder.iterdir():
            file.unlink()
    assert 4 <= told <= 19


def test_a_coding_that_finds_no_room_is_told_and_those_before_it_count(disk: SmallDisk) -> None:
    path = disk.folder / "a.stance"
    with Project.create(path) as project:
        statements = coded_article(project, statements=20)
    done = 0
    with Project.open(path) as project:
        disk.fill(120 * KB)
        with pytest.raises(UserError, match="disk"):  # noqa: PT012
            for statement in statements * 20:
                project.code([statement], "Ann", {"level": -2})
                done += 1
        assert project.undo_label() == "Set level to -2 on 1 statement"
        reviewed = min(done, len(statements))
        assert project.count(Query(reviewed_only=True)) == reviewed
        disk.clear()
        project.code(statements, "Ann", {"level": 1})
    assert done > 0
    with Project.open(path) as project:
        assert project.integrity() == []
        assert project.count(Query(levels=(1,))) == len(statements)


@pytest.mark.parametrize("left", [0, 4 * KB, 12 * KB])
def test_a_table_that_finds_no_room_leaves_the_one_that_was_there(
    disk: SmallDisk, tmp_path: Path, left: int
) -> None:
    from random import Random

    target = disk.folder / "table.csv"
    target.write_text("older\n")
    with Project.create(tmp_path / "a.stance") as project:
        fill(project, Random(1), articles=30, each=4)
        disk.fill(left)
        with pytest.raises(OSError, match="No space left"), whole(target) as stream:
            write_statements(project, Query(), stream)
    assert target.read_text() == "older\n"
    assert {file.name for file in disk.folder.iterdir()} == {"table.csv", "ballast"}


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_picture_that_finds_no_room_is_told_and_leaves_nothing(
    disk: SmallDisk, tmp_path: Path, qapp: object, suffix: str
) -> None:
    from stancedesk.ui.charts.export import export_timeline

    with Project.create(tmp_path / "a.stance") as project:
        coded_article(project)
        disk.fill(4 * KB)
        with pytest.raises(UserError, match="could not be written"):
            export_timeline(project, Query(), disk.folder / f"a.{suffix}", size=(800, 450))
    assert [file.name for file in disk.folder.iterdir()] == ["ballast"]


def test_preferences_that_find_no_room_stay_as_they_were(disk: SmallDisk, qapp: object) -> None:
    from stancedesk.ui.settings import Settings

    settings = Settings(disk.folder / "settings.ini")
    settings.coder = "Ann"
    assert settings.sync()
    disk.fill(0)
    for number in range(400):
        settings.set_flag(f"a flag with a long name {number}", True)
    assert not settings.sync()
    assert Settings(disk.folder / "settings.ini").coder == "Ann"
    disk.clear()
    settings.coder = "Bo"
    settings.sync()
    assert Settings(disk.folder / "settings.ini").coder == "Bo"


def test_a_crash_log_that_finds_no_room_keeps_nobody_from_being_told(disk: SmallDisk) -> None:
    from stancedesk.ui.crash import CrashLog

    log = CrashLog(disk.folder)
    disk.fill(0)
    log.start()
    log.write("a bug" * 10_000)
    log.stop()


def test_where_there_is_no_room_for_a_backup_the_work_goes_on(disk: SmallDisk) -> None:
    path = disk.folder / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    disk.fill(path.stat().st_size // 2)
    with Project.open(path) as project:
        assert project.keep_backup() is None
        assert project.count() == 1
    assert not list(disk.folder.glob(f"*{backup.ENDING}*"))
