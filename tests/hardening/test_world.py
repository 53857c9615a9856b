"""What the world does while a project is open: rights vanish, others write, the clock jumps."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from stancedesk.cli import run
from stancedesk.core.model import Query
from stancedesk.errors import UserError
from stancedesk.store import Project, records
from tests.store.examples import article, coded_article

NOBODY = 65534


@pytest.fixture
def own() -> Iterator[Path]:
    """A folder of somebody without root's rights, who goes on with the test."""
    if not hasattr(os, "seteuid") or os.geteuid() != 0:
        pytest.skip("only root can give its rights away")
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def test_rights_lost_while_a_project_is_open_lose_nothing_that_was_done(own: Path) -> None:
    path = own / "a.stance"
    done = 1
    with Project.create(path) as project:
        coded_article(project)
        for file in own.iterdir():
            file.chmod(0o400)
        own.chmod(0o500)
        for number in range(2, 6):
            try:
                project.add_article(article(number))
                done += 1
            except UserError as error:
                assert "cannot be" in str(error)  # noqa: PT017
                break
    with pytest.raises(UserError, match=r"cannot be (opened|written)"), Project.open(path) as again:
        again.add_article(article(9))
    own.chmod(0o700)
    for file in own.iterdir():
        file.chmod(0o600)
    with Project.open(path) as project:
        assert project.integrity() == []
        assert project.article_count() == done
        assert project.count() == 1


def test_a_folder_that_takes_no_backup_keeps_nobody_from_working(own: Path) -> None:
    path = own / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    with Project.open(path) as project:
        own.chmod(0o500)
        assert project.keep_backup() is None
        assert project.count() == 1
        own.chmod(0o700)


def test_an_import_beside_another_writer_waits_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.stance"
    page = tmp_path / "page.txt"
    page.write_text("Talks\n\nPublished 3 February 2032\n\n“We are ready,” said the envoy.\n")
    with Project.create(path) as project:
        coded_article(project)
        monkeypatch.setattr("stancedesk.store.connection.BUSY_SECONDS", 0.2)
        with project.transaction():
            project.add_article(article(2))
            assert run(["import", str(path), str(page)]) == 1
        assert "Another program is writing" in capsys.readouterr().err
        # Who only reads is not kept waiting.
        with project.transaction():
            project.add_article(article(3))
            assert run(["statements", str(path)]) == 0
        assert project.article_count() == 3


def test_a_home_that_may_not_be_written_keeps_nobody_from_starting(own: Path, qapp: object) -> None:
    from stancedesk.ui.crash import CrashLog
    from stancedesk.ui.settings import Settings

    own.chmod(0o500)
    log = CrashLog(own / "stancedesk")
    log.start()
    log.write("a bug")
    assert log.last() == ""
    log.stop()
    settings = Settings(own / "stancedesk" / "settings.ini")
    settings.coder = "Ann"
    settings.sync()
    assert settings.coder == "Ann"
    own.chmod(0o700)


def test_who_opens_a_project_waits_for_no_writer(tmp_path: Path) -> None:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
        project.db.execute("DELETE FROM kept")  # as an older program leaves it
        with project.transaction():
            project.add_article(article(2))
            start = time.monotonic()
            with Project.open(path) as other:
                assert other.count() == 1
            assert time.monotonic() - start < 15  # a writer is waited for 30 seconds


class Jumping(datetime):
    """A clock that goes to the future, far back, and forward again."""

    years = iter(())

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Jumping:
        return cls(next(cls.years), 1, 1, tzinfo=tz or UTC)


def test_the_coding_made_last_counts_whatever_the_clock_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        (statement,) = coded_article(project)
        Jumping.years = iter([2099, 1970, 2031, 1971, 2032, 1972, 2033] * 10)
        monkeypatch.setattr(records, "datetime", Jumping)
        for level in (-2, 2, -1, 1):
            project.code([statement], "Ann", {"level": level})
            assert project.row(statement).judgement.level == level
        project.undo()
        assert project.row(statement).judgement.level == -1
        project.undo()
        assert project.row(statement).judgement.level == 2
        project.redo()
        assert project.count(Query(levels=(-1,))) == 1
        monkeypatch.undo()
        project.code([statement], "Bo", {"level": 0})
    with Project.open(path) as project:
        assert project.row(statement).judgement.level == 0
        assert project.integrity() == []
